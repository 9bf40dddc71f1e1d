package siyu.points;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a lot ends: a term after the date of its event, inclusive, then on to the end of a period.
 *
 * @param after null for never
 * @param roundUp the period to whose last day it is moved; DAY for none
 */
public record Expiry(@Nullable Term after, CalendarUnit roundUp) {
    public static final Expiry NEVER = new Expiry(null, CalendarUnit.DAY);

    /** The last day of a lot whose event was on a day; {@link Entries#NEVER} for none. */
    public int lastDay(int eventDay) {
        if (after == null) {
            return Entries.NEVER;
        }
        LocalDate last = roundUp.lastDay(after.after(LocalDate.ofEpochDay(eventDay)));
        return Math.toIntExact(last.toEpochDay());
    }

    @Override
    public String toString() {
        if (after == null) {
            return "never";
        }
        return roundUp == CalendarUnit.DAY ? after.toString() : after + ", to the end of the " + roundUp.word();
    }
}
