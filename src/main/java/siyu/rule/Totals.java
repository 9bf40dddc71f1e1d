package siyu.rule;

import java.math.BigInteger;
import java.util.Arrays;

/** Nodes that add up the selected events of each customer: {@code count}, {@code sum}, {@code avg}. Unknown values are passed over. */
final class Totals {
    private Totals() {}

    /** {@code count}. */
    static final class Count extends Node {
        Count(Key key, int id) {
            super(key, id);
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            int[] starts = in[0].starts;
            for (int i = 0; i < rows; i++) {
                out.longs[i] = (long) starts[i + 1] - starts[i];
                out.known[i] = 1;
            }
        }
    }

    /**
     * {@code sum} of integers or money: exact, and an overflow only if the total is. Where no value is so large that it could
     * happen, sums are differences of one running sum over all customers, which may wrap.
     */
    static final class LongSum extends Node {
        LongSum(Key key, int id) {
            super(key, id);
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            Arrays.fill(out.known, 0, rows, (byte) 1);
            int[] starts = in[0].starts;
            int[] events = in[0].rows;
            long[] values = in[1].longs;
            int selected = starts[rows];
            long[] running = work.sums(selected + 1);
            long sum = 0;
            long bits = 0;
            for (int j = 0; j < selected; j++) {
                long value = values[events[j]];
                running[j] = sum;
                sum += value;
                bits |= value ^ (value >> 63);
            }
            running[selected] = sum;
            // Fewer than 2^31 values below 2^32 in size cannot leave 64 bits.
            if (bits >>> 32 != 0) {
                carefully(out, starts, events, values, rows);
                return;
            }
            for (int i = 0; i < rows; i++) {
                out.longs[i] = running[starts[i + 1]] - running[starts[i]];
            }
        }

        private void carefully(Vector out, int[] starts, int[] events, long[] values, int rows) {
            for (int i = 0; i < rows; i++) {
                long sum = 0;
                long flag = 0;
                for (int j = starts[i]; j < starts[i + 1]; j++) {
                    long value = values[events[j]];
                    long next = sum + value;
                    flag |= (sum ^ next) & (value ^ next);
                    sum = next;
                }
                out.longs[i] = sum;
                // Wrapped sums come back when the total fits, so only the total is asked.
                if (flag < 0 && exact(values, events, starts[i], starts[i + 1]).bitLength() > 63) {
                    out.overflow(i, id, rows);
                }
            }
        }
    }

    /** {@code sum} of decimals, in the order of the events. */
    static final class DoubleSum extends Node {
        DoubleSum(Key key, int id) {
            super(key, id);
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            int[] starts = in[0].starts;
            for (int i = 0; i < rows; i++) {
                double sum = 0;
                for (int j = starts[i]; j < starts[i + 1]; j++) {
                    sum += in[1].doubles[in[0].rows[j]];
                }
                out.doubles[i] = sum;
                out.known[i] = 1;
            }
            Arithmetic.finite(out, id, rows);
        }
    }

    /** {@code avg}: the sum brought to decimal (of money: to major units), divided by the count; unknown of none. */
    static final class Average extends Node {
        private final double scale;
        private final boolean decimal;

        Average(Key key, int id, double scale, boolean decimal) {
            super(key, id);
            this.scale = scale;
            this.decimal = decimal;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            int[] starts = in[0].starts;
            int[] events = in[0].rows;
            byte[] known = in[1].known;
            for (int i = 0; i < rows; i++) {
                int count = 0;
                for (int j = starts[i]; j < starts[i + 1]; j++) {
                    count += known[events[j]];
                }
                out.known[i] = (byte) (count > 0 ? 1 : 0);
                out.doubles[i] = count == 0 ? 0 : sum(in[1], events, starts[i], starts[i + 1]) / count;
            }
            Arithmetic.finite(out, id, rows);
        }

        private double sum(Vector values, int[] events, int from, int to) {
            if (decimal) {
                double sum = 0;
                for (int j = from; j < to; j++) {
                    sum += values.doubles[events[j]];
                }
                return sum;
            }
            long sum = 0;
            long flag = 0;
            for (int j = from; j < to; j++) {
                long value = values.longs[events[j]];
                long next = sum + value;
                flag |= (sum ^ next) & (value ^ next);
                sum = next;
            }
            return (flag < 0 ? exact(values.longs, events, from, to).doubleValue() : sum) / scale;
        }
    }

    private static BigInteger exact(long[] values, int[] events, int from, int to) {
        BigInteger sum = BigInteger.ZERO;
        for (int j = from; j < to; j++) {
            sum = sum.add(BigInteger.valueOf(values[events[j]]));
        }
        return sum;
    }
}
