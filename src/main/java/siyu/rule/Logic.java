package siyu.rule;

import siyu.fact.Column;
import siyu.fact.Type;

/** Nodes over truth values, in Kleene's three-valued logic. */
final class Logic {
    private Logic() {}

    /** {@code and}, {@code or}. */
    static final class Both extends Node {
        private final boolean and;

        Both(Key key, int id, boolean and) {
            super(key, id);
            this.and = and;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            both(in[0].yes, in[1].yes, out.yes, rows);
            both(in[0].may, in[1].may, out.may, rows);
        }

        private void both(long[] a, long[] b, long[] to, int rows) {
            for (int i = 0; i < Column.words(rows); i++) {
                to[i] = and ? a[i] & b[i] : a[i] | b[i];
            }
        }
    }

    /** {@code not}: "may be true" and "is not true" change places. */
    static final class Not extends Node {
        Not(Key key, int id) {
            super(key, id);
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            for (int i = 0; i < Column.words(rows); i++) {
                out.yes[i] = ~in[0].may[i];
                out.may[i] = ~in[0].yes[i];
            }
        }
    }

    /** {@code is known}, {@code is unknown}. */
    static final class Known extends Node {
        private final boolean wanted;

        Known(Key key, int id, boolean wanted) {
            super(key, id);
            this.wanted = wanted;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            boolean truths = in[0].type.kind() == Type.Kind.BOOLEAN;
            for (int i = 0; i < Column.words(rows); i++) {
                long known = truths ? in[0].sure64(i) : Vector.bits(in[0].known, i * Long.SIZE, rows);
                out.put64(i, wanted ? known : ~known, -1);
            }
        }
    }

    /** {@code =} of two booleans, or {@code !=}. */
    static final class Same extends Node {
        private final boolean equal;

        Same(Key key, int id, boolean equal) {
            super(key, id);
            this.equal = equal;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            Vector a = in[0];
            Vector b = in[1];
            for (int i = 0; i < Column.words(rows); i++) {
                long different = a.yes[i] ^ b.yes[i];
                out.put64(i, equal ? ~different : different, a.sure64(i) & b.sure64(i));
            }
        }
    }
}
