package siyu;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import siyu.cli.Interruption;
import siyu.cli.Io;
import siyu.out.Table;

/** What a command said that was run in this process. */
public record Said(int exit, String out, String err) {
    /** Where a command is run. */
    public record Scene(Path directory, Clock clock, Io.Terminal terminal, Map<String, String> environment) {
        /** Without a terminal and an environment. */
        public static Scene of(Path directory, Instant now) {
            return new Scene(directory, Clock.fixed(now, ZoneOffset.UTC), Io.Terminal.NONE, Map.of());
        }

        /** Runs a command line; chance is zeros. */
        public Said run(String... line) {
            return run(new ByteArrayInputStream(new byte[0]), table -> {}, line);
        }

        Said run(InputStream in, Consumer<Table> seen, String... line) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int exit;
            try (PrintStream errors = new PrintStream(err, false, StandardCharsets.UTF_8)) {
                Io io = new Io(
                        in,
                        out,
                        errors,
                        environment,
                        directory,
                        clock,
                        terminal,
                        new Interruption(),
                        byte[]::new,
                        null);
                exit = Main.run(line, io, seen);
            }
            return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    public String all() {
        return out + err;
    }

    /** The rows of an answer in CSV, without the header. */
    public List<List<String>> rows() {
        return out.lines().skip(1).map(line -> List.of(line.split(",", -1))).toList();
    }
}
