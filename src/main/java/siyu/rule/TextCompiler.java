package siyu.rule;

import java.util.Arrays;
import java.util.List;
import siyu.fact.Type;
import siyu.rule.Expression.BinaryOperator;

/** Chooses the nodes for conditions on texts: by dictionary entry when one side is constant, otherwise by row. */
final class TextCompiler {
    private final Compiler compiler;

    TextCompiler(Compiler compiler) {
        this.compiler = compiler;
    }

    Node compare(BinaryOperator operator, Node left, Node right) {
        if (right instanceof Leaves.Constant constant && constant.value != null) {
            return beside(operator, left, constant.value);
        }
        if (left instanceof Leaves.Constant constant && constant.value != null) {
            return beside(Comparing.mirrored(operator), right, constant.value);
        }
        return compiler.node(
                operator,
                null,
                Type.BOOLEAN,
                List.of(left, right),
                (key, id) ->
                        new TextNodes.Paired(key, id, (a, i, b, j) -> Comparing.holds(operator, a.compare(i, b, j))));
    }

    private Node beside(BinaryOperator operator, Node text, Object value) {
        byte[] other = Compiler.utf8(value);
        TextNodes.Test order = (texts, i) -> Comparing.holds(
                operator, Arrays.compareUnsigned(texts.bytes(), texts.start(i), texts.end(i), other, 0, other.length));
        return compiler.node(
                operator, value, Type.BOOLEAN, List.of(text), (key, id) -> new TextNodes.Tested(key, id, order));
    }

    Node oneOf(Node text, List<Object> constants) {
        List<Object> distinct = constants.stream().distinct().toList();
        byte[][] options = distinct.stream().map(Compiler::utf8).toArray(byte[][]::new);
        Arrays.sort(options, Arrays::compareUnsigned);
        TextNodes.Test test = (texts, i) -> find(options, texts.bytes(), texts.start(i), texts.end(i));
        return compiler.node(
                "in", distinct, Type.BOOLEAN, List.of(text), (key, id) -> new TextNodes.Tested(key, id, test));
    }

    private static boolean find(byte[][] sorted, byte[] bytes, int from, int to) {
        int low = 0;
        int high = sorted.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Arrays.compareUnsigned(sorted[middle], 0, sorted[middle].length, bytes, from, to);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    Node search(Function function, Node text, Node part) {
        boolean start = function == Function.STARTS_WITH;
        if (part instanceof Leaves.Constant constant && constant.value != null) {
            byte[] wanted = Compiler.utf8(constant.value);
            TextNodes.Test test = (texts, i) -> start
                    ? TextNodes.startsWith(texts.bytes(), texts.start(i), texts.end(i), wanted, 0, wanted.length)
                    : TextNodes.contains(texts.bytes(), texts.start(i), texts.end(i), wanted, 0, wanted.length);
            return compiler.node(
                    function,
                    constant.value,
                    Type.BOOLEAN,
                    List.of(text),
                    (key, id) -> new TextNodes.Tested(key, id, test));
        }
        TextNodes.PairTest test = (a, i, b, j) -> start
                ? TextNodes.startsWith(a.bytes(), a.start(i), a.end(i), b.bytes(), b.start(j), b.end(j))
                : TextNodes.contains(a.bytes(), a.start(i), a.end(i), b.bytes(), b.start(j), b.end(j));
        return compiler.node(
                function, null, Type.BOOLEAN, List.of(text, part), (key, id) -> new TextNodes.Paired(key, id, test));
    }
}
