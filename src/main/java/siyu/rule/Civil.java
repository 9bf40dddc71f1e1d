package siyu.rule;

/**
 * Years, months and days of epoch days by arithmetic alone, in the proleptic Gregorian calendar. A year is taken to begin in
 * March, so that the leap day is its last (Howard Hinnant, "chrono-compatible low-level date algorithms").
 */
final class Civil {
    /** Days from 0000-03-01 to 1970-01-01. */
    private static final long SHIFT = 719_468;

    private Civil() {}

    static long year(long epochDay) {
        long day = epochDay + SHIFT;
        long era = Math.floorDiv(day, 146_097);
        long ofEra = day - era * 146_097;
        long yearOfEra = yearOfEra(ofEra);
        return yearOfEra + era * 400 + (marchMonth(dayOfYear(ofEra, yearOfEra)) >= 10 ? 1 : 0);
    }

    static long month(long epochDay) {
        long ofEra = Math.floorMod(epochDay + SHIFT, 146_097);
        long month = marchMonth(dayOfYear(ofEra, yearOfEra(ofEra)));
        return month < 10 ? month + 3 : month - 9;
    }

    static long day(long epochDay) {
        long ofEra = Math.floorMod(epochDay + SHIFT, 146_097);
        long ofYear = dayOfYear(ofEra, yearOfEra(ofEra));
        return ofYear - (153 * marchMonth(ofYear) + 2) / 5 + 1;
    }

    /** ISO: 1 is Monday. */
    static long weekday(long epochDay) {
        return Math.floorMod(epochDay + 3, 7L) + 1;
    }

    static long epochDay(long year, long month, long day) {
        long marchYear = month <= 2 ? year - 1 : year;
        long era = Math.floorDiv(marchYear, 400);
        long yearOfEra = marchYear - era * 400;
        long ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - SHIFT;
    }

    static long daysInMonth(long year, long month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** The same day some months on, clamped to the end of its month. */
    static long plusMonths(long epochDay, long months) {
        long total = year(epochDay) * 12 + month(epochDay) - 1 + months;
        long year = Math.floorDiv(total, 12);
        long month = Math.floorMod(total, 12L) + 1;
        return epochDay(year, month, Math.min(day(epochDay), daysInMonth(year, month)));
    }

    private static long yearOfEra(long ofEra) {
        return (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    }

    private static long dayOfYear(long ofEra, long yearOfEra) {
        return ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    }

    private static long marchMonth(long dayOfYear) {
        return (5 * dayOfYear + 2) / 153;
    }
}
