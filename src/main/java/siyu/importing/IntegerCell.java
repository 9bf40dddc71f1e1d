package siyu.importing;

import org.jspecify.annotations.Nullable;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.Type;

/** Whole numbers of 64 bits: a sign, ASCII digits, and at most a fraction of zeros. */
final class IntegerCell extends Cell {
    IntegerCell() {
        super(Type.INTEGER);
    }

    @Override
    @Nullable
    ImportCode read(byte[] bytes, int from, int to, Column into, int row) {
        int i = from;
        boolean negative = bytes[i] == '-';
        if (negative || bytes[i] == '+') {
            i++;
        }
        int digits = i;
        // Negative all the way, because the least long has no positive counterpart.
        long value = 0;
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            if (value < Long.MIN_VALUE / 10) {
                return ImportCode.INTEGER_RANGE;
            }
            value *= 10;
            if (value < Long.MIN_VALUE + digit) {
                return ImportCode.INTEGER_RANGE;
            }
            value -= digit;
        }
        if (i == digits || i < to && !zeros(bytes, i, to)) {
            return ImportCode.NOT_INTEGER;
        }
        if (!negative && value == Long.MIN_VALUE) {
            return ImportCode.INTEGER_RANGE;
        }
        into.longs[row] = negative ? value : -value;
        into.known[row] = 1;
        return null;
    }

    /** Whether the rest is a point and zeros, as spreadsheets write whole numbers of a column that has gaps. */
    private static boolean zeros(byte[] bytes, int point, int to) {
        if (bytes[point] != '.' || point + 1 == to) {
            return false;
        }
        for (int i = point + 1; i < to; i++) {
            if (bytes[i] != '0') {
                return false;
            }
        }
        return true;
    }

    @Override
    Problem problem(ImportCode code, String text) {
        return code == ImportCode.INTEGER_RANGE
                ? problem(code, quote(text) + " is out of the range of 64-bit integers", null)
                : problem(code, quote(text) + " is not a whole number", fullWidth(text));
    }
}
