package siyu.rule;

import siyu.fact.Texts;
import siyu.fact.Type;

/** Nodes that choose one of their operands: {@code coalesce} (the first known), {@code least} and {@code greatest}. */
final class Choosing extends Node {
    private final Function function;

    Choosing(Key key, int id, Function function) {
        super(key, id);
        this.function = function;
    }

    @Override
    void compute(Work work, Vector out, Vector[] in, int rows) {
        out.reserve(rows);
        if (type.kind() == Type.Kind.BOOLEAN) {
            for (int i = 0; i < rows; i++) {
                out.forget(i);
                for (int j = 0; j < in.length && out.sure(i) == 0; j++) {
                    out.put(i, in[j].yes(i) == 1, in[j].sure(i) == 1);
                }
            }
            return;
        }
        Texts texts = type.kind() == Type.Kind.TEXT ? out.ownDictionary() : out.dictionary;
        for (int i = 0; i < rows; i++) {
            int chosen = function == Function.COALESCE ? firstKnown(in, i) : extreme(in, i);
            if (chosen < 0) {
                out.forget(i);
                continue;
            }
            out.known[i] = 1;
            Vector from = in[chosen];
            switch (type.kind()) {
                case DECIMAL -> out.doubles[i] = from.doubles[i];
                case TEXT -> {
                    int entry = (int) from.longs[i];
                    out.longs[i] = texts.add(
                            from.dictionary.bytes(), from.dictionary.start(entry), from.dictionary.end(entry));
                }
                default -> out.longs[i] = from.longs[i];
            }
        }
    }

    private static int firstKnown(Vector[] in, int row) {
        for (int j = 0; j < in.length; j++) {
            if (in[j].known[row] == 1) {
                return j;
            }
        }
        return -1;
    }

    private int extreme(Vector[] in, int row) {
        int best = 0;
        for (int j = 0; j < in.length; j++) {
            if (in[j].known[row] == 0) {
                return -1;
            }
            int order = compare(in[j], row, in[best], row, type);
            best = function == Function.LEAST ? (order < 0 ? j : best) : (order > 0 ? j : best);
        }
        return best;
    }

    /** Order of two known values. */
    static int compare(Vector a, int i, Vector b, int j, Type type) {
        return switch (type.kind()) {
            case DECIMAL -> a.doubles[i] < b.doubles[j] ? -1 : a.doubles[i] > b.doubles[j] ? 1 : 0;
            case TEXT -> a.dictionary.compare((int) a.longs[i], b.dictionary, (int) b.longs[j]);
            default -> Long.compare(a.longs[i], b.longs[j]);
        };
    }
}
