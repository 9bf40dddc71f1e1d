package siyu.customer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import siyu.store.BlockCodec;
import siyu.store.Scratch;
import siyu.store.Store;

/** The SQL of key blocks: where the customers and events with a hash are. */
final class KeyStore {
    static final int CUSTOMERS = 1;
    static final int EVENTS = 2;

    private KeyStore() {}

    /**
     * Some keys, ascending, ready to be written.
     *
     * @param low the hash of the first
     * @param high the hash of the last
     */
    record Keys(long low, long high, int rows, byte[] hashes, byte[] ranges) {}

    /** Packs ascending keys in pieces of the same size as they come; for one thread at a time. */
    static final class Packer {
        private final List<Keys> packed = new ArrayList<>();
        private final long[] hashes;
        private final long[] ranges;
        private int size;

        Packer(int rows) {
            hashes = new long[rows];
            ranges = new long[rows];
        }

        void add(long[] keys) {
            for (long key : keys) {
                hashes[size] = EventKeys.hashOf(key);
                ranges[size++] = EventKeys.partitionOf(key);
                if (size == hashes.length) {
                    pack();
                }
            }
        }

        private void pack() {
            packed.add(new Keys(
                    hashes[0],
                    hashes[size - 1],
                    size,
                    BlockCodec.encode(hashes, 0, size),
                    BlockCodec.encode(ranges, 0, size)));
            size = 0;
        }

        /** All pieces, when the last key was added. */
        List<Keys> finish() {
            if (size > 0) {
                pack();
            }
            return packed;
        }
    }

    /** The keys whose hash lies from {@code low} to {@code high} (inclusive), ascending; of batches up to one. */
    static long[] read(Store store, int space, long low, long high, long batch) {
        return store.read(connection -> read(connection, space, low, high, batch));
    }

    private static long[] read(Connection connection, int space, long low, long high, long batch) throws SQLException {
        long[] keys = new long[64];
        int size = 0;
        long[] hashes = new long[0];
        long[] ranges = new long[0];
        Scratch scratch = new Scratch();
        int blocks = 0;
        try (PreparedStatement select = connection.prepareStatement("SELECT row_count, hashes, ranges FROM key_block"
                + " WHERE space = ? AND low <= ? AND high >= ? AND run_id <= ? ORDER BY low")) {
            select.setInt(1, space);
            select.setLong(2, high);
            select.setLong(3, low);
            select.setLong(4, batch);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    blocks++;
                    int count = rows.getInt(1);
                    if (hashes.length < count) {
                        hashes = new long[count];
                        ranges = new long[count];
                    }
                    byte[] packed = rows.getBytes(3);
                    if (BlockCodec.decode(rows.getBytes(2), hashes, 0, scratch) != count
                            || BlockCodec.rows(packed) != count) {
                        throw CustomerCode.DAMAGED
                                .problem("a block of keys does not have the rows it should have")
                                .failure();
                    }
                    int from = first(hashes, count, low);
                    int to = first(hashes, count, high + 1);
                    BlockCodec.decode(packed, from, to, ranges, 0, scratch);
                    if (size + to - from > keys.length) {
                        keys = Arrays.copyOf(keys, Math.max(keys.length * 2, size + to - from));
                    }
                    for (int i = from; i < to; i++) {
                        keys[size++] = EventKeys.key(hashes[i], (int) ranges[i - from]);
                    }
                }
            }
        }
        long[] found = Arrays.copyOf(keys, size);
        if (blocks > 1) {
            Arrays.sort(found);
        }
        return found;
    }

    /** The first row whose hash is not less. */
    private static int first(long[] hashes, int count, long hash) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hashes[middle] < hash) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
