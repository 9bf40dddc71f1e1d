package siyu.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.fact.Type;
import siyu.rule.Expression.BinaryOperator;

/**
 * A condition that compares a figure with something.
 *
 * @param expression the whole condition
 * @param actual the figure: the side that is no constant, the left one when neither is
 * @param operator of a binary comparison with the figure on the left; EQUAL for all others
 * @param other the other side of a binary comparison; the figure itself for all others
 */
record Compared(Expression expression, Expression actual, BinaryOperator operator, Expression other) {
    /** Null for anything else than a comparison; connectives of truth values are not one. */
    static @Nullable Compared of(Expression expression) {
        if (expression instanceof Expression.Binary binary
                && binary.type().kind() == Type.Kind.BOOLEAN
                && binary.operator() != BinaryOperator.AND
                && binary.operator() != BinaryOperator.OR) {
            return constant(binary.left()) && !constant(binary.right())
                    ? new Compared(expression, binary.right(), Comparing.mirrored(binary.operator()), binary.left())
                    : new Compared(expression, binary.left(), binary.operator(), binary.right());
        }
        Expression figure = null;
        if (expression instanceof Expression.In in) {
            figure = in.operand();
        } else if (expression instanceof Expression.Between between) {
            figure = between.operand();
        } else if (expression instanceof Expression.Known known) {
            figure = known.operand();
        }
        return figure == null ? null : new Compared(expression, figure, BinaryOperator.EQUAL, figure);
    }

    /** Both sides, without constants. */
    List<Expression> figures() {
        List<Expression> figures = new ArrayList<>();
        for (Expression operand : Dependencies.operands(expression)) {
            if (!constant(operand)) {
                figures.add(operand);
            }
        }
        return figures;
    }

    /** Whether nothing about a customer can change it. */
    static boolean constant(Expression expression) {
        if (expression instanceof Expression.Literal || expression instanceof Expression.Today) {
            return true;
        }
        if (expression instanceof Expression.Reference reference
                && reference.definition() instanceof Definition.Metric metric) {
            return constant(metric.expression());
        }
        List<Expression> operands = Dependencies.operands(expression);
        boolean plain = expression instanceof Expression.Unary
                || expression instanceof Expression.Binary
                || expression instanceof Expression.Shift
                || expression instanceof Expression.Convert
                || expression instanceof Expression.In
                || expression instanceof Expression.Between
                || expression instanceof Expression.Known
                || expression instanceof Expression.Call call && call.function() != Function.IN_GROUP;
        return plain && operands.stream().allMatch(Compared::constant);
    }
}
