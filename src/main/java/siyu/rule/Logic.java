package siyu.rule;

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
            byte[] a = in[0].truth;
            byte[] b = in[1].truth;
            byte[] to = out.truth;
            if (and) {
                for (int i = 0; i < rows; i++) {
                    to[i] = (byte) (a[i] & b[i]);
                }
            } else {
                for (int i = 0; i < rows; i++) {
                    to[i] = (byte) (a[i] | b[i]);
                }
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
            byte[] a = in[0].truth;
            byte[] to = out.truth;
            for (int i = 0; i < rows; i++) {
                int no = ~a[i];
                to[i] = (byte) (((no >> 1) & 1) | ((no << 1) & 2));
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
            int flip = wanted ? 0 : 1;
            if (in[0].type.kind() == Type.Kind.BOOLEAN) {
                for (int i = 0; i < rows; i++) {
                    int unknown = in[0].truth[i] == Vector.UNKNOWN ? 1 : 0;
                    out.truth[i] = Vector.truth(1 ^ unknown ^ flip, 1);
                }
            } else {
                byte[] known = in[0].known;
                for (int i = 0; i < rows; i++) {
                    out.truth[i] = Vector.truth(known[i] ^ flip, 1);
                }
            }
        }
    }

    /** {@code =} of two booleans, or {@code !=}. */
    static final class Same extends Node {
        private final int flip;

        Same(Key key, int id, boolean equal) {
            super(key, id);
            this.flip = equal ? 0 : 1;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            for (int i = 0; i < rows; i++) {
                byte a = in[0].truth[i];
                byte b = in[1].truth[i];
                int known = a == Vector.UNKNOWN || b == Vector.UNKNOWN ? 0 : 1;
                out.truth[i] = Vector.truth((a == b ? 1 : 0) ^ flip, known);
            }
        }
    }
}
