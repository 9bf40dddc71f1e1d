package siyu.rule;

import java.util.Locale;
import siyu.fact.Column;
import siyu.fact.Texts;

/**
 * Nodes over texts. A test against a constant looks at each dictionary entry once and then costs a table look-up per row; when a
 * dictionary has more entries than there are rows, the rows are tested themselves. No text is decoded but for {@code lower} and
 * {@code upper}.
 */
final class TextNodes {
    private TextNodes() {}

    /** A yes/no question about one text. */
    interface Test {
        boolean of(Texts texts, int index);
    }

    /** A yes/no question about two texts. */
    interface PairTest {
        boolean of(Texts a, int i, Texts b, int j);
    }

    /** One text beside a constant. */
    static final class Tested extends Node {
        private final Test test;

        Tested(Key key, int id, Test test) {
            super(key, id);
            this.test = test;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            Texts texts = in[0].dictionary;
            long[] a = in[0].longs;
            byte[] known = in[0].known;
            if (texts.size() > rows) {
                for (int i = 0; i < rows; i++) {
                    out.put(i, known[i] == 1 && test.of(texts, (int) a[i]), known[i] == 1);
                }
                return;
            }
            byte[] table = work.scratch(Math.max(1, texts.size()));
            for (int i = 0; i < texts.size(); i++) {
                table[i] = (byte) (test.of(texts, i) ? 1 : 0);
            }
            if (texts.size() == 0) {
                table[0] = 0;
            }
            for (int word = 0; word < Column.words(rows); word++) {
                int from = word * Long.SIZE;
                int end = Math.min(from + Long.SIZE, rows);
                long yes = 0;
                for (int i = from; i < end; i++) {
                    yes |= (long) table[(int) a[i]] << i;
                }
                out.put64(word, yes, Vector.bits(known, from, rows));
            }
        }
    }

    /** Two texts of each row. */
    static final class Paired extends Node {
        private final PairTest test;

        Paired(Key key, int id, PairTest test) {
            super(key, id);
            this.test = test;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            Vector a = in[0];
            Vector b = in[1];
            for (int i = 0; i < rows; i++) {
                boolean known = (a.known[i] & b.known[i]) == 1;
                out.put(i, known && test.of(a.dictionary, (int) a.longs[i], b.dictionary, (int) b.longs[i]), known);
            }
        }
    }

    /** {@code lower}, {@code upper}: each entry that a row uses becomes an entry of a new dictionary. */
    static final class Cased extends Node {
        private final boolean upper;

        Cased(Key key, int id, boolean upper) {
            super(key, id);
            this.upper = upper;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            Texts from = in[0].dictionary;
            Texts to = out.ownDictionary();
            int[] entries = new int[from.size()];
            for (int i = 0; i < rows; i++) {
                out.known[i] = in[0].known[i];
                out.longs[i] = 0;
                if (out.known[i] == 1) {
                    int entry = (int) in[0].longs[i];
                    if (entries[entry] == 0) {
                        String text = from.get(entry);
                        entries[entry] =
                                1 + to.add(upper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT));
                    }
                    out.longs[i] = entries[entry] - 1L;
                }
            }
        }
    }
}
