package siyu.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import siyu.core.Nearest;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/** Reads constants as values of a type; null stands for "a problem was reported". */
final class Literals {
    /** Largest amount of a duration in years, and in any other unit: both stay within the range of dates and times. */
    private static final int MOST_YEARS = 9_999;

    private static final int MOST_UNITS = 999_999;

    private final Vocabulary vocabulary;
    private final Problems problems;

    Literals(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** The digits of a number with its minus, when this is a number written out; else null. */
    static @Nullable String signed(Syntax syntax) {
        if (syntax instanceof Syntax.Numeral number) {
            return number.digits();
        }
        if (syntax instanceof Syntax.Unary unary && unary.operator() == Expression.UnaryOperator.NEGATE) {
            String digits = signed(unary.operand());
            if (digits != null) {
                return digits.charAt(0) == '-' ? digits.substring(1) : "-" + digits;
            }
        }
        return null;
    }

    static boolean isUnknown(Syntax syntax) {
        return syntax instanceof Syntax.Name name && name.text().equals("unknown");
    }

    /** A number by itself: an integer without a point, otherwise a decimal. */
    Expression.@Nullable Literal number(String digits, Span span) {
        if (digits.indexOf('.') >= 0) {
            return decimal(digits, span);
        }
        // Text that is too long to be in range is not worth converting, which takes quadratic time.
        BigInteger value = digits.length() > 400 ? BigInteger.TWO.pow(64) : new BigInteger(digits);
        if (value.bitLength() > 63) {
            return outside(digits, span, "whole numbers go from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE);
        }
        return new Expression.Literal(Type.INTEGER, value.longValue(), span);
    }

    Expression.@Nullable Literal decimal(String digits, Span span) {
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            return outside(digits, span, "decimals have at most 308 digits before the point");
        }
        // Adding 0.0 turns a negative zero into the ordinary one: there is only one zero.
        return new Expression.Literal(Type.DECIMAL, value + 0.0, span);
    }

    /** An amount in major units, exactly. */
    Expression.@Nullable Literal money(String digits, Span span) {
        if (digits.length() > 400) {
            return outside(digits, span, "money is at most " + major(Long.MAX_VALUE));
        }
        BigDecimal value = new BigDecimal(digits);
        int decimals = vocabulary.decimals();
        if (value.scale() > decimals) {
            problems.add(
                    RuleCode.MONEY_DECIMALS,
                    span,
                    digits + " has more decimals than " + vocabulary.currency() + ", which has " + decimals,
                    "write " + value.setScale(decimals, RoundingMode.HALF_UP).toPlainString());
            return null;
        }
        BigInteger minor = value.movePointRight(decimals).toBigIntegerExact();
        if (minor.bitLength() > 63) {
            return outside(digits, span, "money is at most " + major(Long.MAX_VALUE));
        }
        return new Expression.Literal(Type.MONEY, minor.longValue(), span);
    }

    private String major(long minor) {
        return BigDecimal.valueOf(minor, vocabulary.decimals()).toPlainString();
    }

    private Expression.@Nullable Literal outside(String digits, Span span, String hint) {
        problems.add(RuleCode.NUMBER_RANGE, span, clip(digits) + " is out of range", hint);
        return null;
    }

    /** A text read as one of the words of a type. */
    Expression.@Nullable Literal word(String text, Type type, Span span) {
        int index = type.words().indexOf(text);
        if (index < 0) {
            String hint = Nearest.hint(text, type.words());
            problems.add(
                    RuleCode.UNKNOWN_WORD,
                    span,
                    "'" + clip(text) + "' is not one of the words",
                    hint != null ? hint : "the words are " + list(type));
            return null;
        }
        return new Expression.Literal(type, (long) index, span);
    }

    Expression.@Nullable Literal date(String text, Span span) {
        int dash = text.indexOf('-', 5);
        boolean full = text.length() == 10;
        int year = Integer.parseInt(text.substring(0, 4));
        int month = Integer.parseInt(text.substring(5, dash));
        int day = Integer.parseInt(text.substring(dash + 1));
        boolean exists = year > 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        if (exists && full) {
            return new Expression.Literal(
                    Type.DATE, LocalDate.of(year, month, day).toEpochDay(), span);
        }
        String hint = null;
        if (exists) {
            hint = "write " + LocalDate.of(year, month, day);
        } else if (year > 0 && month >= 1 && month <= 12) {
            hint = "the last day of this month is " + YearMonth.of(year, month).atEndOfMonth();
        }
        problems.add(RuleCode.BAD_DATE, span, "'" + text + "' is not a date", hint);
        return null;
    }

    /** {@code 90d} as a window reaching back; as a shift its unit and amount count. */
    @Nullable
    Window duration(Syntax.Duration duration) {
        String text = duration.text();
        Window.Unit unit = Words.unit(text.charAt(text.length() - 1));
        String digits = text.substring(0, text.length() - 1);
        int most = unit == Window.Unit.YEARS ? MOST_YEARS : MOST_UNITS;
        long amount = 0;
        for (int i = 0; i < digits.length() && amount <= most; i++) {
            amount = amount * 10 + digits.charAt(i) - '0';
        }
        if (unit == null || amount > most) {
            problems.add(
                    RuleCode.NUMBER_RANGE,
                    duration.span(),
                    "the duration " + clip(text) + " is out of range",
                    "at most " + most + text.charAt(text.length() - 1));
            return null;
        }
        return new Window(unit, (int) amount);
    }

    /** Long texts are cut in messages. */
    static String clip(String text) {
        return text.length() <= 40 ? text : text.substring(0, text.offsetByCodePoints(0, 20)) + "…";
    }

    /** The words of a type, cut when there are many. */
    static String list(Type type) {
        int size = type.words().size();
        return size <= 8
                ? String.join(", ", type.words())
                : String.join(", ", type.words().subList(0, 8)) + ", … (" + size + ")";
    }

    /** A type as messages call it. */
    static String name(Type type) {
        return type.kind() == Type.Kind.WORD ? "one of " + list(type) : type.toString();
    }
}
