package siyu.referral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import siyu.customer.Parallel;

/**
 * Many possible futures of the referrals of one population under one program.
 *
 * <p>Each run draws the parameters from what the fit leaves open, then how many successes each customer will have: given x
 * invitations in t months his rate has a gamma distribution with shape a + x and rate b + t, so his successes in the months ahead are
 * negative binomial. Customers alike are drawn together as one multinomial (by conditional binomials), so a run takes as many draws
 * as there are classes and counts, whatever the size of the population, and nothing is approximated by that. Those who are brought
 * bring others in the time that is left to them.
 *
 * <p>Runs of the same number and seed use the same random numbers under every program, so that differences between programs are
 * sharp; the result is the same on any number of threads.
 */
public final class Forecast {
    private static final int MOST_COUNTED = 2000;
    private static final int GENERATIONS = 6;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private Forecast() {}

    /**
     * What is stated, not fitted.
     *
     * @param months ahead
     * @param response how invitations change with the reward: they are multiplied by this
     * @param reach how many people there are who can still be brought, 0 for no limit
     */
    public record Stated(int runs, long seed, int months, double response, long reach) {}

    /** Runs by number: successes, what the referrers get, what the referees get, in units of each. */
    public record Runs(long[] successes, long[] referrer, long[] referee) {
        /** Quantiles of some values. */
        public static long[] quantiles(long[] values, double... at) {
            long[] sorted = values.clone();
            Arrays.sort(sorted);
            return Arrays.stream(at)
                    .mapToLong(q -> sorted[(int) Math.min(sorted.length - 1L, Math.round(q * (sorted.length - 1)))])
                    .toArray();
        }
    }

    private record Group(int invitations, int months, int standing, long members) {}

    /** Runs the futures. */
    public static Runs of(History history, Fit fit, ReferralRules rules, Stated stated) {
        List<Group> groups = new ArrayList<>();
        for (Map.Entry<History.Kin, Long> each : history.classes().entrySet()) {
            History.Kin kin = each.getKey();
            groups.add(new Group(kin.invitations(), kin.months(), kin.standing(), each.getValue()));
        }
        Runs runs = new Runs(new long[stated.runs()], new long[stated.runs()], new long[stated.runs()]);
        int tasks = Math.min(stated.runs(), 64);
        Parallel.each(tasks, () -> task -> {
            One one = new One(history, fit, rules, stated, groups);
            for (int run = task; run < stated.runs(); run += tasks) {
                one.run(run, runs);
            }
        });
        return runs;
    }

    /** One future after the other, on one thread. */
    private static final class One {
        private final History history;
        private final Fit fit;
        private final ReferralRules rules;
        private final Stated stated;
        private final List<Group> groups;
        private final long[] totals;
        private double reward;

        One(History history, Fit fit, ReferralRules rules, Stated stated, List<Group> groups) {
            this.history = history;
            this.fit = fit;
            this.rules = rules;
            this.stated = stated;
            this.groups = groups;
            int most = MOST_COUNTED
                    + 1
                    + groups.stream().mapToInt(Group::standing).max().orElse(0);
            this.totals = new long[most + 1];
            for (int n = 0; n <= most; n++) {
                totals[n] = rules.tiers().total(n);
            }
        }

        void run(int run, Runs out) {
            SplittableRandom random = new SplittableRandom(stated.seed() + SPREAD * (run + 1L));
            double first = Gammas.normalQuantile(open(random));
            double second = Gammas.normalQuantile(open(random));
            double deviation = Math.sqrt(fit.varMean());
            double logMean = fit.logMean() + deviation * first;
            double along = fit.covariance() / deviation;
            double logShape =
                    fit.logShape() + along * first + Math.sqrt(Math.max(0, fit.varShape() - along * along)) * second;
            double chance =
                    Gammas.betaQuantile(open(random), fit.successes() + 0.5, fit.trials() - fit.successes() + 0.5);
            double a = Math.exp(Math.max(-Fit.WIDEST, Math.min(Fit.WIDEST, logShape)));
            double b = a / Math.exp(logMean);
            // An invitation late in the time ahead is paid only after it.
            double late = Math.max(0, 1 - history.delay() / (stated.months() * History.MONTH));
            double effect = stated.months() * late * chance * stated.response();
            effect *= unsaturated(a, b, effect);
            long successes = 0;
            reward = 0;
            for (Group group : groups) {
                successes += draw(
                        group.members(), a + group.invitations(), b + group.months(), effect, group.standing(), random);
            }
            // What is under way: due for certain, open with the chance of any other; each at what a referral costs on
            // average.
            long waiting = history.due() + Gammas.binomial(history.open(), chance, open(random));
            double average = successes == 0 ? rules.tiers().next(0) : reward / successes;
            reward += average * waiting;
            successes += waiting;
            long fresh = successes;
            for (int generation = 0; generation < GENERATIONS && fresh > 0; generation++) {
                // Of the time ahead the first have half on average, those they bring a third, and so on.
                fresh = draw(fresh, a, b, effect / (generation + 2), 0, random);
                successes += fresh;
            }
            out.successes()[run] = successes;
            out.referrer()[run] = Math.round(reward);
            Award referee = rules.referee();
            out.referee()[run] = referee == null ? 0 : Math.multiplyExact(referee.amount(), successes);
        }

        /** The share of successes that are left when those who can be brought become fewer: (1 − e^−z) / z. */
        private double unsaturated(double a, double b, double effect) {
            if (stated.reach() == 0) {
                return 1;
            }
            double expected = 0;
            for (Group group : groups) {
                expected += group.members() * (a + group.invitations()) / (b + group.months()) * effect;
            }
            double z = expected / stated.reach();
            return z < 1e-9 ? 1 : -Math.expm1(-z) / z;
        }

        /**
         * Draws how many of some customers alike have 0, 1, 2, … successes, and adds up what that brings them.
         *
         * @param shape and {@code rate} of the gamma distribution of their rates
         * @param effect successes per unit of rate
         */
        private long draw(
                long members, double shape, double rate, double effect, int standing, SplittableRandom random) {
            double p = rate / (rate + effect);
            double probability = Math.exp(shape * Math.log(p));
            double beyond = 1;
            long left = members;
            long successes = 0;
            // A stream of its own, so that one more draw here shifts nothing elsewhere.
            SplittableRandom own = new SplittableRandom(random.nextLong());
            for (int k = 0; left > 0 && k < MOST_COUNTED; k++) {
                double share = beyond <= probability ? 1 : probability / beyond;
                long with = k + 1 == MOST_COUNTED ? left : Gammas.binomial(left, share, open(own));
                successes += with * k;
                reward += (double) with * (totals[standing + k] - totals[standing]);
                left -= with;
                beyond -= probability;
                probability *= (shape + k) / (k + 1) * (1 - p);
            }
            return successes;
        }
    }

    /** A number between 0 and 1, never either. */
    private static double open(SplittableRandom random) {
        return (random.nextLong(1L << 52) + 0.5) / (1L << 52);
    }
}
