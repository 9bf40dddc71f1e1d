package siyu.rule;

import java.util.Arrays;
import siyu.rule.Expression.BinaryOperator;

/**
 * Nodes that compare numbers. The six operators are three loops, of which the result may be flipped. No value is NaN, so "not
 * less" is "greater or equal".
 */
final class Comparing {
    private Comparing() {}

    /** Which loop. */
    private enum Loop {
        SAME,
        LESS,
        MORE
    }

    private static Loop loop(BinaryOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL -> Loop.SAME;
            case LESS, GREATER_OR_EQUAL -> Loop.LESS;
            case GREATER, LESS_OR_EQUAL -> Loop.MORE;
            default -> throw new IllegalArgumentException(operator.name());
        };
    }

    private static int flip(BinaryOperator operator) {
        return switch (operator) {
            case NOT_EQUAL, GREATER_OR_EQUAL, LESS_OR_EQUAL -> 1;
            default -> 0;
        };
    }

    private static byte yes(int flip) {
        return flip == 0 ? Vector.TRUE : Vector.FALSE;
    }

    /** Makes truths unknown where a value is. A loop of its own: bytes alone are worked on sixteen at a time. */
    static void mask(byte[] truth, byte[] known, int rows) {
        for (int i = 0; i < rows; i++) {
            truth[i] = (byte) ((truth[i] & -known[i]) | (known[i] ^ 1));
        }
    }

    /** Whether an order of two values ({@code compareTo}) makes the operator true. */
    static boolean holds(BinaryOperator operator, int order) {
        boolean yes = switch (loop(operator)) {
            case SAME -> order == 0;
            case LESS -> order < 0;
            case MORE -> order > 0;
        };
        return yes ^ (flip(operator) == 1);
    }

    /** The operator with its sides exchanged. */
    static BinaryOperator mirrored(BinaryOperator operator) {
        return switch (operator) {
            case LESS -> BinaryOperator.GREATER;
            case LESS_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
            case GREATER -> BinaryOperator.LESS;
            case GREATER_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
            default -> operator;
        };
    }

    /** Values in {@code longs} beside a constant. */
    static final class LongConstant extends Node {
        private final Loop loop;
        private final int flip;
        private final long value;

        LongConstant(Key key, int id, BinaryOperator operator, long value) {
            super(key, id);
            this.loop = loop(operator);
            this.flip = flip(operator);
            this.value = value;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            long[] a = in[0].longs;
            byte[] to = out.truth;
            long b = value;
            byte yes = yes(flip);
            byte no = yes(1 - flip);
            switch (loop) {
                case SAME -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = a[i] == b ? yes : no;
                    }
                }
                case LESS -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = a[i] < b ? yes : no;
                    }
                }
                case MORE -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = a[i] > b ? yes : no;
                    }
                }
            }
            mask(to, in[0].known, rows);
        }
    }

    /** Two values in {@code longs}. */
    static final class Longs extends Node {
        private final Loop loop;
        private final int flip;

        Longs(Key key, int id, BinaryOperator operator) {
            super(key, id);
            this.loop = loop(operator);
            this.flip = flip(operator);
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            long[] a = in[0].longs;
            long[] b = in[1].longs;
            byte[] to = out.truth;
            byte yes = yes(flip);
            byte no = yes(1 - flip);
            switch (loop) {
                case SAME -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = a[i] == b[i] ? yes : no;
                    }
                }
                case LESS -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = a[i] < b[i] ? yes : no;
                    }
                }
                case MORE -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = a[i] > b[i] ? yes : no;
                    }
                }
            }
            mask(to, in[0].known, rows);
            mask(to, in[1].known, rows);
        }
    }

    /** Two decimals; a constant lies filled in a vector of its own. */
    static final class Doubles extends Node {
        private final Loop loop;
        private final int flip;

        Doubles(Key key, int id, BinaryOperator operator) {
            super(key, id);
            this.loop = loop(operator);
            this.flip = flip(operator);
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            double[] a = in[0].doubles;
            double[] b = in[1].doubles;
            byte[] to = out.truth;
            byte yes = yes(flip);
            byte no = yes(1 - flip);
            switch (loop) {
                case SAME -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = a[i] == b[i] ? yes : no;
                    }
                }
                case LESS -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = a[i] < b[i] ? yes : no;
                    }
                }
                case MORE -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = a[i] > b[i] ? yes : no;
                    }
                }
            }
            mask(to, in[0].known, rows);
            mask(to, in[1].known, rows);
        }
    }

    /** Whether a value in {@code longs} is one of some constants. */
    static final class OneOf extends Node {
        private final long[] sorted;

        OneOf(Key key, int id, long[] sorted) {
            super(key, id);
            this.sorted = sorted;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            long[] a = in[0].longs;
            byte[] to = out.truth;
            if (sorted.length > 8) {
                for (int i = 0; i < rows; i++) {
                    to[i] = Arrays.binarySearch(sorted, a[i]) >= 0 ? Vector.TRUE : Vector.FALSE;
                }
            } else {
                Arrays.fill(to, 0, rows, Vector.FALSE);
                for (long option : sorted) {
                    for (int i = 0; i < rows; i++) {
                        to[i] |= a[i] == option ? Vector.TRUE : Vector.FALSE;
                    }
                }
            }
            mask(to, in[0].known, rows);
        }
    }
}
