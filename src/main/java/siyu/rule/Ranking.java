package siyu.rule;

import java.util.Arrays;
import java.util.Objects;
import siyu.fact.Column;
import siyu.fact.Type;

/**
 * Scores of a whole population: which of n equal parts, or which step of a ladder of cuts, each customer's value falls into.
 *
 * <p>With equal values scoring the same, a value's part is 1 + the number of inner quantiles below it, the quantile k/q of n
 * sorted values being interpolated at 1 + (n - 1) k/q (type 7 of Hyndman and Fan, the default of R and NumPy). With ties broken
 * by first appearance, the customer of rank r falls into the first part k with r ≤ 1 + (n - 1) k/q.
 *
 * <p>All in whole numbers, so nothing hangs on rounding: no value lies strictly between two neighbours in order, hence an
 * interpolated quantile is below a value exactly when its lower neighbour is. Cost: one parallel sort of longs, or a
 * count of them where they lie close together, and one pass.
 */
public final class Ranking {
    private Ranking() {}

    /**
     * The scores of customers 0 to {@code size - 1}.
     *
     * @param values what is ranked; who is unknown is left out of the ranking
     * @return 1 (worst) to the number of parts (best), or 0 where the value is unknown
     */
    public static byte[] rank(Definition.Score score, Column values, int size) {
        long[] keys = keys(values, size);
        byte[] known = values.known;
        byte[] scores = new byte[size];
        if (score.quantiles() == 0) {
            long[] cuts = score.cuts().stream()
                    .mapToLong(cut -> key(Objects.requireNonNull(cut.value(), "a cut is a known constant")))
                    .toArray();
            for (int i = 0; i < size; i++) {
                scores[i] = (byte) (known[i] == 0 ? 0 : 1 + notAbove(cuts, keys[i]));
            }
            return turned(scores, cuts.length + 1, score.lowIsBest());
        }
        quantiles(score, keys, known, scores);
        return turned(scores, score.quantiles(), score.lowIsBest());
    }

    private static void quantiles(Definition.Score score, long[] keys, byte[] known, byte[] scores) {
        long[] sorted = new long[keys.length];
        int n = 0;
        for (int i = 0; i < keys.length; i++) {
            sorted[n] = keys[i];
            n += known[i];
        }
        if (n == 0) {
            return;
        }
        sort(sorted, n);
        int parts = score.quantiles();
        // The last rank of each part but the best, counted from 0.
        int[] last = new int[parts - 1];
        long[] edges = new long[parts - 1];
        for (int k = 1; k < parts; k++) {
            last[k - 1] = (int) ((n - 1L) * k / parts);
            edges[k - 1] = sorted[last[k - 1]];
        }
        if (score.tiesFirst()) {
            byAppearance(keys, known, scores, sorted, n, last, edges);
        } else {
            for (int i = 0; i < keys.length; i++) {
                scores[i] = (byte) (known[i] == 0 ? 0 : 1 + below(edges, keys[i]));
            }
        }
    }

    /** Days and counts have few different values, so counting them is ten times as fast as sorting. */
    private static void sort(long[] values, int n) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < n; i++) {
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
        }
        long range = most - least;
        if (range < 0 || range > n) {
            Arrays.parallelSort(values, 0, n);
            return;
        }
        int[] counts = new int[(int) range + 1];
        for (int i = 0; i < n; i++) {
            counts[(int) (values[i] - least)]++;
        }
        int next = 0;
        for (int i = 0; i <= range; i++) {
            Arrays.fill(values, next, next + counts[i], least + i);
            next += counts[i];
        }
    }

    /** A value at an edge belongs below it as long as ranks are left there: those who appeared first take them. */
    private static void byAppearance(
            long[] keys, byte[] known, byte[] scores, long[] sorted, int n, int[] last, long[] edges) {
        int[] rank = new int[edges.length];
        for (int k = 0; k < edges.length; k++) {
            rank[k] = first(sorted, n, edges[k]);
        }
        for (int i = 0; i < keys.length; i++) {
            if (known[i] == 0) {
                continue;
            }
            int part = below(edges, keys[i]);
            if (part < edges.length && edges[part] == keys[i]) {
                int own = rank[part]++;
                while (part < edges.length && own > last[part]) {
                    part++;
                }
            }
            scores[i] = (byte) (1 + part);
        }
    }

    /** The rank, from 0, of the first of equal values. */
    private static int first(long[] sorted, int n, long value) {
        int low = 0;
        int high = n;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int below(long[] ascending, long value) {
        return first(ascending, ascending.length, value);
    }

    private static int notAbove(long[] ascending, long value) {
        return value == Long.MAX_VALUE ? ascending.length : first(ascending, ascending.length, value + 1);
    }

    private static byte[] turned(byte[] scores, int parts, boolean lowIsBest) {
        for (int i = 0; lowIsBest && i < scores.length; i++) {
            scores[i] = (byte) (scores[i] == 0 ? 0 : parts + 1 - scores[i]);
        }
        return scores;
    }

    private static long[] keys(Column values, int size) {
        if (values.type.kind() != Type.Kind.DECIMAL) {
            return values.longs.length == size ? values.longs : Arrays.copyOf(values.longs, size);
        }
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = key(values.doubles[i]);
        }
        return keys;
    }

    private static long key(Object value) {
        return value instanceof Double number ? key(number.doubleValue()) : (Long) value;
    }

    /** A long that is ordered as the decimals are; both zeros are one. */
    private static long key(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }
}
