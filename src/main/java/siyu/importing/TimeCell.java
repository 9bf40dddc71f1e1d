package siyu.importing;

import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.Type;

/** Times to microseconds since 1970 in UTC; those without an offset are of the program's zone, a date alone is its start. */
final class TimeCell extends Cell {
    private static final Pattern NANOSECONDS = Pattern.compile("[.,]\\d{7,}");

    private final Moments moments;
    private final ZoneId zone;
    private final ZoneDays days;

    TimeCell(Moments moments, ZoneId zone, ZoneDays days) {
        super(Type.TIME);
        this.moments = moments;
        this.zone = zone;
        this.days = days;
    }

    @Override
    @Nullable
    ImportCode read(byte[] bytes, int from, int to, Column into, int row) {
        Moments moment = moments;
        if (!moment.read(bytes, from, to)) {
            return ImportCode.NOT_TIME;
        }
        long utc;
        if (moment.offset != Moments.LOCAL) {
            utc = moment.day * Moments.DAY_MICROS + moment.micros - moment.offset * 1_000_000L;
        } else if (moment.timed) {
            utc = days.utc(moment.day, moment.micros);
            if (utc == ZoneDays.GAP) {
                return ImportCode.TIME_GAP;
            }
        } else {
            utc = days.start(moment.day);
        }
        into.longs[row] = utc;
        into.known[row] = 1;
        return null;
    }

    @Override
    Problem problem(ImportCode code, String text) {
        if (code == ImportCode.TIME_GAP) {
            return problem(
                    code,
                    quote(text) + " does not exist in " + zone.getId() + ", where the clock went forward",
                    "write the offset, as in 2026-03-29T02:30:00+01:00");
        }
        String hint = fullWidth(text);
        if (hint == null) {
            hint = NANOSECONDS.matcher(text).find()
                    ? "times are kept to the microsecond, and nothing is rounded away: write six digits after the second"
                    : "times are written as " + moments.form() + "; --date-format tells another form";
        }
        return problem(code, quote(text) + " is not a time", hint);
    }
}
