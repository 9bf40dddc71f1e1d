package siyu.points;

/**
 * Points of rewards that another part of the program takes back: of the reward with the key first, then of the others by the same
 * rule, the latest first. Done once for ever.
 *
 * @param customer his dense number
 * @param kind the part of the program, as in {@link Reward}
 * @param rule as in {@link Reward}
 * @param key of the reward that caused it
 * @param points 1 or more
 * @param at when it counts, microseconds
 */
public record Takeback(int customer, String kind, String rule, String key, long points, long at) {
    /** What the operation is known by. */
    String operationKey() {
        return "revoke:" + rule + ":" + key;
    }
}
