package siyu.store;

import org.jspecify.annotations.Nullable;

/** The few distinct values of many, such as prices, with a code per row in order of first appearance. */
final class WholeDictionary {
    /** More distinct values than this are no dictionary. */
    private static final int MOST = 4096;

    private static final int SAMPLE = 256;

    final long[] values;
    final int size;
    final long[] codes;

    private WholeDictionary(long[] values, int size, long[] codes) {
        this.values = values;
        this.size = size;
        this.codes = codes;
    }

    /** Null when a sample or the whole shows too many distinct values. */
    static @Nullable WholeDictionary of(long[] values, int from, int count) {
        int stride = Math.max(1, count / SAMPLE);
        int seen = Math.min(SAMPLE, count / stride);
        long[] sample = new long[seen];
        for (int i = 0; i < seen; i++) {
            sample[i] = values[from + i * stride];
        }
        if (build(sample, 0, seen, seen * 3 / 4) == null) {
            return null;
        }
        return build(values, from, count, Math.min(MOST, count / 4));
    }

    private static @Nullable WholeDictionary build(long[] values, int from, int count, int most) {
        int slots = Integer.highestOneBit(Math.max(most, 8)) << 2;
        int shift = Long.SIZE - Integer.numberOfTrailingZeros(slots);
        int[] table = new int[slots];
        long[] distinct = new long[most];
        long[] codes = new long[count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            long value = values[from + i];
            int slot = (int) ((value * 0x9E3779B97F4A7C15L) >>> shift);
            while (table[slot] != 0 && distinct[table[slot] - 1] != value) {
                slot = (slot + 1) & (slots - 1);
            }
            if (table[slot] == 0) {
                if (size == most) {
                    return null;
                }
                distinct[size++] = value;
                table[slot] = size;
            }
            codes[i] = table[slot] - 1L;
        }
        return new WholeDictionary(distinct, size, codes);
    }

    /** About what it takes: the values whole, the codes bit-packed. */
    long bytes(int count) {
        return (long) size * Long.BYTES / 2 + Bits.length(count, Bits.width(size - 1));
    }
}
