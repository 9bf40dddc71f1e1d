package siyu.customer;

import java.util.stream.IntStream;

/**
 * The parts that events are kept in: one per range of customers, and the last {@link #APART} ones for events whose customer is not
 * known (yet), spread by the hash of his id. A part fits 16 bits.
 */
final class Partitions {
    /** Parts for events kept apart. */
    static final int APART = 64;

    /** The first of them. */
    static final int FIRST_APART = 65_536 - APART;

    private Partitions() {}

    static boolean isApart(int partition) {
        return partition >= FIRST_APART;
    }

    /** The part of events of a customer who is not known, or of none: then {@code id} is the event's. */
    static int apart(byte[] id, int from, int to) {
        return FIRST_APART + (int) (Hashing.of(2, id, from, to) >>> 58);
    }

    /** The partitions that have rows. */
    static int[] used(Spool rows) {
        return IntStream.range(0, rows.end()).filter(rows::has).toArray();
    }
}
