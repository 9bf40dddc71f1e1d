package siyu.customer;

/** The keys by which one customer's range is found without reading all ids: 40 bits of the hash of his id. */
final class CustomerKeys {
    /** Keys of a block: few, since a look-up reads one block for one key. */
    static final int ROWS = 8_192;

    private CustomerKeys() {}

    static long hash(byte[] id, int from, int to) {
        return Hashing.of(1, id, from, to) >>> 24;
    }

    static long key(byte[] id, int from, int to, int range) {
        return EventKeys.key(hash(id, from, to), range);
    }
}
