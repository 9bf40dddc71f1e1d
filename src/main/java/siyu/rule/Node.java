package siyu.rule;

import java.util.List;
import java.util.Objects;
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

    final Key key;

    Node(Key key, int id) {
        this.key = key;
        this.id = id;
        this.type = key.type;
        this.ofEvents = key.ofEvents;
        this.inputs = key.inputs;
    }

    /** What makes two nodes the same. Not a record: the first use of a record's {@code equals} costs a short run some milliseconds. */
    static final class Key {
        private final Object operation;
        private final @Nullable Object detail;
        private final Type type;
        private final boolean ofEvents;
        private final List<Node> inputs;

        /**
         * @param operation what is done
         * @param detail what else it depends on, compared by value; null for nothing
         */
        Key(Object operation, @Nullable Object detail, Type type, boolean ofEvents, List<Node> inputs) {
            this.operation = operation;
            this.detail = detail;
            this.type = type;
            this.ofEvents = ofEvents;
            this.inputs = inputs;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && operation.equals(key.operation)
                    && Objects.equals(detail, key.detail)
                    && type.kind() == key.type.kind()
                    && type.words().equals(key.type.words())
                    && ofEvents == key.ofEvents
                    && inputs.equals(key.inputs);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * operation.hashCode() + Objects.hashCode(detail)) + inputs.hashCode();
        }
    }

    /**
     * Computes the vector.
     *
     * @param out this node's vector, to be filled
     * @param in the vectors of the inputs
     * @param rows how many rows the block has in this node's scope
     */
    abstract void compute(Work work, Vector out, Vector[] in, int rows);
}
