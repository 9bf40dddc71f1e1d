package siyu.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Properties;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;

/** The connections of one open data file: one per thread that works at a time, kept for the next. */
final class Connections implements AutoCloseable {
    /** Ours alone, so that a database of another program refuses before anything of it is touched. */
    private static final String USER = "SIYU";

    private static final int MOST_IDLE = 16;
    private static final int PAUSE_MILLIS = 20;

    private final DataPath path;
    private final ArrayDeque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    private Connections(DataPath path) {
        this.path = path;
    }

    /** Opens the file, waiting while another process has it. */
    static Connections open(DataPath path, Duration timeout) {
        Connections connections = new Connections(path);
        long left = timeout.toMillis();
        while (true) {
            Object before = path.identity();
            Connection connection = connections.tryConnect(left <= 0);
            if (connection != null) {
                connections.idle.push(connection);
                // Between the look at the name and the lock a compaction may have put another file there; what we have
                // open then has no name, and changes to it would be lost.
                if (path.identity().equals(before)) {
                    return connections;
                }
                connections.close();
                connections = new Connections(path);
            }
            pause(path);
            left -= PAUSE_MILLIS;
        }
    }

    private static void pause(DataPath path) {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreFailures.of(e, path);
        }
    }

    /** Null when the file is busy and there is time left. */
    private @Nullable Connection tryConnect(boolean last) {
        try {
            return connect(path);
        } catch (SQLException e) {
            if (e.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw Foreign.tell(e, path);
            }
            if (!last) {
                return null;
            }
            throw path.failure(StoreCode.BUSY, "'" + path.shown() + "' is in use by " + new Holder(path).describe());
        }
    }

    private static Connection connect(DataPath path) throws SQLException {
        // Not through DriverManager, which would look for drivers on the whole class path.
        Connection connection = new JdbcConnection(path.url(), new Properties(), USER, "", false);
        connection.setAutoCommit(false);
        return connection;
    }

    Connection take() {
        synchronized (idle) {
            if (closed) {
                throw new IllegalStateException("the data file is closed");
            }
            Connection connection = idle.poll();
            if (connection != null) {
                return connection;
            }
        }
        try {
            return connect(path);
        } catch (SQLException e) {
            throw StoreFailures.of(e, path);
        }
    }

    /** Takes a connection back; what it did and did not commit is undone. */
    void give(Connection connection) {
        try {
            connection.rollback();
            synchronized (idle) {
                if (!closed && idle.size() < MOST_IDLE) {
                    idle.push(connection);
                    return;
                }
            }
            connection.close();
        } catch (SQLException e) {
            discard(connection);
        }
    }

    /** Undoes what a connection did and drops it: after a failure nothing is known about its state. */
    void undo(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The database is closed or broken; then nothing of the change is in the file.
            dropIdle();
        }
        discard(connection);
    }

    private void dropIdle() {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                discard(idle.pop());
            }
        }
    }

    /** Drops a connection that may be broken; closing it undoes what was not committed. */
    void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            return;
        }
    }

    /** Runs a statement of the database itself. */
    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Closes the file. With compaction off this is one write of a few blocks. */
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            dropIdle();
        }
    }
}
