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
        double[] logMean = Arrays.stream(mean).map(Math::log).toArray();
        boolean[] seen = new boolean[Arrays.stream(frequency).max().orElse(0) + 1];
        for (int x : frequency) {
            seen[x] = true;
        }
        double[] found = NelderMead.minimum(
                logs -> -logLikelihood(
                        frequency, mean, logMean, seen, Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2])),
                new double[] {1, 1, Math.log(scale)});
        return new GammaGamma(Math.exp(found[0]), Math.exp(found[1]), Math.exp(found[2]));
    }

    private static double logLikelihood(
            int[] frequency, double[] mean, double[] logMean, boolean[] seen, double p, double q, double gamma) {
        // What depends on the frequency alone: few differ.
        double[] common = new double[seen.length];
        for (int x = 0; x < seen.length; x++) {
            if (seen[x]) {
                common[x] = Gamma.log(p * x + q)
                        - Gamma.log(p * x)
                        - Gamma.log(q)
                        + q * Math.log(gamma)
                        + p * x * Math.log(x);
            }
        }
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            int x = frequency[i];
            double shape = p * x;
            sum += common[x] + (shape - 1) * logMean[i] - (shape + q) * Math.log(gamma + mean[i] * x);
        }
        return sum;
    }

    /** The mean value to expect of a customer's purchases (equation 5); of one without repeat purchases that of everybody. */
    double expected(int frequency, double mean) {
        return p * (gamma + frequency * mean) / (p * frequency + q - 1);
    }
}
