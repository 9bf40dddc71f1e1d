package siyu.store;

import siyu.core.Failure;

/** Walks through the bytes of a block and refuses to leave them. */
final class BlockReader {
    final byte[] bytes;
    private final int end;
    private int at;

    BlockReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    static Failure damaged(String what) {
        return StoreCode.BLOCK_DAMAGED.failure("a packed block is damaged: " + what);
    }

    /** Passes over {@code count} bytes and returns where they start. */
    int skip(long count) {
        if (count < 0 || count > end - at) {
            throw damaged("it says it holds more than it does");
        }
        int start = at;
        at += (int) count;
        return start;
    }

    int nextByte() {
        return bytes[skip(1)] & 0xFF;
    }

    /** A number of {@code count} bytes, 0 to 8. The last bytes of a block are never numbers of this kind, so eight can be read. */
    long nextLow(int count) {
        int start = skip(count);
        return count == 0 ? 0 : Bits.longAt(bytes, start) & (-1L >>> (Long.SIZE - 8 * count));
    }

    long nextUnsigned() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = nextByte();
            value |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw damaged("a number in it has no end");
    }

    long nextSigned() {
        long value = nextUnsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    /** A count of things that cannot be more than {@code limit}. */
    int nextCount(int limit) {
        long count = nextUnsigned();
        if (count < 0 || count > limit) {
            throw damaged("a count in it is out of range");
        }
        return (int) count;
    }

    int rest() {
        return end - at;
    }
}
