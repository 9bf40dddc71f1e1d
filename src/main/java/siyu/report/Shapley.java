package siyu.report;

/**
 * Splits the change of a product among its factors by Shapley's value: what a factor's change adds, on average over all orders in
 * which the factors could change one after the other. Exact to the unit: what rounding leaves over goes to the largest part.
 */
final class Shapley {
    private Shapley() {}

    /**
     * @param before the factors before; NaN for one that has no meaning then: it is taken not to have changed
     * @param after the factors after, likewise
     * @param change the change of the product, in whole units
     * @return what each factor adds, in whole units; their sum is the change
     */
    static long[] split(double[] before, double[] after, long change) {
        int n = before.length;
        double[] was = new double[n];
        double[] is = new double[n];
        for (int i = 0; i < n; i++) {
            was[i] = Double.isNaN(before[i]) ? (Double.isNaN(after[i]) ? 1 : after[i]) : before[i];
            is[i] = Double.isNaN(after[i]) ? was[i] : after[i];
        }
        long[] parts = new long[n];
        long left = change;
        int largest = 0;
        for (int i = 0; i < n; i++) {
            parts[i] = (long) Math.rint(part(was, is, i));
            left -= parts[i];
            largest = Math.abs(parts[i]) > Math.abs(parts[largest]) ? i : largest;
        }
        parts[largest] += left;
        return parts;
    }

    /** Over all sets of the other factors that may have changed before this one, weighted by how many orders have them first. */
    private static double part(double[] was, double[] is, int factor) {
        int n = was.length;
        double sum = 0;
        for (int set = 0; set < 1 << n; set++) {
            if ((set >> factor & 1) != 0) {
                continue;
            }
            int first = Integer.bitCount(set);
            double product = factorial(first) * factorial(n - first - 1) / factorial(n);
            for (int other = 0; other < n; other++) {
                if (other != factor) {
                    product *= (set >> other & 1) != 0 ? is[other] : was[other];
                }
            }
            sum += product * (is[factor] - was[factor]);
        }
        return sum;
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }
}
