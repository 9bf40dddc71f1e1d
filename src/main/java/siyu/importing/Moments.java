package siyu.importing;

import org.jspecify.annotations.Nullable;

/** Reads dates and times of one form; the parts of the last one read are its fields. One per cell. */
abstract class Moments {
    /** There was no offset. */
    static final int LOCAL = Integer.MIN_VALUE;

    static final long DAY_MICROS = 86_400_000_000L;

    private static final int[] MONTH_DAYS = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /** Days since 1970-01-01. */
    long day;

    /** Microseconds since midnight. */
    long micros;

    /** Whether a time of day was given. */
    boolean timed;

    /** Seconds east of Greenwich, or {@link #LOCAL}. */
    int offset;

    /** Reads a moment; false when it is not of this form or not in the calendar. */
    abstract boolean read(byte[] bytes, int from, int to);

    /** Whether a date may carry a time that is left out, because the user named a pattern with one. */
    boolean dropsTime() {
        return true;
    }

    /** What such a moment looks like, for a hint. */
    abstract String form();

    /** @param pattern as of {@code DateTimeFormatter}, or null for ISO 8601 */
    static Moments of(@Nullable String pattern) {
        if (pattern == null) {
            return new IsoMoments();
        }
        Moments fixed = FixedMoments.compile(pattern);
        return fixed != null ? fixed : new FormattedMoments(pattern);
    }

    /** Sets {@link #day}; false when there is no such day. Years 1 to 9999 of the ISO calendar. */
    final boolean date(int year, int month, int dayOfMonth) {
        if (year < 1 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1) {
            return false;
        }
        boolean leap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
        if (dayOfMonth > MONTH_DAYS[month] + (month == 2 && leap ? 1 : 0)) {
            return false;
        }
        // Years from March, so that the leap day is the last one: 365 y + y/4 - y/100 + y/400 days before them.
        int shifted = month <= 2 ? year - 1 : year;
        int fromMarch = month > 2 ? month - 3 : month + 9;
        day = 365L * shifted
                + shifted / 4
                - shifted / 100
                + shifted / 400
                + (153 * fromMarch + 2) / 5
                + dayOfMonth
                - 719469;
        return true;
    }

    final boolean time(int hour, int minute, int second, int microsecond) {
        if (hour > 23 || minute > 59 || second > 59 || (hour | minute | second | microsecond) < 0) {
            return false;
        }
        micros = (hour * 3600 + minute * 60 + second) * 1_000_000L + microsecond;
        return true;
    }

    /** Two digits as a number, or -1. */
    static int two(byte[] bytes, int from) {
        int tens = bytes[from] - '0';
        int ones = bytes[from + 1] - '0';
        // The sign bit of any of these is set when one of the two is no digit.
        return (tens | ones | 9 - tens | 9 - ones) < 0 ? -1 : tens * 10 + ones;
    }

    /** Four digits as a number, or -1. */
    static int four(byte[] bytes, int from) {
        int high = two(bytes, from);
        int low = two(bytes, from + 2);
        return (high | low) < 0 ? -1 : high * 100 + low;
    }

    /** Digits as a number, or -1 when one of them is none. At most nine. */
    static int digits(byte[] bytes, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
