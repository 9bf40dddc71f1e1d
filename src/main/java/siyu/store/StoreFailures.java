package siyu.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.sql.SQLException;
import java.util.List;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import siyu.core.Failure;

/** What the database says, in the words of siyu. */
final class StoreFailures {
    /** How operating systems say that nothing more fits, a limit on the size of files included. */
    private static final List<String> FULL =
            List.of("No space left", "not enough space", "quota exceeded", "File too large");

    /** What the storage below the database says of bytes that make no sense. */
    private static final List<Integer> DAMAGES = List.of(
            DataUtils.ERROR_FILE_CORRUPT,
            DataUtils.ERROR_READING_FAILED,
            DataUtils.ERROR_CHUNK_NOT_FOUND,
            DataUtils.ERROR_INTERNAL);

    private StoreFailures() {}

    /** A failure while opening: what the database cannot make sense of then is its own catalogue. */
    static Failure opening(SQLException thrown, DataPath path) {
        Failure failure = of(thrown, path);
        return failure.problems().get(0).code() == StoreCode.SQL
                ? path.failure(
                        StoreCode.DAMAGED,
                        "'" + path.shown() + "' could not be opened by the database: " + words(thrown))
                : failure;
    }

    static Failure of(Throwable thrown, DataPath path) {
        if (thrown instanceof Failure failure) {
            return failure;
        }
        String file = "'" + path.shown() + "'";
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return memory(path, file);
            }
            if (cause instanceof ClosedByInterruptException || cause instanceof InterruptedException) {
                return path.failure(StoreCode.CANCELLED, "the change of " + file + " was interrupted");
            }
            if (cause instanceof IOException io && isFull(io)) {
                return path.problem(StoreCode.FULL, "there was no room to write " + file)
                        .hint("free some space and do it again; nothing was changed")
                        .failure();
            }
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MVStoreException storage && DAMAGES.contains(storage.getErrorCode())) {
                return path.failure(
                        StoreCode.DAMAGED, file + " could not be read by the database: " + storage.getMessage());
            }
        }
        return thrown instanceof SQLException sql
                ? of(sql, path, file)
                : path.failure(StoreCode.SQL, "the database stopped: " + thrown);
    }

    private static Failure of(SQLException thrown, DataPath path, String file) {
        return switch (thrown.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                path.failure(StoreCode.BUSY, file + " is in use by another process");
            case ErrorCode.LOCK_TIMEOUT_1, ErrorCode.DEADLOCK_1, ErrorCode.CONCURRENT_UPDATE_1 ->
                path.failure(StoreCode.BUSY, file + " is being changed by another command of this process");
            case ErrorCode.OUT_OF_MEMORY -> memory(path, file);
            case ErrorCode.FILE_VERSION_ERROR_1 ->
                path.failure(StoreCode.NEWER, file + " was written by another version of the database");
            case ErrorCode.WRONG_USER_OR_PASSWORD ->
                path.failure(StoreCode.FOREIGN, file + " is a database of another program");
            case ErrorCode.STATEMENT_WAS_CANCELED ->
                path.failure(StoreCode.CANCELLED, "the change of " + file + " was interrupted");
            // No statement of ours converts what somebody wrote: values that do not fit their columns come of a damaged
            // file.
            case ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.DATA_CONVERSION_ERROR_1,
                    ErrorCode.HEX_STRING_ODD_1,
                    ErrorCode.HEX_STRING_WRONG_1 ->
                path.failure(StoreCode.DAMAGED, file + " could not be read by the database: " + words(thrown));
            default -> path.failure(StoreCode.SQL, "the database refused a statement: " + words(thrown));
        };
    }

    private static Failure memory(DataPath path, String file) {
        return path.problem(StoreCode.MEMORY, "there was not enough memory to change " + file)
                .hint("SIYU_JAVA_OPTIONS=-Xmx8g gives 8 GB; nothing was changed")
                .failure();
    }

    /** The first line, without the statement and the number that H2 appends. */
    private static String words(SQLException thrown) {
        String message = String.valueOf(thrown.getMessage());
        int end = message.indexOf("; SQL statement");
        String first = end < 0 ? message : message.substring(0, end);
        return first.lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }

    static boolean isFull(IOException thrown) {
        String message = String.valueOf(thrown.getMessage());
        return FULL.stream().anyMatch(message::contains);
    }
}
