package siyu.importing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.ZipException;
import siyu.core.Failure;
import siyu.core.Place;

/** The bytes of one input, decompressed when they begin as gzip does. Counts and hashes what was read before decompression. */
final class ByteSource implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final String file;
    private final InputStream stream;

    private ByteSource(String file, InputStream stream) {
        this.file = file;
        this.stream = stream;
    }

    /** Opens {@code file}, or standard input when it is {@code -}. */
    static ByteSource open(String file, RecordReader.Setting setting, Tally tally) {
        try {
            InputStream raw = file.equals("-")
                    ? unclosed(setting.input())
                    : Files.newInputStream(setting.directory().resolve(file));
            BufferedInputStream counted = new BufferedInputStream(new Counted(raw, tally), BUFFER);
            counted.mark(2);
            boolean gzip = counted.read() == 0x1F && counted.read() == 0x8B;
            counted.reset();
            return new ByteSource(file, gzip ? new Gunzip(counted) : counted);
        } catch (EOFException e) {
            throw damaged(file, "ends too early");
        } catch (ZipException e) {
            throw damaged(file, "is damaged: " + e.getMessage());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Refuses what is not there or is no file, before anything is asked about its form.
     *
     * @throws Failure when it is missing or a directory
     */
    static void check(String file, Path directory) {
        if (file.equals("-")) {
            return;
        }
        Path path = directory.resolve(file);
        if (!Files.exists(path)) {
            throw Cell.problem(ImportCode.FILE_MISSING, "there is no file " + Cell.quote(file), null)
                    .at(Place.file(file))
                    .failure();
        }
        if (Files.isDirectory(path)) {
            throw Cell.problem(ImportCode.FILE_IS_DIRECTORY, Cell.quote(file) + " is a directory", null)
                    .at(Place.file(file))
                    .failure();
        }
    }

    private static InputStream unclosed(InputStream input) {
        return new java.io.FilterInputStream(input) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return in.read(bytes, offset, length);
            }

            @Override
            public void close() {}
        };
    }

    /** Fills the array from {@code from} on and returns how many bytes came; fewer than asked for only at the end. */
    int read(byte[] bytes, int from, int length) {
        try {
            return stream.readNBytes(bytes, from, length);
        } catch (EOFException e) {
            throw damaged(file, "ends too early");
        } catch (ZipException e) {
            throw damaged(file, "is damaged: " + e.getMessage());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Failure damaged(String file, String how) {
        return Cell.problem(ImportCode.GZIP_DAMAGED, "the compressed file " + Cell.quote(file) + " " + how, null)
                .at(Place.file(file))
                .failure();
    }

    private static Failure unreadable(String file, IOException e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return Cell.problem(ImportCode.FILE_UNREADABLE, Cell.quote(file) + " cannot be read: " + why, null)
                .at(Place.file(file))
                .failure();
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // Everything that was wanted has been read.
        }
    }

    /** What was read of all inputs together. */
    static final class Tally {
        /** Written by the reading thread only. */
        volatile long bytes;

        private final MessageDigest digest;

        Tally() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        /** SHA-256 of everything read, hexadecimal; once, at the end. */
        String hash() {
            return java.util.HexFormat.of().formatHex(digest.digest());
        }
    }

    private static final class Counted extends java.io.FilterInputStream {
        private final Tally tally;

        Counted(InputStream in, Tally tally) {
            super(in);
            this.tally = tally;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            if (read > 0) {
                tally.digest.update(bytes, offset, read);
                tally.bytes += read;
            }
            return read;
        }
    }
}
