package siyu.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.fact.Type;
import siyu.rule.Expression.BinaryOperator;

/** Chooses the nodes of comparisons: beside a constant, of two figures, of texts by dictionary entry. */
final class Comparisons {
    private final Graph graph;

    Comparisons(Graph graph) {
        this.graph = graph;
    }

    /** The value of a constant node; null for unknown and for what is no constant. */
    static @Nullable Object constant(Node node) {
        return node instanceof Leaves.Constant constant ? constant.value : null;
    }

    Node compare(BinaryOperator operator, Node left, Node right) {
        List<Node> pair = List.of(left, right);
        boolean equal = operator == BinaryOperator.EQUAL;
        Type.Kind kind = left.type.kind();
        if (kind == Type.Kind.BOOLEAN) {
            return graph.keep(new Logic.Same(graph.key("same", equal, Type.BOOLEAN, pair), graph.next(), equal));
        }
        if (kind == Type.Kind.DECIMAL) {
            return graph.keep(
                    new Comparing.Doubles(graph.key(operator, null, Type.BOOLEAN, pair), graph.next(), operator));
        }
        Object rightValue = constant(right);
        if (rightValue != null) {
            return beside(operator, left, rightValue);
        }
        Object leftValue = constant(left);
        if (leftValue != null) {
            return beside(Comparing.mirrored(operator), right, leftValue);
        }
        Node.Key key = graph.key(operator, null, Type.BOOLEAN, pair);
        return graph.keep(
                kind == Type.Kind.TEXT
                        ? new TextNodes.Paired(key, graph.next(), new TextTests.Order(operator))
                        : new Comparing.Longs(key, graph.next(), operator));
    }

    private Node beside(BinaryOperator operator, Node operand, Object value) {
        Node.Key key = graph.key(operator, value, Type.BOOLEAN, List.of(operand));
        return graph.keep(
                value instanceof String text
                        ? new TextNodes.Tested(key, graph.next(), new TextTests.Beside(operator, text))
                        : new Comparing.LongConstant(key, graph.next(), operator, (Long) value));
    }

    /** Known constants become one look-up; every other option a comparison, all joined by {@code or}. */
    Node in(Node operand, List<Node> options) {
        Type.Kind kind = operand.type.kind();
        boolean lookUp = kind != Type.Kind.BOOLEAN && kind != Type.Kind.DECIMAL;
        List<Object> constants = new ArrayList<>();
        Node any = null;
        for (Node option : options) {
            Object constant = constant(option);
            if (lookUp && constant != null) {
                constants.add(constant);
            } else {
                Node same = compare(BinaryOperator.EQUAL, operand, option);
                any = any == null ? same : graph.both(false, any, same);
            }
        }
        if (!constants.isEmpty()) {
            Node found = oneOf(operand, constants);
            any = any == null ? found : graph.both(false, found, any);
        }
        return Objects.requireNonNull(any, "in without options");
    }

    private Node oneOf(Node operand, List<Object> constants) {
        Node.Key key = graph.key("in", constants, Type.BOOLEAN, List.of(operand));
        if (operand.type.kind() == Type.Kind.TEXT) {
            return graph.keep(new TextNodes.Tested(key, graph.next(), new TextTests.OneOf(constants)));
        }
        long[] sorted = new long[constants.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = (Long) constants.get(i);
        }
        Arrays.sort(sorted);
        return graph.keep(new Comparing.OneOf(key, graph.next(), sorted));
    }

    /** {@code starts_with}, {@code contains}. */
    Node search(Function function, Node text, Node part) {
        boolean start = function == Function.STARTS_WITH;
        Object constant = constant(part);
        if (constant != null) {
            return graph.keep(new TextNodes.Tested(
                    graph.key(function, constant, Type.BOOLEAN, List.of(text)),
                    graph.next(),
                    new TextTests.Found(start, (String) constant)));
        }
        return graph.keep(new TextNodes.Paired(
                graph.key(function, Type.BOOLEAN, text, part), graph.next(), new TextTests.Search(start)));
    }
}
