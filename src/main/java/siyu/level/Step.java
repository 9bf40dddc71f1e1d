package siyu.level;

import org.jspecify.annotations.Nullable;
import siyu.points.Term;

/**
 * One step of a ladder.
 *
 * @param growth from which on it is reached, in the unit of growth (minor units when that is money); {@link #NOT_EARNED} when it
 *     is only sold
 * @param price of a membership, minor units; {@link #NOT_SOLD} when it is only earned
 * @param term how long a membership lasts; null when it is not sold
 */
public record Step(
        String name, long growth, long price, @Nullable Term term) {
    /** More than any growth. */
    public static final long NOT_EARNED = Long.MAX_VALUE;

    public static final long NOT_SOLD = -1;

    public boolean earned() {
        return growth != NOT_EARNED;
    }

    public boolean sold() {
        return price != NOT_SOLD;
    }
}
