package siyu.rule;

import siyu.fact.Type;
import siyu.rule.Expression.AggregateFunction;

/** Nodes that pick one of the selected events of each customer: {@code min max first last days_since}. Unknown when there is none. */
final class Picks {
    private Picks() {}

    /** The value of one event: the least, greatest, first or last known. */
    static final class Value extends Node {
        private final AggregateFunction function;

        Value(Key key, int id, AggregateFunction function) {
            super(key, id);
            this.function = function;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            Vector values = in[1];
            boolean bound = function == AggregateFunction.MIN || function == AggregateFunction.MAX;
            if (bound && type.kind() != Type.Kind.DECIMAL && type.kind() != Type.Kind.TEXT) {
                bounds(in[0], values, out, rows);
                return;
            }
            out.dictionary = values.dictionary;
            int[] starts = in[0].starts;
            int[] events = in[0].rows;
            for (int i = 0; i < rows; i++) {
                int picked = pick(values, events, starts[i], starts[i + 1]);
                if (picked < 0) {
                    out.forget(i);
                    continue;
                }
                switch (type.kind()) {
                    case BOOLEAN -> out.put(i, values.yes(picked) == 1, true);
                    case DECIMAL -> {
                        out.known[i] = 1;
                        out.doubles[i] = values.doubles[picked];
                    }
                    default -> {
                        out.known[i] = 1;
                        out.longs[i] = values.longs[picked];
                    }
                }
            }
        }

        /** Least or greatest of values in {@code longs}; flipping all bits turns their order round. */
        private void bounds(Vector selection, Vector values, Vector out, int rows) {
            int[] starts = selection.starts;
            int[] events = selection.rows;
            long[] longs = values.longs;
            byte[] known = values.known;
            long flip = function == AggregateFunction.MIN ? -1 : 0;
            for (int i = 0; i < rows; i++) {
                long best = Long.MIN_VALUE;
                byte any = 0;
                for (int j = starts[i]; j < starts[i + 1]; j++) {
                    int event = events[j];
                    any |= known[event];
                    best = Math.max(best, known[event] == 0 ? Long.MIN_VALUE : longs[event] ^ flip);
                }
                out.known[i] = any;
                out.longs[i] = any == 0 ? 0 : best ^ flip;
            }
        }

        private int pick(Vector values, int[] events, int from, int to) {
            if (function == AggregateFunction.MIN || function == AggregateFunction.MAX) {
                return extreme(values, events, from, to);
            }
            boolean first = function == AggregateFunction.FIRST;
            for (int j = 0; j < to - from; j++) {
                int event = events[first ? from + j : to - 1 - j];
                if (isKnown(values, event)) {
                    return event;
                }
            }
            return -1;
        }

        private int extreme(Vector values, int[] events, int from, int to) {
            int best = -1;
            for (int j = from; j < to; j++) {
                int event = events[j];
                if (values.known[event] == 0) {
                    continue;
                }
                int order = best < 0 ? 0 : Choosing.compare(values, event, values, best, type);
                if (best < 0 || (function == AggregateFunction.MIN ? order < 0 : order > 0)) {
                    best = event;
                }
            }
            return best;
        }

        private static boolean isKnown(Vector values, int event) {
            return values.type.kind() == Type.Kind.BOOLEAN ? values.sure(event) == 1 : values.known[event] == 1;
        }
    }

    /** The time of the first or last event, or the days since the last one's date. */
    static final class Moment extends Node {
        private final AggregateFunction function;
        private final Offsets offsets;
        private final long today;

        Moment(Key key, int id, AggregateFunction function, Offsets offsets, long today) {
            super(key, id);
            this.function = function;
            this.offsets = offsets;
            this.today = today;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            long[] at = work.at();
            int[] starts = in[0].starts;
            int index = 0;
            for (int i = 0; i < rows; i++) {
                if (starts[i] == starts[i + 1]) {
                    out.forget(i);
                    continue;
                }
                out.known[i] = 1;
                int picked = function == AggregateFunction.FIRST ? starts[i] : starts[i + 1] - 1;
                long micros = at[in[0].rows[picked]];
                if (function == AggregateFunction.DAYS_SINCE) {
                    index = offsets.index(micros, index);
                    out.longs[i] = today - Math.floorDiv(offsets.local(micros, index), Offsets.DAY);
                } else {
                    out.longs[i] = micros;
                }
            }
        }
    }
}
