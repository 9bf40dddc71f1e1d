package siyu.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.fact.Type;
import siyu.fact.Type.Kind;

/** Brings operands that stand beside each other to one type. */
final class Operands {
    private final Problems problems;
    private final Literals literals;

    Operands(Problems problems, Literals literals) {
        this.problems = problems;
        this.literals = literals;
    }

    /** Whether a value can be brought to a type without losing anything (money to decimal: major units). */
    static boolean converts(Type from, Type to) {
        return switch (to.kind()) {
            case DECIMAL -> from.kind() == Kind.INTEGER || from.kind() == Kind.MONEY;
            case MONEY -> from.kind() == Kind.INTEGER;
            case DATE -> from.kind() == Kind.TIME;
            default -> false;
        };
    }

    static boolean isNumber(Type type) {
        return type.kind() == Kind.INTEGER || type.kind() == Kind.DECIMAL || type.kind() == Kind.MONEY;
    }

    /** Whether values of a type come in an order. */
    static boolean isOrdered(Type type) {
        return type.kind() != Kind.BOOLEAN && type.kind() != Kind.WORD;
    }

    /**
     * All operands in one type: that of those that are not written out, which written-out numbers, texts and {@code unknown}
     * follow.
     *
     * @param typed the operands by themselves, null where one has a problem
     * @param cannot what cannot be done with types that do not fit, {@code compared}
     */
    @Nullable
    List<Expression> unify(List<Syntax> syntax, List<@Nullable Expression> typed, String cannot) {
        Type common = null;
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < typed.size(); i++) {
                Expression operand = typed.get(i);
                if (operand == null || pass == 0 == follows(syntax.get(i)) || Literals.isUnknown(syntax.get(i))) {
                    continue;
                }
                Type joined = common == null ? operand.type() : join(common, operand.type(), pass == 1);
                if (joined == null) {
                    mismatch(java.util.Objects.requireNonNull(common), syntax.get(i), operand.type(), cannot);
                    return null;
                }
                common = joined;
            }
        }
        List<Expression> all = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            Expression operand = typed.get(i);
            Expression converted =
                    operand == null ? null : convert(syntax.get(i), operand, common == null ? Type.BOOLEAN : common);
            if (converted != null) {
                all.add(converted);
            }
        }
        return all.size() == typed.size() ? all : null;
    }

    private static boolean follows(Syntax syntax) {
        return syntax instanceof Syntax.Text || Literals.signed(syntax) != null;
    }

    /** @param follows whether the second is written out, so that it is read as the first if it can be */
    private static @Nullable Type join(Type one, Type other, boolean follows) {
        if (one.equals(other) || converts(other, one)) {
            return one;
        }
        if (follows && one.kind() == Kind.MONEY && other.kind() == Kind.DECIMAL
                || follows && one.kind() == Kind.WORD && other.kind() == Kind.TEXT) {
            return one;
        }
        return converts(one, other) ? other : null;
    }

    private void mismatch(Type common, Syntax syntax, Type type, String cannot) {
        String hint = null;
        if (syntax instanceof Syntax.Text text && common.kind() == Kind.DATE) {
            hint = "dates are written without quotes: " + text.value();
        } else if (syntax instanceof Syntax.Text && isNumber(common)) {
            hint = "numbers are written without quotes";
        } else if (common.kind() == Kind.WORD && type.kind() == Kind.WORD) {
            hint = "their lists of words differ";
        }
        problems.add(
                RuleCode.WRONG_TYPE,
                syntax.span(),
                Literals.name(common) + " and " + Literals.name(type) + " cannot be " + cannot,
                hint);
    }

    /** An operand as a type it can be brought to; null when a problem was reported. */
    @Nullable
    Expression convert(Syntax syntax, Expression operand, Type to) {
        if (Literals.isUnknown(syntax)) {
            return new Expression.Literal(to, null, operand.span());
        }
        if (operand.type().equals(to)) {
            return operand;
        }
        String digits = Literals.signed(syntax);
        if (digits != null && to.kind() == Kind.DECIMAL) {
            return literals.decimal(digits, syntax.span());
        }
        if (digits != null && to.kind() == Kind.MONEY) {
            return literals.money(digits, syntax.span());
        }
        if (syntax instanceof Syntax.Text text && to.kind() == Kind.WORD) {
            return literals.word(text.value(), to, syntax.span());
        }
        return new Expression.Convert(operand, to, operand.span());
    }

    /** An operand in a place that needs one type; null when it cannot be, which is then reported. */
    @Nullable
    Expression need(Syntax syntax, Expression operand, Type to, String place) {
        boolean written = Literals.isUnknown(syntax);
        if (written || operand.type().equals(to) || converts(operand.type(), to)) {
            return convert(syntax, operand, to);
        }
        problems.add(
                RuleCode.WRONG_TYPE,
                syntax.span(),
                place + " needs " + Literals.name(to) + ", not " + Literals.name(operand.type()),
                to.kind() == Kind.BOOLEAN && operand.type().kind() != Kind.BOOLEAN ? comparison(operand.type()) : null);
        return null;
    }

    private static String comparison(Type type) {
        return switch (type.kind()) {
            case WORD ->
                "compare it: = '" + (type.words().isEmpty() ? "…" : type.words().get(0)) + "'";
            case TEXT -> "compare it: = '…'";
            case DATE, TIME -> "compare it: >= 2026-01-31";
            default -> "compare it: > 0";
        };
    }
}
