package siyu.customer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows sorted into partitions as they come: in memory up to a budget, beyond it in a temporary file, so that an import of any
 * size takes constant memory. Several threads write, each through a {@link Writer} of its own; a partition is read whole when
 * all writers are closed. The temporary file has no name from the moment it is opened where the system allows that, so
 * that not even a kill leaves it behind.
 */
final class Spool implements AutoCloseable {
    /** Bytes of a block; the first ones of a partition are smaller, so that small imports stay small. */
    private static final int LARGEST_BLOCK = 16 * 1024;

    private static final int SMALLEST_BLOCK = 512;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final long budget;
    private final Path folder;
    private @Nullable Partition[] partitions = new Partition[64];
    private long inMemory;
    private @Nullable FileChannel file;
    private long fileEnd;

    /** What one partition holds: blocks in memory and stretches of the file, in no particular order. */
    private static final class Partition {
        final List<byte[]> blocks = new ArrayList<>();
        final List<Integer> used = new ArrayList<>();
        /** Pairs of offset and length. */
        long[] stretches = new long[0];

        long bytes;
    }

    /** Bytes of one partition: only the first {@code length} count. */
    record Bytes(byte[] array, int length) {
        static final Bytes NONE = new Bytes(new byte[0], 0);
    }

    /**
     * @param budget bytes to keep in memory
     * @param folder where the temporary file goes when there is more
     */
    Spool(long budget, Path folder) {
        this.budget = budget;
        this.folder = folder;
    }

    Writer writer() {
        return new Writer();
    }

    /** One more than the highest partition written so far. */
    synchronized int end() {
        int end = partitions.length;
        while (end > 0 && partitions[end - 1] == null) {
            end--;
        }
        return end;
    }

    /** Whether a partition has any bytes. */
    synchronized boolean has(int partition) {
        return partition < partitions.length && partitions[partition] != null;
    }

    /** All bytes of a partition, block by block. */
    Bytes read(int partition, byte[] reuse) {
        Partition from;
        synchronized (this) {
            from = partition < partitions.length ? partitions[partition] : null;
        }
        if (from == null) {
            return Bytes.NONE;
        }
        int length = Math.toIntExact(from.bytes);
        byte[] all = reuse.length >= length ? reuse : new byte[length + (length >> 3)];
        int at = 0;
        for (int i = 0; i < from.stretches.length; i += 2) {
            int size = Math.toIntExact(from.stretches[i + 1]);
            fill(ByteBuffer.wrap(all, at, size), from.stretches[i]);
            at += size;
        }
        for (int i = 0; i < from.blocks.size(); i++) {
            System.arraycopy(from.blocks.get(i), 0, all, at, from.used.get(i));
            at += from.used.get(i);
        }
        return new Bytes(all, length);
    }

    /** Forgets a partition. */
    synchronized void release(int partition) {
        if (partition < partitions.length) {
            partitions[partition] = null;
        }
    }

    @Override
    public synchronized void close() {
        partitions = new Partition[0];
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private synchronized void take(int index, byte[] block, int used) {
        if (index >= partitions.length) {
            partitions = Arrays.copyOf(partitions, Math.max(index + 1, partitions.length * 2));
        }
        Partition partition = partitions[index];
        if (partition == null) {
            partition = new Partition();
            partitions[index] = partition;
        }
        partition.blocks.add(block);
        partition.used.add(used);
        partition.bytes += used;
        inMemory += block.length;
        if (inMemory > budget) {
            spill();
        }
    }

    private void spill() {
        try {
            FileChannel to = file;
            if (to == null) {
                to = FileChannel.open(
                        Files.createTempFile(folder, "siyu-", ".tmp"),
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
                file = to;
            }
            for (Partition partition : partitions) {
                if (partition != null && !partition.blocks.isEmpty()) {
                    spill(partition, to);
                }
            }
            inMemory = 0;
        } catch (IOException e) {
            throw CustomerCode.SPILL.problem(folder, e).failure();
        }
    }

    private void spill(Partition partition, FileChannel to) throws IOException {
        long start = fileEnd;
        for (int i = 0; i < partition.blocks.size(); i++) {
            ByteBuffer buffer = ByteBuffer.wrap(partition.blocks.get(i), 0, partition.used.get(i));
            while (buffer.hasRemaining()) {
                fileEnd += to.write(buffer, fileEnd);
            }
        }
        partition.blocks.clear();
        partition.used.clear();
        int stretches = partition.stretches.length;
        partition.stretches = Arrays.copyOf(partition.stretches, stretches + 2);
        partition.stretches[stretches] = start;
        partition.stretches[stretches + 1] = fileEnd - start;
    }

    private void fill(ByteBuffer buffer, long from) {
        FileChannel source = file;
        if (source == null) {
            throw new IllegalStateException("a stretch without a file");
        }
        try {
            long at = from;
            while (buffer.hasRemaining()) {
                int read = source.read(buffer, at);
                if (read < 0) {
                    throw new IOException("the temporary file ends early");
                }
                at += read;
            }
        } catch (IOException e) {
            throw CustomerCode.SPILL.problem(folder, e).failure();
        }
    }

    /** Writes rows of one thread. A row lies in one piece. */
    final class Writer implements AutoCloseable {
        private byte[][] open = new byte[64][];
        private int[] used = new int[64];
        private int partition;
        private byte[] bytes = new byte[0];
        private int at;

        /** Starts a row that takes at most {@code most} bytes. */
        void begin(int to, int most) {
            if (to >= open.length) {
                int length = Math.max(to + 1, open.length * 2);
                open = Arrays.copyOf(open, length);
                used = Arrays.copyOf(used, length);
            }
            byte[] block = open[to];
            if (block == null || used[to] + most > block.length) {
                int next = SMALLEST_BLOCK;
                if (block != null) {
                    take(to, block, used[to]);
                    next = Math.min(LARGEST_BLOCK, block.length * 2);
                }
                block = new byte[Math.max(next, most)];
                open[to] = block;
                used[to] = 0;
            }
            partition = to;
            bytes = block;
            at = used[to];
        }

        /** Ends the row. */
        void end() {
            used[partition] = at;
        }

        /** How far the row has come. */
        int at() {
            return at;
        }

        /** Leaves four bytes for a number that is known later. */
        void skipInt() {
            at += 4;
        }

        void intAt(int position, int value) {
            INTS.set(bytes, position, value);
        }

        void fixedInt(int value) {
            INTS.set(bytes, at, value);
            at += 4;
        }

        void fixed(long value) {
            LONGS.set(bytes, at, value);
            at += 8;
        }

        /** Seven bits a byte, low ones first; 1 to 10 bytes. */
        void whole(long value) {
            byte[] to = bytes;
            int position = at;
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                to[position++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            to[position++] = (byte) rest;
            at = position;
        }

        /** A number that may be negative: near zero is short. */
        void signed(long value) {
            whole((value << 1) ^ (value >> 63));
        }

        void text(byte[] source, int from, int to) {
            whole(to - from);
            System.arraycopy(source, from, bytes, at, to - from);
            at += to - from;
        }

        /** Hands over what is left; the writer may go on afterwards. */
        @Override
        public void close() {
            for (int i = 0; i < open.length; i++) {
                byte[] block = open[i];
                if (block != null && used[i] > 0) {
                    take(i, block, used[i]);
                }
            }
            open = new byte[64][];
            used = new int[64];
        }
    }

    /** Reads what a {@link Writer} wrote. */
    static final class Cursor {
        byte[] bytes = new byte[0];
        int at;
        int end;

        void on(Bytes source) {
            bytes = source.array();
            at = 0;
            end = source.length();
        }

        int fixedInt() {
            int value = (int) INTS.get(bytes, at);
            at += 4;
            return value;
        }

        long fixed() {
            long value = (long) LONGS.get(bytes, at);
            at += 8;
            return value;
        }

        long whole() {
            byte first = bytes[at++];
            if (first >= 0) {
                return first;
            }
            long value = first & 0x7F;
            int shift = 7;
            while (true) {
                byte next = bytes[at++];
                value |= (next & 0x7FL) << shift;
                if (next >= 0) {
                    return value;
                }
                shift += 7;
            }
        }

        long signed() {
            long value = whole();
            return (value >>> 1) ^ -(value & 1);
        }
    }
}
