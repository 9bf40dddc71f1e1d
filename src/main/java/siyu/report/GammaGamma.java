package siyu.report;

import java.util.Arrays;
import siyu.core.Gamma;

/**
 * What a purchase of a customer is worth: the gamma-gamma model (Fader and Hardie, The Gamma-Gamma Model of Monetary Value, 2013).
 * Amounts vary around a mean of his own, which varies over customers; how often he buys does not matter to it.
 */
record GammaGamma(double p, double q, double gamma) {
    /**
     * @param frequency how many purchases the mean is of, 1 or more
     * @param mean above 0
     */
    static GammaGamma fit(int[] frequency, double[] mean) {
        double scale = Arrays.stream(mean).average().orElse(1);
        double[] found = NelderMead.minimum(
                logs -> -logLikelihood(frequency, mean, Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2])),
                new double[] {1, 1, Math.log(scale)});
        return new GammaGamma(Math.exp(found[0]), Math.exp(found[1]), Math.exp(found[2]));
    }

    private static double logLikelihood(int[] frequency, double[] mean, double p, double q, double gamma) {
        double sum = 0;
        double logQ = Gamma.log(q);
        for (int i = 0; i < mean.length; i++) {
            double x = frequency[i];
            double m = mean[i];
            sum += Gamma.log(p * x + q)
                    - Gamma.log(p * x)
                    - logQ
                    + q * Math.log(gamma)
                    + (p * x - 1) * Math.log(m)
                    + p * x * Math.log(x)
                    - (p * x + q) * Math.log(gamma + m * x);
        }
        return sum;
    }

    /** The mean value to expect of a customer's purchases (equation 5); of one without repeat purchases that of everybody. */
    double expected(int frequency, double mean) {
        return p * (gamma + frequency * mean) / (p * frequency + q - 1);
    }
}
