package siyu.lottery;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import siyu.points.CalendarUnit;

/** The most draws of one customer in a period of the calendar, in the program's zone. */
public record Limit(long times, CalendarUnit per) {
    /** The first day of the period that holds a date. */
    LocalDate start(LocalDate date) {
        return switch (per) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(date.getYear(), (date.getMonthValue() - 1) / 3 * 3 + 1, 1);
            case YEAR -> date.withDayOfYear(1);
            case EVER -> LocalDate.EPOCH;
        };
    }

    /** The first moment of the period that holds a date, microseconds. */
    public long startMicros(LocalDate date, ZoneId zone) {
        return per == CalendarUnit.EVER
                ? Long.MIN_VALUE
                : Math.multiplyExact(start(date).atStartOfDay(zone).toEpochSecond(), 1_000_000L);
    }

    @Override
    public String toString() {
        return times + (times == 1 ? " draw" : " draws") + (per == CalendarUnit.EVER ? "" : " a " + per.word());
    }
}
