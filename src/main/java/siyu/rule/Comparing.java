package siyu.rule;

import java.util.Arrays;
import siyu.fact.Column;
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

    /** All bits where the result is to be flipped. */
    private static long flip(BinaryOperator operator) {
        return switch (operator) {
            case NOT_EQUAL, GREATER_OR_EQUAL, LESS_OR_EQUAL -> -1;
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
        return yes ^ (flip(operator) != 0);
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
        private final long flip;
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
            long b = value;
            for (int word = 0; word < Column.words(rows); word++) {
                int from = word * Long.SIZE;
                int end = Math.min(from + Long.SIZE, rows);
                long yes = 0;
                switch (loop) {
                    case SAME -> {
                        for (int i = from; i < end; i++) {
                            yes |= (a[i] == b ? 1L : 0L) << i;
                        }
                    }
                    case LESS -> {
                        for (int i = from; i < end; i++) {
                            yes |= (a[i] < b ? 1L : 0L) << i;
                        }
                    }
                    case MORE -> {
                        for (int i = from; i < end; i++) {
                            yes |= (a[i] > b ? 1L : 0L) << i;
                        }
                    }
                }
                out.put64(word, yes ^ flip, Vector.bits(in[0].known, from, rows));
            }
        }
    }

    /** Two values in {@code longs}. */
    static final class Longs extends Node {
        private final Loop loop;
        private final long flip;

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
            for (int word = 0; word < Column.words(rows); word++) {
                int from = word * Long.SIZE;
                int end = Math.min(from + Long.SIZE, rows);
                long yes = 0;
                switch (loop) {
                    case SAME -> {
                        for (int i = from; i < end; i++) {
                            yes |= (a[i] == b[i] ? 1L : 0L) << i;
                        }
                    }
                    case LESS -> {
                        for (int i = from; i < end; i++) {
                            yes |= (a[i] < b[i] ? 1L : 0L) << i;
                        }
                    }
                    case MORE -> {
                        for (int i = from; i < end; i++) {
                            yes |= (a[i] > b[i] ? 1L : 0L) << i;
                        }
                    }
                }
                out.put64(
                        word, yes ^ flip, Vector.bits(in[0].known, from, rows) & Vector.bits(in[1].known, from, rows));
            }
        }
    }

    /** Two decimals; a constant lies filled in a vector of its own. */
    static final class Doubles extends Node {
        private final Loop loop;
        private final long flip;

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
            for (int word = 0; word < Column.words(rows); word++) {
                int from = word * Long.SIZE;
                int end = Math.min(from + Long.SIZE, rows);
                long yes = 0;
                switch (loop) {
                    case SAME -> {
                        for (int i = from; i < end; i++) {
                            yes |= (a[i] == b[i] ? 1L : 0L) << i;
                        }
                    }
                    case LESS -> {
                        for (int i = from; i < end; i++) {
                            yes |= (a[i] < b[i] ? 1L : 0L) << i;
                        }
                    }
                    case MORE -> {
                        for (int i = from; i < end; i++) {
                            yes |= (a[i] > b[i] ? 1L : 0L) << i;
                        }
                    }
                }
                out.put64(
                        word, yes ^ flip, Vector.bits(in[0].known, from, rows) & Vector.bits(in[1].known, from, rows));
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
            for (int word = 0; word < Column.words(rows); word++) {
                int from = word * Long.SIZE;
                int end = Math.min(from + Long.SIZE, rows);
                long yes = 0;
                if (sorted.length > 8) {
                    for (int i = from; i < end; i++) {
                        yes |= (Arrays.binarySearch(sorted, a[i]) >= 0 ? 1L : 0L) << i;
                    }
                } else {
                    for (long option : sorted) {
                        for (int i = from; i < end; i++) {
                            yes |= (a[i] == option ? 1L : 0L) << i;
                        }
                    }
                }
                out.put64(word, yes, Vector.bits(in[0].known, from, rows));
            }
        }
    }
}
