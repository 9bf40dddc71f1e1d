package siyu.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.fact.Type;

/**
 * A typed expression: every name is resolved, every type is checked. Immutable.
 *
 * <p>An expression stands in one of two scopes: one row per customer, or, inside the brackets of an aggregate, one row per
 * event. In event scope a name means the event's attribute first, then the customer's (the same for all his events).
 */
public sealed interface Expression {
    Type type();

    Span span();

    /**
     * A constant.
     *
     * @param value Boolean, Long (integer, minor units, epoch day, epoch microseconds, index of a word), Double or String; null
     *     for {@code unknown}
     */
    record Literal(Type type, @Nullable Object value, Span span) implements Expression {}

    /** {@code today}: the date of the as-of. */
    record Today(Type type, Span span) implements Expression {}

    /** An attribute of the customer, in either scope. */
    record CustomerAttribute(int index, Type type, Span span) implements Expression {}

    /** An attribute of the event, in event scope. */
    record EventAttribute(int index, Type type, Span span) implements Expression {}

    /** {@code kind} in event scope: type word over all kinds. */
    record EventKind(Type type, Span span) implements Expression {}

    /** A metric, score, tag or segmentation by name, in customer scope. */
    record Reference(Definition definition, Type type, Span span) implements Expression {
        /** Without the definition's own expressions: names used twice at every level would make the hash of all exponential. */
        @Override
        public int hashCode() {
            return 31 * definition.name().hashCode() + span.hashCode();
        }
    }

    /** {@code not x}, {@code -x}. */
    record Unary(UnaryOperator operator, Expression operand, Type type, Span span) implements Expression {}

    /**
     * {@code and or = != < <= > >= + - * / %}. The typer inserted conversions, so that:
     *
     * <ul>
     *   <li>operands of a comparison have one type;
     *   <li>{@code + -}: both integer, both decimal or both money; or date - date, which gives integer days;
     *   <li>{@code *}: both integer, both decimal, or money and integer in either order (gives money);
     *   <li>{@code /}: both decimal, always; {@code %}: both integer.
     * </ul>
     */
    record Binary(BinaryOperator operator, Expression left, Expression right, Type type, Span span)
            implements Expression {}

    /** {@code x [not] in (a, b, c)}. Options are of the operand's type. */
    record In(Expression operand, List<Expression> options, boolean negated, Type type, Span span)
            implements Expression {}

    /** {@code x between low and high}, both inclusive. */
    record Between(Expression operand, Expression low, Expression high, Type type, Span span) implements Expression {}

    /** {@code x is known}, {@code x is unknown}: never unknown itself. */
    record Known(Expression operand, boolean wanted, Type type, Span span) implements Expression {}

    /**
     * {@code date + 30d}, {@code time - 2m}: a date or time moved by a duration; months and years clamp to the end of the month.
     * A time moves by calendar units in the program's zone with its local time of day kept, or by exact hours.
     *
     * @param unit HOURS (times only), DAYS, WEEKS, MONTHS or YEARS
     * @param amount negative for {@code -}
     */
    record Shift(Expression operand, Window.Unit unit, int amount, Type type, Span span) implements Expression {}

    /**
     * A value brought to another type: integer to decimal or money (exact, times 10^decimals), money to decimal (major units),
     * time to date (in the program's zone). Literals are never wrapped: the typer reads them as the type they stand for.
     */
    record Convert(Expression operand, Type type, Span span) implements Expression {}

    /** A function of the function table. */
    record Call(Function function, List<Expression> arguments, Type type, Span span) implements Expression {}

    /**
     * An aggregate over the customer's events.
     *
     * @param kind index of the event kind, or -1 for {@code any}
     * @param filter in event scope, or null; only events where it is true count
     * @param of in event scope, the value aggregated; null for {@code count}, {@code days_since} and for {@code first}/{@code
     *     last} of the event itself (its time); otherwise an {@link EventAttribute} or {@link EventKind}. Not converted: {@code
     *     avg} of money or integer adds exactly, then brings the sum to decimal (money to major units) and divides by the count
     */
    record Aggregate(
            AggregateFunction function,
            int kind,
            @Nullable Expression filter,
            @Nullable Expression of,
            Window window,
            Type type,
            Span span)
            implements Expression {}

    /** Operators with one operand. */
    enum UnaryOperator {
        NOT,
        NEGATE
    }

    /** Operators with two operands. */
    enum BinaryOperator {
        OR,
        AND,
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        REMAINDER
    }

    /** Aggregates. {@code count} of none is 0, {@code sum} of none is 0, all others of none are unknown; unknown values are passed over. */
    enum AggregateFunction {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX,
        DISTINCT,
        FIRST,
        LAST,
        DAYS_SINCE
    }
}
