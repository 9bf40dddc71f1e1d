package siyu.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** An open data file. Every change is one transaction with one run record; it is on disk when {@link #write} returns. */
public final class Store implements AutoCloseable {
    private Store() {}

    /** Creates a new, empty data file under a temporary name, synced and then renamed; refuses an existing one. */
    public static void create(Path file, String program, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** @param file as configured, without {@code .mv.db} */
    public static Store open(Path file, Duration lockTimeout) {
        throw new UnsupportedOperationException();
    }

    /** Reads; several threads may read at once, each with a connection of its own. */
    public <T> T read(Work<T> work) {
        throw new UnsupportedOperationException();
    }

    /** Changes, all or nothing: locks the head row, runs the work, records the run, commits, syncs. */
    public <T> T write(Run run, Work<T> work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
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
