package siyu.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import siyu.core.AsOf;
import siyu.customer.StoredPopulation;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Vocabulary;
import siyu.points.Dating;
import siyu.points.EarnPlan;
import siyu.points.Entries;
import siyu.points.ExpirePlan;
import siyu.points.Ledger;
import siyu.points.PointsPlan;
import siyu.points.PointsRules;
import siyu.points.PointsStore;
import siyu.points.Simulated;
import siyu.points.Simulation;
import siyu.points.Verification;
import siyu.program.Program;
import siyu.program.ProgramReader;
import siyu.store.Store;

/**
 * How fast the ledger decides, posts, expires, verifies and simulates, in this process over the data file of {@link Compare}; what
 * all events earn and what of it expires without caps beside the same as SQL in DuckDB, answers compared; and one {@code points
 * balance} beside Python's start.
 */
final class LedgerBench {
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    private final Path workspace;
    private final int rounds;
    private final Program program;
    private final Vocabulary vocabulary;
    private final AsOf asOf;
    private final long now;

    LedgerBench(Path workspace, int rounds) {
        this.workspace = workspace;
        this.rounds = rounds;
        this.program = ProgramReader.read(workspace, List.of());
        this.vocabulary = program.vocabulary();
        this.asOf = AsOf.date(LAST, vocabulary.zone());
        this.now = asOf.endMicros();
    }

    /** @return what DuckDB must answer too */
    String run() throws IOException {
        Files.writeString(workspace.resolve("plain.yaml"), PLAIN);
        PointsRules plain = ProgramReader.read(workspace, List.of(), workspace.resolve("plain.yaml"))
                .points();
        PointsRules twice = ProgramReader.read(workspace, List.of("points.earn[0].points=2"))
                .points();
        try (Store store = Store.open(workspace.resolve("bench"), Duration.ZERO)) {
            StoredPopulation population = new StoredPopulation(store, vocabulary);
            PointsStore points = new PointsStore(store);
            long events = events(population);
            long decided = median(
                    () -> decide(program.points(), points, population).plan().entries(), "decide");
            System.out.printf("  %,d events, %,d entries: %,.0f events a second%n", events, decided, events / seconds);
            EarnPlan withoutCaps = decide(plain, points, population);
            median(() -> decide(plain, points, population).plan().entries(), "decide, without caps");
            String answer = answer(withoutCaps.plan());
            PointsPlan plan = decide(program.points(), points, population).plan();
            Store.Run run = new Store.Run("bench", "points earn", program.hash(), "", "", Instant.now());
            double before = processor();
            long start = System.nanoTime();
            Ledger after = points.post(plan, run);
            double post = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "post: %.3f s, %.3f s of processors, %,.0f entries a second%n",
                    post, processor() - before, plan.entries() / post);
            double posting = seconds + post;
            int ranges = (population.size() + Population.RANGE - 1) / Population.RANGE;
            before = processor();
            start = System.nanoTime();
            ExpirePlan expired = ExpirePlan.of(
                    ranges,
                    after,
                    points.rules(),
                    range -> points.history(range, after),
                    () -> new Dating(vocabulary.zone(), now, Long.MIN_VALUE),
                    now);
            double decideExpiry = (System.nanoTime() - start) / 1e9;
            points.post(expired.plan(), run);
            double expire = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "expire: %.3f s, %.3f s of processors; deciding %.3f s; %,d lots%n",
                    expire, processor() - before, decideExpiry, expired.lots());
            long entries = plan.entries() + expired.lots();
            long differences = median(
                    () -> Verification.of(store, population.size(), vocabulary.zone(), null, false)
                            .count(),
                    "verify");
            System.out.printf("  %,.0f entries a second, differences: %d%n", entries / seconds, differences);
            Ledger ledger = points.ledger();
            simulate(
                    "simulate the same program",
                    program.points(),
                    population,
                    posting,
                    () -> points.simulated(ledger, vocabulary.zone()));
            Simulation.History read = points.simulated(ledger, vocabulary.zone());
            simulate("another program, what was read kept", twice, population, posting, () -> read);
            return answer;
        }
    }

    private void simulate(
            String name,
            PointsRules rules,
            StoredPopulation population,
            double posting,
            Supplier<Simulation.History> history) {
        long differing = median(
                () -> Simulated.of(
                                rules,
                                program.points().expiry(),
                                vocabulary,
                                population,
                                asOf,
                                Long.MAX_VALUE,
                                history.get())
                        .differing(),
                name);
        System.out.printf(
                "  %.3f of deciding and posting; customers who have other entries: %,d%n",
                seconds / posting, differing);
    }

    private static final String PLAIN = """
            points:
              redeem: {points: 100, for: 10.00}
              expiry: {after: 1y, round_up: month}
              earn:
                - {name: spend, on: purchase, per: 1.00, points: 1, base: gross}
                - {name: weekend, on: purchase, times: 2, when: weekday(at) >= 6}
                - {name: visit, on: login, points: 1}
                - {name: shared, on: share, points: 10}
            """;

    private EarnPlan decide(PointsRules rules, PointsStore points, StoredPopulation population) {
        Ledger ledger = points.ledger();
        return EarnPlan.of(
                rules,
                new EarnPlan.Facts(
                        vocabulary,
                        population,
                        population.batch(),
                        asOf,
                        now,
                        Long.MIN_VALUE,
                        ledger,
                        points.rules(),
                        range -> points.history(range, ledger),
                        rule -> 0L));
    }

    private long events(Population population) {
        Needs needs = Needs.nothing();
        needs.event().set(Vocabulary.EVENT_AT);
        long[] sum = {0};
        population.scan(needs, asOf, () -> block -> {
            synchronized (sum) {
                sum[0] += Objects.requireNonNull(block.events).size;
            }
        });
        return sum[0];
    }

    /** Entries, points, those in lots that ended, and the sum of all running balances, each with all of its moment. */
    private String answer(PointsPlan plan) {
        long count = 0;
        long points = 0;
        long lots = 0;
        long expired = 0;
        long running = 0;
        for (PointsPlan.Part part : plan.parts()) {
            Entries entries = part.entries();
            long balance = 0;
            for (int start = 0; start < entries.size(); ) {
                balance = start > 0 && entries.customer[start] == entries.customer[start - 1] ? balance : 0;
                int end = start;
                while (end < entries.size()
                        && entries.customer[end] == entries.customer[start]
                        && entries.effective[end] == entries.effective[start]) {
                    balance += entries.points[end];
                    if (entries.until[end] < LAST.toEpochDay()) {
                        lots++;
                        expired += entries.points[end];
                    }
                    points += entries.points[end++];
                }
                count += end - start;
                running += balance * (end - start);
                start = end;
            }
        }
        return "ledger," + count + "," + points + "," + lots + "," + expired + "," + running;
    }

    private double seconds;

    /** Processor seconds of this process so far: where others use the machine too, the clock says little. */
    private static double processor() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getProcessCpuTime() / 1e9;
    }

    private long median(Supplier<Long> work, String name) {
        double[] all = new double[rounds];
        double[] used = new double[rounds];
        long answer = 0;
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            double before = processor();
            answer = work.get();
            used[round] = processor() - before;
            all[round] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(all);
        Arrays.sort(used);
        seconds = all[rounds / 2];
        System.out.printf("%s: %.3f s, %.3f s of processors%n", name, seconds, used[rounds / 2]);
        return answer;
    }

    /** One balance on that file beside Python's start, taking turns. */
    void balance(Path siyu, String java) throws IOException, InterruptedException {
        int times = 3 * rounds;
        double[] ours = new double[times];
        double[] python = new double[times];
        String other = StartUp.python(workspace);
        for (int i = 0; i < times; i++) {
            Map<String, String> home = Map.of("SIYU_JAVA_HOME", java);
            ours[i] = Child.succeed(workspace, home, siyu.toString(), "points", "balance", "C00000042", "-q")
                    .seconds();
            python[i] = Child.succeed(workspace, Map.of(), other, "-c", "pass").seconds();
        }
        Arrays.sort(ours);
        Arrays.sort(python);
        double mine = ours[times / 2];
        double theirs = python[times / 2];
        System.out.printf(
                "points balance: %.0f ms, %.1f times python3 -c pass (%.1f ms)%n",
                1e3 * mine, mine / theirs, 1e3 * theirs);
    }
}
