package siyu.rule;

import siyu.rule.Expression.BinaryOperator;

/**
 * Nodes that calculate. Overflow is gathered in one flag over the whole loop; only when the flag is up, a second loop finds the
 * rows.
 */
final class Arithmetic {
    private Arithmetic() {}

    /** {@code + - * %} of integers, money and dates. */
    static final class Longs extends Node {
        private final BinaryOperator operator;

        Longs(Key key, int id, BinaryOperator operator) {
            super(key, id);
            this.operator = operator;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            long[] a = in[0].longs;
            long[] b = in[1].longs;
            byte[] known = out.known;
            for (int i = 0; i < rows; i++) {
                known[i] = (byte) (in[0].known[i] & in[1].known[i]);
            }
            if (operator == BinaryOperator.REMAINDER) {
                remainder(a, b, out, rows);
                return;
            }
            if (calculate(a, b, known, out.longs, rows) < 0) {
                for (int i = 0; i < rows; i++) {
                    if (known[i] == 1 && overflows(a[i], b[i])) {
                        out.overflow(i, id, rows);
                    }
                }
            }
        }

        /** @return negative when some row overflowed, perhaps one that is unknown */
        private long calculate(long[] a, long[] b, byte[] known, long[] to, int rows) {
            long flag = 0;
            switch (operator) {
                case ADD -> {
                    for (int i = 0; i < rows; i++) {
                        long r = a[i] + b[i];
                        flag |= (a[i] ^ r) & (b[i] ^ r);
                        to[i] = r;
                    }
                }
                case SUBTRACT -> {
                    for (int i = 0; i < rows; i++) {
                        long r = a[i] - b[i];
                        flag |= (a[i] ^ b[i]) & (a[i] ^ r);
                        to[i] = r;
                    }
                }
                case MULTIPLY -> {
                    for (int i = 0; i < rows; i++) {
                        long r = a[i] * b[i];
                        long high = Math.multiplyHigh(a[i], b[i]) ^ (r >> 63);
                        flag |= high | -high;
                        to[i] = r;
                    }
                }
                default -> throw new IllegalArgumentException(operator.name());
            }
            for (int i = 0; i < rows; i++) {
                to[i] = known[i] == 0 ? 0 : to[i];
            }
            return flag;
        }

        private boolean overflows(long a, long b) {
            long sum = a + b;
            return switch (operator) {
                case ADD -> ((a ^ sum) & (b ^ sum)) < 0;
                case SUBTRACT -> ((a ^ b) & (a ^ (a - b))) < 0;
                default -> Math.multiplyHigh(a, b) != (a * b) >> 63;
            };
        }

        private static void remainder(long[] a, long[] b, Vector out, int rows) {
            for (int i = 0; i < rows; i++) {
                out.known[i] = b[i] == 0 ? 0 : out.known[i];
                out.longs[i] = out.known[i] == 0 ? 0 : a[i] % b[i];
            }
        }
    }

    /** {@code + - * /} of decimals; dividing by zero is unknown. */
    static final class Doubles extends Node {
        private final BinaryOperator operator;

        Doubles(Key key, int id, BinaryOperator operator) {
            super(key, id);
            this.operator = operator;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            double[] a = in[0].doubles;
            double[] b = in[1].doubles;
            byte[] known = out.known;
            double[] to = out.doubles;
            for (int i = 0; i < rows; i++) {
                known[i] = (byte) (in[0].known[i] & in[1].known[i]);
            }
            switch (operator) {
                case ADD -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = known[i] == 0 ? 0 : a[i] + b[i];
                    }
                }
                case SUBTRACT -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = known[i] == 0 ? 0 : a[i] - b[i];
                    }
                }
                case MULTIPLY -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = known[i] == 0 ? 0 : a[i] * b[i];
                    }
                }
                case DIVIDE -> {
                    for (int i = 0; i < rows; i++) {
                        known[i] = b[i] == 0 ? 0 : known[i];
                        to[i] = known[i] == 0 ? 0 : a[i] / b[i];
                    }
                }
                default -> throw new IllegalArgumentException(operator.name());
            }
            finite(out, id, rows);
        }
    }

    /** Notes an overflow wherever a decimal became infinite. */
    static void finite(Vector out, int node, int rows) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += out.doubles[i] * 0.0;
        }
        if (sum != 0) {
            for (int i = 0; i < rows; i++) {
                if (!Double.isFinite(out.doubles[i])) {
                    out.overflow(i, node, rows);
                }
            }
        }
    }

    /** {@code -x} and {@code abs(x)}. */
    static final class Signed extends Node {
        private final boolean absolute;

        Signed(Key key, int id, boolean absolute) {
            super(key, id);
            this.absolute = absolute;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            System.arraycopy(in[0].known, 0, out.known, 0, rows);
            if (type.kind() == siyu.fact.Type.Kind.DECIMAL) {
                for (int i = 0; i < rows; i++) {
                    double a = in[0].doubles[i];
                    out.doubles[i] = absolute ? Math.abs(a) : 0.0 - a;
                }
                return;
            }
            for (int i = 0; i < rows; i++) {
                long a = in[0].longs[i];
                if (a == Long.MIN_VALUE) {
                    out.overflow(i, id, rows);
                } else {
                    out.longs[i] = absolute ? Math.abs(a) : -a;
                }
            }
        }
    }

    /** integer → decimal or money, money → decimal (major units). */
    static final class Converted extends Node {
        /** Minor units in a major one; 1 for integer to decimal. */
        private final long scale;

        Converted(Key key, int id, long scale) {
            super(key, id);
            this.scale = scale;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            long[] a = in[0].longs;
            System.arraycopy(in[0].known, 0, out.known, 0, rows);
            if (type.kind() == siyu.fact.Type.Kind.DECIMAL) {
                double divisor = scale;
                for (int i = 0; i < rows; i++) {
                    out.doubles[i] = a[i] / divisor;
                }
                return;
            }
            for (int i = 0; i < rows; i++) {
                if (Math.multiplyHigh(a[i], scale) != (a[i] * scale) >> 63) {
                    out.overflow(i, id, rows);
                } else {
                    out.longs[i] = a[i] * scale;
                }
            }
        }
    }
}
