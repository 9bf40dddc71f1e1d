package siyu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import siyu.sample.Sample;
import siyu.sample.SampleOptions;
import siyu.sample.Theme;
import siyu.store.Store;

/**
 * siyu beside DuckDB, and its start-up beside Python's:
 *
 * <pre>
 * mvn -q -Pbench package                                     1 M customers, 5 M events, five rounds
 * mvn -q -Pbench package -Dbench="customers=10000000 rounds=3"
 * mvn -q -Pbench package -Dbench="rounds=9 only=startup java=/opt/jdk-17,/opt/jdk-25"
 * mvn -q -Pbench package -Dbench="customers=100000 only=compare"
 * mvn -q -Pbench package -Dbench="customers=1000000 rounds=5 only=staff"    a live code, see StaffBench
 * mvn -q -Pbench package -Dbench="only=referrals"                            see ReferralBench
 * mvn -q -Pbench package -Dbench="only=ledger rounds=3"                      see LedgerBench
 * mvn -q -Pbench package -Dbench="customers=1000000 only=groups"             see GroupBench
 * mvn -q -Pbench package -Dbench="only=reports rounds=3"                     see ReportBench
 * mvn -q -Pbench package -Dbench="only=reports names=points,levels"          some of them
 * </pre>
 *
 * <p>Samples are made once, under target/bench. Both sides take turns within a round, each run is a process of its own, and the
 * medians are compared. For siyu the whole process counts, JVM start included; for DuckDB only its work, as its Java driver
 * unpacks itself at every start. DuckDB imports twice: as the files stand, and cleaned as siyu cleans while importing (last row
 * of a customer, each event once); it answers from the cleaned file. The answers must be equal.
 */
public final class Compare {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final String AS_OF = "2026-06-30";
    private static final String MAIN_JAVA = System.getProperty("java.home");

    private final int customers;
    private final int rounds;
    private final Path siyu = Path.of("target/siyu/bin/siyu").toAbsolutePath();
    private final Path directory;
    private final Path sample;
    private final Path workspace;
    private final Map<String, List<Child>> runs = new HashMap<>();
    private final Map<String, TreeSet<String>> answers = new HashMap<>();

    private Compare(int customers, int rounds) {
        this.customers = customers;
        this.rounds = rounds;
        this.directory = Path.of("target/bench/" + customers).toAbsolutePath();
        this.sample = directory.resolve("sample");
        this.workspace = directory.resolve("workspace");
    }

    /** Arguments: customers=, rounds=, java= (homes for start-up), names= (of reports), only= (startup, compare, ledger, reports, staff,
     * groups or referrals). */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (String argument : arguments) {
            options.put(argument.replaceFirst("=.*", ""), argument.replaceFirst("^[^=]*=", ""));
        }
        if (options.getOrDefault("only", "").equals("referrals")) {
            ReferralBench.main(new String[0]);
            return;
        }
        if (options.getOrDefault("only", "").equals("groups")) {
            GroupBench.main(
                    new String[] {options.getOrDefault("customers", "1000000"), options.getOrDefault("groups", "10000")
                    });
            return;
        }
        if (options.getOrDefault("only", "").equals("staff")) {
            StaffBench.main(new String[] {
                options.getOrDefault("customers", "1000000"),
                options.getOrDefault("staff", "2000"),
                options.getOrDefault("rounds", "5")
            });
            return;
        }
        Compare compare = new Compare(
                Integer.parseInt(options.getOrDefault("customers", "1000000")),
                Integer.parseInt(options.getOrDefault("rounds", "5")));
        String only = options.getOrDefault("only", "");
        compare.prepare();
        if (only.equals("ledger")) {
            compare.ledger();
            return;
        }
        if (only.equals("reports")) {
            DuckRuns duck = compare.new DuckRuns();
            ReportLedger.fill(compare::siyu, compare.workspace, compare.directory);
            duck.run("facts");
            List<String> names =
                    options.containsKey("names") ? List.of(options.get("names").split(",", -1)) : List.of();
            ReportBench.run(compare::siyu, compare::shell, duck::run, compare.workspace, compare.rounds, names);
            return;
        }
        if (!only.equals("startup")) {
            compare.compare();
        }
        if (!only.equals("compare")) {
            StartUp.measure(
                    compare.siyu,
                    compare.workspace,
                    Arrays.asList(options.getOrDefault("java", MAIN_JAVA).split(",", -1)),
                    compare.rounds * 4);
        }
    }

    private void prepare() throws IOException, InterruptedException {
        Files.createDirectories(workspace);
        if (!Files.exists(directory.resolve("made"))) {
            SampleOptions options = SampleOptions.of(1, customers, TODAY, Theme.BANK);
            long start = System.nanoTime();
            Map<String, Long> rows = Sample.generate(options, sample, Sample.Progress.SILENT);
            double seconds = (System.nanoTime() - start) / 1e9;
            long bytes = 0;
            for (String name : Sample.files(options)) {
                bytes += Files.size(sample.resolve(name));
            }
            System.out.printf("sample: %s, %d MB in %.1f s%n", rows, bytes / 1_000_000, seconds);
            Files.createFile(directory.resolve("made"));
        }
        Files.copy(
                Path.of("src/test/resources/bench/siyu.yaml"),
                workspace.resolve("siyu.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
        fresh();
        siyu("import", "customers", sample.resolve("customers.csv").toString());
        siyu("import", "events", sample.resolve("events.csv").toString());
        DuckRuns duck = new DuckRuns();
        duck.run("clean");
    }

    private void ledger() throws IOException, InterruptedException {
        LedgerBench bench = new LedgerBench(workspace, rounds);
        String ours = bench.run();
        DuckRuns duck = new DuckRuns();
        double[] seconds = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            Child child = duck.run("ledger");
            seconds[round] = child.seconds();
            String theirs = child.out()
                    .lines()
                    .filter(line -> line.startsWith("ledger,"))
                    .findFirst()
                    .orElse("");
            if (!theirs.equals(ours)) {
                throw new IllegalStateException("answers differ: siyu " + ours + ", duckdb " + theirs);
            }
        }
        Arrays.sort(seconds);
        System.out.printf(
                "the same without caps in DuckDB: %.3f s; answers are equal: %s%n", seconds[rounds / 2], ours);
        bench.balance(siyu, MAIN_JAVA);
    }

    private void compare() throws IOException, InterruptedException {
        DuckRuns duck = new DuckRuns();
        for (int round = 0; round < rounds; round++) {
            fresh();
            Child first =
                    siyu("import", "customers", sample.resolve("customers.csv").toString());
            Child second = siyu("import", "events", sample.resolve("events.csv").toString());
            note(
                    "import",
                    "siyu",
                    new Child(first.seconds() + second.seconds(), Math.max(first.peak(), second.peak()), 0, ""));
            note("import", "duckdb", duck.run("load"));
            note("import, cleaned", "duckdb", duck.run("clean"));
            note(
                    "segment, data file",
                    "siyu",
                    siyu("segment", "run", "ring", "lifecycle", "--as-of", AS_OF, "-o", "csv"));
            note("segment, data file", "duckdb", duck.run("file"));
            note(
                    "segment, csv",
                    "siyu",
                    siyu(
                            "segment",
                            "run",
                            "ring",
                            "lifecycle",
                            "--as-of",
                            AS_OF,
                            "-o",
                            "csv",
                            "--customers",
                            sample.resolve("customers.csv").toString(),
                            "--events",
                            sample.resolve("events.csv").toString()));
            note("segment, csv", "duckdb", duck.run("csv"));
        }
        report();
    }

    private void report() throws IOException {
        System.out.printf(
                "%n%-20s %9s %9s %6s %9s %9s   medians of %d rounds, %,d customers%n",
                "", "siyu s", "duckdb s", "ratio", "siyu MB", "duckdb MB", rounds, customers);
        for (String task : List.of("import", "import, cleaned", "segment, data file", "segment, csv")) {
            String siyuTask = task.startsWith("import") ? "import" : task;
            double mine = median(siyuTask, "siyu");
            double theirs = median(task, "duckdb");
            System.out.printf(
                    "%-20s %9.3f %9.3f %6.2f %9d %9d%n",
                    task, mine, theirs, mine / theirs, peak(siyuTask, "siyu"), peak(task, "duckdb"));
        }
        System.out.printf(
                "data file: siyu %,d MB, duckdb %,d MB%n",
                Files.size(workspace.resolve("bench.mv.db")) / 1_000_000,
                Files.size(directory.resolve("duck.db")) / 1_000_000);
        TreeSet<String> expected = answers.getOrDefault("segment, csv duckdb", new TreeSet<>());
        answers.forEach((who, answer) -> {
            if (!answer.isEmpty() && !answer.equals(expected)) {
                throw new IllegalStateException("answers differ: " + who + " " + answer + "\nbut duckdb " + expected);
            }
        });
        System.out.println("answers are equal: " + expected);
    }

    private void note(String task, String who, Child child) {
        String key = task + " " + who;
        runs.computeIfAbsent(key, any -> new ArrayList<>()).add(child);
        TreeSet<String> answer = new TreeSet<>();
        for (String line : child.out().split("\n", -1)) {
            String[] cells = line.strip().split(",", -1);
            if (cells.length >= 3 && cells[2].matches("[0-9]+") && !cells[1].isEmpty() && !cells[2].equals("0")) {
                answer.add(cells[0] + "," + cells[1] + "," + cells[2]);
            }
        }
        answers.put(key, answer);
    }

    private double median(String task, String who) {
        double[] seconds = runs.getOrDefault(task + " " + who, List.of()).stream()
                .mapToDouble(Child::seconds)
                .sorted()
                .toArray();
        return seconds[seconds.length / 2];
    }

    private long peak(String task, String who) {
        return runs.getOrDefault(task + " " + who, List.of()).stream()
                .mapToLong(Child::peak)
                .max()
                .orElse(0);
    }

    /** An empty data file for the next import. */
    private void fresh() throws IOException {
        Files.deleteIfExists(workspace.resolve("bench.mv.db"));
        Store.create(workspace.resolve("bench"), "bench", Instant.now());
    }

    private Child siyu(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(siyu.toString(), "-q"));
        command.addAll(Arrays.asList(arguments));
        return Child.succeed(workspace, Map.of("SIYU_JAVA_HOME", MAIN_JAVA), command.toArray(new String[0]));
    }

    /** A started siyu that waits for commands, one a line. */
    private Process shell() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(siyu.toString(), "-q", "shell").directory(workspace.toFile());
        builder.environment().put("SIYU_JAVA_HOME", MAIN_JAVA);
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** DuckDB as a child, whose own count of its work is taken. */
    private final class DuckRuns {
        Child run(String task, String... more) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of(
                    MAIN_JAVA + "/bin/java",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "siyu.bench.Duck",
                    task,
                    sample.toString(),
                    directory
                            .resolve(task.equals("load") ? "duck-load.db" : "duck.db")
                            .toString()));
            command.addAll(Arrays.asList(more));
            Child child = Child.succeed(directory, Map.of(), command.toArray(new String[0]));
            for (String line : child.out().split("\n", -1)) {
                if (line.startsWith("work ")) {
                    return new Child(Double.parseDouble(line.substring(5)), child.peak(), 0, child.out());
                }
            }
            throw new IOException("no time in " + child.out());
        }
    }
}
