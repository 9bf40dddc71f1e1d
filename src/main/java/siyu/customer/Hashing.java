package siyu.customer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A 64-bit hash of bytes. Its values are kept in key blocks of the data file, so it never changes. It only ever chooses
 * candidates: whoever uses it compares the bytes themselves, so a collision costs time and never an answer.
 */
final class Hashing {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Odd, with well spread bits: 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private Hashing() {}

    /** The hash of the bytes from {@code from} to {@code to} (exclusive), different for every seed. */
    static long of(long seed, byte[] bytes, int from, int to) {
        long hash = mix(seed + SPREAD * (to - from + 1L));
        int at = from;
        for (; to - at >= 8; at += 8) {
            hash = mix(hash ^ (long) LONGS.get(bytes, at));
        }
        long rest = 0;
        for (int shift = 0; at < to; at++, shift += 8) {
            rest |= (bytes[at] & 0xFFL) << shift;
        }
        return mix(hash ^ rest);
    }

    /** Stafford's thirteenth variant of the finisher of MurmurHash3: every input bit moves every output bit. */
    private static long mix(long value) {
        long x = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
