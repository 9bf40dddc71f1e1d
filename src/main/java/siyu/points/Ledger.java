package siyu.points;

/**
 * How far the ledger is.
 *
 * @param posting the number of the last posting, 0 before the first
 * @param head SHA-256 of the chain, hexadecimal; 64 zeros before the first posting
 * @param recorded when the last posting was recorded, microseconds; {@code Long.MIN_VALUE} before the first
 * @param considered up to where events were considered
 * @param closedThrough the last closed day, {@link #OPEN} when nothing is closed
 * @param operations the number of the last operation
 * @param leftOver whether an interrupted posting left entries behind, which count for nothing
 * @param packed whether all entries are there as columns too; not in a ledger that was begun before there were any
 */
public record Ledger(
        int posting,
        String head,
        long recorded,
        Considered considered,
        int closedThrough,
        long operations,
        boolean leftOver,
        boolean packed) {
    /** Nothing is closed. */
    public static final int OPEN = Integer.MIN_VALUE;

    static final String FIRST_HEAD = "0".repeat(64);
}
