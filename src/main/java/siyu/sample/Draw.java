package siyu.sample;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A stream of random numbers of our own (SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators",
 * 2014), so that a JDK cannot change what a seed means. One stream per customer and purpose. Not for several threads.
 */
final class Draw {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int NORMALS = 4096;
    private static final double[] NORMAL = normals();

    private long state;

    /** Turns to the stream of one customer (or group, …) for one purpose. */
    Draw at(long seed, int purpose, long index) {
        state = mix(mix(seed + purpose * 0xD1B54A32D192ED03L) + index * GOLDEN);
        return this;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long bits() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform in [0, 1), 53 bits. */
    double unit() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [0, bound), bound up to 2³¹; the bias of at most 2⁻³² does not matter here. */
    int below(int bound) {
        return (int) (((bits() >>> 32) * bound) >>> 32);
    }

    boolean chance(double share) {
        return unit() < share;
    }

    /** Spins a wheel made by {@link #wheel}: the index of a weight. */
    int spin(byte[] wheel) {
        return wheel[(int) (bits() >>> 54)];
    }

    /** A wheel of 1,024 slots that shares them out by weight, to a tenth of a percent. */
    static byte[] wheel(int... weights) {
        byte[] slots = new byte[1024];
        int total = IntStream.of(weights).sum();
        int reached = 0;
        int from = 0;
        for (int i = 0; i < weights.length; i++) {
            reached += weights[i];
            int to = slots.length * reached / total;
            Arrays.fill(slots, from, to, (byte) i);
            from = to;
        }
        return slots;
    }

    /** Standard normal, cut at about ±3.5: from a table of quantiles, straight lines between them. */
    double normal() {
        long bits = bits();
        int cell = (int) (bits >>> 52);
        double part = ((bits >>> 11) & 0x1FFFFFFFFFFL) * 0x1.0p-41;
        return NORMAL[cell] + (NORMAL[cell + 1] - NORMAL[cell]) * part;
    }

    /** Log-normal by its median and the standard deviation of its logarithm. */
    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    private static double[] normals() {
        double[] table = new double[NORMALS + 1];
        for (int i = 1; i < NORMALS; i++) {
            table[i] = quantile((double) i / NORMALS);
        }
        table[NORMALS] = 3.7;
        table[0] = -3.7;
        return table;
    }

    /** The quantile of the standard normal by bisection of its distribution function; done once per cell. */
    private static double quantile(double share) {
        double low = -4;
        double high = 4;
        for (int i = 0; i < 45; i++) {
            double middle = (low + high) / 2;
            if (distribution(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Abramowitz and Stegun 26.2.17, error below 7.5e-8. */
    private static double distribution(double x) {
        double t = 1 / (1 + 0.2316419 * StrictMath.abs(x));
        double series =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double upper = 0.3989422804014327 * StrictMath.exp(-x * x / 2) * series;
        return x < 0 ? upper : 1 - upper;
    }
}
