package siyu.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import siyu.core.Failure;

/** Tells a file that is damaged from one that never was a data file, after the database refused it. */
final class Foreign {
    private static final String FIRST_BYTES = "H:2,";

    private Foreign() {}

    static Failure tell(SQLException thrown, DataPath path) {
        if (thrown.getErrorCode() == ErrorCode.FILE_CORRUPTED_1 && !startsAsDatabase(path)) {
            return path.failure(StoreCode.FOREIGN, "'" + path.shown() + "' is not a data file of siyu");
        }
        return StoreFailures.of(thrown, path);
    }

    /** Opens the file, which is safe for its lock only because the database did not take it. */
    private static boolean startsAsDatabase(DataPath path) {
        try (InputStream in = Files.newInputStream(path.file())) {
            byte[] head = in.readNBytes(2 * 4096);
            return startsAt(head, 0) || startsAt(head, 4096);
        } catch (IOException e) {
            throw path.access(e);
        }
    }

    private static boolean startsAt(byte[] head, int at) {
        return head.length >= at + FIRST_BYTES.length()
                && new String(head, at, FIRST_BYTES.length(), StandardCharsets.ISO_8859_1).equals(FIRST_BYTES);
    }
}
