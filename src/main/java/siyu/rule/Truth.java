package siyu.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.fact.Type.Kind;

/** What a condition is when its form alone decides it, whatever the customer; {@link #OPEN} when it does not. */
enum Truth {
    FALSE,
    UNKNOWN,
    TRUE,
    OPEN;

    static Truth of(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value() == null ? UNKNOWN : of(Boolean.TRUE.equals(literal.value()));
        }
        if (expression instanceof Expression.Unary unary) {
            return of(unary.operand()).not();
        }
        if (expression instanceof Expression.Known known && known.operand() instanceof Expression.Literal literal) {
            return of(literal.value() != null == known.wanted());
        }
        if (expression instanceof Expression.In in) {
            return in(in);
        }
        if (expression instanceof Expression.Between between) {
            Truth low = compared(Expression.BinaryOperator.GREATER_OR_EQUAL, between.operand(), between.low());
            Truth high = compared(Expression.BinaryOperator.LESS_OR_EQUAL, between.operand(), between.high());
            return low.and(high);
        }
        if (expression instanceof Expression.Binary binary) {
            return switch (binary.operator()) {
                case AND -> of(binary.left()).and(of(binary.right()));
                case OR -> of(binary.left()).not().and(of(binary.right()).not()).not();
                default -> compared(binary.operator(), binary.left(), binary.right());
            };
        }
        return OPEN;
    }

    private static Truth in(Expression.In in) {
        Truth none = TRUE;
        for (Expression option : in.options()) {
            Truth equal = compared(Expression.BinaryOperator.EQUAL, in.operand(), option);
            none = none.and(equal.not());
        }
        return in.negated() ? none : none.not();
    }

    private static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    private Truth not() {
        return switch (this) {
            case FALSE -> TRUE;
            case TRUE -> FALSE;
            default -> this;
        };
    }

    private Truth and(Truth other) {
        for (Truth strongest : List.of(FALSE, OPEN, UNKNOWN)) {
            if (this == strongest || other == strongest) {
                return strongest;
            }
        }
        return TRUE;
    }

    private static Truth compared(Expression.BinaryOperator operator, Expression left, Expression right) {
        Object one = constant(left);
        Object other = constant(right);
        if (one == null || other == null || one.getClass() != other.getClass()) {
            return OPEN;
        }
        boolean text = left.type().kind() == Kind.TEXT;
        boolean equal = one.equals(other);
        int order = text || one instanceof Boolean ? 0 : order(one, other);
        return switch (operator) {
            case EQUAL -> of(equal);
            case NOT_EQUAL -> of(!equal);
            case LESS -> text ? OPEN : of(order < 0);
            case LESS_OR_EQUAL -> text ? OPEN : of(order <= 0);
            case GREATER -> text ? OPEN : of(order > 0);
            case GREATER_OR_EQUAL -> text ? OPEN : of(order >= 0);
            default -> OPEN;
        };
    }

    private static int order(Object one, Object other) {
        return one instanceof Double left ? left.compareTo((Double) other) : Long.compare((Long) one, (Long) other);
    }

    private static @Nullable Object constant(Expression expression) {
        return expression instanceof Expression.Literal literal ? literal.value() : null;
    }
}
