package siyu.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The offsets of a zone as a sorted table, so that a million times are brought to their dates without an object each. Covers the
 * years 1970 to 2039; other times take the slow way. Immutable.
 */
public final class Offsets {
    public static final long DAY = 86_400_000_000L;

    private static final long LAST = Instant.parse("2040-01-01T00:00:00Z").getEpochSecond() * 1_000_000;

    private final ZoneId zone;

    /** From which moment (microseconds) each offset holds, ascending; the first is the beginning of time. */
    private final long[] starts;

    /** Microseconds to add to a moment for the local time. */
    private final long[] offsets;

    public Offsets(ZoneId zone) {
        this.zone = zone;
        ZoneRules rules = zone.getRules();
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        Instant at = Instant.EPOCH;
        ZoneOffset first = rules.getOffset(at);
        for (ZoneOffsetTransition next = rules.nextTransition(at);
                next != null && next.toEpochSecond() * 1_000_000 < LAST;
                next = rules.nextTransition(next.getInstant())) {
            transitions.add(next);
        }
        starts = new long[transitions.size() + 1];
        offsets = new long[starts.length];
        starts[0] = Long.MIN_VALUE;
        offsets[0] = first.getTotalSeconds() * 1_000_000L;
        for (int i = 1; i < starts.length; i++) {
            ZoneOffsetTransition transition = transitions.get(i - 1);
            starts[i] = transition.toEpochSecond() * 1_000_000;
            offsets[i] = transition.getOffsetAfter().getTotalSeconds() * 1_000_000L;
        }
    }

    /** The place in the table of the offset at a moment. {@code hint} is looked at first: neighbours are mostly alike. */
    int index(long micros, int hint) {
        if (micros >= starts[hint] && (hint + 1 == starts.length || micros < starts[hint + 1])) {
            return hint;
        }
        int low = 0;
        int high = starts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= micros) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The local time (microseconds as if the zone were UTC) of a moment whose place in the table is known. */
    long local(long micros, int index) {
        if (micros < 0 || micros >= LAST) {
            Instant instant = Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L));
            return micros + zone.getRules().getOffset(instant).getTotalSeconds() * 1_000_000L;
        }
        return micros + offsets[index];
    }

    /** The local time (microseconds as if the zone were UTC) of a moment. */
    public long local(long micros) {
        return local(micros, index(micros, starts.length - 1));
    }

    /** The epoch day of a moment in the zone. */
    public long day(long micros) {
        return Math.floorDiv(local(micros), DAY);
    }

    /** The first moment of a day, which is later than midnight where a gap begins there. */
    public long start(int day) {
        Instant start = LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant();
        return Math.multiplyExact(start.getEpochSecond(), 1_000_000L);
    }

    /**
     * The moment of a local time: in an overlap the one with the offset of {@code origin}, else the earlier; in a gap as much later
     * as the gap is long. As {@code java.time} has it.
     */
    long moment(long local, long origin) {
        long candidate = local - (local(origin) - origin);
        if (local(candidate) == local) {
            return candidate;
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(local, 1_000_000L), (int) Math.floorMod(local, 1_000_000L) * 1000, ZoneOffset.UTC);
        ZonedDateTime zoned = ZonedDateTime.ofLocal(time, zone, null);
        return zoned.toEpochSecond() * 1_000_000 + zoned.getNano() / 1000;
    }
}
