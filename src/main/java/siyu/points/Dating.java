package siyu.points;

import java.time.ZoneId;
import siyu.rule.Offsets;

/**
 * The moment at which entries are written, and the dates they may bear: nothing is dated inside a closed period. Times are
 * microseconds, days are epoch days in the program's zone. For one thread.
 */
public final class Dating {
    private final Offsets offsets;
    private final long now;
    private final int today;
    private final long openFrom;

    /**
     * @param now when it is recorded
     * @param openFrom the first moment that is not closed; {@code Long.MIN_VALUE} when nothing is
     */
    public Dating(ZoneId zone, long now, long openFrom) {
        this(new Offsets(zone), now, openFrom);
    }

    private Dating(Offsets offsets, long now, long openFrom) {
        this.offsets = offsets;
        this.now = now;
        this.today = day(now);
        this.openFrom = openFrom;
    }

    /** The same zone, whose table is dear to make, at another moment. */
    public Dating at(long itsNow, long itsOpenFrom) {
        return new Dating(offsets, itsNow, itsOpenFrom);
    }

    public long now() {
        return now;
    }

    public int today() {
        return today;
    }

    public long openFrom() {
        return openFrom;
    }

    /** The day that holds a moment. */
    public int day(long micros) {
        return (int) offsets.day(micros);
    }

    /** The first moment of a day. */
    public long start(int day) {
        return offsets.start(day);
    }

    /** The moment itself, or the first open one when it lies in a closed period. */
    long open(long micros) {
        return Math.max(micros, openFrom);
    }
}
