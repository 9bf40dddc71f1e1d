package siyu.importing;

/** {@code 2026-01-31}, alone or with {@code T} or a space and {@code 08:15[:30[.123456]]} and {@code Z} or an offset. */
final class IsoMoments extends Moments {
    @Override
    boolean dropsTime() {
        return false;
    }

    @Override
    String form() {
        return "2026-01-31 or 2026-01-31T08:15:00";
    }

    @Override
    boolean read(byte[] bytes, int from, int to) {
        offset = LOCAL;
        micros = 0;
        timed = false;
        int size = to - from;
        if (size < 10 || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return false;
        }
        if (!date(four(bytes, from), two(bytes, from + 5), two(bytes, from + 8))) {
            return false;
        }
        if (size == 10) {
            return true;
        }
        timed = true;
        if (size < 16 || bytes[from + 10] != 'T' && bytes[from + 10] != ' ' || bytes[from + 13] != ':') {
            return false;
        }
        int i = from + 16;
        int second = 0;
        int fraction = 0;
        if (i < to && bytes[i] == ':') {
            if (i + 3 > to) {
                return false;
            }
            second = two(bytes, i + 1);
            i += 3;
            if (i < to && bytes[i] == '.') {
                int count = 0;
                while (i + 1 + count < to && bytes[i + 1 + count] >= '0' && bytes[i + 1 + count] <= '9') {
                    count++;
                }
                fraction = fraction(bytes, i + 1, count);
                i += 1 + count;
            }
        }
        return time(two(bytes, from + 11), two(bytes, from + 14), second, fraction)
                && (i == to || offset(bytes, i, to));
    }

    /** Microseconds of one to nine digits of which the last three, if there, are zeros: nothing is rounded away; -1 otherwise. */
    private static int fraction(byte[] bytes, int from, int count) {
        if (count == 0 || count > 9) {
            return -1;
        }
        int value = digits(bytes, from, Math.min(count, 6));
        for (int i = count; i < 6; i++) {
            value *= 10;
        }
        for (int i = 6; i < count; i++) {
            if (bytes[from + i] != '0') {
                return -1;
            }
        }
        return value;
    }

    /** {@code Z}, {@code +08}, {@code +0800} or {@code +08:00}. */
    private boolean offset(byte[] bytes, int from, int to) {
        int size = to - from;
        if (size == 1) {
            offset = 0;
            return (bytes[from] | 0x20) == 'z';
        }
        if (bytes[from] != '+' && bytes[from] != '-' || size != 3 && size != 5 && size != 6) {
            return false;
        }
        if (size == 6 && bytes[from + 3] != ':') {
            return false;
        }
        int hours = two(bytes, from + 1);
        int minutes = size == 3 ? 0 : two(bytes, to - 2);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return false;
        }
        offset = (hours * 60 + minutes) * 60;
        if (bytes[from] == '-') {
            offset = -offset;
        }
        return Math.abs(offset) <= 18 * 3600;
    }
}
