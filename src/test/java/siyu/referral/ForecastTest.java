package siyu.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.Gamma;

/** The forecast against populations whose parameters are known, and against futures played customer by customer. */
class ForecastTest {
    private static final int SEEDS = 100;
    private static final int CUSTOMERS = 3000;
    private static final double SHAPE = 0.6;
    private static final double MEAN = 0.05;
    private static final double CHANCE = 0.3;

    @TempDir
    Path folder;

    private ReferralRules rules() throws IOException {
        return with("");
    }

    private ReferralRules with(String more) throws IOException {
        return World.of(folder, """
                        program: forecast
                        timezone: UTC
                        currency: CNY
                        referral:
                          qualifies: count(referral, ever) >= 0
                          within: 30d
                          tiers: {mode: cumulative_bracket, steps: [{from: 1, reward: 10 points}, {from: 2, reward: 25 points}]}
                          referee_reward: 3 points
                        """ + (more.isEmpty() ? "" : "  " + more + "\n"), "id\n", "id,customer,kind,at,ref\n")
                .rules();
    }

    /** A population, what it did, and what it will do in a year. */
    private static final class Made {
        final Map<History.Kin, Long> classes = new TreeMap<>();
        long invitations;
        long successes;
        long ahead;
        long cost;

        Made(Random random, ReferralRules rules) {
            for (int i = 0; i < CUSTOMERS; i++) {
                double rate = gamma(random, SHAPE) * MEAN / SHAPE;
                int months = 1 + random.nextInt(12);
                int made = poisson(random, rate * months);
                int good = successes(random, made);
                invitations += made;
                successes += good;
                classes.merge(new History.Kin(made, months, Math.min(2, good)), 1L, Long::sum);
                int future = successes(random, poisson(random, rate * 12));
                ahead += future;
                cost += rules.tiers().total(good + future) - rules.tiers().total(good);
                for (int k = 0; k < future; k++) {
                    brought(random, rules, 12 * random.nextDouble());
                }
            }
        }

        /** Who was brought brings others in the months that are left. */
        private void brought(Random random, ReferralRules rules, double months) {
            double rate = gamma(random, SHAPE) * MEAN / SHAPE;
            int good = successes(random, poisson(random, rate * months));
            ahead += good;
            cost += rules.tiers().total(good);
            for (int k = 0; k < good; k++) {
                brought(random, rules, months * random.nextDouble());
            }
        }

        private static int successes(Random random, int trials) {
            int good = 0;
            for (int i = 0; i < trials; i++) {
                good += random.nextDouble() < CHANCE ? 1 : 0;
            }
            return good;
        }

        History history() {
            return new History(classes, invitations, invitations, successes, 0, 0, 0, 0);
        }
    }

    static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        int k = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            k++;
        }
        return k;
    }

    /** Marsaglia and Tsang (2000); below 1 by a power of a uniform. */
    static double gamma(Random random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    private static boolean holds(double[] interval, double value) {
        return interval[0] <= value && value <= interval[2];
    }

    /** Nine of ten 90 % intervals hold what is true; of a hundred at least 85 and at most 97. */
    @Test
    void intervalsHoldWhatIsTrue() throws IOException {
        ReferralRules rules = rules();
        int[] held = new int[5];
        for (int seed = 0; seed < SEEDS; seed++) {
            Made made = new Made(new Random(seed), rules);
            Fit fit = Fit.of(made.classes, made.successes, made.invitations);
            held[0] += holds(fit.mean(), MEAN) ? 1 : 0;
            held[1] += holds(fit.shape(), SHAPE) ? 1 : 0;
            held[2] += holds(fit.chance(), CHANCE) ? 1 : 0;
            Forecast.Runs runs =
                    Forecast.of(made.history(), fit, rules, new Forecast.Stated(400, seed, 12, 1, 0, Long.MAX_VALUE));
            long[] successes = Forecast.Runs.quantiles(runs.successes(), 0.05, 0.95);
            held[3] += successes[0] <= made.ahead && made.ahead <= successes[1] ? 1 : 0;
            long[] costs = Forecast.Runs.quantiles(runs.paid(Side.REFERRER), 0.05, 0.95);
            held[4] += costs[0] <= made.cost && made.cost <= costs[1] ? 1 : 0;
        }
        for (int i = 0; i < 5; i++) {
            assertThat(held[i])
                    .as("interval %d of %s", i, Arrays.toString(held))
                    .isBetween(85, 98);
        }
    }

    /** Draws by quantile come to the binomial distribution, small and large, and never fall when the quantile rises. */
    @Test
    void binomials() {
        Random random = new Random(5);
        for (double[] each : new double[][] {{1, 0.3}, {20, 0.05}, {200, 0.9}, {5000, 0.2}, {100_000, 0.01}}) {
            long n = (long) each[0];
            double q = each[1];
            double sum = 0;
            double squares = 0;
            int draws = 40_000;
            for (int i = 0; i < draws; i++) {
                long k = Gammas.binomial(n, q, (i + random.nextDouble()) / draws);
                assertThat(k).isBetween(0L, n);
                sum += k;
                squares += (k - n * q) * (k - n * q);
            }
            double deviation = Math.sqrt(n * q * (1 - q));
            assertThat(sum / draws)
                    .as("mean of %s", Arrays.toString(each))
                    .isCloseTo(n * q, within(0.01 * deviation + 0.01));
            assertThat(squares / draws / (n * q * (1 - q)))
                    .as("variance of %s", Arrays.toString(each))
                    .isCloseTo(1, within(0.02));
            long before = 0;
            for (int i = 1; i < 1000; i++) {
                long k = Gammas.binomial(n, q, i / 1000.0);
                assertThat(k).isGreaterThanOrEqualTo(before);
                before = k;
            }
        }
    }

    /** Against sums that anybody can add up: I_q(k, n − k + 1) is the chance of k or more of n. */
    @Test
    void functions() {
        double tail = 0;
        double pmf = Math.pow(0.7, 10);
        for (int k = 0; k <= 10; k++) {
            tail += k >= 4 ? pmf : 0;
            pmf *= (10 - k) / (k + 1.0) * 0.3 / 0.7;
        }
        assertThat(Gammas.beta(0.3, 4, 7)).isCloseTo(tail, within(1e-12));
        assertThat(Gammas.beta(Gammas.betaQuantile(0.05, 4, 7), 4, 7)).isCloseTo(0.05, within(1e-9));
        assertThat(Gamma.log(10)).isCloseTo(Math.log(362_880), within(1e-12));
        assertThat(Gammas.logRising(0.4, 50)).isCloseTo(Gamma.log(50.4) - Gamma.log(0.4), within(1e-9));
        assertThat(Gammas.logRising(0.4, 20)).isCloseTo(Gamma.log(20.4) - Gamma.log(0.4), within(1e-9));
        assertThat(Gammas.normalQuantile(0.975)).isCloseTo(1.959963985, within(1e-8));
        assertThat(Gammas.normalQuantile(0.001)).isCloseTo(-3.090232306, within(1e-7));
    }

    /** The same seed is the same answer; a program that pays more costs more in every single run, by the same luck. */
    @Test
    void sameLuckForEveryProgram() throws IOException {
        ReferralRules rules = rules();
        Made made = new Made(new Random(3), rules);
        Fit fit = Fit.of(made.classes, made.successes, made.invitations);
        Forecast.Stated stated = new Forecast.Stated(300, 9, 12, 1, 0, Long.MAX_VALUE);
        Forecast.Runs once = Forecast.of(made.history(), fit, rules, stated);
        Forecast.Runs again = Forecast.of(made.history(), fit, rules, stated);
        assertThat(again.successes()).isEqualTo(once.successes());
        assertThat(again.paid(Side.REFERRER)).isEqualTo(once.paid(Side.REFERRER));
        assertThat(Arrays.stream(once.successes()).distinct().count()).isGreaterThan(50);
        Forecast.Runs more =
                Forecast.of(made.history(), fit, rules, new Forecast.Stated(300, 9, 12, 1.1, 0, Long.MAX_VALUE));
        Forecast.Runs fewer =
                Forecast.of(made.history(), fit, rules, new Forecast.Stated(300, 9, 12, 1, 500, Long.MAX_VALUE));
        long above = 0;
        long below = 0;
        for (int run = 0; run < 300; run++) {
            above += more.successes()[run] >= once.successes()[run] ? 1 : 0;
            below += fewer.successes()[run] <= once.successes()[run] ? 1 : 0;
        }
        assertThat(above).as("runs with more by more invitations").isGreaterThan(285);
        assertThat(below).as("runs with fewer by a limit to who can be brought").isGreaterThan(285);
        double mean = Arrays.stream(once.successes()).average().orElse(0);
        double limited = Arrays.stream(fewer.successes()).average().orElse(0);
        assertThat(limited).as("%s without a limit", mean).isLessThan(500).isLessThan(mean);
    }

    /** Whatever the budget, in every run: what is paid and what is missing come to what is paid without one. */
    @Test
    void budgetEndsTheRewards() throws IOException {
        ReferralRules free = rules();
        ReferralRules bound = with("budget: 5000 points");
        Made made = new Made(new Random(4), free);
        Fit fit = Fit.of(made.classes, made.successes, made.invitations);
        Forecast.Stated stated = new Forecast.Stated(300, 9, 12, 1, 0, Long.MAX_VALUE);
        Forecast.Runs all = Forecast.of(made.history(), fit, free, stated);
        long middle = Forecast.Runs.quantiles(sums(all), 0.5)[0];
        Forecast.Runs some = Forecast.of(made.history(), fit, bound, stated.left(middle));
        assertThat(some.successes()).isEqualTo(all.successes());
        int over = 0;
        for (int run = 0; run < 300; run++) {
            long wanted = sums(all)[run];
            long paid = sums(some)[run];
            assertThat(paid + some.beyond()[run]).isEqualTo(wanted);
            assertThat(paid).isBetween(Math.min(wanted, middle) - 2, Math.min(wanted, middle));
            over += some.beyond()[run] > 0 ? 1 : 0;
        }
        assertThat(over).isBetween(100, 200);
        assertThat(Forecast.of(made.history(), fit, bound, stated.left(0)).paid(Side.REFERRER))
                .containsOnly(0);
    }

    private static long[] sums(Forecast.Runs runs) {
        long[] sums = new long[runs.successes().length];
        Arrays.setAll(sums, run -> runs.paid(Side.REFERRER)[run] + runs.paid(Side.REFEREE)[run]);
        return sums;
    }

    /** A limit cuts what one referrer gets to the times and the amount of all periods ahead; nothing else. */
    @Test
    void limitsCutWhatOneGets() throws IOException {
        Map<History.Kin, Long> classes = new TreeMap<>(Map.of(new History.Kin(60, 12, 2), 200L));
        History history = new History(classes, 12_000, 12_000, 12_000, 0, 0, 0, 0);
        Rates rates = new Rates(50, 5, 1);
        Forecast.Stated stated = new Forecast.Stated(20, 1, 12, 1, 0, Long.MAX_VALUE);
        Forecast.Runs free = Forecast.of(history, rates, rules(), stated);
        Forecast.Runs few = Forecast.of(history, rates, with("limit: {times: 2, per: month}"), stated);
        Forecast.Runs little = Forecast.of(history, rates, with("limit: {reward: 100 points, per: quarter}"), stated);
        assertThat(few.successes()).isEqualTo(free.successes());
        assertThat(free.paid(Side.REFERRER)[0]).isGreaterThan(few.paid(Side.REFERRER)[0]);
        assertThat(few.paid(Side.REFERRER)[0]).isGreaterThan(200L * 24 * 25);
        assertThat(little.paid(Side.REFERRER)[0]).isLessThan(few.paid(Side.REFERRER)[0]);
        assertThat(little.paid(Side.REFEREE)).isEqualTo(free.paid(Side.REFEREE));
        // For ever one: of the two hundred nearly all bring somebody within a month, those they bring have the first
        // step.
        Forecast.Stated month = new Forecast.Stated(20, 1, 1, 1, 0, Long.MAX_VALUE);
        Forecast.Runs once = Forecast.of(history, rates, with("limit: {times: 1, per: ever}"), month);
        assertThat(once.paid(Side.REFERRER)[0]).isBetween(190L * 25, 200L * 25 + 10 * once.successes()[0]);
    }

    /** Who had brought the referrer gets his for the share of which there was one before, and for all of those brought anew. */
    @Test
    void secondRewards() throws IOException {
        Map<History.Kin, Long> classes = new TreeMap<>(Map.of(new History.Kin(60, 12, 2), 200L));
        Rates rates = new Rates(50, 5, 1);
        ReferralRules rules = with("second_reward: 2 points\n  depth: 2");
        Forecast.Stated month = new Forecast.Stated(20, 1, 1, 1, 0, Long.MAX_VALUE);
        Forecast.Runs none = Forecast.of(new History(classes, 9, 9, 9, 0, 0, 0, 0), rates, rules, month);
        Forecast.Runs half = Forecast.of(new History(classes, 9, 9, 9, 0, 0, 0, 0.5), rates, rules, month);
        Forecast.Runs all = Forecast.of(new History(classes, 9, 9, 9, 0, 0, 0, 1), rates, rules, month);
        for (int run = 0; run < 20; run++) {
            assertThat(all.paid(Side.SECOND)[run]).isEqualTo(2 * all.successes()[run]);
            assertThat(half.paid(Side.SECOND)[run] * 2)
                    .isBetween(
                            none.paid(Side.SECOND)[run] + all.paid(Side.SECOND)[run] - 4,
                            none.paid(Side.SECOND)[run] + all.paid(Side.SECOND)[run] + 4);
        }
        assertThat(none.paid(Side.SECOND)[0]).isPositive();
    }

    /** Nobody invited: the forecast says little, and nothing breaks. */
    @Test
    void nothingToLearnFrom() throws IOException {
        Map<History.Kin, Long> classes = new TreeMap<>(Map.of(new History.Kin(0, 12, 0), 500L));
        Fit fit = Fit.of(classes, 0, 0);
        assertThat(fit.chance()[1]).isCloseTo(0.5, within(1e-12));
        Forecast.Runs runs = Forecast.of(
                new History(classes, 0, 0, 0, 0, 0, 0, 0),
                fit,
                rules(),
                new Forecast.Stated(200, 1, 12, 1, 0, Long.MAX_VALUE));
        assertThat(Forecast.Runs.quantiles(runs.successes(), 0.5)[0]).isLessThan(5);
    }
}
