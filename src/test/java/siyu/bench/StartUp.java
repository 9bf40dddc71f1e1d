package siyu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long short commands take, whole process, beside {@code python3 -c pass}, taking turns. */
final class StartUp {
    private static final String PYTHON = "/usr/bin/python3";
    private static final String SQLITE = "/usr/bin/sqlite3";
    /** A file of the workspace has just been changed, so what is kept of it is of no use. */
    private static final String EDITED = "validate, siyu.yaml edited";

    private StartUp() {}

    /** @param javas homes of the JDKs to try */
    static void measure(Path siyu, Path workspace, List<String> javas, int rounds)
            throws IOException, InterruptedException {
        Map<String, List<String>> commands = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (String line : List.of(
                "--help",
                "completion bash",
                EDITED,
                "validate",
                "segment history C00000001",
                "points balance C00000001",
                "show C00000001")) {
            List<String> command = new ArrayList<>(List.of(siyu.toString()));
            command.addAll(line.equals(EDITED) ? List.of("validate") : Arrays.asList(line.split(" ", -1)));
            commands.put(line, command);
            order.add(line);
        }
        Map<String, double[]> times = new HashMap<>();
        for (String java : javas) {
            // Twice, with time in between: the first run with a new Java builds its class-data archive in the
            // background.
            Child.succeed(workspace, Map.of("SIYU_JAVA_HOME", java), siyu.toString(), "--help");
            Thread.sleep(20_000);
        }
        List<String> pythons = pythons(workspace);
        boolean sqlite = Files.isExecutable(Path.of(SQLITE));
        for (int round = 0; round < rounds; round++) {
            for (String python : pythons) {
                put(times, python, round, rounds, Child.succeed(workspace, Map.of(), python, "-c", "pass"));
            }
            if (sqlite) {
                put(times, SQLITE, round, rounds, Child.succeed(workspace, Map.of(), SQLITE, ":memory:", "select 1"));
            }
            for (String java : javas) {
                for (String line : order) {
                    if (line.equals(EDITED)) {
                        Files.writeString(workspace.resolve("siyu.yaml"), "# edited\n", StandardOpenOption.APPEND);
                    }
                    Child child = Child.succeed(
                            workspace,
                            Map.of("SIYU_JAVA_HOME", java),
                            commands.getOrDefault(line, List.of()).toArray(new String[0]));
                    put(times, java + " " + line, round, rounds, child);
                }
            }
        }
        System.out.printf("%nstart-up, medians of %d rounds%n", rounds);
        for (String python : pythons) {
            show(times, python + " -c pass", python, pythons);
        }
        if (sqlite) {
            show(times, "sqlite3, one row", SQLITE, pythons);
        }
        for (String java : javas) {
            System.out.println(java);
            for (String line : order) {
                show(times, line, java + " " + line, pythons);
            }
        }
    }

    /** The system's Python, and the one first on the path when that is another: some take three times as long to start. */
    private static List<String> pythons(Path workspace) throws IOException, InterruptedException {
        // Python itself, not a script that looks for one, which takes several times as long.
        String first = Child.succeed(
                        workspace, Map.of(), "python3", "-c", "import os, sys; print(os.path.realpath(sys.executable))")
                .out()
                .strip();
        boolean system = Files.isExecutable(Path.of(PYTHON));
        return !system
                ? List.of(first)
                : Path.of(PYTHON).toRealPath().equals(Path.of(first)) ? List.of(PYTHON) : List.of(PYTHON, first);
    }

    /** The Python that counts, the system's where there is one. */
    static String python(Path workspace) throws IOException, InterruptedException {
        return pythons(workspace).get(0);
    }

    /** A line: milliseconds, and how often the time of each Python. */
    private static void show(Map<String, double[]> times, String what, String key, List<String> pythons) {
        double seconds = median(times, key);
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-44s %7.1f ms", what, seconds * 1000));
        for (String python : pythons) {
            line.append(String.format(Locale.ROOT, " %6.1f x", seconds / median(times, python)));
        }
        System.out.println(line);
    }

    private static void put(Map<String, double[]> times, String key, int round, int rounds, Child child) {
        times.computeIfAbsent(key, any -> new double[rounds])[round] = child.seconds();
    }

    private static double median(Map<String, double[]> times, String key) {
        double[] sorted = times.getOrDefault(key, new double[1]).clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
