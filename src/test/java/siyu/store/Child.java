package siyu.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A second process that works on a data file as {@link KillWork} says. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    /** @param blocks the most the process may write to one file, in blocks of 512 bytes; 0 for no limit */
    Child(Path file, long seed, String mode, int blocks) throws IOException {
        List<String> command = new ArrayList<>();
        if (blocks > 0) {
            command.addAll(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                KillWork.class.getName(),
                file.toString(),
                Long.toString(seed),
                mode));
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The next line it says; empty when it has ended. */
    String line() throws IOException {
        String line = lines.readLine();
        return line == null ? "" : line;
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL; what was said and not yet read stays readable, which {@code Process.destroyForcibly} would throw away. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
