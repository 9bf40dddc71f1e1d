package siyu.customer;

/**
 * The key of an event: 40 bits of the hash of (kind, id), and behind them the partition it is kept in (16 bits). Equal hashes make
 * candidates, which are compared exactly; so the width decides how many needless comparisons there are, not what is true.
 */
final class EventKeys {
    /** Keys are sorted out by their highest bits into so many parts, each small enough for a processor's cache. */
    static final int PARTS = 256;

    private static final int HASH_BITS = 40;
    private static final int PARTITION_BITS = 16;

    private EventKeys() {}

    static long hash(int kind, byte[] id, int from, int to) {
        return Hashing.of(kind + 1000L, id, from, to) >>> (64 - HASH_BITS);
    }

    static long key(long hash, int partition) {
        return hash << PARTITION_BITS | partition;
    }

    static long hashOf(long key) {
        return key >>> PARTITION_BITS;
    }

    static int partitionOf(long key) {
        return (int) (key & 0xFFFF);
    }

    /** Which part a key belongs to; parts are in order of keys. */
    static int part(long key) {
        return (int) (key >>> (HASH_BITS + PARTITION_BITS - 8));
    }

    /** The smallest key of a part; of {@link #PARTS}, one more than the largest of all. */
    static long firstOf(int part) {
        return (long) part << (HASH_BITS + PARTITION_BITS - 8);
    }
}
