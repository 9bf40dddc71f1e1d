package siyu.referral;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import siyu.core.AsOf;

/** A large population in memory in which everybody was brought by somebody, for measuring. */
public final class BenchWorld {
    private final World world;
    private final AsOf asOf;

    private BenchWorld(World world) {
        this.world = world;
        this.asOf = AsOf.date(LocalDate.of(2026, 6, 30), world.vocabulary().zone());
    }

    /** So many customers, each but the first brought by an earlier one, early ones bringing far more; three purchases each. */
    public static BenchWorld of(int customers) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder people = new StringBuilder("id,registered\n");
        StringBuilder events = new StringBuilder("id,customer,kind,at,amount,ref\n");
        long start = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond();
        for (int i = 0; i < customers; i++) {
            long second = start + i * 40L;
            Instant joined = Instant.ofEpochSecond(second);
            people.append('c')
                    .append(i)
                    .append(',')
                    .append(joined.toString(), 0, 10)
                    .append('\n');
            int by = (int) (i * Math.pow(random.nextDouble(), 3));
            events.append("r" + i + ",c" + by + ",referral," + joined.minusSeconds(3600) + ",,c" + i + "\n");
            for (int purchase = 0; purchase < 3; purchase++) {
                Instant at = joined.plusSeconds(random.nextInt(50 * 86_400));
                events.append(
                        "p" + i + "-" + purchase + ",c" + i + ",purchase," + at + "," + random.nextInt(60) + ".00,\n");
            }
        }
        Path folder = Files.createTempDirectory("bench");
        return new BenchWorld(World.of(folder, """
                program: bench
                timezone: Asia/Shanghai
                currency: CNY
                events: {purchase: {}}
                referral:
                  qualifies: sum(purchase.amount, ever) >= 50
                  within: 30d
                  delay: 7d
                  tiers:
                    mode: cumulative_bracket
                    steps: [{from: 1, reward: 50 points}, {from: 4, reward: 80 points}, {from: 11, reward: 120 points}]
                  referee_reward: 30 points
                """, people.toString(), events.toString()));
    }

    /** The program's rules. */
    public ReferralRules rules() {
        return world.rules();
    }

    /** Decides and settles everything; returns how many rewards that are. */
    public long settle() {
        return Settling.of(world.decided(asOf)).size();
    }

    /** Decides so many programs that differ in their steps; returns the cost of all. */
    public long sweep(int programs) {
        List<ReferralRules> all = new ArrayList<>();
        ReferralRules rules = world.rules();
        for (int i = 0; i < programs; i++) {
            List<Tiers.Step> steps = new ArrayList<>(rules.tiers().steps());
            steps.set(1, new Tiers.Step(4, 40 + i));
            all.add(new ReferralRules(
                    rules.kind(),
                    rules.qualifies(),
                    rules.source(),
                    rules.within(),
                    rules.delay(),
                    new Tiers(rules.tiers().mode(), steps),
                    rules.award(),
                    rules.referee(),
                    rules.second(),
                    rules.blocks(),
                    rules.flags(),
                    rules.onFlag(),
                    rules.budget(),
                    rules.limit(),
                    rules.partial(),
                    rules.leaves(),
                    rules.leavesSource(),
                    rules.refunds()));
        }
        return Sweep.of(world.vocabulary(), world.population(), asOf, all, Recorded::empty).stream()
                .mapToLong(Sweep.Result::cost)
                .sum();
    }

    /** The forecast played customer by customer, one draw each; returns the successes of all runs. */
    public long plain(Map<History.Kin, Long> classes, Fit fit, int runs) {
        int[] made = new int[0];
        int[] months = made;
        int[] standing = made;
        int size = 0;
        for (Map.Entry<History.Kin, Long> each : classes.entrySet()) {
            int end = size + Math.toIntExact(each.getValue());
            made = java.util.Arrays.copyOf(made, Math.max(end, made.length));
            months = java.util.Arrays.copyOf(months, Math.max(end, months.length));
            standing = java.util.Arrays.copyOf(standing, Math.max(end, standing.length));
            java.util.Arrays.fill(made, size, end, each.getKey().invitations());
            java.util.Arrays.fill(months, size, end, each.getKey().months());
            java.util.Arrays.fill(standing, size, end, each.getKey().standing());
            size = end;
        }
        long[] totals = new long[10_000];
        for (int n = 0; n < totals.length; n++) {
            totals[n] = rules().tiers().total(n);
        }
        Random random = new Random(1);
        long all = 0;
        long cost = 0;
        double chance = fit.chance()[1];
        double a = Math.exp(fit.logShape());
        double b = a / Math.exp(fit.logMean());
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < size; i++) {
                double rate = ForecastTest.gamma(random, a + made[i]) / (b + months[i]);
                int good = ForecastTest.poisson(random, rate * 12 * chance);
                all += good;
                cost += totals[standing[i] + good] - totals[standing[i]];
            }
        }
        return all + (cost < 0 ? 1 : 0);
    }
}
