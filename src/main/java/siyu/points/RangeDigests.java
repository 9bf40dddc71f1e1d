package siyu.points;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The digests of all ranges of all postings, 44 bytes each; gathered by several threads, then asked by posting. */
final class RangeDigests {
    private static final int BYTES = 32;

    private long[] keys = new long[64];
    private byte[] digests = new byte[64 * BYTES];
    private int size;
    private long[] order = {};

    /** The digests of one posting by range, ascending. */
    record Of(List<Integer> ranges, List<byte[]> digests) {}

    /** Hashes the entries of one range, each posting by itself, and adds what comes out. */
    void range(int range, Entries entries, int postings) {
        long[] rows = new long[entries.size()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = (long) entries.posting[row] << 32 | row;
        }
        Arrays.sort(rows);
        MessageDigest digest = Chain.sha256();
        ByteBuffer buffer = Chain.buffer();
        for (int i = 0; i < rows.length; i++) {
            Chain.entry(digest, buffer, entries, (int) rows[i]);
            int posting = (int) (rows[i] >> 32);
            if (i + 1 == rows.length || (int) (rows[i + 1] >> 32) != posting) {
                byte[] done = digest.digest();
                if (posting >= 1 && posting <= postings) {
                    add(posting, range, done);
                }
            }
        }
    }

    private synchronized void add(int posting, int range, byte[] digest) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            digests = Arrays.copyOf(digests, 2 * size * BYTES);
        }
        keys[size] = (long) posting << 32 | range;
        System.arraycopy(digest, 0, digests, size * BYTES, BYTES);
        size++;
    }

    /** When all ranges are there: puts them in order. */
    void sort() {
        Integer[] places = new Integer[size];
        Arrays.setAll(places, place -> place);
        Arrays.sort(places, (a, b) -> Long.compare(keys[a], keys[b]));
        order = Arrays.stream(places).mapToLong(place -> place).toArray();
    }

    /** The digests of a posting; {@code from} is where those of earlier postings end in the order. */
    Of of(int posting, int from) {
        List<Integer> ranges = new ArrayList<>();
        List<byte[]> found = new ArrayList<>();
        for (int i = from; i < size && keys[(int) order[i]] >> 32 == posting; i++) {
            int place = (int) order[i];
            ranges.add((int) keys[place]);
            found.add(Arrays.copyOfRange(digests, place * BYTES, (place + 1) * BYTES));
        }
        return new Of(ranges, found);
    }
}
