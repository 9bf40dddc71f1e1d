package siyu.importing;

import org.jspecify.annotations.Nullable;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.Type;

/** Amounts in major units to exact minor units. */
final class MoneyCell extends Cell {
    private final int decimals;

    /** @param decimals decimal places of the currency */
    MoneyCell(int decimals) {
        super(Type.MONEY);
        this.decimals = decimals;
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
        long value = 0;
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                if (value < Long.MIN_VALUE / 10 || value * 10 < Long.MIN_VALUE + digit) {
                    return wellFormed(bytes, i, to, point >= 0) ? ImportCode.MONEY_RANGE : ImportCode.NOT_MONEY;
                }
                value = value * 10 - digit;
                digits++;
            } else if (bytes[i] == '.' && point < 0) {
                point = i;
            } else {
                return ImportCode.NOT_MONEY;
            }
        }
        int fraction = point < 0 ? 0 : to - point - 1;
        if (digits == 0 || point == to - 1) {
            return ImportCode.NOT_MONEY;
        }
        if (fraction > decimals) {
            return ImportCode.MONEY_DECIMALS;
        }
        for (int missing = decimals - fraction; missing > 0; missing--) {
            if (value < Long.MIN_VALUE / 10) {
                return ImportCode.MONEY_RANGE;
            }
            value *= 10;
        }
        if (!negative && value == Long.MIN_VALUE) {
            return ImportCode.MONEY_RANGE;
        }
        into.longs[row] = negative ? value : -value;
        into.known[row] = 1;
        return null;
    }

    private static boolean wellFormed(byte[] bytes, int from, int to, boolean pointSeen) {
        boolean point = pointSeen;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '.' && !point) {
                point = true;
            } else if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return bytes[to - 1] != '.';
    }

    @Override
    Problem problem(ImportCode code, String text) {
        return switch (code) {
            case MONEY_DECIMALS ->
                problem(code, quote(text) + " has more decimals than the currency, which has " + decimals, null);
            case MONEY_RANGE -> problem(code, quote(text) + " is too large for an amount", null);
            default -> problem(code, quote(text) + " is not an amount", fullWidth(text));
        };
    }
}
