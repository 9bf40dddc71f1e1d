package siyu.importing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What kinds of bytes some bytes hold: all that later steps want to know, in one pass, eight bytes at a time. */
final class Survey {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    /** Line feeds. */
    int feeds;

    /** Whether there is a quote. */
    boolean quote;

    /** Whether there is a carriage return. */
    boolean carriage;

    /** Whether there is a byte 0. */
    boolean nul;

    /** Whether there is a byte of 128 or more. */
    boolean high;

    /** Looks at the bytes. */
    void of(byte[] bytes, int from, int to) {
        long quotes = 0;
        long carriages = 0;
        long nuls = 0;
        long highs = 0;
        int lines = 0;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) LONGS.get(bytes, i);
            long q = word ^ '"' * ONES;
            long c = word ^ '\r' * ONES;
            long f = word ^ '\n' * ONES;
            // The classic test for a byte 0, exact as to whether there is one; the one for feeds is exact per byte.
            quotes |= (q - ONES) & ~q;
            carriages |= (c - ONES) & ~c;
            nuls |= (word - ONES) & ~word;
            highs |= word;
            lines += Long.bitCount(~((f & ~HIGH) + ~HIGH | f) & HIGH);
        }
        quote = (quotes & HIGH) != 0;
        carriage = (carriages & HIGH) != 0;
        nul = (nuls & HIGH) != 0;
        high = (highs & HIGH) != 0;
        for (; i < to; i++) {
            byte b = bytes[i];
            quote |= b == '"';
            carriage |= b == '\r';
            nul |= b == 0;
            high |= b < 0;
            lines += b == '\n' ? 1 : 0;
        }
        feeds = lines;
    }
}
