package siyu.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.fact.Type;

/**
 * One step of a compiled expression: computes a vector from the vectors of its inputs, for all rows of a block at once. Immutable,
 * so that all workers share it; what it computes lies in the {@link Work} of each.
 */
abstract class Node {
    /** Its place among the vectors of a {@link Work}. */
    final int id;

    final Type type;

    /** Whether a row is an event; otherwise it is a customer. */
    final boolean ofEvents;

    final List<Node> inputs;

    Node(Key key, int id) {
        this.id = id;
        this.type = key.type;
        this.ofEvents = key.ofEvents;
        this.inputs = key.inputs;
    }

    /**
     * What makes two nodes the same.
     *
     * @param operation what is done
     * @param detail what else it depends on, compared by value; null for nothing
     */
    record Key(Object operation, @Nullable Object detail, Type type, boolean ofEvents, List<Node> inputs) {}

    /**
     * Computes the vector.
     *
     * @param out this node's vector, to be filled
     * @param in the vectors of the inputs
     * @param rows how many rows the block has in this node's scope
     */
    abstract void compute(Work work, Vector out, Vector[] in, int rows);
}
