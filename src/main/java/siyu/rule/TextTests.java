package siyu.rule;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import siyu.fact.Texts;
import siyu.rule.Expression.BinaryOperator;

/** Questions about texts, answered on their bytes. */
final class TextTests {
    private TextTests() {}

    private static byte[] utf8(Object text) {
        return ((String) text).getBytes(StandardCharsets.UTF_8);
    }

    /** A comparison with a constant. */
    static final class Beside implements TextNodes.Test {
        private final BinaryOperator operator;
        private final byte[] other;

        Beside(BinaryOperator operator, String other) {
            this.operator = operator;
            this.other = utf8(other);
        }

        @Override
        public boolean of(Texts texts, int i) {
            return Comparing.holds(
                    operator,
                    Arrays.compareUnsigned(texts.bytes(), texts.start(i), texts.end(i), other, 0, other.length));
        }
    }

    /** Whether it is one of some constants. */
    static final class OneOf implements TextNodes.Test {
        private final byte[][] sorted;

        OneOf(List<Object> options) {
            sorted = new byte[options.size()][];
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] = utf8(options.get(i));
            }
            Arrays.sort(sorted, Arrays::compareUnsigned);
        }

        @Override
        public boolean of(Texts texts, int i) {
            int low = 0;
            int high = sorted.length - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                byte[] option = sorted[middle];
                int order =
                        Arrays.compareUnsigned(option, 0, option.length, texts.bytes(), texts.start(i), texts.end(i));
                if (order == 0) {
                    return true;
                }
                if (order < 0) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return false;
        }
    }

    /** Whether a constant stands in it, or at its start. */
    static final class Found implements TextNodes.Test {
        private final boolean start;
        private final byte[] part;

        Found(boolean start, String part) {
            this.start = start;
            this.part = utf8(part);
        }

        @Override
        public boolean of(Texts texts, int i) {
            return found(start, texts.bytes(), texts.start(i), texts.end(i), part, 0, part.length);
        }
    }

    /** A comparison of two texts. */
    static final class Order implements TextNodes.PairTest {
        private final BinaryOperator operator;

        Order(BinaryOperator operator) {
            this.operator = operator;
        }

        @Override
        public boolean of(Texts a, int i, Texts b, int j) {
            return Comparing.holds(operator, a.compare(i, b, j));
        }
    }

    /** Whether the second stands in the first, or at its start. */
    static final class Search implements TextNodes.PairTest {
        private final boolean start;

        Search(boolean start) {
            this.start = start;
        }

        @Override
        public boolean of(Texts a, int i, Texts b, int j) {
            return found(start, a.bytes(), a.start(i), a.end(i), b.bytes(), b.start(j), b.end(j));
        }
    }

    private static boolean found(boolean start, byte[] text, int from, int to, byte[] part, int first, int end) {
        int length = end - first;
        int last = start ? Math.min(from, to - length) : to - length;
        for (int i = from; i <= last; i++) {
            if (Arrays.equals(text, i, i + length, part, first, end)) {
                return true;
            }
        }
        return false;
    }
}
