package siyu.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Whole files: what is done to a file that has no name yet, and how it then takes the place of another. */
final class Rewrite {
    private static final long COPY_BYTES = 64L << 20;

    private Rewrite() {}

    /** Something done to a file in the making. */
    @FunctionalInterface
    interface Making {
        void with(Connection connection) throws SQLException;
    }

    /** Works on a file in the making and closes it. */
    static void inside(DataPath making, Making work) {
        try (Connections connections = Connections.open(making, Duration.ZERO, Use.MAKING)) {
            StoreConnection connection = connections.take();
            try {
                work.with(connection);
                connection.commit();
                Connections.execute(connection, "CHECKPOINT SYNC");
            } catch (SQLException | OutOfMemoryError e) {
                throw StoreFailures.of(e, making);
            } finally {
                connections.give(connection);
            }
        }
    }

    /** Writes a file in the making anew without its unused space. */
    static void compact(DataPath making) {
        try (Connections connections = Connections.open(making, Duration.ZERO, Use.MAKING)) {
            StoreConnection connection = connections.take();
            try {
                Connections.execute(connection, "SHUTDOWN COMPACT");
            } catch (SQLException | OutOfMemoryError e) {
                throw StoreFailures.of(e, making);
            } finally {
                connections.discard(connection);
            }
        }
    }

    /**
     * Puts a worked-on copy in the place of an open file. The file stays locked until the store is closed, which the caller does
     * next; what the store then still has open has no name any more.
     */
    static void replace(Store store, Making work) {
        DataPath making = store.path().temporary();
        try {
            store.copyTo(making, connection -> true);
            inside(making, work);
            store.path().replace(making);
        } finally {
            making.discard();
        }
    }

    /** Copies all bytes of an open file. */
    static void copy(FileChannel source, DataPath target) throws IOException {
        try (FileChannel out =
                FileChannel.open(target.file(), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            long size = source.size();
            for (long at = 0; at < size; ) {
                long copied = source.transferTo(at, Math.min(COPY_BYTES, size - at), out);
                if (copied <= 0) {
                    throw new IOException("the copy ended at byte " + at + " of " + size);
                }
                at += copied;
            }
            out.force(true);
        }
    }
}
