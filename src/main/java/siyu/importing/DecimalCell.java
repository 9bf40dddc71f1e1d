package siyu.importing;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.Type;

/**
 * Decimals to the nearest double. Up to 15 digits with a power of ten up to 22 are exact with one division or multiplication,
 * because both numbers are exact doubles and the operation rounds once; anything longer goes the slow, equally exact way.
 */
final class DecimalCell extends Cell {
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final int EXACT_DIGITS = 15;

    DecimalCell() {
        super(Type.DECIMAL);
    }

    @Override
    @Nullable
    ImportCode read(byte[] bytes, int from, int to, Column into, int row) {
        int i = from;
        boolean negative = bytes[i] == '-';
        if (negative || bytes[i] == '+') {
            i++;
        }
        int point = -1;
        int digits = 0;
        int significant = 0;
        long value = 0;
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits++;
                if (significant > 0 || digit > 0) {
                    significant++;
                }
                value = value * 10 + digit;
            } else if (bytes[i] == '.' && point < 0) {
                point = i;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return ImportCode.NOT_DECIMAL;
        }
        int fraction = point < 0 ? 0 : i - point - 1;
        double number;
        if (i == to && significant <= EXACT_DIGITS && fraction < POWERS.length) {
            double magnitude = value / POWERS[fraction];
            number = negative ? -magnitude : magnitude;
        } else {
            if (i < to && !exponent(bytes, i, to)) {
                return ImportCode.NOT_DECIMAL;
            }
            number = Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
            if (Double.isInfinite(number) || number == 0 && significant > 0) {
                return ImportCode.DECIMAL_RANGE;
            }
        }
        into.doubles[row] = number;
        into.known[row] = 1;
        return null;
    }

    /** Whether the rest is {@code e}, a sign if need be, and digits. */
    private static boolean exponent(byte[] bytes, int from, int to) {
        int i = from;
        if ((bytes[i] | 0x20) != 'e') {
            return false;
        }
        i++;
        if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
            i++;
        }
        if (i == to) {
            return false;
        }
        for (; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    @Override
    Problem problem(ImportCode code, String text) {
        return code == ImportCode.DECIMAL_RANGE
                ? problem(code, quote(text) + " is out of the range of decimals", null)
                : problem(code, quote(text) + " is not a number", fullWidth(text));
    }
}
