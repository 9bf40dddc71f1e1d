package siyu.rule;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Attribute;
import siyu.fact.Marks;
import siyu.fact.Type;
import siyu.fact.Type.Kind;
import siyu.fact.Vocabulary;
import siyu.rule.Expression.BinaryOperator;
import siyu.rule.SlowFunctions.Overflow;

/**
 * Evaluates an expression for one customer at a time over boxed values: slow and obvious, written from the description of the
 * language, so that it can be held against the fast way. Booleans are Boolean, integers and money Long, decimals Double, texts
 * and words String, dates LocalDate, times Instant, unknown null.
 */
final class SlowEvaluator {
    /**
     * Everything known of one customer.
     *
     * @param scores by name
     * @param pins of this customer in order, by segmentation
     * @param tags pinned tags
     * @param groups the groups he is in
     * @param present whether he is there at the as-of
     */
    record Person(
            Blocks.Customer customer,
            Map<String, Long> scores,
            Map<String, List<Marks.Pin>> pins,
            Set<String> tags,
            Set<String> groups,
            boolean present) {}

    private final Vocabulary vocabulary;
    private final AsOf asOf;
    private final ZoneId zone;
    private final SlowFunctions functions;

    SlowEvaluator(Vocabulary vocabulary, AsOf asOf) {
        this.vocabulary = vocabulary;
        this.asOf = asOf;
        this.zone = vocabulary.zone();
        this.functions = new SlowFunctions(vocabulary.decimals(), asOf.today());
    }

    /** As {@link siyu.fact.Column#get} shows it. */
    @Nullable
    Object shown(Expression expression, Person person) {
        return shown(expression, person, null);
    }

    /** The same in event scope. */
    @Nullable
    Object shown(Expression expression, Person person, Blocks.@Nullable Event event) {
        Object value = value(expression, person, event);
        if (value instanceof LocalDate date) {
            return date.toEpochDay();
        }
        return value instanceof Instant time ? (Object) micros(time) : value;
    }

    private static Long micros(Instant time) {
        BigInteger seconds = BigInteger.valueOf(time.getEpochSecond());
        return SlowFunctions.whole(
                seconds.multiply(BigInteger.valueOf(1_000_000)).add(BigInteger.valueOf(time.getNano() / 1000)));
    }

    private @Nullable Object value(Expression expression, Person person, Blocks.@Nullable Event event) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value() == null ? null : boxed(literal.type(), literal.value());
        }
        if (expression instanceof Expression.Today) {
            return asOf.today();
        }
        if (expression instanceof Expression.CustomerAttribute attribute) {
            Attribute named = vocabulary.customer().get(attribute.index());
            return boxed(named.type(), person.customer().values().get(named.name()));
        }
        if (expression instanceof Expression.EventAttribute attribute) {
            Attribute named = vocabulary.event().get(attribute.index());
            Objects.requireNonNull(event);
            return boxed(
                    named.type(),
                    named.name().equals("at")
                            ? (Object) event.at()
                            : event.values().get(named.name()));
        }
        if (expression instanceof Expression.EventKind) {
            return Objects.requireNonNull(event).kind();
        }
        if (expression instanceof Expression.Reference reference) {
            return reference(reference.definition(), person);
        }
        if (expression instanceof Expression.Aggregate aggregate) {
            return aggregate(aggregate, person);
        }
        return operation(expression, person, event);
    }

    private static @Nullable Object boxed(Type type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (type.kind()) {
            case DATE -> LocalDate.ofEpochDay((Long) value);
            case TIME -> Instant.EPOCH.plus((Long) value, ChronoUnit.MICROS);
            case WORD -> value instanceof Long index ? type.words().get(index.intValue()) : value;
            default -> value;
        };
    }

    private @Nullable Object operation(Expression expression, Person person, Blocks.@Nullable Event event) {
        List<@Nullable Object> operands = new ArrayList<>();
        for (Expression operand : Dependencies.operands(expression)) {
            operands.add(value(operand, person, event));
        }
        if (expression instanceof Expression.Unary unary) {
            return unary(unary.operator(), operands.get(0));
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary, operands.get(0), operands.get(1));
        }
        if (expression instanceof Expression.In in) {
            Boolean found = false;
            for (Object option : operands.subList(1, operands.size())) {
                found = or(found, compare(BinaryOperator.EQUAL, operands.get(0), option));
            }
            return in.negated() ? not(found) : found;
        }
        if (expression instanceof Expression.Between) {
            return and(
                    compare(BinaryOperator.GREATER_OR_EQUAL, operands.get(0), operands.get(1)),
                    compare(BinaryOperator.LESS_OR_EQUAL, operands.get(0), operands.get(2)));
        }
        if (expression instanceof Expression.Known known) {
            return operands.get(0) != null == known.wanted();
        }
        if (expression instanceof Expression.Convert convert) {
            return operands.get(0) == null
                    ? null
                    : convert(operands.get(0), convert.operand().type(), convert.type());
        }
        if (expression instanceof Expression.Shift shift) {
            return operands.get(0) == null ? null : shift(operands.get(0), shift.unit(), shift.amount());
        }
        Expression.Call call = (Expression.Call) expression;
        if (call.function() == Function.IN_GROUP) {
            return person.groups().contains((String) Objects.requireNonNull(operands.get(0)));
        }
        return functions.call(call.function(), call.type(), operands);
    }

    private static @Nullable Object unary(Expression.UnaryOperator operator, @Nullable Object operand) {
        if (operator == Expression.UnaryOperator.NOT) {
            return not((Boolean) operand);
        }
        if (operand == null) {
            return null;
        }
        return operand instanceof Double number
                ? (Object) (-number)
                : SlowFunctions.whole(big(operand).negate());
    }

    private static @Nullable Boolean not(@Nullable Boolean value) {
        return value == null ? null : !value;
    }

    private static @Nullable Boolean and(@Nullable Boolean a, @Nullable Boolean b) {
        if (Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)) {
            return false;
        }
        return a == null || b == null ? null : (Boolean) true;
    }

    private static @Nullable Boolean or(@Nullable Boolean a, @Nullable Boolean b) {
        return not(and(not(a), not(b)));
    }

    private static BigInteger big(Object value) {
        return BigInteger.valueOf((Long) value);
    }

    private static @Nullable Object binary(Expression.Binary binary, @Nullable Object left, @Nullable Object right) {
        return switch (binary.operator()) {
            case AND -> and((Boolean) left, (Boolean) right);
            case OR -> or((Boolean) left, (Boolean) right);
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                compare(binary.operator(), left, right);
            default -> left == null || right == null ? null : arithmetic(binary.operator(), left, right);
        };
    }

    private static @Nullable Boolean compare(BinaryOperator operator, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        int order = SlowFunctions.compare(left, right);
        return switch (operator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
            default -> throw new IllegalStateException();
        };
    }

    private static @Nullable Object arithmetic(BinaryOperator operator, Object left, Object right) {
        if (left instanceof LocalDate date) {
            return ChronoUnit.DAYS.between((LocalDate) right, date);
        }
        if (left instanceof Double a) {
            double b = (Double) right;
            return switch (operator) {
                case ADD -> SlowFunctions.finite(a + b);
                case SUBTRACT -> SlowFunctions.finite(a - b);
                case MULTIPLY -> SlowFunctions.finite(a * b);
                default -> b == 0 ? null : SlowFunctions.finite(a / b);
            };
        }
        BigInteger a = big(left);
        BigInteger b = big(right);
        return switch (operator) {
            case ADD -> SlowFunctions.whole(a.add(b));
            case SUBTRACT -> SlowFunctions.whole(a.subtract(b));
            case MULTIPLY -> SlowFunctions.whole(a.multiply(b));
            default -> b.signum() == 0 ? null : SlowFunctions.whole(a.remainder(b));
        };
    }

    private Object convert(Object value, Type from, Type to) {
        if (to.kind() == Kind.DATE) {
            return ((Instant) value).atZone(zone).toLocalDate();
        }
        if (to.kind() == Kind.MONEY) {
            return SlowFunctions.whole(big(value).multiply(functions.minor()));
        }
        double number = (Long) value;
        return from.kind() == Kind.MONEY ? number / functions.minor().doubleValue() : number;
    }

    private Object shift(Object value, Window.Unit unit, int amount) {
        if (value instanceof LocalDate date) {
            return SlowFunctions.move(date, unit, amount);
        }
        Instant moved = shift((Instant) value, unit, amount);
        micros(moved);
        return moved;
    }

    private Instant shift(Instant time, Window.Unit unit, int amount) {
        if (unit == Window.Unit.HOURS) {
            return time.plus(Duration.ofHours(amount));
        }
        try {
            ZonedDateTime local = time.atZone(zone);
            return switch (unit) {
                case DAYS -> local.plusDays(amount).toInstant();
                case WEEKS -> local.plusWeeks(amount).toInstant();
                case MONTHS -> local.plusMonths(amount).toInstant();
                default -> local.plusYears(amount).toInstant();
            };
        } catch (DateTimeException outside) {
            throw new Overflow();
        }
    }

    private @Nullable Object reference(Definition definition, Person person) {
        if (definition instanceof Definition.Metric metric) {
            return value(metric.expression(), person, null);
        }
        if (definition instanceof Definition.Score) {
            return person.scores().get(definition.name());
        }
        if (definition instanceof Definition.Tag tag) {
            Boolean rule = (Boolean) value(tag.rule(), person, null);
            return or(rule, person.tags().contains(tag.name()));
        }
        return segment((Definition.Segmentation) definition, person, new ArrayList<>());
    }

    /** The segment of a customer; {@code undecided} gets the segments whose rule was unknown before one took him. */
    @Nullable
    String segment(Definition.Segmentation segmentation, Person person, List<String> undecided) {
        List<Marks.Pin> pins = person.pins().getOrDefault(segmentation.name(), List.of());
        Set<String> out = new TreeSet<>();
        pins.stream().filter(pin -> !pin.in()).forEach(pin -> out.add(pin.segment()));
        String pinned = null;
        for (Marks.Pin pin : pins) {
            pinned = pin.in() && !out.contains(pin.segment()) ? pin.segment() : pinned;
        }
        String taken = null;
        for (Definition.Segment segment : segmentation.segments()) {
            Boolean rule = (Boolean) value(segment.rule(), person, null);
            if (taken == null && pinned == null && !out.contains(segment.name()) && person.present()) {
                if (rule == null) {
                    undecided.add(segment.name());
                } else if (rule) {
                    taken = segment.name();
                }
            }
        }
        if (!person.present() || pinned != null) {
            return person.present() ? pinned : null;
        }
        String otherwise = segmentation.otherwise();
        return taken == null && otherwise != null && !out.contains(otherwise) ? otherwise : taken;
    }

    private @Nullable Object aggregate(Expression.Aggregate aggregate, Person person) {
        List<Blocks.Event> events = new ArrayList<>();
        person.customer().events().stream()
                .sorted(Comparator.comparingLong(Blocks.Event::at))
                .filter(event -> aggregate.kind() < 0
                        || event.kind().equals(vocabulary.kinds().get(aggregate.kind())))
                .filter(event -> inside(aggregate.window(), Instant.EPOCH.plus(event.at(), ChronoUnit.MICROS)))
                .filter(event ->
                        aggregate.filter() == null || Boolean.TRUE.equals(value(aggregate.filter(), person, event)))
                .forEach(events::add);
        List<Object> values = new ArrayList<>();
        for (Blocks.Event event : events) {
            Object value = aggregate.of() == null
                    ? Instant.EPOCH.plus(event.at(), ChronoUnit.MICROS)
                    : value(aggregate.of(), person, event);
            if (value != null) {
                values.add(value);
            }
        }
        return switch (aggregate.function()) {
            case COUNT -> (long) events.size();
            case DISTINCT -> (long) distinct(values);
            case SUM -> sum(values, aggregate.type());
            case AVG -> average(values, Objects.requireNonNull(aggregate.of()).type());
            case MIN -> values.stream().min(SlowFunctions::compare).orElse(null);
            case MAX -> values.stream().max(SlowFunctions::compare).orElse(null);
            case FIRST -> values.isEmpty() ? null : values.get(0);
            case LAST -> values.isEmpty() ? null : values.get(values.size() - 1);
            case DAYS_SINCE ->
                values.isEmpty()
                        ? null
                        : (Object) ChronoUnit.DAYS.between(
                                ((Instant) values.get(values.size() - 1))
                                        .atZone(zone)
                                        .toLocalDate(),
                                asOf.today());
        };
    }

    private static int distinct(List<Object> values) {
        Set<Object> different = new TreeSet<>(SlowFunctions::compare);
        different.addAll(values);
        return different.size();
    }

    private static Object sum(List<Object> values, Type type) {
        if (type.kind() == Kind.DECIMAL) {
            double sum = 0;
            for (Object value : values) {
                sum += (Double) value;
            }
            return SlowFunctions.finite(sum);
        }
        return SlowFunctions.whole(exact(values));
    }

    private static BigInteger exact(List<Object> values) {
        BigInteger sum = BigInteger.ZERO;
        for (Object value : values) {
            sum = sum.add(big(value));
        }
        return sum;
    }

    private @Nullable Object average(List<Object> values, Type type) {
        if (values.isEmpty()) {
            return null;
        }
        double total = type.kind() == Kind.DECIMAL
                ? (Double) sum(values, type)
                : exact(values).doubleValue();
        return (type.kind() == Kind.MONEY ? total / functions.minor().doubleValue() : total) / values.size();
    }

    private boolean inside(Window window, Instant at) {
        Instant end = asOf.end();
        LocalDate today = asOf.today();
        LocalDate quarter = LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 1);
        LocalDate week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate month = today.withDayOfMonth(1);
        LocalDate year = today.withDayOfYear(1);
        return switch (window.unit()) {
            case EVER -> at.isBefore(end);
            case HOURS, DAYS, WEEKS, MONTHS, YEARS ->
                !at.isBefore(shift(end, window.unit(), -window.amount())) && at.isBefore(end);
            case TODAY -> inside(at, today, today.plusDays(1));
            case THIS_WEEK -> inside(at, week, week.plusWeeks(1));
            case LAST_WEEK -> inside(at, week.minusWeeks(1), week);
            case THIS_MONTH -> inside(at, month, month.plusMonths(1));
            case LAST_MONTH -> inside(at, month.minusMonths(1), month);
            case THIS_QUARTER -> inside(at, quarter, quarter.plusMonths(3));
            case LAST_QUARTER -> inside(at, quarter.minusMonths(3), quarter);
            case THIS_YEAR -> inside(at, year, year.plusYears(1));
            case LAST_YEAR -> inside(at, year.minusYears(1), year);
        };
    }

    /** On one of the days from {@code first} to before {@code next}, and before the as-of. */
    private boolean inside(Instant at, LocalDate first, LocalDate next) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return !day.isBefore(first) && day.isBefore(next) && at.isBefore(asOf.end());
    }
}
