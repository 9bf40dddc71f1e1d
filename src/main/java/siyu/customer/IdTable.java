package siyu.customer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.IntConsumer;
import siyu.fact.Texts;

/**
 * External ids and their dense numbers, from 0 in order of first appearance. Open addressing over one array of UTF-8 bytes; ids
 * are compared byte by byte, so no two are ever mixed up. While nobody adds, any number of threads may look up.
 *
 * <p>Cost: the bytes of the ids, 4 bytes an id for their ends and 11 to 23 for the slots; ten million ids of 12 bytes take 300 MB.
 * A look-up is one or two cache misses, about 100 ns in a table that fits no cache.
 */
public final class IdTable {
    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(long[].class);

    /** Look-ups done side by side: as many as leave what they touch in the nearest cache. */
    private static final int BATCH = 256;

    /** Upper half: upper half of the hash; lower half: number + 1, or 0 for an empty slot. */
    private long[] slots;

    private int mask;
    private final Texts ids;

    public IdTable() {
        this(16);
    }

    /** @param expected how many ids will come, when that is known; otherwise anything small */
    public IdTable(int expected) {
        this(expected, new Texts(Math.max(16, expected), (int) Math.min(Integer.MAX_VALUE - 16, expected * 12L + 64)));
    }

    private IdTable(int expected, Texts ids) {
        int capacity = Integer.highestOneBit(Math.max(16, (int) Math.min(1 << 29, expected * 3L / 2))) << 1;
        this.slots = new long[capacity];
        this.mask = capacity - 1;
        this.ids = ids;
    }

    /**
     * A table of many ids, built on all processors.
     *
     * @param parts the ids in order of their numbers
     * @param twice hears, on any thread, the number of an id that another number has as well
     */
    static IdTable of(Texts[] parts, IntConsumer twice) {
        int size = 0;
        int length = 0;
        int[] firsts = new int[parts.length];
        int[] starts = new int[parts.length];
        for (int part = 0; part < parts.length; part++) {
            firsts[part] = size;
            starts[part] = length;
            size = Math.addExact(size, parts[part].size());
            length = Math.addExact(length, parts[part].length());
        }
        byte[] bytes = new byte[Math.max(256, length)];
        int[] ends = new int[Math.max(16, size)];
        IdTable table = new IdTable(size, new Texts(bytes, ends, size));
        Parallel.each(parts.length, () -> part -> {
            Texts texts = parts[part];
            System.arraycopy(texts.bytes(), 0, bytes, starts[part], texts.length());
            for (int i = 0; i < texts.size(); i++) {
                ends[firsts[part] + i] = starts[part] + texts.end(i);
            }
        });
        Parallel.each(parts.length, () -> part -> table.enter(firsts[part], parts[part].size(), twice));
        return table;
    }

    /** Enters numbers whose texts are there already; several threads may do so at once. */
    private void enter(int first, int count, IntConsumer twice) {
        for (int number = first; number < first + count; number++) {
            int from = ids.start(number);
            int to = ids.end(number);
            long hash = Hashing.of(0, ids.bytes(), from, to);
            long mine = (hash & 0xFFFF_FFFF_0000_0000L) | (number + 1);
            int slot = (int) hash & mask;
            long there = (long) SLOTS.compareAndExchange(slots, slot, 0L, mine);
            while (there != 0) {
                if (there >>> 32 == mine >>> 32 && ids.is((int) there - 1, ids.bytes(), from, to)) {
                    twice.accept(number);
                }
                slot = (slot + 1) & mask;
                there = (long) SLOTS.compareAndExchange(slots, slot, 0L, mine);
            }
        }
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
        return find(source, from, to, Hashing.of(0, source, from, to));
    }

    private int find(byte[] source, int from, int to, long hash) {
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

    /**
     * The numbers of many ids, -1 for those that are not there. The steps of all look-ups are done side by side, so that their
     * cache misses overlap: in a large table three times as quick as one after the other.
     */
    void find(Texts texts, int count, int[] numbers) {
        byte[] bytes = texts.bytes();
        long[] hashes = new long[BATCH];
        long[] entries = new long[BATCH];
        for (int from = 0; from < count; from += BATCH) {
            int size = Math.min(BATCH, count - from);
            for (int i = 0; i < size; i++) {
                hashes[i] = Hashing.of(0, bytes, texts.start(from + i), texts.end(from + i));
            }
            for (int i = 0; i < size; i++) {
                entries[i] = slots[(int) hashes[i] & mask];
            }
            // Brings the ids into the cache; what is written here is written over below.
            for (int i = 0; i < size; i++) {
                int number = (int) entries[i] - 1;
                numbers[from + i] =
                        number < 0 || ids.start(number) == ids.length() ? -1 : ids.bytes()[ids.start(number)];
            }
            for (int i = 0; i < size; i++) {
                numbers[from + i] = find(bytes, texts.start(from + i), texts.end(from + i), hashes[i]);
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
