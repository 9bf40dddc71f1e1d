package siyu.customer;

import siyu.fact.Texts;

/**
 * External ids and their dense numbers, from 0 in order of first appearance. Open addressing over one array of UTF-8 bytes; ids
 * are compared byte by byte, so no two are ever mixed up. While nobody adds, any number of threads may look up.
 *
 * <p>Cost: the bytes of the ids, 4 bytes an id for their ends and 11 to 23 for the slots; ten million ids of 12 bytes take 300 MB.
 * A look-up is one or two cache misses, about 100 ns in a table that fits no cache.
 */
public final class IdTable {
    /** Upper half: upper half of the hash; lower half: number + 1, or 0 for an empty slot. */
    private long[] slots;

    private int mask;
    private final Texts ids;

    public IdTable() {
        this(16);
    }

    /** @param expected how many ids will come, when that is known; otherwise anything small */
    public IdTable(int expected) {
        int capacity = Integer.highestOneBit(Math.max(16, (int) Math.min(1 << 29, expected * 3L / 2))) << 1;
        this.slots = new long[capacity];
        this.mask = capacity - 1;
        this.ids = new Texts(Math.max(16, expected), (int) Math.min(Integer.MAX_VALUE - 16, expected * 12L + 64));
    }

    public int size() {
        return ids.size();
    }

    /** The ids, text {@code i} being that of number {@code i}; not to be added to. */
    public Texts ids() {
        return ids;
    }

    /** The number of an id, or -1. */
    public int find(byte[] source, int from, int to) {
        long hash = Hashing.of(0, source, from, to);
        int tag = (int) (hash >>> 32);
        for (int slot = (int) hash & mask; ; slot = (slot + 1) & mask) {
            long entry = slots[slot];
            if (entry == 0) {
                return -1;
            }
            if ((int) (entry >>> 32) == tag && ids.is((int) entry - 1, source, from, to)) {
                return (int) entry - 1;
            }
        }
    }

    /** The number of an id, which is a new one when {@link #size()} grew. */
    public int add(byte[] source, int from, int to) {
        long hash = Hashing.of(0, source, from, to);
        int tag = (int) (hash >>> 32);
        int slot = (int) hash & mask;
        for (; slots[slot] != 0; slot = (slot + 1) & mask) {
            long entry = slots[slot];
            if ((int) (entry >>> 32) == tag && ids.is((int) entry - 1, source, from, to)) {
                return (int) entry - 1;
            }
        }
        int number = ids.add(source, from, to);
        slots[slot] = (hash & 0xFFFF_FFFF_0000_0000L) | (number + 1);
        if (ids.size() > slots.length - (slots.length >> 2) - (slots.length >> 4)) {
            grow();
        }
        return number;
    }

    private void grow() {
        int capacity = Math.multiplyExact(slots.length, 2);
        slots = new long[capacity];
        mask = capacity - 1;
        byte[] bytes = ids.bytes();
        for (int number = 0; number < ids.size(); number++) {
            long hash = Hashing.of(0, bytes, ids.start(number), ids.end(number));
            int slot = (int) hash & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = (hash & 0xFFFF_FFFF_0000_0000L) | (number + 1);
        }
    }
}
