package siyu.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.message.DbException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import siyu.core.Failure;

/**
 * A look at a file that changes nothing, before the database opens it. The database falls back to the last state it can read,
 * says nothing about it and goes on from there: one damaged block can silently undo the last changes, or all of them, and then
 * the rest is overwritten. After a clean closing the head of the file names the last state; its storage is first asked, read-only,
 * whether it can read that one. After a kill the head may name a state that was never promised, and falling back is right.
 *
 * <p>Reads two blocks and the root of the storage: about a millisecond. Closing any handle of a file gives up the lock that this
 * process has on it, so a file that the process has open already is not looked at (see {@link OpenFiles}).
 */
final class Probe {
    private static final int HEAD = 4096;
    private static final String FIRST_BYTES = "H:2,";
    private static final Pattern VERSION = Pattern.compile(",version:([0-9a-f]{1,15}),");

    private Probe() {}

    /**
     * Looks.
     *
     * @return false when another process has the file open
     * @throws Failure when the file is not a database or is damaged
     */
    static boolean look(DataPath path) {
        long promised = promised(path);
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(path.file().toString())
                    .readOnly()
                    .autoCommitDisabled()
                    .open();
            boolean good = holds(store, promised);
            store.closeImmediately();
            if (!good) {
                throw lost(path);
            }
            return true;
        } catch (MVStoreException e) {
            return switch (e.getErrorCode()) {
                case DataUtils.ERROR_FILE_LOCKED -> false;
                case DataUtils.ERROR_UNSUPPORTED_FORMAT ->
                    throw path.failure(
                            StoreCode.NEWER, "'" + path.shown() + "' was written by another version of the database");
                default ->
                    throw path.failure(
                            StoreCode.DAMAGED,
                            "'" + path.shown() + "' could not be read by the database: " + e.getMessage());
            };
        } catch (DbException e) {
            // The storage leans on the database above it to read numbers.
            throw StoreFailures.opening(e.getSQLException(), path);
        }
    }

    /**
     * The last state of a file that was closed cleanly; -1 for one that was not.
     *
     * @throws Failure when the file is not a database
     */
    static long promised(DataPath path) {
        String[] heads = heads(path);
        if (!heads[0].startsWith(FIRST_BYTES) && !heads[1].startsWith(FIRST_BYTES)) {
            throw path.failure(StoreCode.FOREIGN, "'" + path.shown() + "' is not a data file of siyu");
        }
        return Math.max(cleanVersion(heads[0]), cleanVersion(heads[1]));
    }

    /** Whether a storage that nothing was changed in since it was opened read the state that was promised. */
    static boolean holds(MVStore store, long promised) {
        return store.getCurrentVersion() >= promised && !store.getMapNames().isEmpty();
    }

    static Failure lost(DataPath path) {
        return path.failure(StoreCode.DAMAGED, "the last state of '" + path.shown() + "' cannot be read");
    }

    /** The two copies of the head, each of one line. */
    private static String[] heads(DataPath path) {
        try (InputStream in = Files.newInputStream(path.file())) {
            byte[] bytes = in.readNBytes(2 * HEAD);
            return new String[] {head(bytes, 0), head(bytes, HEAD)};
        } catch (IOException e) {
            throw path.access(e);
        }
    }

    private static String head(byte[] bytes, int at) {
        int length = Math.max(0, Math.min(bytes.length - at, 512));
        return new String(bytes, Math.min(at, bytes.length), length, StandardCharsets.ISO_8859_1);
    }

    /** The version a head names after a clean closing; -1 for one that was not closed or cannot be read. */
    private static long cleanVersion(String head) {
        Matcher matcher = VERSION.matcher(head);
        return head.startsWith(FIRST_BYTES) && head.contains(",clean:1,") && matcher.find()
                ? Long.parseLong(matcher.group(1), 16)
                : -1;
    }
}
