package siyu.referral;

import java.util.SplittableRandom;
import siyu.core.Gamma;

/** Functions of probability that the JDK does not have. */
final class Gammas {
    private static final double TINY = 1e-300;

    private Gammas() {}

    /** ln Γ(a + n) − ln Γ(a). */
    static double logRising(double a, int n) {
        if (n > 30) {
            return Gamma.log(a + n) - Gamma.log(a);
        }
        double product = 0;
        for (int i = 0; i < n; i++) {
            product += Math.log(a + i);
        }
        return product;
    }

    /** The regularised incomplete beta function I_x(a, b), by its continued fraction (Lentz). */
    static double beta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        if (x > (a + 1) / (a + b + 2)) {
            return 1 - beta(1 - x, b, a);
        }
        double front = Math.exp(Gamma.log(a + b) - Gamma.log(a) - Gamma.log(b) + a * Math.log(x) + b * Math.log1p(-x));
        double f = 1;
        double c = 1;
        double d = 0;
        for (int i = 0; i < 10_000; i++) {
            int m = i / 2;
            double numerator = i == 0
                    ? 1
                    : i % 2 == 0
                            ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                            : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 + numerator * d;
            d = 1 / (Math.abs(d) < TINY ? TINY : d);
            c = 1 + numerator / c;
            c = Math.abs(c) < TINY ? TINY : c;
            f *= c * d;
            if (Math.abs(1 - c * d) < 1e-14) {
                break;
            }
        }
        return front * (f - 1) / a;
    }

    /** Where the beta distribution has reached a probability, by halving. */
    static double betaQuantile(double probability, double a, double b) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (beta(middle, a, b) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Where the standard normal distribution has reached a probability: Acklam's approximation, to 9 digits. */
    static double normalQuantile(double p) {
        double[] a = {
            -3.969683028665376e1,
            2.209460984245205e2,
            -2.759285104469687e2,
            1.383577518672690e2,
            -3.066479806614716e1,
            2.506628277459239
        };
        double[] b = {
            -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1
        };
        double[] c = {
            -7.784894002430293e-3,
            -3.223964580411365e-1,
            -2.400758277161838,
            -2.549732539343734,
            4.374664141464968,
            2.938163982698783
        };
        double[] d = {7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416};
        if (p < 0.02425 || p > 1 - 0.02425) {
            double q = Math.sqrt(-2 * Math.log(Math.max(TINY, Math.min(p, 1 - p))));
            double x = (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5])
                    / ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1);
            return p < 0.5 ? x : -x;
        }
        double q = p - 0.5;
        double r = q * q;
        return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5])
                * q
                / (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1);
    }

    /**
     * How many of {@code n} succeed, each with chance {@code q}, at a quantile: never less for a larger one, so that the same
     * quantiles under two programs differ by what the programs do, not by luck. Exact by adding up below a variance of 400, beyond
     * that by the normal quantile with its correction for skewness (Cornish and Fisher), which is then right to a hundredth of a
     * standard deviation.
     *
     * @param u from 0 to 1, exclusive
     */
    static long binomial(long n, double q, double u) {
        if (n <= 0 || q <= 0) {
            return 0;
        }
        if (q >= 1) {
            return n;
        }
        if (q > 0.5) {
            return n - binomial(n, 1 - q, 1 - u);
        }
        double variance = n * q * (1 - q);
        if (variance > 400) {
            double z = normalQuantile(u);
            double corrected = z + (z * z - 1) * (1 - 2 * q) / (6 * Math.sqrt(variance));
            return Math.max(0, Math.min(n, Math.round(n * q + corrected * Math.sqrt(variance))));
        }
        double probability = Math.exp(n * Math.log1p(-q));
        double sum = probability;
        long k = 0;
        while (sum < u && k < n) {
            probability *= (n - k) / (k + 1.0) * q / (1 - q);
            k++;
            sum += probability;
            if (probability < TINY && k > n * q) {
                break;
            }
        }
        return k;
    }

    /** A number between 0 and 1, never either. */
    static double open(SplittableRandom random) {
        return (random.nextLong(1L << 52) + 0.5) / (1L << 52);
    }
}
