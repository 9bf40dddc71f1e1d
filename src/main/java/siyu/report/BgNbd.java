package siyu.report;

import java.util.Arrays;
import siyu.core.Gamma;
import siyu.customer.Parallel;

/**
 * How often customers buy and when they stop: the BG/NBD model of Fader, Hardie and Lee ("Counting Your Customers" the Easy Way,
 * Marketing Science 2005). While alive a customer buys at a rate of his own (gamma with shape {@code r} and rate {@code alpha}) and
 * stops after each purchase with a probability of his own (beta with {@code a} and {@code b}).
 *
 * @param logLikelihood of the customers it was fitted to
 */
record BgNbd(double r, double alpha, double a, double b, double logLikelihood) {
    /** Histories summed at a time. */
    private static final int PART = 4096;

    /**
     * What customers did, each kind of history once.
     *
     * @param frequency repeat purchases: purchases after the first
     * @param recency time of the last one after the first, 0 without
     * @param age time from the first purchase to now
     * @param times how many customers have this history
     */
    record Histories(int[] frequency, double[] recency, double[] age, long[] times) {}

    /** The model under which the histories are likeliest. */
    static BgNbd fit(Histories histories) {
        double[] found = NelderMead.minimum(
                logs -> -logLikelihood(histories, exp(logs)), new double[] {0, Math.log(scale(histories)), 0, 0});
        double[] p = exp(found);
        return new BgNbd(p[0], p[1], p[2], p[3], logLikelihood(histories, p));
    }

    private static double[] exp(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }

    /** A first guess of alpha in the unit of time at hand. */
    private static double scale(Histories histories) {
        double age = 0;
        double customers = 0;
        for (int i = 0; i < histories.age.length; i++) {
            age += histories.age[i] * histories.times[i];
            customers += histories.times[i];
        }
        return Math.max(1e-3, age / Math.max(1, customers) / 4);
    }

    private static double logLikelihood(Histories histories, double[] p) {
        double r = p[0];
        double alpha = p[1];
        double a = p[2];
        double b = p[3];
        int most = Arrays.stream(histories.frequency).max().orElse(0);
        double[] common = new double[most + 1];
        double[] stops = new double[most + 1];
        for (int x = 0; x <= most; x++) {
            common[x] = Gamma.log(r + x)
                    - Gamma.log(r)
                    + r * Math.log(alpha)
                    + Gamma.log(a + b)
                    + Gamma.log(b + x)
                    - Gamma.log(b)
                    - Gamma.log(a + b + x);
            stops[x] = x == 0 ? 0 : Math.log(a / (b + x - 1));
        }
        // Parts of fixed size, summed in order: the same sum on any number of cores.
        double[] sums = new double[(histories.age.length + PART - 1) / PART];
        Parallel.each(sums.length, () -> part -> {
            double sum = 0;
            int end = Math.min(histories.age.length, (part + 1) * PART);
            for (int i = part * PART; i < end; i++) {
                int x = histories.frequency[i];
                double likelihood = -(r + x) * Math.log(alpha + histories.age[i]);
                if (x > 0) {
                    double gone = stops[x] - (r + x) * Math.log(alpha + histories.recency[i]);
                    double larger = Math.max(likelihood, gone);
                    likelihood = larger + Math.log1p(Math.exp(Math.min(likelihood, gone) - larger));
                }
                sum += histories.times[i] * (common[x] + likelihood);
            }
            sums[part] = sum;
        });
        double all = 0;
        for (double sum : sums) {
            all += sum;
        }
        return all;
    }

    /** The odds that a customer has stopped. */
    private double odds(int x, double recency, double age) {
        return x == 0 ? 0 : a / (b + x - 1) * Math.pow((alpha + age) / (alpha + recency), r + x);
    }

    /** The probability that a customer still buys. */
    double alive(int x, double recency, double age) {
        return 1 / (1 + odds(x, recency, age));
    }

    /** The purchases to expect of a customer in a time from now (equation 10). */
    double expected(int x, double recency, double age, double time) {
        // The formula divides by a - 1, and has a limit there.
        double safe = Math.abs(a - 1) < 1e-7 ? a + 1e-6 : a;
        double z = time / (alpha + age + time);
        double rest = Math.pow(1 - z, r + x) * Gamma.hypergeometric(r + x, b + x, safe + b + x - 1, z);
        return (safe + b + x - 1) / (safe - 1) * (1 - rest) / (1 + odds(x, recency, age));
    }
}
