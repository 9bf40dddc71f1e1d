package siyu.rule;

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
            byte[] known = in[0].known;
            byte[] to = out.truth;
            long b = value;
            int f = flip;
            switch (loop) {
                case SAME -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = Vector.truth((a[i] == b ? 1 : 0) ^ f, known[i]);
                    }
                }
                case LESS -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = Vector.truth((a[i] < b ? 1 : 0) ^ f, known[i]);
                    }
                }
                case MORE -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = Vector.truth((a[i] > b ? 1 : 0) ^ f, known[i]);
                    }
                }
            }
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
            byte[] knownA = in[0].known;
            byte[] knownB = in[1].known;
            byte[] to = out.truth;
            int f = flip;
            switch (loop) {
                case SAME -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = Vector.truth((a[i] == b[i] ? 1 : 0) ^ f, knownA[i] & knownB[i]);
                    }
                }
                case LESS -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = Vector.truth((a[i] < b[i] ? 1 : 0) ^ f, knownA[i] & knownB[i]);
                    }
                }
                case MORE -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = Vector.truth((a[i] > b[i] ? 1 : 0) ^ f, knownA[i] & knownB[i]);
                    }
                }
            }
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
            byte[] knownA = in[0].known;
            byte[] knownB = in[1].known;
            byte[] to = out.truth;
            int f = flip;
            switch (loop) {
                case SAME -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = Vector.truth((a[i] == b[i] ? 1 : 0) ^ f, knownA[i] & knownB[i]);
                    }
                }
                case LESS -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = Vector.truth((a[i] < b[i] ? 1 : 0) ^ f, knownA[i] & knownB[i]);
                    }
                }
                case MORE -> {
                    for (int i = 0; i < rows; i++) {
                        to[i] = Vector.truth((a[i] > b[i] ? 1 : 0) ^ f, knownA[i] & knownB[i]);
                    }
                }
            }
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
            byte[] known = in[0].known;
            byte[] to = out.truth;
            if (sorted.length > 8) {
                for (int i = 0; i < rows; i++) {
                    to[i] = Vector.truth(java.util.Arrays.binarySearch(sorted, a[i]) >= 0 ? 1 : 0, known[i]);
                }
                return;
            }
            for (int i = 0; i < rows; i++) {
                int yes = 0;
                for (long option : sorted) {
                    yes |= a[i] == option ? 1 : 0;
                }
                to[i] = Vector.truth(yes, known[i]);
            }
        }
    }
}
