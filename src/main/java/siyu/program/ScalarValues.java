package siyu.program;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import siyu.config.ConfigCode;
import siyu.config.Node.Scalar;
import siyu.core.Problem;
import siyu.points.Term;
import siyu.rule.Window;

/** Scalars as the values that sections need. What does not have its form was told by the shape, and gives null. */
final class ScalarValues {
    private ScalarValues() {}

    /** An amount of money in minor units; one with too many decimals or digits is reported. */
    static @Nullable Long money(@Nullable Scalar scalar, Draft draft) {
        BigDecimal amount = decimal(scalar);
        if (amount == null || scalar == null) {
            return null;
        }
        try {
            return amount.movePointRight(draft.decimals).longValueExact();
        } catch (ArithmeticException tooFine) {
            String message = amount.stripTrailingZeros().scale() > draft.decimals
                    ? scalar.described() + " has more decimals than " + draft.currency + ", which has " + draft.decimals
                    : scalar.described() + " is too large an amount";
            draft.diagnostics.add(Problem.of(ConfigCode.OUT_OF_RANGE, message).at(scalar.place()));
            return null;
        }
    }

    static @Nullable BigDecimal decimal(@Nullable Scalar scalar) {
        if (scalar == null || scalar.value().length() > 40) {
            return null;
        }
        try {
            return new BigDecimal(scalar.value());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    static @Nullable Long whole(@Nullable Scalar scalar) {
        if (scalar == null) {
            return null;
        }
        try {
            return Long.parseLong(scalar.value());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** A length of calendar time such as {@code 14d}; hours are reported, because days begin at midnight. */
    static @Nullable Term term(@Nullable Scalar scalar, Draft draft) {
        if (scalar == null || scalar.value().length() < 2) {
            return null;
        }
        String text = scalar.value();
        Window.Unit unit = switch (text.charAt(text.length() - 1)) {
            case 'd' -> Window.Unit.DAYS;
            case 'w' -> Window.Unit.WEEKS;
            case 'm' -> Window.Unit.MONTHS;
            case 'y' -> Window.Unit.YEARS;
            default -> null;
        };
        if (unit == null) {
            draft.diagnostics.add(
                    Problem.of(ConfigCode.OUT_OF_RANGE, scalar.described() + " is not in days, weeks, months or years")
                            .at(scalar.place())
                            .hint("write 30d, 2w, 6m or 1y"));
            return null;
        }
        try {
            return new Term(unit, Integer.parseInt(text.substring(0, text.length() - 1)));
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
