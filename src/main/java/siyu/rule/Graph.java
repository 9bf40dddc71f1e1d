package siyu.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.fact.Type;

/** The nodes made so far, each once: two that do the same to the same inputs are one. For one thread. */
final class Graph {
    final List<Node> nodes = new ArrayList<>();

    /** Whether what is made now has a row for each event. */
    boolean ofEvents;

    private final Map<Node.Key, Node> known = new HashMap<>();

    /** The id of the next new node. */
    int next() {
        return nodes.size();
    }

    Node.Key key(Object operation, @Nullable Object detail, Type type, List<Node> inputs) {
        return new Node.Key(operation, detail, type, ofEvents, inputs);
    }

    Node.Key key(Object operation, Type type, Node... inputs) {
        return key(operation, null, type, List.of(inputs));
    }

    /** The node itself, or the one that was there before and does the same. */
    Node keep(Node node) {
        Node before = known.putIfAbsent(node.key, node);
        if (before != null) {
            return before;
        }
        if (node.id != nodes.size()) {
            throw new IllegalStateException("a node was made before its inputs");
        }
        nodes.add(node);
        return node;
    }

    Node constant(Type type, @Nullable Object value) {
        return keep(new Leaves.Constant(key("constant", value, type, List.of()), next(), value));
    }

    Node both(boolean and, Node left, Node right) {
        return keep(new Logic.Both(key("both", and, Type.BOOLEAN, List.of(left, right)), next(), and));
    }

    Node not(Node operand) {
        return keep(new Logic.Not(key("not", Type.BOOLEAN, operand), next()));
    }
}
