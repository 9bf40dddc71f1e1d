package siyu.rule;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import siyu.core.AsOf;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.rule.Expression.BinaryOperator;

/**
 * Turns typed trees into a graph of nodes. Two parts that mean the same become one node: nodes are looked up by what they do and
 * by their inputs, never by where they stand in a text. Written without lambdas and streams, which a short run pays dearly for.
 */
final class Compiler {
    final Graph graph = new Graph();

    /** Which node an expression became, to find the place of a failure. */
    final IdentityHashMap<Expression, Node> nodeOf = new IdentityHashMap<>();

    private final AsOf asOf;
    private final Comparisons comparisons = new Comparisons(graph);
    private final Calculations calculations;

    Compiler(Vocabulary vocabulary, AsOf asOf) {
        this.asOf = asOf;
        this.calculations = new Calculations(graph, comparisons, vocabulary, asOf);
    }

    Node compile(Expression expression) {
        Node node = nodeOf.get(expression);
        if (node == null || node.ofEvents != graph.ofEvents) {
            node = make(expression);
            nodeOf.put(expression, node);
        }
        return node;
    }

    private List<Node> compile(List<Expression> expressions) {
        List<Node> all = new ArrayList<>();
        for (Expression expression : expressions) {
            all.add(compile(expression));
        }
        return List.copyOf(all);
    }

    private Node make(Expression expression) {
        if (expression instanceof Expression.Unary unary) {
            Node operand = compile(unary.operand());
            return unary.operator() == Expression.UnaryOperator.NOT
                    ? graph.not(operand)
                    : calculations.negate(operand, unary.type());
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary, compile(binary.left()), compile(binary.right()));
        }
        if (expression instanceof Expression.In in) {
            Node any = comparisons.in(compile(in.operand()), compile(in.options()));
            return in.negated() ? graph.not(any) : any;
        }
        if (expression instanceof Expression.Between between) {
            Node operand = compile(between.operand());
            return graph.both(
                    true,
                    comparisons.compare(BinaryOperator.GREATER_OR_EQUAL, operand, compile(between.low())),
                    comparisons.compare(BinaryOperator.LESS_OR_EQUAL, operand, compile(between.high())));
        }
        if (expression instanceof Expression.Known known) {
            List<Node> operand = List.of(compile(known.operand()));
            return graph.keep(new Logic.Known(
                    graph.key("known", known.wanted(), Type.BOOLEAN, operand), graph.next(), known.wanted()));
        }
        if (expression instanceof Expression.Shift shift) {
            return calculations.shift(shift, compile(shift.operand()));
        }
        if (expression instanceof Expression.Convert convert) {
            return calculations.convert(compile(convert.operand()), convert.type());
        }
        if (expression instanceof Expression.Call call) {
            return calculations.call(call.function(), call.type(), compile(call.arguments()));
        }
        return expression instanceof Expression.Aggregate aggregate ? aggregate(aggregate) : leaf(expression);
    }

    private Node leaf(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return graph.constant(literal.type(), literal.value());
        }
        if (expression instanceof Expression.Today today) {
            return graph.constant(today.type(), asOf.today().toEpochDay());
        }
        if (expression instanceof Expression.CustomerAttribute attribute) {
            return customerAttribute(attribute);
        }
        if (expression instanceof Expression.EventAttribute attribute) {
            Node.Key key = graph.key("event", attribute.index(), attribute.type(), List.of());
            return graph.keep(new Leaves.Attribute(key, graph.next(), attribute.index()));
        }
        if (expression instanceof Expression.EventKind kind) {
            return graph.keep(new Leaves.Kinds(graph.key("kind", kind.type()), graph.next()));
        }
        return definition(((Expression.Reference) expression).definition());
    }

    private Node customerAttribute(Expression.CustomerAttribute attribute) {
        Type type = attribute.type();
        Node.Key key = new Node.Key("customer", attribute.index(), type, false, List.of());
        Node ofCustomer = graph.keep(new Leaves.Attribute(key, graph.next(), attribute.index()));
        return graph.ofEvents
                ? graph.keep(new Leaves.Spread(graph.key("spread", type, ofCustomer), graph.next()))
                : ofCustomer;
    }

    private Node definition(Definition definition) {
        String name = definition.name();
        if (definition instanceof Definition.Metric metric) {
            return compile(metric.expression());
        }
        if (definition instanceof Definition.Tag tag) {
            Node marked = graph.keep(
                    new Leaves.Marked(graph.key("tagged", name, Type.BOOLEAN, List.of()), graph.next(), name, false));
            return graph.both(false, compile(tag.rule()), marked);
        }
        if (definition instanceof Definition.Score) {
            return graph.keep(new Leaves.Given(graph.key("score", name, Type.INTEGER, List.of()), graph.next(), name));
        }
        Definition.Segmentation segmentation = (Definition.Segmentation) definition;
        List<Node> rules = new ArrayList<>();
        for (Definition.Segment segment : segmentation.segments()) {
            rules.add(compile(segment.rule()));
        }
        return graph.keep(new Partition(
                graph.key("segmentation", name, segmentation.type(), List.copyOf(rules)), graph.next(), segmentation));
    }

    private Node binary(Expression.Binary binary, Node left, Node right) {
        BinaryOperator operator = binary.operator();
        return switch (operator) {
            case OR, AND -> graph.both(operator == BinaryOperator.AND, left, right);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER ->
                calculations.calculate(operator, binary.type(), left, right);
            default -> comparisons.compare(operator, left, right);
        };
    }

    private Node aggregate(Expression.Aggregate aggregate) {
        boolean outer = graph.ofEvents;
        graph.ofEvents = true;
        Expression filter = aggregate.filter();
        Expression of = aggregate.of();
        List<Node> filters = filter == null ? List.of() : List.of(compile(filter));
        Node value = of == null ? null : compile(of);
        graph.ofEvents = outer;
        return calculations.aggregate(aggregate, filters, value);
    }
}
