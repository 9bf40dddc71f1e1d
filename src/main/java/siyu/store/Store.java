package siyu.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.core.Failure;

/**
 * An open data file. Every change is one transaction with one run record; it is on disk when {@link #write} returns.
 *
 * <p>One process at a time has a data file open to change it, or several have it open to read it; threads of a process may read
 * at once, changes go one after the other.
 */
public final class Store implements AutoCloseable {
    /** The most bytes of one {@code BINARY VARYING} value, and so of one packed block. */
    public static final int MOST_BLOCK_BYTES = 1 << 20;

    private final DataPath path;
    private final Use wanted;
    private final Duration lockTimeout;
    private final Opener opener;
    private final Holder holder;

    private Connections connections;
    private boolean older;

    private Store(DataPath path, Use wanted, Duration lockTimeout, Opener opener) {
        this.path = path;
        this.wanted = wanted;
        this.lockTimeout = lockTimeout;
        this.opener = opener;
        this.holder = new Holder(path);
        this.connections = connect();
    }

    /**
     * Creates a new, empty data file under a temporary name, synced and then renamed; refuses an existing one.
     *
     * @param file as configured, with or without {@code .mv.db}; missing folders are made
     * @param program the name of the program, for {@code db info}
     */
    public static void create(Path file, String program, Instant now) {
        DataPath path = DataPath.of(file);
        path.refuseExisting();
        DataPath making = path.temporary();
        try {
            Rewrite.inside(making, connection -> Schema.create(connection, Migrations.first(), program, now));
            path.publish(making);
        } finally {
            making.discard();
        }
    }

    /** @param file as configured, with or without {@code .mv.db} */
    public static Store open(Path file, Duration lockTimeout) {
        return open(file, lockTimeout, new Opener("", "", "", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
    }

    /**
     * Opens a data file to read it and, perhaps, to change it. One of an older form can be changed (the first change brings it up
     * to date) but not read.
     *
     * @param lockTimeout how long to wait for another process that has it open
     * @throws Failure with a {@link StoreCode}
     */
    public static Store open(Path file, Duration lockTimeout, Opener opener) {
        return new Store(DataPath.of(file), Use.CHANGING, lockTimeout, opener);
    }

    /**
     * Opens a data file that is only read, while other processes may read it too. Nothing is written to it, but when a killed
     * process left something that has to be undone first.
     *
     * @param lockTimeout how long to wait for another process that has it open to change it
     * @throws Failure with a {@link StoreCode}
     */
    public static Store openToRead(Path file, Duration lockTimeout, Opener opener) {
        return new Store(DataPath.of(file), Use.READING, lockTimeout, opener);
    }

    private Connections connect() {
        path.require(wanted);
        Connections opened = connect(wanted);
        return opened == null ? Objects.requireNonNull(connect(Use.CHANGING)) : opened;
    }

    /** Opens the file and looks what it says about itself; null when something is to be undone first, and it is only to be read. */
    private @Nullable Connections connect(Use use) {
        Connections opened = Connections.open(path, lockTimeout, use);
        boolean good = false;
        try {
            StoreConnection connection = opened.take();
            try {
                Schema.Missing missing = Schema.missing(connection, opened.use(), path);
                if (opened.use() == Use.READING && !missing.half().isEmpty()) {
                    return null;
                }
                older = !missing.due().isEmpty();
                opened.late(connection, missing, opener.clock().instant());
            } finally {
                opened.give(connection);
            }
            if (!opened.shared()) {
                holder.write(opener, opened.use());
            }
            good = true;
            return opened;
        } finally {
            if (!good) {
                opened.close();
            }
        }
    }

    private void requireChanging() {
        if (wanted == Use.READING) {
            throw new IllegalStateException("the data file was opened to read it");
        }
    }

    DataPath path() {
        return path;
    }

    /** Whether the file has all tables that this siyu expects of it. */
    boolean complete() {
        return !older;
    }

    /** Reads; several threads may read at once, each with a connection of its own. */
    public <T> T read(Work<T> work) {
        if (older) {
            throw path.problem(StoreCode.OLDER, "'" + path.shown() + "' has an older form than this siyu reads")
                    .hint("'siyu db compact' brings it up to date, and so does the next change")
                    .failure();
        }
        return inspect(work);
    }

    /** As {@link #read}, also of a file of an older form. */
    <T> T inspect(Work<T> work) {
        Connections from = connections;
        StoreConnection connection = from.take();
        boolean good = false;
        try {
            T result = work.with(connection);
            good = true;
            return result;
        } catch (SQLException | OutOfMemoryError e) {
            throw StoreFailures.of(e, path);
        } finally {
            release(from, connection, good);
        }
    }

    /** Changes, all or nothing: locks the head row, runs the work, records the run, commits, syncs. */
    public <T> T write(Run run, Work<T> work) {
        upgrade();
        Connections from = connections;
        StoreConnection connection = from.takeForChange();
        boolean good = false;
        try {
            Schema.requireDurable(connection, path);
            RunRecord record = lockHead(connection, run);
            T result = work.with(connection);
            record.insert(connection);
            if (Thread.currentThread().isInterrupted()) {
                throw path.failure(StoreCode.CANCELLED, "the change of '" + path.shown() + "' was interrupted");
            }
            connection.commit();
            Connections.execute(connection, "CHECKPOINT SYNC");
            good = true;
            return result;
        } catch (SQLException | OutOfMemoryError e) {
            throw StoreFailures.of(e, path);
        } finally {
            release(from, connection, good);
        }
    }

    /**
     * Puts rows into the file ahead of the change that will need them: committed, but without a run and without a sync. Nothing
     * may look at them until a later {@link #write} names them (whose sync covers them too), and a later change must be able to
     * tell and delete those that none named. For bulk only: the database writes every block of a transaction of more than a few
     * megabytes twice, so 100 MB take 3.1 s and 200 MB of file in one transaction, 0.4 s and 109 MB in stages of 2.5 MB.
     */
    public <T> T stage(Work<T> work) {
        upgrade();
        Connections from = connections;
        StoreConnection connection = from.takeForChange();
        boolean good = false;
        try {
            T result = work.with(connection);
            connection.commit();
            good = true;
            return result;
        } catch (SQLException | OutOfMemoryError e) {
            throw StoreFailures.of(e, path);
        } finally {
            release(from, connection, good);
        }
    }

    /** The number of the run that a change is part of; for work within {@link #write}. */
    public static long run(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT run + 1 FROM head WHERE id = 1");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The last {@code most} runs, the latest first. */
    public List<RunRecord> runs(int most) {
        return read(connection -> RunRecord.last(connection, most));
    }

    /** Locks the head, so that no other change can begin, and makes the record that will follow it. */
    private RunRecord lockHead(Connection connection, Run run) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT run, hash FROM head WHERE id = 1 FOR UPDATE");
                ResultSet rows = select.executeQuery()) {
            if (!rows.next()) {
                throw path.failure(StoreCode.DAMAGED, "'" + path.shown() + "' has lost its head");
            }
            Instant now = opener.clock().instant();
            Instant finished = now.isBefore(run.started()) ? run.started() : now;
            return RunRecord.after(rows.getLong(1), rows.getString(2), run, finished);
        }
    }

    /** Brings a file of an older form up to date, all or nothing; what {@link #write} does first. Not while other threads use the store. */
    public synchronized void upgrade() {
        requireChanging();
        if (!older) {
            return;
        }
        Rewrite.replace(this, connection -> {
            List<Migrations.Step> due =
                    Schema.missing(connection, Use.MAKING, path).due();
            Migrations.apply(connection, due, opener.clock().instant());
        });
        close();
        connections = connect();
    }

    /** Copies the file as it is now and does something with that state; no change can begin meanwhile. */
    <T> T copyTo(DataPath target, Work<T> work) {
        StoreConnection connection = connections.take();
        boolean good = false;
        try {
            if (connections.use() != Use.READING) {
                lockHead(connection, new Run("", "", "", "", "", Instant.EPOCH));
                Connections.execute(connection, "CHECKPOINT SYNC");
            }
            FileChannel handle = FileChannel.open(path.file(), StandardOpenOption.READ);
            connections.keep(handle);
            Rewrite.copy(handle, target);
            T result = work.with(connection);
            good = true;
            return result;
        } catch (IOException e) {
            throw target.access(e);
        } catch (SQLException | OutOfMemoryError e) {
            throw StoreFailures.of(e, path);
        } finally {
            release(connections, connection, good);
        }
    }

    private static void release(Connections from, StoreConnection connection, boolean good) {
        if (good) {
            from.give(connection);
        } else {
            from.undo(connection);
        }
    }

    /** Takes away the note that says who has the file open, for a process that a signal ends before it closes the file. */
    public void forgetHolder() {
        // Only while the file is ours: afterwards the note may be another's.
        if (connections.isOpen() && !connections.shared()) {
            holder.remove();
        }
    }

    @Override
    public void close() {
        forgetHolder();
        connections.close();
    }

    /** Something done with a connection; it is not kept beyond the call, and neither committed nor closed by the work. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * Who does what with which words.
     *
     * @param command the command line's verb, {@code import customers}
     * @param programHash SHA-256 of the program, hexadecimal, or empty
     * @param inputHash SHA-256 of the inputs, hexadecimal, or empty
     * @param reason given with {@code --reason}, or empty
     */
    public record Run(
            String actor, String command, String programHash, String inputHash, String reason, Instant started) {}
}
