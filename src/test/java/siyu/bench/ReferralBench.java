package siyu.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import siyu.referral.BenchWorld;
import siyu.referral.Fit;
import siyu.referral.Forecast;
import siyu.referral.History;

/**
 * How fast referrals are decided, settled, swept and forecast, in memory: a million invitations of a million customers who bring
 * others unequally, and ten thousand years ahead of a hundred thousand referrers, beside the same model played customer by
 * customer over plain arrays in one thread. Prints medians: {@code mvn -q -Pbench package -Dbench=only=referrals}.
 */
public final class ReferralBench {
    private static final int CUSTOMERS = 1_000_000;
    private static final int SCENARIOS = 100;
    private static final int ROUNDS = 5;
    private static final int REFERRERS = 100_000;
    private static final int RUNS = 10_000;
    private static final int PLAIN_RUNS = 20;

    private ReferralBench() {}

    /** @param arguments nothing */
    public static void main(String[] arguments) throws java.io.IOException {
        BenchWorld world = BenchWorld.of(CUSTOMERS);
        double settle = median("decide and settle " + CUSTOMERS + " referrals", world::settle);
        System.out.printf("  %,.0f referrals a second%n", CUSTOMERS / settle);
        double sweep = median("sweep of " + SCENARIOS + " programs", () -> world.sweep(SCENARIOS));
        System.out.printf("  %.1f times one settling%n", sweep / settle);

        Map<History.Kin, Long> classes = new TreeMap<>();
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < REFERRERS; i++) {
            int made = (int) Math.min(40, 0.1 / Math.max(0.002, random.nextDouble()));
            classes.merge(new History.Kin(made, 1 + random.nextInt(12), Math.min(11, made / 3)), 1L, Long::sum);
        }
        History history = new History(classes, 30_000, 20_000, 9_000, 12, 0, 0, 0);
        Fit fit = Fit.of(classes, 9_000, 30_000);
        Forecast.Stated stated = new Forecast.Stated(RUNS, 1, 12, 1, 0, Long.MAX_VALUE);
        double ours = median(
                RUNS + " futures of " + REFERRERS + " referrers",
                () -> Forecast.of(history, fit, world.rules(), stated).successes()[0]);
        double plain = median(
                PLAIN_RUNS + " futures played customer by customer", () -> world.plain(classes, fit, PLAIN_RUNS));
        double same = plain / PLAIN_RUNS * RUNS;
        System.out.printf("  plain arrays would take %.0f s for all: ratio %.5f%n", same, ours / same);
    }

    private static double median(String name, Supplier<Long> work) {
        double[] seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            long answer = work.get();
            seconds[round] = (System.nanoTime() - start) / 1e9;
            System.out.printf("%s, round %d: %.3f s (%d)%n", name, round + 1, seconds[round], answer);
        }
        Arrays.sort(seconds);
        System.out.printf("%s: %.3f s%n", name, seconds[ROUNDS / 2]);
        return seconds[ROUNDS / 2];
    }
}
