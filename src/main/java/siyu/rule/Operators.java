package siyu.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.fact.Type;
import siyu.fact.Type.Kind;
import siyu.rule.Expression.BinaryOperator;
import siyu.rule.Expression.UnaryOperator;

/** Types of operators. */
final class Operators {
    private final Typer typer;
    private final Problems problems;
    private final Literals literals;
    private final Operands operands;

    Operators(Typer typer, Problems problems, Literals literals, Operands operands) {
        this.typer = typer;
        this.problems = problems;
        this.literals = literals;
        this.operands = operands;
    }

    @Nullable
    Expression unary(Syntax.Unary unary) {
        String digits = Literals.signed(unary);
        if (digits != null) {
            return literals.number(digits, unary.span());
        }
        if (unary.operator() == UnaryOperator.NOT) {
            Expression operand = typer.condition(unary.operand(), "not");
            return operand == null
                    ? null
                    : new Expression.Unary(UnaryOperator.NOT, operand, Type.BOOLEAN, unary.span());
        }
        Expression operand = typer.type(unary.operand());
        if (operand == null) {
            return null;
        }
        if (Literals.isUnknown(unary.operand()) || !Operands.isNumber(operand.type())) {
            problems.add(
                    RuleCode.WRONG_TYPE,
                    unary.operand().span(),
                    "- needs a number, not " + Literals.name(operand.type()));
            return null;
        }
        return new Expression.Unary(UnaryOperator.NEGATE, operand, operand.type(), unary.span());
    }

    @Nullable
    Expression binary(Syntax.Binary binary) {
        return switch (binary.operator()) {
            case OR, AND -> logic(binary);
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> comparison(binary);
            case ADD, SUBTRACT -> sum(binary);
            case MULTIPLY, DIVIDE, REMAINDER -> product(binary);
        };
    }

    private @Nullable Expression logic(Syntax.Binary binary) {
        String word = binary.operator() == BinaryOperator.OR ? "or" : "and";
        Expression left = typer.condition(binary.left(), word);
        Expression right = typer.condition(binary.right(), word);
        return left == null || right == null ? null : made(binary, left, right, Type.BOOLEAN);
    }

    private @Nullable Expression comparison(Syntax.Binary binary) {
        List<Syntax> both = List.of(binary.left(), binary.right());
        boolean sensible = known(binary.left(), binary.right());
        List<Expression> one = operands.unify(both, typer.types(both), "compared");
        if (one == null || !sensible) {
            return null;
        }
        Type type = one.get(0).type();
        boolean equality = binary.operator() == BinaryOperator.EQUAL || binary.operator() == BinaryOperator.NOT_EQUAL;
        if (!equality && !ordered(type, binary.sign())) {
            return null;
        }
        return made(binary, one.get(0), one.get(1), Type.BOOLEAN);
    }

    private boolean ordered(Type type, Span span) {
        if (Operands.isOrdered(type)) {
            return true;
        }
        problems.add(
                RuleCode.WRONG_TYPE,
                span,
                (type.kind() == Kind.WORD ? "words" : "booleans") + " have no order",
                type.kind() == Kind.WORD ? "use =, != or in (…)" : "use = or !=");
        return false;
    }

    /** Reports {@code unknown} written out as an operand of a comparison. */
    private boolean known(Syntax... compared) {
        boolean all = true;
        for (Syntax operand : compared) {
            if (Literals.isUnknown(operand)) {
                problems.add(
                        RuleCode.NEVER_TRUE,
                        operand.span(),
                        "a comparison with unknown is never true",
                        "write is unknown or is known");
                all = false;
            }
        }
        return all;
    }

    @Nullable
    Expression in(Syntax.In in) {
        List<Syntax> all = new ArrayList<>(in.options());
        all.add(0, in.operand());
        boolean sensible = known(all.toArray(new Syntax[0]));
        List<Expression> one = operands.unify(all, typer.types(all), "compared");
        if (one == null || !sensible) {
            return null;
        }
        return new Expression.In(
                one.get(0), List.copyOf(one.subList(1, one.size())), in.negated(), Type.BOOLEAN, in.span());
    }

    @Nullable
    Expression between(Syntax.Between between) {
        List<Syntax> all = List.of(between.operand(), between.low(), between.high());
        boolean sensible = known(between.operand(), between.low(), between.high());
        List<Expression> one = operands.unify(all, typer.types(all), "compared");
        if (one == null || !sensible || !ordered(one.get(0).type(), between.span())) {
            return null;
        }
        return new Expression.Between(one.get(0), one.get(1), one.get(2), Type.BOOLEAN, between.span());
    }

    private @Nullable Expression sum(Syntax.Binary binary) {
        if (binary.right() instanceof Syntax.Duration duration) {
            return shift(binary, duration);
        }
        if (binary.left() instanceof Syntax.Duration) {
            typer.type(binary.right());
            problems.add(
                    RuleCode.WRONG_TYPE,
                    binary.left().span(),
                    "a duration cannot stand before the sign",
                    "write the date first: today - 30d");
            return null;
        }
        List<Syntax> both = List.of(binary.left(), binary.right());
        List<@Nullable Expression> typed = typer.types(both);
        if (moves(typed.get(0)) && number(typed.get(1))) {
            problems.add(
                    RuleCode.WRONG_TYPE,
                    binary.right().span(),
                    Literals.name(typed.get(0).type()) + " and " + typed.get(1).type() + " cannot be "
                            + done(binary.operator()),
                    Literals.signed(binary.right()) == null
                            ? "a date moves by a duration written out, such as 30d"
                            : "write " + Literals.signed(binary.right()) + "d for days");
            return null;
        }
        List<Expression> one = operands.unify(both, typed, done(binary.operator()));
        if (one == null) {
            return null;
        }
        Type type = one.get(0).type();
        if (type.kind() == Kind.DATE && binary.operator() == BinaryOperator.SUBTRACT) {
            return made(binary, one.get(0), one.get(1), Type.INTEGER);
        }
        if (!Operands.isNumber(type)) {
            problems.add(
                    RuleCode.WRONG_TYPE,
                    binary.sign(),
                    Literals.name(type) + " and " + Literals.name(type) + " cannot be " + done(binary.operator()),
                    type.kind() == Kind.TIME ? "days between two times: days_between(from, to)" : null);
            return null;
        }
        return made(binary, one.get(0), one.get(1), type);
    }

    private static boolean moves(@Nullable Expression operand) {
        return operand != null
                && (operand.type().kind() == Kind.DATE || operand.type().kind() == Kind.TIME);
    }

    private static boolean number(@Nullable Expression operand) {
        return operand != null && Operands.isNumber(operand.type());
    }

    private static String done(BinaryOperator operator) {
        return switch (operator) {
            case ADD -> "added";
            case SUBTRACT -> "subtracted";
            case MULTIPLY -> "multiplied";
            default -> "divided";
        };
    }

    private @Nullable Expression shift(Syntax.Binary binary, Syntax.Duration duration) {
        Expression operand = typer.type(binary.left());
        Window by = literals.duration(duration);
        if (operand == null || by == null) {
            return null;
        }
        Kind kind = operand.type().kind();
        if (kind != Kind.DATE && kind != Kind.TIME) {
            problems.add(
                    RuleCode.WRONG_TYPE,
                    binary.left().span(),
                    "only a date or a time moves by a duration, not " + Literals.name(operand.type()));
            return null;
        }
        if (kind == Kind.DATE && by.unit() == Window.Unit.HOURS) {
            problems.add(RuleCode.WRONG_TYPE, duration.span(), "a date has no hours", "write whole days: 1d");
            return null;
        }
        int amount = binary.operator() == BinaryOperator.SUBTRACT ? -by.amount() : by.amount();
        return new Expression.Shift(operand, by.unit(), amount, operand.type(), binary.span());
    }

    private @Nullable Expression product(Syntax.Binary binary) {
        Expression left = factor(binary, binary.left());
        Expression right = factor(binary, binary.right());
        if (left == null || right == null) {
            return null;
        }
        Kind one = left.type().kind();
        Kind other = right.type().kind();
        boolean money = one == Kind.MONEY || other == Kind.MONEY;
        boolean integers = one == Kind.INTEGER && other == Kind.INTEGER;
        BinaryOperator operator = binary.operator();
        if (operator == BinaryOperator.REMAINDER && !integers
                || operator == BinaryOperator.MULTIPLY && one == Kind.MONEY && other == Kind.MONEY) {
            problems.add(
                    RuleCode.WRONG_TYPE,
                    binary.sign(),
                    left.type() + " and " + right.type() + " cannot be " + done(operator)
                            + (operator == BinaryOperator.REMAINDER ? " with a remainder" : ""),
                    operator == BinaryOperator.REMAINDER ? "% takes integers" : null);
            return null;
        }
        if (operator != BinaryOperator.DIVIDE && integers) {
            return made(binary, left, right, Type.INTEGER);
        }
        if (operator == BinaryOperator.MULTIPLY && money && one != Kind.DECIMAL && other != Kind.DECIMAL) {
            return made(binary, left, right, Type.MONEY);
        }
        Expression first = operands.convert(binary.left(), left, Type.DECIMAL);
        Expression second = operands.convert(binary.right(), right, Type.DECIMAL);
        return first == null || second == null ? null : made(binary, first, second, Type.DECIMAL);
    }

    private @Nullable Expression factor(Syntax.Binary binary, Syntax syntax) {
        Expression operand = typer.type(syntax);
        if (operand == null || Operands.isNumber(operand.type())) {
            return operand;
        }
        problems.add(
                RuleCode.WRONG_TYPE,
                syntax.span(),
                (Literals.isUnknown(syntax) ? "unknown" : Literals.name(operand.type())) + " cannot be "
                        + done(binary.operator()));
        return null;
    }

    private static Expression made(Syntax.Binary binary, Expression left, Expression right, Type type) {
        return new Expression.Binary(binary.operator(), left, right, type, binary.span());
    }
}
