package siyu.rule;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.core.Failure;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Marks;
import siyu.fact.Type;

/** The vectors of one worker: each is computed when it is first asked for and kept until the next block. */
final class Work implements Compiled.Frame {
    private static final EventBlock NO_EVENTS = new EventBlock(new int[1], new short[0], new @Nullable Column[0]);
    private static final CustomerBlock NOBODY =
            new CustomerBlock(0, 0, new @Nullable Column[0], NO_EVENTS, java.util.Map.of(), Marks.NONE);

    CustomerBlock block = NOBODY;
    EventBlock events = NO_EVENTS;

    private final Compiled compiled;
    private final Vector[] vectors;
    private final Vector[][] inputs;
    private final boolean[] done;
    private final Column[] columns;
    private byte[] bytes = {};
    private int[] counts = {};
    private long[] sums = {};

    Work(Compiled compiled) {
        this.compiled = compiled;
        this.vectors = new Vector[compiled.nodes.size()];
        this.inputs = new Vector[vectors.length][];
        this.done = new boolean[vectors.length];
        for (Node node : compiled.nodes) {
            vectors[node.id] = new Vector(node.type);
            inputs[node.id] = new Vector[node.inputs.size()];
            for (int i = 0; i < node.inputs.size(); i++) {
                inputs[node.id][i] = vectors[node.inputs.get(i).id];
            }
        }
        this.columns = new Column[compiled.roots.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new Column(compiled.roots.get(i).type, 0);
        }
    }

    @Override
    public void load(CustomerBlock next) {
        block = next;
        events = next.events == null ? NO_EVENTS : next.events;
        Arrays.fill(done, false);
    }

    @Override
    public Column value(int root) {
        Vector vector = settled(root);
        Column column = columns[root];
        if (column.type.kind() == Type.Kind.BOOLEAN) {
            int rows = rows(compiled.roots.get(root));
            column.reserve(rows);
            for (int word = 0; word < Column.words(rows); word++) {
                long yes = vector.yes[word];
                long sure = vector.sure64(word);
                int end = Math.min(rows, (word + 1) * Long.SIZE);
                for (int i = word * Long.SIZE; i < end; i++) {
                    column.longs[i] = (yes >>> i) & 1;
                    column.known[i] = (byte) ((sure >>> i) & 1);
                }
            }
        } else {
            column.longs = vector.longs;
            column.doubles = vector.doubles;
            column.known = vector.known;
            column.dictionary = vector.dictionary;
        }
        if (vector.overflow != null && compiled.roots.get(root).ofEvents) {
            forget(column, vector.overflow);
        }
        return column;
    }

    /** Makes rows that overflowed unknown; coalesce, or asking whether it is known, may have made something of them. */
    private void forget(Column column, int[] overflow) {
        column.known = Arrays.copyOf(column.known, events.size);
        for (int i = 0; i < events.size; i++) {
            if (overflow[i] != 0) {
                column.known[i] = 0;
            }
        }
    }

    @Override
    public int[] undecided(int root) {
        return settled(root).undecided.clone();
    }

    @Override
    public int[] undecided(int root, byte @Nullable [] present) {
        Node node = compiled.roots.get(root);
        get(node);
        return Partition.undecided(this, inputs[node.id], present, block.size);
    }

    private Vector settled(int root) {
        Vector vector = get(compiled.roots.get(root));
        if (vector.overflow != null && !compiled.roots.get(root).ofEvents) {
            for (int i = 0; i < block.size; i++) {
                if (vector.overflow[i] != 0 && (block.present == null || block.present[i] == 1)) {
                    throw new Failure(java.util.List.of(compiled.overflow(root, vector.overflow[i] - 1)));
                }
            }
        }
        return vector;
    }

    @Override
    public @Nullable Problem overflow(int root, int row) {
        int[] overflow = get(compiled.roots.get(root)).overflow;
        return overflow == null || overflow[row] == 0 ? null : compiled.overflow(root, overflow[row] - 1);
    }

    private int rows(Node node) {
        return node.ofEvents ? events.size : block.size;
    }

    /** The vector of a node for the loaded block. */
    Vector get(Node node) {
        Vector out = vectors[node.id];
        if (done[node.id]) {
            return out;
        }
        Vector[] in = inputs[node.id];
        out.overflow = null;
        int rows = rows(node);
        for (int i = 0; i < in.length; i++) {
            get(node.inputs.get(i));
        }
        node.compute(this, out, in, rows);
        for (int i = 0; i < in.length; i++) {
            if (in[i].overflow != null && node.inputs.get(i).ofEvents == node.ofEvents) {
                out.inherit(in[i].overflow, rows);
            }
        }
        done[node.id] = true;
        return out;
    }

    /** An attribute of the block; a defect of the caller when it was not brought. */
    Column customer(int index) {
        return Objects.requireNonNull(block.attributes[index], "a needed attribute is not in the block");
    }

    /** An attribute of the block's events. */
    Column event(int index) {
        return Objects.requireNonNull(events.attributes[index], "a needed event attribute is not in the block");
    }

    /** The times of the block's events. */
    long[] at() {
        return events.size == 0 ? new long[0] : event(siyu.fact.Vocabulary.EVENT_AT).longs;
    }

    /** Bytes for passing use within one {@code compute}; their content is arbitrary. */
    byte[] scratch(int size) {
        if (bytes.length < size) {
            bytes = new byte[Math.max(size, 2 * bytes.length)];
        }
        return bytes;
    }

    /** The same for ints. */
    int[] counts(int size) {
        if (counts.length < size) {
            counts = new int[Math.max(size, 2 * counts.length)];
        }
        return counts;
    }

    /** The same for longs. */
    long[] sums(int size) {
        if (sums.length < size) {
            sums = new long[Math.max(size, 2 * sums.length)];
        }
        return sums;
    }
}
