package siyu.rule;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.rule.Expression.AggregateFunction;
import siyu.rule.Expression.BinaryOperator;

/** Chooses the nodes of arithmetic, conversions, functions and aggregates. */
final class Calculations {
    private final Graph graph;
    private final Comparisons comparisons;
    private final Vocabulary vocabulary;
    private final AsOf asOf;
    private final long minorUnits;
    private @Nullable Offsets offsets;

    Calculations(Graph graph, Comparisons comparisons, Vocabulary vocabulary, AsOf asOf) {
        this.graph = graph;
        this.comparisons = comparisons;
        this.vocabulary = vocabulary;
        this.asOf = asOf;
        long scale = 1;
        for (int i = 0; i < vocabulary.decimals(); i++) {
            scale *= 10;
        }
        this.minorUnits = scale;
    }

    /** Made when first needed: working out a zone takes a short run some milliseconds. */
    private Offsets offsets() {
        if (offsets == null) {
            offsets = new Offsets(vocabulary.zone());
        }
        return offsets;
    }

    private long today() {
        return asOf.today().toEpochDay();
    }

    Node calculate(BinaryOperator operator, Type type, Node left, Node right) {
        Node.Key key = graph.key(operator, type, left, right);
        return graph.keep(
                type.kind() == Type.Kind.DECIMAL
                        ? new Arithmetic.Doubles(key, graph.next(), operator)
                        : new Arithmetic.Longs(key, graph.next(), operator));
    }

    Node negate(Node operand, Type type) {
        return graph.keep(new Arithmetic.Signed(graph.key("negate", type, operand), graph.next(), false));
    }

    Node shift(Expression.Shift shift, Node operand) {
        Node.Key key = graph.key("shift", List.of(shift.unit(), shift.amount()), shift.type(), List.of(operand));
        return graph.keep(new Dates.Shifted(key, graph.next(), shift.unit(), shift.amount(), offsets()));
    }

    Node convert(Node operand, Type type) {
        if (type.kind() == Type.Kind.DATE) {
            return graph.keep(new Dates.Day(graph.key("day", type, operand), graph.next(), offsets()));
        }
        boolean plain = operand.type.kind() == Type.Kind.INTEGER && type.kind() == Type.Kind.DECIMAL;
        return graph.keep(
                new Arithmetic.Converted(graph.key("convert", type, operand), graph.next(), plain ? 1 : minorUnits));
    }

    Node call(Function function, Type type, List<Node> arguments) {
        Node first = arguments.get(0);
        Node.Key key = graph.key(function, null, type, arguments);
        return switch (function) {
            case COALESCE, LEAST, GREATEST -> graph.keep(new Choosing(key, graph.next(), function));
            case ABS -> graph.keep(new Arithmetic.Signed(key, graph.next(), true));
            case FLOOR, CEIL, ROUND -> round(function, arguments, key);
            case LOWER, UPPER -> graph.keep(new TextNodes.Cased(key, graph.next(), function == Function.UPPER));
            case STARTS_WITH, CONTAINS -> comparisons.search(function, first, arguments.get(1));
            case YEAR, MONTH, DAY, WEEKDAY, AGE -> graph.keep(new Dates.Part(key, graph.next(), function, today(), 0));
            case BIRTHDAY_WITHIN ->
                graph.keep(new Dates.Part(key, graph.next(), function, today(), (Long) constant(arguments.get(1))));
            case DAYS_BETWEEN -> calculate(BinaryOperator.SUBTRACT, type, arguments.get(1), first);
            case DISTANCE_KM -> graph.keep(new Dates.Distance(key, graph.next()));
            case HAS_TAG, IN_GROUP ->
                graph.keep(new Leaves.Marked(
                        graph.key(function, constant(first), type, List.of()),
                        graph.next(),
                        (String) constant(first),
                        function == Function.IN_GROUP));
        };
    }

    private static Object constant(Node node) {
        return Objects.requireNonNull(Comparisons.constant(node), "the typer lets only a known constant through");
    }

    private Node round(Function function, List<Node> arguments, Node.Key key) {
        if (arguments.size() == 2) {
            int digits = ((Long) constant(arguments.get(1))).intValue();
            return graph.keep(new Rounding.ToPlaces(key, graph.next(), digits));
        }
        return switch (arguments.get(0).type.kind()) {
            case DECIMAL -> graph.keep(new Rounding.ToInteger(key, graph.next(), function));
            case MONEY -> graph.keep(new Rounding.ToMajor(key, graph.next(), function, minorUnits));
            default -> arguments.get(0);
        };
    }

    /** @param value what is aggregated, with a row for each event; null for the events themselves */
    Node aggregate(Expression.Aggregate aggregate, List<Node> filters, @Nullable Node value) {
        Window.Bounds bounds = Windows.bounds(aggregate.window(), asOf);
        List<Object> which = List.of(aggregate.kind(), bounds.from(), bounds.to());
        Node selection = graph.keep(new Selection(
                graph.key("select", which, Type.INTEGER, filters), graph.next(), aggregate.kind(), bounds));
        List<Node> inputs = value == null ? List.of(selection) : List.of(selection, value);
        AggregateFunction function = aggregate.function();
        Node.Key key = graph.key(function, null, aggregate.type(), inputs);
        int id = graph.next();
        boolean decimal = value != null && value.type.kind() == Type.Kind.DECIMAL;
        double scale = value != null && value.type.kind() == Type.Kind.MONEY ? minorUnits : 1;
        return graph.keep(
                switch (function) {
                    case COUNT -> new Totals.Count(key, id);
                    case SUM -> decimal ? new Totals.DoubleSum(key, id) : new Totals.LongSum(key, id);
                    case AVG -> new Totals.Average(key, id, scale, decimal);
                    case DISTINCT -> new Distinct(key, id);
                    case MIN, MAX, FIRST, LAST, DAYS_SINCE ->
                        value == null
                                ? new Picks.Moment(key, id, function, offsets(), today())
                                : new Picks.Value(key, id, function);
                });
    }
}
