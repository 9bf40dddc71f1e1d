package siyu.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Unpacking of bit-packed numbers. Widths are 0 to 56 or 64, so that any value lies within the eight bytes that start with its
 * first byte; a block ends with eight bytes that are not packed numbers, so such a read never passes its end.
 */
final class Bits {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The widest packed value short of a whole long. */
    static final int WIDEST = 56;

    private static final long EACH_BYTE = 0x0101010101010101L;

    private Bits() {}

    /** The width that holds an unsigned value. */
    static int width(long value) {
        int width = Long.SIZE - Long.numberOfLeadingZeros(value);
        return width > WIDEST ? Long.SIZE : width;
    }

    /** Bytes of {@code count} values of a width. */
    static int length(int count, int width) {
        return Math.toIntExact(((long) count * width + 7) >>> 3);
    }

    static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    static long longAt(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /**
     * Reads {@code count} values of {@code width} bits, adds {@code base} to each. The first of all lies at byte {@code from};
     * {@code first} of them are passed over.
     */
    static void unpack(byte[] bytes, int from, int width, long base, long[] into, int at, int first, int count) {
        if (width == 0) {
            java.util.Arrays.fill(into, at, at + count, base);
            return;
        }
        if (width == Long.SIZE) {
            for (int i = 0; i < count; i++) {
                into[at + i] = base + (long) LONG.get(bytes, from + (first + i) * Long.BYTES);
            }
            return;
        }
        // Eight values fill exactly `width` bytes, so the shifts of a group of eight never change.
        int head = Math.min(-first & 7, count);
        int start = from + (first >>> 3) * width;
        few(bytes, start, (first & 7) * width, width, base, into, at, head);
        start += head == 0 ? 0 : width;
        int row = at + head;
        int groups = (count - head) >>> 3;
        long mask = (1L << width) - 1;
        if (width <= Byte.SIZE) {
            narrow(bytes, start, width, base, into, row, groups);
            start += groups * width;
            row += groups * 8;
        } else {
            for (int group = 0; group < groups; group++) {
                int bit = 0;
                for (int i = 0; i < 8; i++) {
                    into[row + i] = base + (((long) LONG.get(bytes, start + (bit >>> 3)) >>> (bit & 7)) & mask);
                    bit += width;
                }
                start += width;
                row += 8;
            }
        }
        few(bytes, start, 0, width, base, into, row, at + count - row);
    }

    /** Values of one group, from its bit {@code from} on. */
    private static void few(byte[] bytes, int start, int from, int width, long base, long[] into, int at, int count) {
        long mask = (1L << width) - 1;
        int bit = from;
        for (int i = 0; i < count; i++) {
            into[at + i] = base + (((long) LONG.get(bytes, start + (bit >>> 3)) >>> (bit & 7)) & mask);
            bit += width;
        }
    }

    /** Groups of eight values that lie in one long each; written out, as the quick compiler leaves loops as they are. */
    private static void narrow(byte[] bytes, int from, int width, long base, long[] into, int at, int groups) {
        long mask = (1L << width) - 1;
        int start = from;
        int end = at + groups * 8;
        for (int row = at; row < end; row += 8) {
            long eight = (long) LONG.get(bytes, start);
            into[row] = base + (eight & mask);
            into[row + 1] = base + ((eight >>>= width) & mask);
            into[row + 2] = base + ((eight >>>= width) & mask);
            into[row + 3] = base + ((eight >>>= width) & mask);
            into[row + 4] = base + ((eight >>>= width) & mask);
            into[row + 5] = base + ((eight >>>= width) & mask);
            into[row + 6] = base + ((eight >>>= width) & mask);
            into[row + 7] = base + ((eight >>> width) & mask);
            start += width;
        }
    }

    /**
     * Spreads bits {@code first} to {@code last} (exclusive) of the bitmap at byte {@code from} to one byte (0 or 1) per row and
     * returns how many are 1.
     */
    static int spread(byte[] bytes, int from, int first, int last, byte[] into, int at) {
        int ones = 0;
        int row = first;
        for (; row < last && (row & 7) != 0; row++) {
            into[at + row - first] = (byte) bit(bytes, from, row);
            ones += into[at + row - first];
        }
        for (; row + 8 <= last; row += 8) {
            int eight = bytes[from + (row >>> 3)] & 0xFF;
            ones += Integer.bitCount(eight);
            long picked = (eight * EACH_BYTE) & 0x8040201008040201L;
            LONG.set(into, at + row - first, ((picked + 0x7F7F7F7F7F7F7F7FL) >>> 7) & EACH_BYTE);
        }
        for (; row < last; row++) {
            into[at + row - first] = (byte) bit(bytes, from, row);
            ones += into[at + row - first];
        }
        return ones;
    }

    /** How many of the bits {@code first} to {@code last} (exclusive) of the bitmap at byte {@code from} are 1. */
    static int ones(byte[] bytes, int from, int first, int last) {
        int ones = 0;
        int row = first;
        for (; row < last && (row & 7) != 0; row++) {
            ones += bit(bytes, from, row);
        }
        for (; row + Long.SIZE <= last; row += Long.SIZE) {
            ones += Long.bitCount(longAt(bytes, from + (row >>> 3)));
        }
        for (; row < last; row++) {
            ones += bit(bytes, from, row);
        }
        return ones;
    }

    private static int bit(byte[] bytes, int from, int row) {
        return (bytes[from + (row >>> 3)] >>> (row & 7)) & 1;
    }

    /** Whether every value lies in 0 to {@code limit - 1}. */
    static boolean within(long[] values, int at, int count, long limit) {
        long sign = 0;
        for (int i = at; i < at + count; i++) {
            sign |= values[i] | (limit - 1 - values[i]);
        }
        return sign >= 0;
    }
}
