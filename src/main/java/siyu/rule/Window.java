package siyu.rule;

import siyu.core.AsOf;

/**
 * A stretch of event time that ends, at the latest, at the as-of: half-open, in the program's zone.
 *
 * <p>{@code 90d}, {@code 2w}, {@code 6m}, {@code 1y} reach back from the as-of by calendar units with the local time of day kept
 * (31 March - 1m = 28 or 29 February; a local time in a DST gap moves forward); {@code 12h} is exact hours. {@code today},
 * {@code this_week} (ISO, from Monday), {@code this_month}, {@code this_quarter}, {@code this_year} start with the unit that
 * holds {@link AsOf#today()} and end at the as-of; {@code last_…} is the whole unit before; {@code ever} has no start.
 */
public record Window(Unit unit, int amount) {
    public static final Window EVER = new Window(Unit.EVER, 0);

    /** What the window is measured in. {@code amount} counts for the first five only. */
    public enum Unit {
        HOURS,
        DAYS,
        WEEKS,
        MONTHS,
        YEARS,
        TODAY,
        THIS_WEEK,
        LAST_WEEK,
        THIS_MONTH,
        LAST_MONTH,
        THIS_QUARTER,
        LAST_QUARTER,
        THIS_YEAR,
        LAST_YEAR,
        EVER
    }

    /**
     * The window worked out.
     *
     * @param from microseconds since 1970, inclusive
     * @param to microseconds since 1970, exclusive; never after the as-of
     */
    public record Bounds(long from, long to) {}
}
