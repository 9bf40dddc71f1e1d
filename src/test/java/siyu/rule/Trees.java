package siyu.rule;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.fact.Attribute;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.rule.Expression.AggregateFunction;
import siyu.rule.Expression.BinaryOperator;

/** Typed trees by hand, for tests that need no parser. */
final class Trees {
    static final Span SPAN = new Span(0, 0);

    private final Vocabulary vocabulary;

    Trees(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static Expression value(long value) {
        return new Expression.Literal(Type.INTEGER, value, SPAN);
    }

    static Expression value(double value) {
        return new Expression.Literal(Type.DECIMAL, value, SPAN);
    }

    static Expression value(String value) {
        return new Expression.Literal(Type.TEXT, value, SPAN);
    }

    static Expression value(boolean value) {
        return new Expression.Literal(Type.BOOLEAN, value, SPAN);
    }

    static Expression literal(Type type, @Nullable Object value) {
        return new Expression.Literal(type, value, SPAN);
    }

    Expression customer(String name) {
        int index = vocabulary.customer(name);
        return new Expression.CustomerAttribute(
                index, vocabulary.customer().get(index).type(), SPAN);
    }

    Expression event(String name) {
        int index = vocabulary.event(name);
        Attribute attribute = vocabulary.event().get(index);
        return new Expression.EventAttribute(index, attribute.type(), SPAN);
    }

    static Expression not(Expression operand) {
        return new Expression.Unary(Expression.UnaryOperator.NOT, operand, Type.BOOLEAN, SPAN);
    }

    static Expression negate(Expression operand) {
        return new Expression.Unary(Expression.UnaryOperator.NEGATE, operand, operand.type(), SPAN);
    }

    static Expression binary(BinaryOperator operator, Expression left, Expression right) {
        Type type = switch (operator) {
            case ADD, SUBTRACT, REMAINDER -> left.type();
            case MULTIPLY -> left.type().equals(Type.MONEY) ? left.type() : right.type();
            case DIVIDE -> Type.DECIMAL;
            default -> Type.BOOLEAN;
        };
        return new Expression.Binary(operator, left, right, type, SPAN);
    }

    static Expression and(Expression left, Expression right) {
        return binary(BinaryOperator.AND, left, right);
    }

    static Expression or(Expression left, Expression right) {
        return binary(BinaryOperator.OR, left, right);
    }

    static Expression equal(Expression left, Expression right) {
        return binary(BinaryOperator.EQUAL, left, right);
    }

    static Expression in(Expression operand, Expression... options) {
        return new Expression.In(operand, List.of(options), false, Type.BOOLEAN, SPAN);
    }

    static Expression call(Function function, Type type, Expression... arguments) {
        return new Expression.Call(function, Arrays.asList(arguments), type, SPAN);
    }

    static Expression convert(Expression operand, Type type) {
        return new Expression.Convert(operand, type, SPAN);
    }

    static Expression shift(Expression operand, Window.Unit unit, int amount) {
        return new Expression.Shift(operand, unit, amount, operand.type(), SPAN);
    }

    static Expression known(Expression operand, boolean wanted) {
        return new Expression.Known(operand, wanted, Type.BOOLEAN, SPAN);
    }

    static Expression reference(Definition definition) {
        return new Expression.Reference(definition, definition.type(), SPAN);
    }

    Expression aggregate(
            AggregateFunction function,
            @Nullable String kind,
            @Nullable Expression filter,
            @Nullable Expression of,
            Window window) {
        Type type = switch (function) {
            case COUNT, DISTINCT, DAYS_SINCE -> Type.INTEGER;
            case AVG -> Type.DECIMAL;
            default -> of == null ? Type.TIME : of.type();
        };
        return new Expression.Aggregate(
                function, kind == null ? -1 : vocabulary.kind(kind), filter, of, window, type, SPAN);
    }
}
