package siyu.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import siyu.core.Beside;

/**
 * Writes one file whose parts are made by several threads: each thread takes the next part, makes it, waits for its turn and
 * appends it, so there is never more than one part per thread in memory and the file is the same for any number of threads.
 *
 * <p>The file gets its name when it is whole. With gzip, each part is a member of its own, compressed by its thread.
 */
final class Ordered {
    /** Makes parts; one per thread. */
    interface Maker {
        /** Fills {@code rows} (empty when given); returns how many rows that were. */
        int make(int part, Rows rows);
    }

    private final Path file;
    private final int parts;
    private final boolean gzip;
    private final AtomicInteger next = new AtomicInteger();
    private final Object turn = new Object();
    private int written;
    private long rowCount;
    private @Nullable Throwable failure;

    Ordered(Path file, int parts, boolean gzip) {
        this.file = file;
        this.parts = parts;
        this.gzip = gzip;
    }

    /** Returns the number of rows. */
    long write(int threads, byte[] header, Supplier<Rows> rows, Supplier<Maker> makers, Runnable progress)
            throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(temporary)) {
                append(out, header, header.length);
                run(Math.min(threads, Math.max(1, parts)), () -> work(out, rows.get(), makers.get(), progress));
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return rowCount;
    }

    private void run(int threads, Runnable work) throws IOException {
        Thread[] others = new Thread[threads - 1];
        for (int i = 0; i < others.length; i++) {
            others[i] = Beside.start("sample-" + i, work);
        }
        work.run();
        for (Thread other : others) {
            Beside.await(other, () -> fail(new InterruptedException()));
        }
        Throwable failed = failed();
        if (failed != null) {
            throw failed instanceof IOException io ? io : new IOException(failed);
        }
    }

    private void work(OutputStream out, Rows rows, Maker maker, Runnable progress) {
        try {
            for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                rows.clear();
                int count = maker.make(part, rows);
                byte[] packed = gzip ? Gzip.member(rows.bytes(), rows.size()) : rows.bytes();
                if (!inTurn(out, part, packed, gzip ? packed.length : rows.size(), count)) {
                    return;
                }
                progress.run();
            }
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(e);
        }
    }

    /** Returns whether to go on. */
    private boolean inTurn(OutputStream out, int part, byte[] bytes, int size, int count)
            throws IOException, InterruptedException {
        synchronized (turn) {
            while (written != part && failure == null) {
                turn.wait();
            }
            if (failure != null) {
                return false;
            }
            out.write(bytes, 0, size);
            rowCount += count;
            written++;
            turn.notifyAll();
            return true;
        }
    }

    private void append(OutputStream out, byte[] bytes, int size) throws IOException {
        if (gzip && (size > 0 || parts == 0)) {
            out.write(Gzip.member(bytes, size));
        } else {
            out.write(bytes, 0, size);
        }
    }

    private void fail(Throwable thrown) {
        synchronized (turn) {
            if (failure == null) {
                failure = thrown;
            }
            turn.notifyAll();
        }
    }

    private @Nullable Throwable failed() {
        synchronized (turn) {
            return failure;
        }
    }

    /** Compression. */
    private static final class Gzip {
        private Gzip() {}

        static byte[] member(byte[] bytes, int size) throws IOException {
            java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream(size / 3 + 64);
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed, 1 << 16)) {
                gzip.write(bytes, 0, size);
            }
            return packed.toByteArray();
        }
    }
}
