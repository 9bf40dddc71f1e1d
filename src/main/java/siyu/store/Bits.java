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

    /** Reads {@code count} values of {@code width} bits from byte {@code from} on, adds {@code base} to each. */
    static void unpack(byte[] bytes, int from, int width, long base, long[] into, int at, int count) {
        if (width == 0) {
            java.util.Arrays.fill(into, at, at + count, base);
            return;
        }
        if (width == Long.SIZE) {
            for (int i = 0; i < count; i++) {
                into[at + i] = base + (long) LONG.get(bytes, from + i * Long.BYTES);
            }
            return;
        }
        long mask = (1L << width) - 1;
        // Eight values fill exactly `width` bytes, so the shifts of a group of eight never change.
        int groups = count >>> 3;
        int start = from;
        int row = at;
        if (width <= Byte.SIZE) {
            narrow(bytes, from, width, base, into, at, groups);
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
        int bit = 0;
        for (; row < at + count; row++) {
            into[row] = base + (((long) LONG.get(bytes, start + (bit >>> 3)) >>> (bit & 7)) & mask);
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

    /** Spreads a bitmap to one byte (0 or 1) per row and returns how many are 1. */
    static int spread(byte[] bytes, int from, byte[] into, int at, int count) {
        int ones = 0;
        int row = 0;
        for (; row + 8 <= count; row += 8) {
            int eight = bytes[from + (row >>> 3)] & 0xFF;
            ones += Integer.bitCount(eight);
            long picked = (eight * EACH_BYTE) & 0x8040201008040201L;
            LONG.set(into, at + row, ((picked + 0x7F7F7F7F7F7F7F7FL) >>> 7) & EACH_BYTE);
        }
        for (; row < count; row++) {
            int one = (bytes[from + (row >>> 3)] >>> (row & 7)) & 1;
            into[at + row] = (byte) one;
            ones += one;
        }
        return ones;
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
