package siyu.out;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Floating numbers as the shortest decimal text that reads back as the same number, alike on every Java version ({@link
 * Double#toString} is not: it changed in 19).
 */
final class Numbers {
    /** Numbers of at most six decimals and fifteen digits, nearly all that occur, need no search. */
    private static final double MICRO = 1e6;

    private static final double FIFTEEN_DIGITS = 1e15;
    private static final int SHOWN_DECIMALS = 4;

    private Numbers() {}

    /** Exact: for data formats. Whole numbers keep {@code .0}, so that a column has one type. */
    static String exact(double value) {
        if (!Double.isFinite(value)) {
            // Never computed by siyu; JSON has no word for it.
            return "null";
        }
        double scaled = Math.rint(value * MICRO);
        if (Math.abs(scaled) < FIFTEEN_DIGITS && scaled / MICRO == value) {
            return ofMillionths((long) scaled);
        }
        for (int digits = 15; digits < 17; digits++) {
            BigDecimal shorter = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shorter.doubleValue() == value) {
                return plain(shorter);
            }
        }
        return plain(new BigDecimal(value).round(new MathContext(17, RoundingMode.HALF_EVEN)));
    }

    /** Rounded to four decimals: for people. Numbers too small for that keep four digits. */
    static String rounded(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = exact.setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN);
        if (rounded.signum() == 0 && exact.signum() != 0) {
            rounded = exact.round(new MathContext(SHOWN_DECIMALS, RoundingMode.HALF_EVEN));
        }
        BigDecimal shortest = rounded.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0).toPlainString() : shortest.toPlainString();
    }

    /** A part of one as a percentage with one decimal. */
    static String percent(double share) {
        if (!Double.isFinite(share)) {
            return "-";
        }
        return new BigDecimal(share)
                        .movePointRight(2)
                        .setScale(1, RoundingMode.HALF_EVEN)
                        .toPlainString() + "%";
    }

    private static String ofMillionths(long scaled) {
        long whole = Math.abs(scaled) / 1_000_000;
        long rest = Math.abs(scaled) % 1_000_000;
        StringBuilder text = new StringBuilder(24);
        if (scaled < 0) {
            text.append('-');
        }
        text.append(whole).append('.');
        for (long unit = 100_000; unit > 0 && (rest > 0 || unit == 100_000); unit /= 10) {
            text.append((char) ('0' + rest / unit));
            rest %= unit;
        }
        return text.toString();
    }

    private static String plain(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale();
        if (exponent > 21 || exponent < -6) {
            return shortest.toString();
        }
        return shortest.scale() < 1 ? shortest.setScale(1).toPlainString() : shortest.toPlainString();
    }
}
