package siyu.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import siyu.fact.Column;

/**
 * Reads blocks of booleans as bits, of which 64 are worked on at once. The bits are kept as {@link Column#bits} has them, so most
 * are only copied.
 */
final class BitCoding {
    private BitCoding() {}

    /** Bits {@code 0} to {@code count - 1} of the bitmap at byte {@code from}; those of the last word beyond them are 0. */
    static void copy(byte[] bytes, int from, int count, long[] into, int at) {
        int words = count / Long.SIZE;
        ByteBuffer.wrap(bytes, from, words * Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer()
                .get(into, at, words);
        int rest = count % Long.SIZE;
        if (rest > 0) {
            // The eight bytes that end every block let this read pass the last bit.
            into[at + words] = Bits.longAt(bytes, from + words * Long.BYTES) & ((1L << rest) - 1);
        }
    }

    /** How many bits of the words are 1. */
    static int ones(long[] words, int from, int to) {
        int ones = 0;
        for (int word = from; word < to; word++) {
            ones += Long.bitCount(words[word]);
        }
        return ones;
    }

    /**
     * Moves values that lie together to the rows that are known.
     *
     * @param values one bit each, from the first word on; one word more than they need
     * @param known by row, from word {@code at} on
     * @param into the same
     */
    static void spread(long[] values, long[] known, long[] into, int at, int words) {
        int next = 0;
        for (int word = at; word < at + words; word++) {
            long rows = known[word];
            int shift = next % Long.SIZE;
            long more = shift == 0 ? 0 : values[next / Long.SIZE + 1] << (Long.SIZE - shift);
            long bits = (values[next / Long.SIZE] >>> shift) | more;
            into[word] = rows == -1 ? bits : rows == 0 ? 0 : expand(bits, rows);
            next += Long.bitCount(rows);
        }
    }

    /**
     * Moves the lowest bits of {@code bits} to where {@code mask} has ones, in order: what {@code Long.expand} does since Java 19.
     * Bits are moved by powers of two, the farthest first (H. S. Warren, Hacker's Delight, 7-5).
     */
    static long expand(long bits, long mask) {
        long left = mask;
        long zeros = ~mask << 1;
        long[] moves = new long[6];
        for (int step = 0; step < moves.length; step++) {
            // Bit i says whether an odd number of the zeros left to count lie below row i.
            long odd = zeros ^ (zeros << 1);
            odd ^= odd << 2;
            odd ^= odd << 4;
            odd ^= odd << 8;
            odd ^= odd << 16;
            odd ^= odd << 32;
            long moved = odd & left;
            moves[step] = moved;
            left = (left ^ moved) | (moved >>> (1 << step));
            zeros &= ~odd;
        }
        long expanded = bits;
        for (int step = moves.length - 1; step >= 0; step--) {
            expanded = (expanded & ~moves[step]) | ((expanded << (1 << step)) & moves[step]);
        }
        return expanded & mask;
    }
}
