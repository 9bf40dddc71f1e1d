package siyu.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long after one event another still counts: hours, or days and weeks of the program's calendar, which are an hour longer or
 * shorter when clocks are changed in between.
 */
final class Within {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})([hdw])");
    private static final long HOUR = 3_600_000_000L;

    /** No zone ever changed its clocks by more in one go, or in two within a window. */
    private static final long CHANGES = 48 * HOUR;

    private final long micros;
    private final int days;
    private final ZoneId zone;

    private Within(long micros, int days, ZoneId zone) {
        this.micros = micros;
        this.days = days;
        this.zone = zone;
    }

    /** @param what between what it is, for whoever wrote it wrong */
    static Within of(Asked asked, String what) {
        String given = text(asked);
        Matcher text = FORM.matcher(given);
        if (!text.matches()) {
            throw ReportCode.BAD_STEPS
                    .problem("'" + given + "' is not a time between " + what)
                    .hint("write 12h, 7d or 2w")
                    .failure();
        }
        int amount = Integer.parseInt(text.group(1));
        int hours = amount * (text.group(2).equals("h") ? 1 : text.group(2).equals("d") ? 24 : 7 * 24);
        ZoneId zone = asked.facts().vocabulary().zone();
        boolean exact = text.group(2).equals("h") || zone.getRules().isFixedOffset();
        return new Within(HOUR * hours, exact ? 0 : hours / 24, zone);
    }

    /** What was asked for, or what is taken when nothing was. */
    static String text(Asked asked) {
        String given = asked.text(Option.WITHIN);
        return given == null ? "30d" : given;
    }

    /** Whether the later time is at most so long after the earlier one; both in microseconds since 1970. */
    boolean holds(long earlier, long later) {
        long over = later - earlier - micros;
        if (days == 0 || over > CHANGES || over < -CHANGES) {
            return over <= 0;
        }
        ZonedDateTime last = ZonedDateTime.ofInstant(instant(earlier), zone).plusDays(days);
        return !instant(later).isAfter(last.toInstant());
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
