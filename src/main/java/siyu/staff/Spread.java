package siyu.staff;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How evenly a quantity is spread over people.
 *
 * @param mean null for nobody
 * @param deviation the standard deviation of all of them (divided by n, not n − 1: they are no sample); null for nobody
 * @param gini 0 when everybody has the same, near 1 when one has all; null for nobody, a negative quantity or a sum of 0
 */
public record Spread(
        int people,
        BigInteger sum,
        @Nullable Double mean,
        @Nullable Double deviation,
        @Nullable Double gini) {
    /**
     * Of quantities. With x₁ ≤ … ≤ xₙ the Gini coefficient is Σ (2i − n − 1) xᵢ / (n Σ xᵢ), which is half of the mean difference of
     * all pairs over the mean: Σᵢ Σⱼ |xᵢ − xⱼ| / (2 n² mean). C. Damgaard and J. Weiner, "Describing inequality in plant size or
     * fecundity", Ecology 81(4), 2000, p. 1139. Sums are exact, so the order of people does not matter.
     */
    public static Spread of(BigInteger[] quantities) {
        int n = quantities.length;
        BigInteger[] sorted = quantities.clone();
        Arrays.sort(sorted);
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        BigInteger ranked = BigInteger.ZERO;
        for (int i = 0; i < n; i++) {
            BigInteger x = sorted[i];
            sum = sum.add(x);
            squares = squares.add(x.multiply(x));
            ranked = ranked.add(x.multiply(BigInteger.valueOf(2L * (i + 1) - n - 1)));
        }
        if (n == 0) {
            return new Spread(0, sum, null, null, null);
        }
        BigInteger count = BigInteger.valueOf(n);
        BigInteger variance = count.multiply(squares).subtract(sum.multiply(sum));
        double deviation = new BigDecimal(variance).sqrt(MathContext.DECIMAL64).doubleValue() / n;
        Double gini = sorted[0].signum() < 0 || sum.signum() == 0 ? null : (Double) ratio(ranked, count.multiply(sum));
        return new Spread(n, sum, ratio(sum, count), deviation, gini);
    }

    /** The same of numbers. */
    public static Spread of(long[] quantities) {
        return of(Arrays.stream(quantities).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new));
    }

    private static double ratio(BigInteger a, BigInteger b) {
        return new BigDecimal(a)
                .divide(new BigDecimal(b), MathContext.DECIMAL64)
                .doubleValue();
    }
}
