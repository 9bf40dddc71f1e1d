package siyu.rule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.rule.Expression.AggregateFunction;
import siyu.rule.Expression.BinaryOperator;

/**
 * Turns typed trees into a graph of nodes. Two parts that mean the same become one node: nodes are looked up by what they do and
 * by their inputs, never by where they stand in a text.
 */
final class Compiler {
    final List<Node> nodes = new ArrayList<>();

    /** Which node an expression became, to find the place of a failure. */
    final IdentityHashMap<Expression, Node> nodeOf = new IdentityHashMap<>();

    private final Map<Node.Key, Node> known = new HashMap<>();
    private final Vocabulary vocabulary;
    private final AsOf asOf;
    private final Offsets offsets;
    private final TextCompiler texts = new TextCompiler(this);

    /** Whether the expression at hand stands in the brackets of an aggregate. */
    private boolean ofEvents;

    Compiler(Vocabulary vocabulary, AsOf asOf) {
        this.vocabulary = vocabulary;
        this.asOf = asOf;
        this.offsets = new Offsets(vocabulary.zone());
    }

    /** Makes a node of its identity. */
    interface Maker {
        Node make(Node.Key key, int id);
    }

    Node node(Node.Key key, Maker maker) {
        Node node = known.get(key);
        if (node == null) {
            node = maker.make(key, nodes.size());
            nodes.add(node);
            known.put(key, node);
        }
        return node;
    }

    Node node(Object operation, @Nullable Object detail, Type type, List<Node> inputs, Maker maker) {
        return node(new Node.Key(operation, detail, type, ofEvents, inputs), maker);
    }

    Node compile(Expression expression) {
        Node node = nodeOf.get(expression);
        if (node == null || node.ofEvents != ofEvents) {
            node = make(expression);
            nodeOf.put(expression, node);
        }
        return node;
    }

    private List<Node> compile(List<Expression> expressions) {
        return expressions.stream().map(this::compile).toList();
    }

    private Node make(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return constant(literal.type(), literal.value());
        }
        if (expression instanceof Expression.Today today) {
            return constant(today.type(), asOf.today().toEpochDay());
        }
        if (expression instanceof Expression.CustomerAttribute attribute) {
            return customerAttribute(attribute);
        }
        if (expression instanceof Expression.EventAttribute attribute) {
            return node(
                    "event",
                    attribute.index(),
                    attribute.type(),
                    List.of(),
                    (key, id) -> new Leaves.Attribute(key, id, attribute.index()));
        }
        if (expression instanceof Expression.EventKind kind) {
            return node("kind", null, kind.type(), List.of(), Leaves.Kinds::new);
        }
        if (expression instanceof Expression.Reference reference) {
            return definition(reference.definition());
        }
        if (expression instanceof Expression.Unary unary) {
            Node operand = compile(unary.operand());
            return unary.operator() == Expression.UnaryOperator.NOT
                    ? not(operand)
                    : node(
                            "negate",
                            null,
                            unary.type(),
                            List.of(operand),
                            (key, id) -> new Arithmetic.Signed(key, id, false));
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary);
        }
        if (expression instanceof Expression.In in) {
            Node any = in(in);
            return in.negated() ? not(any) : any;
        }
        if (expression instanceof Expression.Between between) {
            Node operand = compile(between.operand());
            return both(
                    true,
                    compare(BinaryOperator.GREATER_OR_EQUAL, operand, compile(between.low())),
                    compare(BinaryOperator.LESS_OR_EQUAL, operand, compile(between.high())));
        }
        if (expression instanceof Expression.Known knownTest) {
            boolean wanted = knownTest.wanted();
            return node(
                    "known",
                    wanted,
                    Type.BOOLEAN,
                    List.of(compile(knownTest.operand())),
                    (key, id) -> new Logic.Known(key, id, wanted));
        }
        if (expression instanceof Expression.Shift shift) {
            return node(
                    "shift",
                    List.of(shift.unit(), shift.amount()),
                    shift.type(),
                    List.of(compile(shift.operand())),
                    (key, id) -> new Dates.Shifted(key, id, shift.unit(), shift.amount(), offsets));
        }
        if (expression instanceof Expression.Convert convert) {
            return convert(compile(convert.operand()), convert.type());
        }
        if (expression instanceof Expression.Call call) {
            return call(call);
        }
        return aggregate((Expression.Aggregate) expression);
    }

    Node constant(Type type, @Nullable Object value) {
        return node("constant", value, type, List.of(), (key, id) -> new Leaves.Constant(key, id, value));
    }

    private Node customerAttribute(Expression.CustomerAttribute attribute) {
        Type type = attribute.type();
        Node ofCustomer = node(
                new Node.Key("customer", attribute.index(), type, false, List.of()),
                (key, id) -> new Leaves.Attribute(key, id, attribute.index()));
        return ofEvents ? node("spread", null, type, List.of(ofCustomer), Leaves.Spread::new) : ofCustomer;
    }

    private Node definition(Definition definition) {
        String name = definition.name();
        if (definition instanceof Definition.Metric metric) {
            return compile(metric.expression());
        }
        if (definition instanceof Definition.Tag tag) {
            Node marked =
                    node("tagged", name, Type.BOOLEAN, List.of(), (key, id) -> new Leaves.Marked(key, id, name, false));
            return both(false, compile(tag.rule()), marked);
        }
        if (definition instanceof Definition.Score) {
            return node("score", name, Type.INTEGER, List.of(), (key, id) -> new Leaves.Given(key, id, name));
        }
        Definition.Segmentation segmentation = (Definition.Segmentation) definition;
        List<Node> rules = segmentation.segments().stream()
                .map(segment -> compile(segment.rule()))
                .toList();
        return node(
                "segmentation", name, segmentation.type(), rules, (key, id) -> new Partition(key, id, segmentation));
    }

    Node both(boolean and, Node left, Node right) {
        return node("both", and, Type.BOOLEAN, List.of(left, right), (key, id) -> new Logic.Both(key, id, and));
    }

    private Node not(Node operand) {
        return node("not", null, Type.BOOLEAN, List.of(operand), Logic.Not::new);
    }

    private Node binary(Expression.Binary binary) {
        Node left = compile(binary.left());
        Node right = compile(binary.right());
        BinaryOperator operator = binary.operator();
        return switch (operator) {
            case OR, AND -> both(operator == BinaryOperator.AND, left, right);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER ->
                binary.type().kind() == Type.Kind.DECIMAL
                        ? node(
                                operator,
                                null,
                                Type.DECIMAL,
                                List.of(left, right),
                                (key, id) -> new Arithmetic.Doubles(key, id, operator))
                        : node(
                                operator,
                                null,
                                binary.type(),
                                List.of(left, right),
                                (key, id) -> new Arithmetic.Longs(key, id, operator));
            default -> compare(operator, left, right);
        };
    }

    Node compare(BinaryOperator operator, Node left, Node right) {
        List<Node> pair = List.of(left, right);
        boolean equal = operator == BinaryOperator.EQUAL;
        return switch (left.type.kind()) {
            case BOOLEAN -> node("same", equal, Type.BOOLEAN, pair, (key, id) -> new Logic.Same(key, id, equal));
            case DECIMAL ->
                node(operator, null, Type.BOOLEAN, pair, (key, id) -> new Comparing.Doubles(key, id, operator));
            case TEXT -> texts.compare(operator, left, right);
            default -> compareLongs(operator, left, right);
        };
    }

    private Node compareLongs(BinaryOperator operator, Node left, Node right) {
        if (right instanceof Leaves.Constant constant && constant.value != null) {
            return compare(operator, left, (Long) constant.value);
        }
        if (left instanceof Leaves.Constant constant && constant.value != null) {
            return compare(Comparing.mirrored(operator), right, (Long) constant.value);
        }
        return node(
                operator,
                null,
                Type.BOOLEAN,
                List.of(left, right),
                (key, id) -> new Comparing.Longs(key, id, operator));
    }

    private Node compare(BinaryOperator operator, Node left, long value) {
        return node(
                operator,
                value,
                Type.BOOLEAN,
                List.of(left),
                (key, id) -> new Comparing.LongConstant(key, id, operator, value));
    }

    /** Known constants become one look-up; every other option a comparison, all joined by {@code or}. */
    private Node in(Expression.In in) {
        Node operand = compile(in.operand());
        Type.Kind kind = operand.type.kind();
        boolean lookUp = kind != Type.Kind.BOOLEAN && kind != Type.Kind.DECIMAL;
        List<Object> constants = new ArrayList<>();
        Node any = null;
        for (Node option : compile(in.options())) {
            if (lookUp && option instanceof Leaves.Constant constant && constant.value != null) {
                constants.add(constant.value);
            } else {
                Node same = compare(BinaryOperator.EQUAL, operand, option);
                any = any == null ? same : both(false, any, same);
            }
        }
        if (!constants.isEmpty()) {
            Node found = kind == Type.Kind.TEXT ? texts.oneOf(operand, constants) : oneOf(operand, constants);
            any = any == null ? found : both(false, found, any);
        }
        return Objects.requireNonNull(any, "in without options");
    }

    private Node oneOf(Node operand, List<Object> constants) {
        long[] sorted = constants.stream()
                .mapToLong(value -> (Long) value)
                .sorted()
                .distinct()
                .toArray();
        List<Long> detail = Arrays.stream(sorted).boxed().toList();
        return node("in", detail, Type.BOOLEAN, List.of(operand), (key, id) -> new Comparing.OneOf(key, id, sorted));
    }

    private Node convert(Node operand, Type type) {
        if (type.kind() == Type.Kind.DATE) {
            return node("day", null, type, List.of(operand), (key, id) -> new Dates.Day(key, id, offsets));
        }
        boolean plain = operand.type.kind() == Type.Kind.INTEGER && type.kind() == Type.Kind.DECIMAL;
        long scale = plain ? 1 : minorUnits();
        return node("convert", null, type, List.of(operand), (key, id) -> new Arithmetic.Converted(key, id, scale));
    }

    private long minorUnits() {
        long scale = 1;
        for (int i = 0; i < vocabulary.decimals(); i++) {
            scale *= 10;
        }
        return scale;
    }

    private Node call(Expression.Call call) {
        Function function = call.function();
        List<Node> arguments = compile(call.arguments());
        Node first = arguments.get(0);
        Type type = call.type();
        return switch (function) {
            case COALESCE, LEAST, GREATEST ->
                node(function, null, type, arguments, (key, id) -> new Choosing(key, id, function));
            case ABS -> node(function, null, type, arguments, (key, id) -> new Arithmetic.Signed(key, id, true));
            case FLOOR, CEIL, ROUND -> round(function, arguments, type);
            case LOWER, UPPER ->
                node(
                        function,
                        null,
                        type,
                        arguments,
                        (key, id) -> new TextNodes.Cased(key, id, function == Function.UPPER));
            case STARTS_WITH, CONTAINS -> texts.search(function, first, arguments.get(1));
            case YEAR, MONTH, DAY, WEEKDAY, AGE -> part(function, first, type, 0);
            case BIRTHDAY_WITHIN ->
                part(function, first, type, (Long) Objects.requireNonNull(((Leaves.Constant) arguments.get(1)).value));
            case DAYS_BETWEEN ->
                node(
                        BinaryOperator.SUBTRACT,
                        null,
                        type,
                        List.of(arguments.get(1), first),
                        (key, id) -> new Arithmetic.Longs(key, id, BinaryOperator.SUBTRACT));
            case DISTANCE_KM -> node(function, null, type, arguments, Dates.Distance::new);
            case HAS_TAG, IN_GROUP -> {
                String name = (String) Objects.requireNonNull(((Leaves.Constant) first).value);
                yield node(
                        function,
                        name,
                        type,
                        List.of(),
                        (key, id) -> new Leaves.Marked(key, id, name, function == Function.IN_GROUP));
            }
        };
    }

    private Node part(Function function, Node date, Type type, long argument) {
        long today = asOf.today().toEpochDay();
        return node(
                function,
                argument,
                type,
                List.of(date),
                (key, id) -> new Dates.Part(key, id, function, today, argument));
    }

    private Node round(Function function, List<Node> arguments, Type type) {
        Node operand = arguments.get(0);
        List<Node> inputs = List.of(operand);
        if (arguments.size() == 2) {
            Long digits = (Long) Objects.requireNonNull(((Leaves.Constant) arguments.get(1)).value);
            return node(function, digits, type, inputs, (key, id) -> new Rounding.ToPlaces(key, id, digits.intValue()));
        }
        return switch (operand.type.kind()) {
            case DECIMAL -> node(function, null, type, inputs, (key, id) -> new Rounding.ToInteger(key, id, function));
            case MONEY ->
                node(function, null, type, inputs, (key, id) -> new Rounding.ToMajor(key, id, function, minorUnits()));
            default -> operand;
        };
    }

    private Node aggregate(Expression.Aggregate aggregate) {
        boolean outer = ofEvents;
        ofEvents = true;
        Expression filter = aggregate.filter();
        Expression of = aggregate.of();
        List<Node> filters = filter == null ? List.of() : List.of(compile(filter));
        Node value = of == null ? null : compile(of);
        ofEvents = outer;
        Window.Bounds bounds = Windows.bounds(aggregate.window(), asOf);
        Node selection = node(
                Selection.key(aggregate.kind(), bounds, filters),
                (key, id) -> new Selection(key, id, aggregate.kind(), bounds));
        AggregateFunction function = aggregate.function();
        List<Node> inputs = value == null ? List.of(selection) : List.of(selection, value);
        return node(function, null, aggregate.type(), inputs, maker(function, value));
    }

    private Maker maker(AggregateFunction function, @Nullable Node value) {
        boolean decimal = value != null && value.type.kind() == Type.Kind.DECIMAL;
        double scale = value != null && value.type.kind() == Type.Kind.MONEY ? minorUnits() : 1;
        return switch (function) {
            case COUNT -> Totals.Count::new;
            case SUM -> decimal ? Totals.DoubleSum::new : Totals.LongSum::new;
            case AVG -> (key, id) -> new Totals.Average(key, id, scale, decimal);
            case DISTINCT -> Distinct::new;
            case MIN, MAX, FIRST, LAST, DAYS_SINCE -> {
                long today = asOf.today().toEpochDay();
                yield value == null
                        ? (key, id) -> new Picks.Moment(key, id, function, offsets, today)
                        : (key, id) -> new Picks.Value(key, id, function);
            }
        };
    }

    static byte[] utf8(Object text) {
        return ((String) text).getBytes(StandardCharsets.UTF_8);
    }
}
