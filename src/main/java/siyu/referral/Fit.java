package siyu.referral;

import java.util.Map;
import java.util.SplittableRandom;

/**
 * How often customers invite and how often that succeeds, fitted to {@link History}.
 *
 * <p>Customers invite as a Poisson process each at a rate of his own; rates are spread over customers as a gamma distribution, so
 * that the counts are negative binomial: log L = Σ n·[lnΓ(a+x) − lnΓ(a) − ln x! + a·ln(b/(b+t)) + x·ln(t/(b+t))] with shape a,
 * mean m and b = a/m (Ehrenberg's model of repeat buying; see Fader and Hardie, 2005, appendix). It is maximised over (ln a, ln m),
 * whose uncertainty is that of the normal with the inverse of the observed information. A success has a beta distribution
 * (s + ½, f + ½), Jeffreys'.
 *
 * @param logShape ln a
 * @param logMean ln m, m in invitations per customer and month
 * @param varShape variance of ln a
 * @param varMean variance of ln m
 * @param covariance of both
 * @param successes of {@code trials}
 */
public record Fit(
        double logShape,
        double logMean,
        double varShape,
        double varMean,
        double covariance,
        long successes,
        long trials)
        implements Belief {
    private static final double STEP = 1e-3;
    private static final double SMALLEST = 1e-9;
    private static final int ROUNDS = 400;

    /** ln a is held within this, because counts that are all alike say nothing about how rates are spread. */
    static final double WIDEST = 8;

    /** Fits to what was counted. */
    public static Fit of(Map<History.Kin, Long> classes, long successes, long trials) {
        double months = 0;
        double invitations = 0;
        for (Map.Entry<History.Kin, Long> each : classes.entrySet()) {
            months += each.getValue() * (double) each.getKey().months();
            invitations += each.getValue() * (double) each.getKey().invitations();
        }
        if (invitations == 0 || months == 0) {
            // Nobody invited: at most some, as if half an invitation had been made.
            double mean = Math.log(0.5 / Math.max(1, months));
            return new Fit(0, mean, 1, 2, 0, successes, trials);
        }
        double[] best = climb(classes, 0, Math.log(invitations / months));
        double a = best[0];
        double m = best[1];
        double here = likelihood(classes, a, m);
        double aa = (likelihood(classes, a + STEP, m) - 2 * here + likelihood(classes, a - STEP, m)) / (STEP * STEP);
        double mm = (likelihood(classes, a, m + STEP) - 2 * here + likelihood(classes, a, m - STEP)) / (STEP * STEP);
        double am = (likelihood(classes, a + STEP, m + STEP)
                        - likelihood(classes, a + STEP, m - STEP)
                        - likelihood(classes, a - STEP, m + STEP)
                        + likelihood(classes, a - STEP, m - STEP))
                / (4 * STEP * STEP);
        double determinant = aa * mm - am * am;
        boolean flat = !(determinant > SMALLEST) || aa >= -SMALLEST || mm >= -SMALLEST;
        return flat
                ? new Fit(a, m, 1, 1 / Math.max(1, invitations), 0, successes, trials)
                : new Fit(a, m, -mm / determinant, -aa / determinant, am / determinant, successes, trials);
    }

    /** Uphill along both axes with steps that shrink: the surface has one top. */
    private static double[] climb(Map<History.Kin, Long> classes, double startShape, double startMean) {
        double[] at = {startShape, startMean};
        double value = likelihood(classes, at[0], at[1]);
        double[] step = {0.5, 0.2};
        for (int round = 0; round < ROUNDS && Math.max(step[0], step[1]) > 1e-6; round++) {
            for (int axis = 0; axis < 2; axis++) {
                boolean moved = false;
                for (int way = -1; way <= 1; way += 2) {
                    double[] there = at.clone();
                    there[axis] = axis == 0
                            ? Math.max(-WIDEST, Math.min(WIDEST, at[axis] + way * step[axis]))
                            : at[axis] + way * step[axis];
                    double other = likelihood(classes, there[0], there[1]);
                    if (other > value) {
                        at = there;
                        value = other;
                        moved = true;
                        break;
                    }
                }
                step[axis] *= moved ? 1.3 : 0.5;
            }
        }
        return at;
    }

    static double likelihood(Map<History.Kin, Long> classes, double logShape, double logMean) {
        double a = Math.exp(logShape);
        double b = a / Math.exp(logMean);
        double sum = 0;
        for (Map.Entry<History.Kin, Long> each : classes.entrySet()) {
            int x = each.getKey().invitations();
            double t = each.getKey().months();
            if (t > 0 || x == 0) {
                double part = Gammas.logRising(a, x) + a * Math.log(b / (b + t));
                part += x == 0 ? 0 : x * Math.log(t / (b + t));
                sum += each.getValue() * part;
            }
        }
        return sum;
    }

    /** How many standard deviations the ends of a 90 % interval are away. */
    static final double NINETY = 1.6448536269514722;

    /** The parameters by the normal and the beta distribution of what the data leaves open. */
    @Override
    public Rates draw(SplittableRandom random) {
        double first = Gammas.normalQuantile(Gammas.open(random));
        double second = Gammas.normalQuantile(Gammas.open(random));
        double deviation = Math.sqrt(varMean);
        double along = covariance / deviation;
        double shape = logShape + along * first + Math.sqrt(Math.max(0, varShape - along * along)) * second;
        double chance = Gammas.betaQuantile(Gammas.open(random), successes + 0.5, trials - successes + 0.5);
        return new Rates(
                Math.exp(Math.max(-WIDEST, Math.min(WIDEST, shape))), Math.exp(logMean + deviation * first), chance);
    }

    /** The rates in the middle of their intervals. */
    public Rates middle() {
        return new Rates(shape()[1], mean()[1], chance()[1]);
    }

    /** The 90 % interval of the invitations per customer and month. */
    public double[] mean() {
        double half = NINETY * Math.sqrt(varMean);
        return new double[] {Math.exp(logMean - half), Math.exp(logMean), Math.exp(logMean + half)};
    }

    /** The 90 % interval of the shape: the smaller, the more a few invite most. */
    public double[] shape() {
        double half = NINETY * Math.sqrt(varShape);
        return new double[] {
            Math.exp(Math.max(-WIDEST, logShape - half)),
            Math.exp(logShape),
            Math.exp(Math.min(WIDEST, logShape + half))
        };
    }

    /** The 90 % interval of the chance that an invitation succeeds. */
    public double[] chance() {
        double s = successes + 0.5;
        double f = trials - successes + 0.5;
        return new double[] {Gammas.betaQuantile(0.05, s, f), s / (s + f), Gammas.betaQuantile(0.95, s, f)};
    }
}
