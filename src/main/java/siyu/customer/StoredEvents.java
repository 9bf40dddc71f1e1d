package siyu.customer;

/** The events that are there before an import, as far as an import must know them. Used by several threads. */
interface StoredEvents {
    /** Nothing is there. */
    StoredEvents NONE = new StoredEvents() {
        @Override
        public long[] keys(long from, long to) {
            return new long[0];
        }

        @Override
        public EventRows rows(int partition) {
            return new EventRows(0);
        }
    };

    /** The keys from {@code from} to {@code to} (exclusive), ascending, perhaps some twice. */
    long[] keys(long from, long to);

    /** All events of a partition with all their attributes. */
    EventRows rows(int partition);
}
