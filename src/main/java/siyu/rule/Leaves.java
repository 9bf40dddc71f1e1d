package siyu.rule;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.Marks;
import siyu.fact.Needs;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/** Nodes without operands: constants and what the block brings. */
final class Leaves {
    private Leaves() {}

    /** What the nodes read of a block. */
    static Needs needs(List<Node> nodes) {
        Needs needs = Needs.nothing();
        for (Node node : nodes) {
            if (node instanceof Attribute attribute) {
                (attribute.ofEvents ? needs.event() : needs.customer()).set(attribute.index);
            } else if (node instanceof Selection) {
                needs.event().set(Vocabulary.EVENT_AT);
            }
        }
        return needs;
    }

    /** The same value in every row. */
    static final class Constant extends Node {
        final @Nullable Object value;

        Constant(Key key, int id, @Nullable Object value) {
            super(key, id);
            this.value = value;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            if (Math.max(out.yes.length * Long.SIZE, out.known.length) < rows) {
                out.fill(Math.max(rows, 64), value);
            }
        }
    }

    /** An attribute of the customer or of the event, as it lies in the block. */
    static final class Attribute extends Node {
        private final int index;

        Attribute(Key key, int id, int index) {
            super(key, id);
            this.index = index;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            if (rows > 0) {
                take(ofEvents ? work.event(index) : work.customer(index), out, rows);
            }
        }
    }

    private static void take(Column column, Vector out, int rows) {
        if (out.type.kind() == Type.Kind.BOOLEAN) {
            out.reserve(rows);
            for (int word = 0; word < Column.words(rows); word++) {
                if (column.isBits()) {
                    out.put64(word, column.yes[word], column.sure[word]);
                } else {
                    int from = word * Long.SIZE;
                    out.put64(word, Column.word(column.longs, from, rows), Vector.bits(column.known, from, rows));
                }
            }
        } else {
            out.longs = column.longs;
            out.doubles = column.doubles;
            out.known = column.known;
            out.dictionary = column.dictionary;
        }
    }

    /** A column computed beforehand over the whole population: a score. */
    static final class Given extends Node {
        private final String name;

        Given(Key key, int id, String name) {
            super(key, id);
            this.name = name;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            take(Objects.requireNonNull(work.block.given.get(name), "a needed score was not given"), out, rows);
        }
    }

    /** The kind of each event. */
    static final class Kinds extends Node {
        Kinds(Key key, int id) {
            super(key, id);
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            for (int i = 0; i < rows; i++) {
                out.longs[i] = work.events.kinds[i];
                out.known[i] = 1;
            }
        }
    }

    /** Brings a value of the customer to each of his events. */
    static final class Spread extends Node {
        Spread(Key key, int id) {
            super(key, id);
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            Vector from = in[0];
            out.dictionary = from.dictionary;
            int[] offsets = work.events.offsets;
            for (int customer = 0; customer + 1 < offsets.length; customer++) {
                for (int i = offsets[customer]; i < offsets[customer + 1]; i++) {
                    switch (type.kind()) {
                        case BOOLEAN -> out.put(i, from.yes(customer) == 1, from.sure(customer) == 1);
                        case DECIMAL -> {
                            out.known[i] = from.known[customer];
                            out.doubles[i] = from.doubles[customer];
                        }
                        default -> {
                            out.known[i] = from.known[customer];
                            out.longs[i] = from.longs[customer];
                        }
                    }
                }
            }
        }
    }

    /** Who bears a pinned tag, or is in a group: never unknown. */
    static final class Marked extends Node {
        private final String name;
        private final boolean group;

        Marked(Key key, int id, String name, boolean group) {
            super(key, id);
            this.name = name;
            this.group = group;
        }

        @Override
        void compute(Work work, Vector out, Vector[] in, int rows) {
            out.reserve(rows);
            Marks marks = work.block.marks;
            int first = work.block.first;
            boolean[] flags = group ? marks.inGroup(name, first, rows) : marks.tagged(name, first, rows);
            for (int i = 0; i < rows; i++) {
                out.put(i, flags.length > 0 && flags[i], true);
            }
        }
    }
}
