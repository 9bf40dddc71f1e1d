package siyu.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the text of an expression says, before names and types are looked at. */
sealed interface Syntax {
    Span span();

    /** @param digits with a decimal point or without, never a sign */
    record Numeral(String digits, Span span) implements Syntax {}

    record Text(String value, Span span) implements Syntax {}

    record Date(String text, Span span) implements Syntax {}

    record Duration(String text, Span span) implements Syntax {}

    /** {@code true false unknown today} and everything else that is a name. */
    record Name(String text, Span span) implements Syntax {}

    /** @param span from the operator on */
    record Unary(Expression.UnaryOperator operator, Syntax operand, Span span) implements Syntax {}

    record Binary(Expression.BinaryOperator operator, Syntax left, Syntax right, Span sign, Span span)
            implements Syntax {}

    record In(Syntax operand, List<Syntax> options, boolean negated, Span span) implements Syntax {}

    record Between(Syntax operand, Syntax low, Syntax high, Span span) implements Syntax {}

    record Known(Syntax operand, boolean wanted, Span span) implements Syntax {}

    record Call(Name name, List<Syntax> arguments, Span span) implements Syntax {}

    /** @param window a name or a duration (or a number, which is wrong), null for ever */
    record Aggregate(
            Name name,
            Name kind,
            @Nullable Syntax filter,
            @Nullable Name attribute,
            @Nullable Syntax window,
            Span span) implements Syntax {}
}
