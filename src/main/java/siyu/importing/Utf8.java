package siyu.importing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Strict UTF-8 over byte arrays: eight ASCII bytes at a time, no decoding. */
final class Utf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH = 0x8080808080808080L;

    private Utf8() {}

    /** Where the first byte that is not UTF-8 stands, or -1. Surrogates, overlong forms and values over U+10FFFF are not UTF-8. */
    static int invalid(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (i + 8 <= to && ((long) LONGS.get(bytes, i) & HIGH) == 0) {
                i += 8;
                continue;
            }
            int size = size(bytes, i, to);
            if (size == 0) {
                return i;
            }
            i += size;
        }
        return -1;
    }

    /** The length of the character at {@code i}, or 0 when there is none. */
    private static int size(byte[] bytes, int i, int to) {
        int first = bytes[i];
        if (first >= 0) {
            return 1;
        }
        int lead = first & 0xFF;
        if (lead < 0xC2 || lead > 0xF4 || i + 1 >= to) {
            return 0;
        }
        int second = bytes[i + 1] & 0xFF;
        if (lead < 0xE0) {
            return (second & 0xC0) == 0x80 ? 2 : 0;
        }
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > most || i + 2 >= to || (bytes[i + 2] & 0xC0) != 0x80) {
            return 0;
        }
        if (lead < 0xF0) {
            return 3;
        }
        return i + 3 < to && (bytes[i + 3] & 0xC0) == 0x80 ? 4 : 0;
    }

    /** Whether there is a byte 0. */
    static boolean hasNul(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) LONGS.get(bytes, i);
            if (((word - 0x0101010101010101L) & ~word & HIGH) != 0) {
                return true;
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Writes UTF-16 as UTF-8 and returns the end, or -1 at a lone surrogate; needs three bytes of room a character. */
    static int encode(char[] source, int offset, int size, byte[] target, int at) {
        int out = at;
        int end = offset + size;
        for (int i = offset; i < end; i++) {
            char c = source[i];
            if (c < 0x80) {
                target[out++] = (byte) c;
            } else if (c < 0x800) {
                target[out++] = (byte) (0xC0 | c >> 6);
                target[out++] = (byte) (0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                target[out++] = (byte) (0xE0 | c >> 12);
                target[out++] = (byte) (0x80 | c >> 6 & 0x3F);
                target[out++] = (byte) (0x80 | c & 0x3F);
            } else if (i + 1 < end && Character.isSurrogatePair(c, source[i + 1])) {
                int point = Character.toCodePoint(c, source[++i]);
                target[out++] = (byte) (0xF0 | point >> 18);
                target[out++] = (byte) (0x80 | point >> 12 & 0x3F);
                target[out++] = (byte) (0x80 | point >> 6 & 0x3F);
                target[out++] = (byte) (0x80 | point & 0x3F);
            } else {
                return -1;
            }
        }
        return out;
    }
}
