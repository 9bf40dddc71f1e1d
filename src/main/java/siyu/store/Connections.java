package siyu.store;

import java.nio.channels.FileChannel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The connections of one open data file: one per thread that works at a time, kept for the next. */
final class Connections implements AutoCloseable {
    /** Ours alone, so that a database of another program refuses before anything of it is touched. */
    private static final String USER = "SIYU";

    static {
        // Before any class of the database asks for it: it would look up every value that it reads among those
        // read last, which all threads share. That is an eighth of reading a ledger, and hardly ever finds any.
        System.setProperty("h2.objectCache", "false");
    }

    private static final int MOST_IDLE = 16;
    private static final int PAUSE_MILLIS = 20;

    private final DataPath path;
    private final Object identity;
    private final ArrayDeque<StoreConnection> idle = new ArrayDeque<>();
    private final LateTables late;

    private Use use;
    private boolean closed;
    private boolean shared;

    private Connections(DataPath path, Use use, Object identity) {
        this.path = path;
        this.use = use;
        this.identity = identity;
        this.late = new LateTables(this::connect);
    }

    /** Says which steps the file has not seen because it keeps nothing of their features, and when it was opened. */
    void late(Connection connection, Schema.Missing missing, Instant now) {
        try {
            // Another store of this process may be making them right now.
            if (!shared && !missing.half().isEmpty()) {
                LateTables.clear(connection, missing.half());
            }
        } catch (SQLException e) {
            throw StoreFailures.of(e, path);
        }
        late.expect(missing.late(), now);
    }

    /** Opens the file, waiting while another process has it. */
    static Connections open(DataPath path, Duration timeout, Use use) {
        Ready.await();
        long left = timeout.toMillis();
        while (true) {
            Connections connections = new Connections(path, use, path.identity());
            if (connections.tryOpen(left <= 0)) {
                // Between the look at the name and the lock a compaction may have put another file there; what we have
                // open then has no name, and changes to it would be lost.
                if (path.identity().equals(connections.identity)) {
                    return connections;
                }
                connections.close();
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

    /** Says whether the file is open now; false when it is busy and there is time left. */
    private boolean tryOpen(boolean last) {
        boolean open = false;
        try {
            open = OpenFiles.<SQLException>open(identity, this::connect);
        } catch (SQLException e) {
            if (e.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw StoreFailures.opening(e, path);
            }
        }
        if (!open && last) {
            throw path.failure(StoreCode.BUSY, "'" + path.shown() + "' is in use by " + new Holder(path).describe());
        }
        return open;
    }

    /** Opens the first connection, as the process has the file open already or as is wanted; null when it is busy. */
    private @Nullable Use connect(@Nullable Use already) throws SQLException {
        if (already == null) {
            return use == Use.READING ? connectToRead() : connectToChange();
        }
        if (already == Use.READING && use != Use.READING) {
            return null;
        }
        shared = true;
        use = already;
        idle.push(connect());
        return use;
    }

    private @Nullable Use connectToChange() throws SQLException {
        if (use != Use.MAKING && !Probe.look(path)) {
            return null;
        }
        idle.push(connect());
        return use;
    }

    /** Reading alone, if the file was closed cleanly: what a killed process left has to be undone first. */
    private @Nullable Use connectToRead() throws SQLException {
        long promised = Probe.promised(path);
        if (promised < 0) {
            path.require(Use.CHANGING);
            use = Use.CHANGING;
            return connectToChange();
        }
        StoreConnection connection = connect();
        if (!Probe.holds(connection.storage(), promised)) {
            connection.close();
            throw Probe.lost(path);
        }
        idle.push(connection);
        return use;
    }

    private StoreConnection connect() throws SQLException {
        StoreConnection connection = new StoreConnection(path.url(use), USER, late);
        connection.setAutoCommit(false);
        return connection;
    }

    /** A connection to change the file with. */
    StoreConnection takeForChange() {
        try {
            late.mend();
        } catch (SQLException e) {
            throw StoreFailures.of(e, path);
        }
        StoreConnection connection = take();
        connection.changing(true);
        return connection;
    }

    /** A connection to read with. */
    StoreConnection take() {
        synchronized (idle) {
            if (closed) {
                throw new IllegalStateException("the data file is closed");
            }
            StoreConnection connection = idle.poll();
            if (connection != null) {
                return connection;
            }
        }
        try {
            return connect();
        } catch (SQLException e) {
            throw StoreFailures.of(e, path);
        }
    }

    /** Keeps a further handle of the file open until the file is closed. */
    void keep(FileChannel handle) {
        OpenFiles.keep(identity, handle);
    }

    /** Takes a connection back; what it did and did not commit is undone. */
    void give(StoreConnection connection) {
        try {
            connection.end();
            synchronized (idle) {
                if (!closed && idle.size() < MOST_IDLE) {
                    connection.changing(false);
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

    /** What the file is open for, which may be more than was wanted. */
    Use use() {
        return use;
    }

    /** Whether the process had the file open already. */
    boolean shared() {
        return shared;
    }

    boolean isOpen() {
        synchronized (idle) {
            return !closed;
        }
    }

    /** Closes the file. With compaction off this is one write of a few blocks. */
    @Override
    public void close() {
        synchronized (idle) {
            if (closed) {
                return;
            }
            closed = true;
            dropIdle();
            late.close();
        }
        OpenFiles.close(identity);
    }
}
