package siyu.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that comes in from the world; only {@code Main} makes a real one.
 *
 * @param in standard input
 * @param out standard output: data only
 * @param err notes, progress and errors
 * @param environment the environment variables
 * @param directory the working directory
 * @param clock the time, unless {@code --now} says otherwise
 * @param terminal what the launcher found out about the terminal
 * @param interruption what is to be undone when a signal stops the run
 * @param chance where secrets come from
 * @param cache where siyu may keep what it can work out again, or null
 */
public record Io(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Map<String, String> environment,
        Path directory,
        Clock clock,
        Terminal terminal,
        Interruption interruption,
        Chance chance,
        @Nullable Cache cache) {
    /** A world without chance, in which nothing can be kept secret, and without a cache. */
    public Io(
            InputStream in,
            OutputStream out,
            PrintStream err,
            Map<String, String> environment,
            Path directory,
            Clock clock,
            Terminal terminal,
            Interruption interruption) {
        this(in, out, err, environment, directory, clock, terminal, interruption, new NoChance(), null);
    }

    /**
     * A place for what only saves time.
     *
     * @param folder need not be there
     * @param build names this build of siyu
     */
    public record Cache(Path folder, String build) {}

    /** Bytes that nobody can foresee. */
    @FunctionalInterface
    public interface Chance {
        byte[] bytes(int count);
    }

    private static final class NoChance implements Chance {
        @Override
        public byte[] bytes(int count) {
            throw new IllegalStateException("this world was given no chance");
        }
    }

    /**
     * Facts about the terminal.
     *
     * @param out whether stdout is one
     * @param err whether stderr is one
     * @param in whether stdin is one
     * @param width columns, 80 when unknown
     * @param height lines, 0 when unknown
     */
    public record Terminal(boolean in, boolean out, boolean err, int width, int height) {
        /** No terminal anywhere. */
        public static final Terminal NONE = new Terminal(false, false, false, 80, 0);
    }
}
