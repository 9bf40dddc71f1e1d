package siyu.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import siyu.points.Term;
import siyu.rule.Offsets;

/** Moments and days in the program's zone; for one thread. Moments are microseconds, days are epoch days. */
final class Days {
    private final ZoneId zone;
    private final Offsets offsets;

    Days(ZoneId zone) {
        this.zone = zone;
        this.offsets = new Offsets(zone);
    }

    /** The day that holds a moment. */
    int day(long moment) {
        return (int) offsets.day(moment);
    }

    /** The first moment of a day. */
    long start(int day) {
        Instant start = LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant();
        return Math.multiplyExact(start.getEpochSecond(), 1_000_000L);
    }

    /** The day that comes a term after the one that holds a moment. */
    int after(long moment, Term term) {
        return Math.toIntExact(term.after(LocalDate.ofEpochDay(day(moment))).toEpochDay());
    }
}
