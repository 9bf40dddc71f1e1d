package siyu.level;

/**
 * The steps in force: those of the first run, then those of the last review that was applied.
 *
 * @param number from 1
 * @param growth SHA-256 of {@link LevelRules#text}, hexadecimal
 * @param ladder steps and thresholds; without prices
 */
public record Scheme(int number, String growth, Ladder ladder) {
    /** Whether another scheme judges customers in the same way. */
    public boolean same(Scheme other) {
        return growth.equals(other.growth) && ladder.sameSteps(other.ladder);
    }
}
