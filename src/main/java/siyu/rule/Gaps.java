package siyu.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.fact.Type;
import siyu.rule.Expression.BinaryOperator;
import siyu.rule.Flip.Change;

/** Says in words how far a condition is from the truth that is wanted. */
final class Gaps {
    private final Values values;

    Gaps(Values values) {
        this.values = values;
    }

    /** @param expression a condition that is no connective */
    Change change(Expression expression, boolean wanted) {
        Compared compared = Compared.of(expression);
        String text = values.text(expression);
        if (compared == null) {
            return new Change(text, text + " is " + values.shown(expression) + ", needs to be " + wanted);
        }
        String actual = values.text(compared.actual()) + " is " + values.shown(compared.actual());
        return new Change(text, actual + ", needs " + needs(compared, wanted));
    }

    private String needs(Compared compared, boolean wanted) {
        Expression expression = compared.expression();
        if (expression instanceof Expression.Known known) {
            return known.wanted() == wanted ? "a value" : "to be unknown";
        }
        if (expression instanceof Expression.In in) {
            List<String> options = in.options().stream().map(values::shown).toList();
            String list = String.join(", ", options);
            return in.negated() == wanted ? "to be none of " + list : "to be one of " + list;
        }
        if (expression instanceof Expression.Between between) {
            return between(between, wanted);
        }
        BinaryOperator operator = wanted ? compared.operator() : opposite(compared.operator());
        return binary(operator, compared.actual(), compared.other());
    }

    private String between(Expression.Between between, boolean wanted) {
        Expression actual = between.operand();
        if (!wanted) {
            return "to be below " + values.shown(between.low()) + " or above " + values.shown(between.high());
        }
        Object value = values.of(actual);
        Object low = values.of(between.low());
        boolean tooLow = value != null && low != null && compare(value, low) < 0;
        Object high = values.of(between.high());
        boolean tooHigh = value != null && high != null && compare(value, high) > 0;
        if (tooLow) {
            return binary(BinaryOperator.GREATER_OR_EQUAL, actual, between.low());
        }
        return tooHigh
                ? binary(BinaryOperator.LESS_OR_EQUAL, actual, between.high())
                : "to be between " + values.shown(between.low()) + " and " + values.shown(between.high());
    }

    private String binary(BinaryOperator operator, Expression actual, Expression other) {
        Object have = values.of(actual);
        Object bound = values.of(other);
        String shown = values.shown(other);
        if (bound == null) {
            return "a value of " + values.text(other);
        }
        String gap = have == null ? null : gap(operator, actual.type(), have, bound);
        if (gap != null) {
            return gap;
        }
        return switch (operator) {
            case EQUAL -> "to be " + shown;
            case NOT_EQUAL -> "to be other than " + shown;
            case LESS -> "to be below " + shown;
            case LESS_OR_EQUAL -> "to be at most " + shown;
            case GREATER -> "to be above " + shown;
            default -> "to be at least " + shown;
        };
    }

    /** {@code 20.00 more}, {@code 3 days later}; null where a distance says nothing. */
    private @Nullable String gap(BinaryOperator operator, Type type, Object have, Object bound) {
        boolean up = operator == BinaryOperator.GREATER || operator == BinaryOperator.GREATER_OR_EQUAL;
        boolean down = operator == BinaryOperator.LESS || operator == BinaryOperator.LESS_OR_EQUAL;
        boolean strict = operator == BinaryOperator.GREATER || operator == BinaryOperator.LESS;
        if (!up && !down) {
            return null;
        }
        if (have instanceof Double a && bound instanceof Double b) {
            String distance = values.shown(type, Math.abs(b - a));
            return (strict ? "more than " : "") + distance + (up ? " more" : " less");
        }
        if (!(have instanceof Long a && bound instanceof Long b) || type.kind() == Type.Kind.TIME) {
            return null;
        }
        long distance;
        try {
            distance = Math.max(Math.subtractExact(b, a), Math.subtractExact(a, b));
            distance = Math.addExact(distance, strict ? 1 : 0);
        } catch (ArithmeticException e) {
            return null;
        }
        if (type.kind() == Type.Kind.DATE) {
            return distance + (distance == 1 ? " day " : " days ") + (up ? "later" : "earlier");
        }
        return values.shown(type, distance) + (up ? " more" : " less");
    }

    private static int compare(Object a, Object b) {
        if (a instanceof Double x && b instanceof Double y) {
            return Double.compare(x, y);
        }
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        return 0;
    }

    private static BinaryOperator opposite(BinaryOperator operator) {
        return switch (operator) {
            case EQUAL -> BinaryOperator.NOT_EQUAL;
            case NOT_EQUAL -> BinaryOperator.EQUAL;
            case LESS -> BinaryOperator.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> BinaryOperator.GREATER;
            case GREATER -> BinaryOperator.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> BinaryOperator.LESS;
            default -> operator;
        };
    }
}
