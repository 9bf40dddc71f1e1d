package siyu.referral;

import java.time.LocalDate;
import java.time.ZoneId;
import siyu.points.Term;
import siyu.rule.Offsets;
import siyu.rule.Window;

/** Moments and days in the program's zone; for one thread. Moments are microseconds, days are epoch days. */
final class Days {
    /** Days whose first moments are kept: from 1970 to 2106. */
    private static final int KEPT = 50_000;

    private final Offsets offsets;

    /** By day: its first moment; 0 for one that was not asked for yet. */
    private final long[] starts = new long[KEPT];

    Days(ZoneId zone) {
        this.offsets = new Offsets(zone);
    }

    /** The day that holds a moment. */
    int day(long moment) {
        return (int) offsets.day(moment);
    }

    /** The first moment of a day. */
    long start(int day) {
        long kept = day > 0 && day < KEPT ? starts[day] : 0;
        if (kept != 0) {
            return kept;
        }
        long micros = offsets.start(day);
        if (day > 0 && day < KEPT) {
            starts[day] = micros;
        }
        return micros;
    }

    /** The day that comes a term after the one that holds a moment. */
    int after(long moment, Term term) {
        int day = day(moment);
        return term.unit() == Window.Unit.DAYS
                ? Math.addExact(day, term.amount())
                : Math.toIntExact(term.after(LocalDate.ofEpochDay(day)).toEpochDay());
    }
}
