package siyu.referral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import siyu.customer.Parallel;
import siyu.points.CalendarUnit;

/**
 * Many possible futures of the referrals of one population under one program.
 *
 * <p>Each run draws the parameters from what the fit leaves open, then how many successes each customer will have: given x
 * invitations in t months his rate has a gamma distribution with shape a + x and rate b + t, so his successes in the months ahead are
 * negative binomial. Customers alike are drawn together as one multinomial (by conditional binomials), so a run takes as many draws
 * as there are classes and counts, whatever the size of the population, and nothing is approximated by that. Those who are brought
 * bring others in the time that is left to them. The limit of one referrer is counted over the whole time ahead, not by its periods,
 * so it cuts a little less than it will; the budget cuts all that counts in it by the same share once it does not reach.
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
     * @param left what is left of the budget, in its unit; {@link Long#MAX_VALUE} without one
     */
    public record Stated(int runs, long seed, int months, double response, long reach, long left) {
        /** The same in fewer runs, if there are more. */
        public Stated runs(int most) {
            return new Stated(Math.min(most, runs), seed, months, response, reach, left);
        }

        /** The same with another answer to the reward. */
        public Stated response(double other) {
            return new Stated(runs, seed, months, other, reach, left);
        }

        /** The same with others who can be brought. */
        public Stated reach(long other) {
            return new Stated(runs, seed, months, response, other, left);
        }

        /** The same with another rest of the budget. */
        public Stated left(long other) {
            return new Stated(runs, seed, months, response, reach, other);
        }
    }

    /**
     * Runs by number.
     *
     * @param successes referrals that qualify
     * @param paid by side and run: what the side gets within the budget, in its own unit
     * @param beyond what the budget leaves unpaid, in its unit
     */
    public record Runs(long[] successes, long[][] paid, long[] beyond) {
        /** What a side gets. */
        public long[] paid(Side side) {
            return paid[side.number()];
        }

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
    public static Runs of(History history, Belief belief, ReferralRules rules, Stated stated) {
        List<Group> groups = new ArrayList<>();
        for (Map.Entry<History.Kin, Long> each : history.classes().entrySet()) {
            History.Kin kin = each.getKey();
            groups.add(new Group(kin.invitations(), kin.months(), kin.standing(), each.getValue()));
        }
        Runs runs =
                new Runs(new long[stated.runs()], new long[Side.all().length][stated.runs()], new long[stated.runs()]);
        int tasks = Math.min(stated.runs(), 64);
        Parallel.each(tasks, () -> task -> {
            One one = new One(history, belief, rules, stated, groups);
            for (int run = task; run < stated.runs(); run += tasks) {
                one.run(run, runs);
            }
        });
        return runs;
    }

    /** One future after the other, on one thread. */
    private static final class One {
        private final History history;
        private final Belief belief;
        private final ReferralRules rules;
        private final Stated stated;
        private final List<Group> groups;
        private final long[] totals;

        /** How many rewards of one referrer, and how much, his limit leaves in the time ahead. */
        private final long times;

        private final long amount;
        private double reward;

        One(History history, Belief belief, ReferralRules rules, Stated stated, List<Group> groups) {
            this.history = history;
            this.belief = belief;
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
            ReferralRules.Limit limit = rules.limit();
            long periods = limit == null ? 0 : periods(limit.per(), stated.months());
            this.times = limit == null || limit.times() == null ? Long.MAX_VALUE : limit.times() * periods;
            this.amount = limit == null || limit.amount() == null ? Long.MAX_VALUE : limit.amount() * periods;
        }

        void run(int run, Runs out) {
            SplittableRandom random = new SplittableRandom(stated.seed() + SPREAD * (run + 1L));
            Rates rates = belief.draw(random);
            double a = rates.shape();
            double b = a / rates.mean();
            double chance = rates.chance();
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
            long waiting = history.due() + Gammas.binomial(history.open(), chance, Gammas.open(random));
            double average = successes == 0 ? rules.tiers().next(0) : reward / successes;
            reward += average * waiting;
            successes += waiting;
            long brought = Math.round(history.brought() * successes);
            long fresh = successes;
            for (int generation = 0; generation < GENERATIONS && fresh > 0; generation++) {
                // Of the time ahead the first have half on average, those they bring a third, and so on.
                fresh = draw(fresh, a, b, effect / (generation + 2), 0, random);
                successes += fresh;
                brought += fresh;
            }
            out.successes()[run] = successes;
            pay(run, out, Math.round(reward), successes, brought);
        }

        /** What each side gets; when the budget does not reach for all of it, what it reaches for. */
        private void pay(int run, Runs out, long referrers, long successes, long brought) {
            long wanted = 0;
            for (Side side : Side.all()) {
                Award award = rules.award(side);
                long sum = award == null
                        ? 0
                        : switch (side) {
                            case REFERRER -> referrers;
                            case REFEREE -> Math.multiplyExact(award.amount(), successes);
                            case SECOND -> Math.multiplyExact(award.amount(), brought);
                        };
                out.paid(side)[run] = sum;
                wanted += budgeted(award) ? sum : 0;
            }
            if (wanted <= stated.left()) {
                return;
            }
            double reached = (double) stated.left() / wanted;
            long unpaid = wanted;
            for (Side side : Side.all()) {
                if (budgeted(rules.award(side))) {
                    out.paid(side)[run] = (long) (out.paid(side)[run] * reached);
                    unpaid -= out.paid(side)[run];
                }
            }
            out.beyond()[run] = unpaid;
        }

        private boolean budgeted(@Nullable Award award) {
            return award != null && rules.budget() != null && award.sameUnit(rules.budget());
        }

        /** What k more referrals bring one who has some, as far as his limit goes. */
        private long gain(int standing, int k) {
            return Math.min(amount, totals[standing + (int) Math.min(k, times)] - totals[standing]);
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
                long with = k + 1 == MOST_COUNTED ? left : Gammas.binomial(left, share, Gammas.open(own));
                successes += with * k;
                reward += (double) with * gain(standing, k);
                left -= with;
                beyond -= probability;
                probability *= (shape + k) / (k + 1) * (1 - p);
            }
            return successes;
        }
    }

    /** How many periods the time ahead touches, at least as many as it has. */
    private static long periods(CalendarUnit unit, int months) {
        double days = months * History.MONTH;
        return switch (unit) {
            case DAY -> (long) Math.ceil(days);
            case WEEK -> (long) Math.ceil(days / 7);
            case MONTH -> months;
            case QUARTER -> (months + 2) / 3;
            case YEAR -> (months + 11) / 12;
            case EVER -> 1;
        };
    }
}
