package siyu.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How even a quantity is, against every pair of people. */
class SpreadTest {
    private static double slowGini(long[] x) {
        double mean = 0;
        double differences = 0;
        for (long one : x) {
            mean += (double) one / x.length;
            for (long other : x) {
                differences += Math.abs((double) one - other);
            }
        }
        return differences / (2.0 * x.length * x.length * mean);
    }

    @Test
    void asOverAllPairs() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            long[] x = random.longs(1 + random.nextInt(60), 0, 1 + random.nextInt(1_000_000))
                    .toArray();
            x[random.nextInt(x.length)]++;
            Spread spread = Spread.of(x);
            double mean = java.util.Arrays.stream(x).average().orElseThrow();
            double variance = 0;
            for (long one : x) {
                variance += (one - mean) * (one - mean) / x.length;
            }
            assertThat(spread.gini()).as("seed %d", seed).isCloseTo(slowGini(x), within(1e-9));
            assertThat(spread.mean()).isCloseTo(mean, within(1e-6));
            assertThat(spread.deviation()).isCloseTo(Math.sqrt(variance), within(1e-6));
        }
    }

    /** Bounds that are known: 0 for all the same, 1 − 1/n for one who has all. */
    @Test
    void bounds() {
        assertThat(Spread.of(new long[] {7, 7, 7, 7}).gini()).isZero();
        assertThat(Spread.of(new long[] {0, 0, 0, 9}).gini()).isEqualTo(0.75);
    }

    @Test
    void nothingIsUnknown() {
        assertThat(Spread.of(new long[0])).isEqualTo(new Spread(0, BigInteger.ZERO, null, null, null));
        assertThat(Spread.of(new long[] {0, 0}).gini()).isNull();
        assertThat(Spread.of(new long[] {-1, 5}).gini()).isNull();
    }

    /** Sums beyond 64 bits stay exact. */
    @Test
    void large() {
        BigInteger large = BigInteger.valueOf(Long.MAX_VALUE);
        Spread spread = Spread.of(new BigInteger[] {large, large.multiply(large)});
        assertThat(spread.sum()).isEqualTo(large.add(large.multiply(large)));
        assertThat(spread.gini()).isCloseTo(0.5, within(1e-9));
    }
}
