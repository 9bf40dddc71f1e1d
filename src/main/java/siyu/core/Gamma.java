package siyu.core;

/** The logarithm of the gamma function, and a hypergeometric series. */
public final class Gamma {
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    private Gamma() {}

    /** ln Γ(x) for x above 0, to some 14 digits: Stirling's series, from 10 on (Abramowitz and Stegun 6.1.40, 6.1.15). */
    public static double log(double x) {
        double shift = 1;
        double z = x;
        while (z < 10) {
            shift *= z;
            z += 1;
        }
        double inverse = 1 / (z * z);
        double series = 1.0 / 12
                - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse * (1.0 / 1680 - inverse * (1.0 / 1188))));
        return (z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI + series / z - Math.log(shift);
    }

    /** Gauss's hypergeometric function 2F1(a, b; c; z) for z from 0 to below 1, by its series. */
    public static double hypergeometric(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < 100_000 && Math.abs(term) > 1e-15 * Math.abs(sum); n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
        }
        return sum;
    }
}
