package siyu.importing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import siyu.fact.Texts;

/**
 * Gives equal texts of a chunk one index, as long as that pays: when more than half of the first {@value #TRIAL} texts were
 * new, the column holds ids or names and the rest is appended without a look. Cost: one hash and one comparison a text.
 */
final class Interner {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int TRIAL = 512;

    private Texts texts = new Texts(0, 0);
    private int[] slots = new int[2048];
    private int seen;
    private boolean paying = true;

    /** Starts with an empty list of texts. */
    void begin(Texts empty) {
        texts = empty;
        seen = 0;
        paying = true;
        Arrays.fill(slots, 0);
    }

    /** The index of this text. */
    int index(byte[] bytes, int from, int to) {
        if (!paying) {
            return texts.add(bytes, from, to);
        }
        if (++seen == TRIAL && texts.size() > TRIAL / 2) {
            paying = false;
            return texts.add(bytes, from, to);
        }
        int mask = slots.length - 1;
        int slot = hash(bytes, from, to) & mask;
        while (slots[slot] != 0) {
            int index = slots[slot] - 1;
            if (same(texts.bytes(), texts.start(index), texts.end(index), bytes, from, to)) {
                return index;
            }
            slot = slot + 1 & mask;
        }
        int index = texts.add(bytes, from, to);
        slots[slot] = index + 1;
        if (texts.size() * 2 > slots.length) {
            grow();
        }
        return index;
    }

    private void grow() {
        slots = new int[slots.length * 4];
        int mask = slots.length - 1;
        for (int i = 0; i < texts.size(); i++) {
            int slot = hash(texts.bytes(), texts.start(i), texts.end(i)) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = i + 1;
        }
    }

    /** Whether two texts are equal; for short ones quicker than {@code Arrays.equals}. */
    static boolean same(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
        int size = aTo - aFrom;
        if (size != bTo - bFrom) {
            return false;
        }
        int i = 0;
        for (; i + 8 <= size; i += 8) {
            if ((long) LONGS.get(a, aFrom + i) != (long) LONGS.get(b, bFrom + i)) {
                return false;
            }
        }
        return rest(a, aFrom + i, aTo) == rest(b, bFrom + i, bTo);
    }

    /** Fewer than eight bytes as a number, without a branch for each. */
    private static long rest(byte[] bytes, int from, int to) {
        if (from == to) {
            return 0;
        }
        if (from + 8 <= bytes.length) {
            return (long) LONGS.get(bytes, from) & -1L >>> 64 - 8 * (to - from);
        }
        long rest = 0;
        for (int i = to - 1; i >= from; i--) {
            rest = rest << 8 | bytes[i] & 0xFFL;
        }
        return rest;
    }

    /** A quick hash of bytes, eight at a time. */
    static int hash(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            hash = (hash ^ (long) LONGS.get(bytes, i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        hash = (hash ^ rest(bytes, i, to)) * 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 32) ^ (int) (hash >>> 47);
    }
}
