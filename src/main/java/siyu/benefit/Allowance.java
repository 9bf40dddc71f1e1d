package siyu.benefit;

import siyu.points.CalendarUnit;

/**
 * What a level brings of a benefit.
 *
 * @param times units in a period, from 1
 * @param per the period, of the calendar
 */
public record Allowance(String level, Benefit benefit, long times, CalendarUnit per) {
    /** How many units that are in a year; those that are given once count in the first. */
    public long yearly() {
        long periods = switch (per) {
            case DAY -> 365;
            case WEEK -> 52;
            case MONTH -> 12;
            case QUARTER -> 4;
            case YEAR, EVER -> 1;
        };
        return Math.multiplyExact(times, periods);
    }

    /** What a year of it costs when everything is used, minor units. */
    public long year() {
        return Math.multiplyExact(yearly(), benefit.cost());
    }

    /** {@code 2 a quarter}. */
    public String text() {
        return per == CalendarUnit.EVER ? times + " in all" : times + " a " + per.word();
    }
}
