package siyu;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import siyu.cli.Cli;
import siyu.cli.Interruption;
import siyu.cli.Io;
import siyu.out.Table;

/** The process: the only user of the system's streams, environment, clock, chance and exit. */
public final class Main {
    private Main() {}

    /** Runs one command line and exits. */
    public static void main(String[] line) {
        // Groovy's closures and converters by reflection are looked for at start-up otherwise.
        System.setProperty("picocli.disable.closures", "true");
        System.setProperty("picocli.converters.excludes", ".*");
        Interruption interruption = new Interruption();
        Shutdown shutdown = new Shutdown(interruption);
        Runtime.getRuntime().addShutdownHook(shutdown);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
        Io io = new Io(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                err,
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Clock.systemUTC(),
                terminal(),
                interruption,
                new SystemChance(),
                cache());
        int code = run(line, io);
        err.flush();
        shutdown.end(code);
    }

    /** Runs one command line in a given world and returns its exit code. */
    public static int run(String[] line, Io io) {
        return new Cli(Commands.tree(), io, null).run(line);
    }

    /** The same, with somebody who sees every table before it is shown. */
    static int run(String[] line, Io io, Consumer<Table> seen) {
        return new Cli(Commands.tree(), io, seen).run(line);
    }

    /**
     * The launcher says what is a terminal: {@code -Dsiyu.tty=} some of {@code ioe} (stdin, stdout, stderr), {@code
     * -Dsiyu.columns=} and {@code -Dsiyu.lines=}. Without it nothing is taken for one, as asking costs a process.
     */
    private static Io.Terminal terminal() {
        String tty = System.getProperty("siyu.tty", "");
        return new Io.Terminal(
                tty.indexOf('i') >= 0,
                tty.indexOf('o') >= 0,
                tty.indexOf('e') >= 0,
                number("siyu.columns", 80),
                number("siyu.lines", 0));
    }

    /** The launcher says where a cache may lie and which build this is: {@code -Dsiyu.cache=}, {@code -Dsiyu.build=}. */
    private static Io.@Nullable Cache cache() {
        String folder = System.getProperty("siyu.cache", "");
        String build = System.getProperty("siyu.build", "");
        return folder.isEmpty() || build.isEmpty() ? null : new Io.Cache(Path.of(folder), build);
    }

    private static int number(String property, int otherwise) {
        int value = Integer.getInteger(property, otherwise);
        return value > 0 && value < 100_000 ? value : otherwise;
    }

    /** The system's source of secrets, looked for when the first is wanted. */
    private static final class SystemChance implements Io.Chance {
        @Override
        public byte[] bytes(int count) {
            byte[] bytes = new byte[count];
            new SecureRandom().nextBytes(bytes);
            return bytes;
        }
    }

    /** Undoes what is under way when a signal ends the process; the exit code is then the system's own, 130 for Ctrl-C. */
    private static final class Shutdown extends Thread {
        private final Interruption interruption;
        private volatile boolean begun;
        private volatile boolean finished;

        Shutdown(Interruption interruption) {
            this.interruption = interruption;
        }

        @Override
        public void run() {
            begun = true;
            if (!finished) {
                interruption.fire();
            }
        }

        /**
         * Ends the process. Everything is written and closed by now, so there is nothing that an orderly exit would do but ask,
         * since JDK 21, for a logger to tell it to, which looks through the whole class path: a tenth of {@code --help}. After a
         * signal it waits for the end that the signal began.
         */
        void end(int code) {
            finished = true;
            if (begun) {
                System.exit(code);
            }
            Runtime.getRuntime().halt(code);
        }
    }
}
