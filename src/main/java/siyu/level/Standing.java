package siyu.level;

/**
 * Where a customer stands by his growth.
 *
 * @param level empty for the lowest step: nothing was recorded of him yet
 * @param since epoch day, or NONE
 * @param deadline while he is below: the last day to make up for it, otherwise NONE
 * @param fell when he fell last, epoch day, or NONE
 * @param moves how many are recorded
 */
public record Standing(String level, int since, int deadline, int fell, int moves) {
    /** No day. */
    public static final int NONE = Integer.MIN_VALUE;

    /** Of whom nothing is recorded. */
    public static final Standing LOWEST = new Standing("", NONE, NONE, NONE, 0);

    /** Where he stands after one more move. */
    public Standing after(Move move) {
        return switch (move.kind()) {
            case RISE, MOVED -> new Standing(move.to(), move.day(), NONE, fell, moves + 1);
            case FALL -> new Standing(move.to(), move.day(), move.deadline(), move.day(), moves + 1);
            case WARNING -> new Standing(level, since, move.deadline(), fell, moves + 1);
            case KEPT -> new Standing(level, since, NONE, fell, moves + 1);
            case AT_RISK -> this;
        };
    }

    /** His place on a ladder, -1 when his level is not on it. */
    public int place(Ladder ladder) {
        return level.isEmpty() ? 0 : ladder.place(level);
    }
}
