package siyu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A finished child process.
 *
 * @param seconds from its start to its end
 * @param peak the most memory it ever had resident (VmHWM), in megabytes, as seen every few milliseconds; 0 where there is no
 *     /proc
 */
record Child(double seconds, long peak, int exit, String out) {
    /** Runs a command to its end, stdin closed; its stderr is this process's. */
    static Child run(Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("bench", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
            builder.environment().putAll(environment);
            builder.redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectInput(Path.of("/dev/null").toFile());
            long start = System.nanoTime();
            Process process = builder.start();
            Watch watch = new Watch(process.pid());
            watch.start();
            int exit = process.waitFor();
            double seconds = (System.nanoTime() - start) / 1e9;
            watch.interrupt();
            watch.join();
            return new Child(seconds, watch.peak, exit, Files.readString(out));
        } finally {
            Files.deleteIfExists(out);
        }
    }

    /** The same, and the run must succeed. */
    static Child succeed(Path directory, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Child child = run(directory, environment, Arrays.asList(command));
        if (child.exit() != 0) {
            throw new IOException(
                    "exit code " + child.exit() + " of " + String.join(" ", command) + "\n" + child.out());
        }
        return child;
    }

    /** Looks at the peak until the process is gone; the peak only grows, so the last look is nearly the truth. */
    private static final class Watch extends Thread {
        private final Path status;
        private volatile long peak;

        Watch(long process) {
            super("watch");
            setDaemon(true);
            this.status = Path.of("/proc/" + process + "/status");
        }

        @Override
        public void run() {
            try {
                while (!isInterrupted()) {
                    for (String line : Files.readAllLines(status)) {
                        if (line.startsWith("VmHWM:")) {
                            peak = Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
                        }
                    }
                    Thread.sleep(5);
                }
            } catch (IOException | InterruptedException e) {
                // The process has ended.
            }
        }
    }
}
