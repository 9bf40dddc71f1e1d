package siyu.rule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import siyu.core.AsOf;

/** Windows worked out: from when to when, for a given as-of. */
public final class Windows {
    private Windows() {}

    /** See {@link Window}; {@code to} is never after the as-of, and {@code from} never after {@code to}. */
    public static Window.Bounds bounds(Window window, AsOf asOf) {
        ZoneId zone = asOf.zone();
        LocalDate today = asOf.today();
        ZonedDateTime end = asOf.end().atZone(zone);
        LocalDate week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
        LocalDate year = today.withDayOfYear(1);
        int amount = window.amount();
        return switch (window.unit()) {
            case HOURS -> since(asOf.end().minusSeconds(3600L * amount), asOf);
            case DAYS -> since(end.minusDays(amount).toInstant(), asOf);
            case WEEKS -> since(end.minusWeeks(amount).toInstant(), asOf);
            case MONTHS -> since(end.minusMonths(amount).toInstant(), asOf);
            case YEARS -> since(end.minusYears(amount).toInstant(), asOf);
            case TODAY -> since(start(today, zone), asOf);
            case THIS_WEEK -> since(start(week, zone), asOf);
            case LAST_WEEK -> between(week.minusWeeks(1), week, asOf);
            case THIS_MONTH -> since(start(month, zone), asOf);
            case LAST_MONTH -> between(month.minusMonths(1), month, asOf);
            case THIS_QUARTER -> since(start(quarter, zone), asOf);
            case LAST_QUARTER -> between(quarter.minusMonths(3), quarter, asOf);
            case THIS_YEAR -> since(start(year, zone), asOf);
            case LAST_YEAR -> between(year.minusYears(1), year, asOf);
            case EVER -> new Window.Bounds(Long.MIN_VALUE, asOf.endMicros());
        };
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Window.Bounds since(Instant from, AsOf asOf) {
        return new Window.Bounds(Math.min(micros(from), asOf.endMicros()), asOf.endMicros());
    }

    private static Window.Bounds between(LocalDate first, LocalDate next, AsOf asOf) {
        return new Window.Bounds(
                micros(start(first, asOf.zone())), Math.min(micros(start(next, asOf.zone())), asOf.endMicros()));
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
    }
}
