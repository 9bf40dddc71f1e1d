package siyu.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The moment a question is asked about: events from {@code end} on do not exist yet.
 *
 * <p>Given as a date, the whole of that date counts, so {@code end} is the start of the next day and {@code today} is the
 * date. Given as an instant (the clock), {@code end} is that instant and {@code today} its date in the program's zone.
 *
 * @param end exclusive
 */
public record AsOf(Instant end, LocalDate today, ZoneId zone) {
    public static AsOf date(LocalDate date, ZoneId zone) {
        return new AsOf(date.plusDays(1).atStartOfDay(zone).toInstant(), date, zone);
    }

    public static AsOf instant(Instant now, ZoneId zone) {
        return new AsOf(now, LocalDate.ofInstant(now, zone), zone);
    }

    /** {@code end} in microseconds since 1970, the unit of every time in {@code siyu.fact}. */
    public long endMicros() {
        return Math.addExact(Math.multiplyExact(end.getEpochSecond(), 1_000_000L), end.getNano() / 1000);
    }
}
