package siyu.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes of a block while it is built; numbers are little-endian. */
final class BlockWriter {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes;
    private int size;

    BlockWriter(int capacity) {
        bytes = new byte[Math.max(capacity, 64)];
    }

    private void room(int more) {
        int needed = Math.addExact(size, Math.addExact(more, Long.BYTES));
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length + (bytes.length >> 1)));
        }
    }

    void putByte(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void putInt(int value) {
        putLow(value, Integer.BYTES);
    }

    /** The lowest {@code count} bytes of a number, 0 to 8. */
    void putLow(long value, int count) {
        room(Long.BYTES);
        LONG.set(bytes, size, value);
        size += count;
    }

    /** Seven bits a byte, the lowest first; up to ten bytes. */
    void putUnsigned(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            putByte((int) rest | 0x80);
            rest >>>= 7;
        }
        putByte((int) rest);
    }

    /** A number near zero, either side of it, in few bytes. */
    void putSigned(long value) {
        putUnsigned((value << 1) ^ (value >> 63));
    }

    void putBytes(byte[] source, int from, int to) {
        room(to - from);
        System.arraycopy(source, from, bytes, size, to - from);
        size += to - from;
    }

    /** Puts {@code count} times the lowest {@code width} bits of {@code values[i] - base}, rounded up to a byte. */
    void putBits(long[] values, int from, int count, long base, int width) {
        int length = Bits.length(count, width);
        room(length);
        int at = size;
        if (width == Long.SIZE) {
            for (int i = 0; i < count; i++) {
                LONG.set(bytes, at, values[from + i] - base);
                at += Long.BYTES;
            }
        } else if (width > 0) {
            long pending = 0;
            int filled = 0;
            for (int i = from; i < from + count; i++) {
                long value = values[i] - base;
                pending |= value << filled;
                filled += width;
                if (filled >= Long.SIZE) {
                    LONG.set(bytes, at, pending);
                    at += Long.BYTES;
                    filled -= Long.SIZE;
                    pending = filled == 0 ? 0 : value >>> (width - filled);
                }
            }
            LONG.set(bytes, at, pending);
        }
        size += length;
    }

    /** The checksum of everything so far. */
    int checksum() {
        return Bits.checksum(bytes, size);
    }

    int size() {
        return size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
