package siyu.bench;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import siyu.Main;
import siyu.cli.Interruption;
import siyu.cli.Io;
import siyu.points.Term;
import siyu.rule.Window;
import siyu.staff.AssignPlan;
import siyu.staff.Crew;
import siyu.staff.LiveCode;
import siyu.staff.Partings;
import siyu.staff.Person;

/**
 * A live code with very many customers: {@code StaffBench [CUSTOMERS [STAFF [ROUNDS]]]}, in the root of the project.
 *
 * <p>First the decisions alone, beside the rule written as the loop that everybody would write, which must give the same answer;
 * then the whole command on a data file, beside DuckDB, which deals customers out by their position modulo the sum of the weights
 * (so without caps, loads, hours and owners) into a table of its own. Both are warm, and their medians are compared.
 */
public final class StaffBench {
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 10, 0);
    private static final int REGIONS = 337;

    private final int customers;
    private final int rounds;
    private final List<Person> people = new ArrayList<>();
    private final int[] regions;

    private StaffBench(int customers, int staff, int rounds) {
        this.customers = customers;
        this.rounds = rounds;
        Random random = new Random(1);
        for (int i = 0; i < staff; i++) {
            long most = random.nextBoolean() ? Person.NO_LIMIT : 2L * customers / staff;
            people.add(new Person(
                    i, "S" + i, null, null, region(random), 1 + random.nextInt(5), Person.NO_LIMIT, most, null, true));
        }
        this.regions = new int[customers];
        Arrays.setAll(regions, i -> Integer.parseInt(region(random).substring(1)));
    }

    /** Some regions have very many people, most have few, as cities do. */
    private static String region(Random random) {
        return "R" + (int) (REGIONS * Math.pow(random.nextDouble(), 3));
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        int[] numbers = {1_000_000, 2_000, 5};
        for (int i = 0; i < arguments.length; i++) {
            numbers[i] = Integer.parseInt(arguments[i]);
        }
        StaffBench bench = new StaffBench(numbers[0], numbers[1], numbers[2]);
        System.out.printf(
                Locale.ROOT, "%,d customers, %,d people, medians of %d rounds%n", numbers[0], numbers[1], numbers[2]);
        bench.decisions("any region", false);
        bench.decisions("same region", true);
        bench.command();
    }

    private interface Timed {
        void run() throws IOException, SQLException;
    }

    private double median(Timed work) throws IOException, SQLException {
        double[] seconds = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            work.run();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        return seconds[rounds / 2];
    }

    private static void line(String what, double mine, String other, double theirs) {
        System.out.printf(
                Locale.ROOT,
                "%-24s siyu %7.3f s   %s %7.3f s   ratio %.3f%n",
                what,
                mine,
                other,
                theirs,
                mine / theirs);
    }

    private void decisions(String what, boolean same) throws IOException, SQLException {
        int[] ours = new int[customers];
        int[] plain = new int[customers];
        double mine = median(() -> ours(same, ours));
        double theirs = median(() -> plain(same, plain));
        if (!Arrays.equals(ours, plain)) {
            throw new IllegalStateException("answers differ: " + what);
        }
        line("decisions, " + what, mine, "plain loop", theirs);
    }

    private void ours(boolean same, int[] into) {
        LiveCode code = new LiveCode("all", null, List.of(), same, List.of());
        long[] none = new long[people.size()];
        Partings nobody = new Partings(new Term(Window.Unit.DAYS, 30));
        AssignPlan plan = new AssignPlan(new Crew(people, null, MONDAY, none, none), code, none, nobody);
        int[] numbers = new int[REGIONS];
        Arrays.setAll(numbers, region -> plan.assigning().region("R" + region));
        for (int i = 0; i < customers; i++) {
            into[i] = plan.add(i, -1, true, true, numbers[regions[i]]).person();
        }
    }

    private void plain(boolean same, int[] into) {
        int size = people.size();
        long[] credit = new long[size];
        long[] load = new long[size];
        int[] weight = people.stream().mapToInt(Person::weight).toArray();
        long[] most = people.stream().mapToLong(Person::mostLoad).toArray();
        int[] region = people.stream()
                .mapToInt(person ->
                        Integer.parseInt(String.valueOf(person.region()).substring(1)))
                .toArray();
        for (int i = 0; i < customers; i++) {
            int best = -1;
            long total = 0;
            for (int person = 0; person < size; person++) {
                if (load[person] < most[person] && (!same || region[person] == regions[i])) {
                    credit[person] += weight[person];
                    total += weight[person];
                    best = best < 0 || credit[person] > credit[best] ? person : best;
                }
            }
            into[i] = best;
            if (best >= 0) {
                credit[best] -= total;
                load[best]++;
            }
        }
    }

    private void command() throws IOException, SQLException {
        Path directory = Files.createDirectories(Path.of("target/bench/staff"));
        files(directory);
        double[] size = new double[1];
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Files.deleteIfExists(directory.resolve("staff.mv.db"));
            siyu(directory, "init", ".", "-q");
            siyu(directory, "import", "customers", "customers.csv", "-q");
            siyu(directory, "import", "staff", "staff.csv", "-q");
            long start = System.nanoTime();
            siyu(directory, "staff", "assign", "all", "--all", "--yes", "-q", "--limit", "0");
            seconds.add((System.nanoTime() - start) / 1e9);
            size[0] = Files.size(directory.resolve("staff.mv.db")) / 1e6;
        }
        seconds.sort(null);
        Files.deleteIfExists(directory.resolve("duck.db"));
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:" + directory.resolve("duck.db"));
                Statement statement = duck.createStatement()) {
            statement.execute("create table customers as from read_csv('" + directory.resolve("customers.csv") + "')");
            statement.execute("create table staff as from read_csv('" + directory.resolve("staff.csv") + "')");
            double theirs = median(() -> {
                statement.execute(
                        "create or replace table owner as with slot as (select id staff, row_number() over () - 1 slot"
                                + " from staff, range(weight)) select c.id, s.staff from (select id, (row_number() over () - 1) %"
                                + " (select count(*) from slot) slot from customers) c join slot s using (slot)");
                statement.execute("checkpoint");
            });
            line("the whole command", seconds.get(rounds / 2), "DuckDB", theirs);
        }
        System.out.printf(Locale.ROOT, "data file %.0f MB%n", size[0]);
    }

    private void files(Path directory) throws IOException {
        Files.writeString(
                directory.resolve("siyu.yaml"),
                "program: bench\ntimezone: UTC\ncurrency: CNY\ndata: staff\nstaff: {codes: {all: {}}}\n");
        try (BufferedWriter out = Files.newBufferedWriter(directory.resolve("customers.csv"))) {
            out.write("id,region\n");
            for (int i = 0; i < customers; i++) {
                out.write("C" + i + ",R" + regions[i] + "\n");
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(directory.resolve("staff.csv"))) {
            out.write("id,region,weight\n");
            for (Person person : people) {
                out.write(person.id() + "," + person.region() + "," + person.weight() + "\n");
            }
        }
    }

    private static void siyu(Path directory, String... line) throws IOException {
        Io io = new Io(
                new ByteArrayInputStream(new byte[0]),
                OutputStream.nullOutputStream(),
                System.err,
                Map.of(),
                directory.toAbsolutePath(),
                Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC),
                Io.Terminal.NONE,
                new Interruption());
        if (Main.run(line, io) != 0) {
            throw new IOException("exit of " + String.join(" ", line));
        }
    }
}
