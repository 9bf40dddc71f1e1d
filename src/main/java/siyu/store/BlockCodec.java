package siyu.store;

import siyu.fact.Column;
import siyu.fact.Type;

/**
 * Packs values of one column into bytes and back: per block the cheapest of constant, bit-packed, delta, dictionary or plain,
 * with a format byte, the number of rows and a CRC-32C over everything. Unknown rows cost one bit, or nothing when there are
 * none (or only such). Decimals keep their exact bits.
 */
public final class BlockCodec {
    private BlockCodec() {}

    /** Rows {@code from} to {@code to} (exclusive) of a column. */
    public static byte[] encode(Column column, int from, int to) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads a block into rows {@code at} onward of {@code into} (reserved as needed; texts join its dictionary) and returns how
     * many rows it held.
     *
     * @throws siyu.core.Failure when the checksum or the form is wrong
     */
    public static int decode(byte[] block, Type type, Column into, int at) {
        throw new UnsupportedOperationException();
    }

    /** Whole numbers, such as kinds, counts per customer and keys; the same packing. */
    public static byte[] encode(long[] values, int from, int to) {
        throw new UnsupportedOperationException();
    }

    /** Reads whole numbers into {@code into} from {@code at} on, which must have room, and returns how many there were. */
    public static int decode(byte[] block, long[] into, int at) {
        throw new UnsupportedOperationException();
    }

    /** How many rows a block holds, from its head alone. */
    public static int rows(byte[] block) {
        throw new UnsupportedOperationException();
    }
}
