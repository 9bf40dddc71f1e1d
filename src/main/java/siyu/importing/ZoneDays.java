package siyu.importing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * Local times of a zone to UTC. Most days have one offset all day; those of 1970 to 2099 are remembered in a table, the days of
 * a change ask the zone's rules. One per worker.
 */
final class ZoneDays {
    /** What {@link #utc} answers for a time the clock skipped. */
    static final long GAP = Long.MIN_VALUE;

    private static final int NOT_ASKED = Integer.MIN_VALUE;
    private static final int CHANGES = Integer.MIN_VALUE + 1;

    private final ZoneId zone;
    private final ZoneRules rules;
    private final int[] offsets = new int[(int) LocalDate.of(2100, 1, 1).toEpochDay()];

    ZoneDays(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
        Arrays.fill(offsets, NOT_ASKED);
    }

    /** Microseconds since 1970 in UTC; of a time that comes twice the earlier; {@link #GAP} for one that never comes. */
    long utc(long day, long micros) {
        if (day >= 0 && day < offsets.length) {
            int offset = offsets[(int) day];
            if (offset == NOT_ASKED) {
                offset = ask(day);
                offsets[(int) day] = offset;
            }
            if (offset != CHANGES) {
                return day * Moments.DAY_MICROS + micros - offset * 1_000_000L;
            }
        }
        LocalDateTime local = LocalDate.ofEpochDay(day).atStartOfDay().plusSeconds(micros / 1_000_000);
        ZoneOffsetTransition transition = rules.getTransition(local);
        if (transition != null && transition.isGap()) {
            return GAP;
        }
        ZoneOffset offset = transition != null ? transition.getOffsetBefore() : rules.getOffset(local);
        return day * Moments.DAY_MICROS + micros - offset.getTotalSeconds() * 1_000_000L;
    }

    /** The start of a day: midnight, or the first moment after it where the clock skipped midnight. */
    long start(long day) {
        long midnight = utc(day, 0);
        return midnight != GAP
                ? midnight
                : LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond() * 1_000_000L;
    }

    /** The offset of the whole day, or {@link #CHANGES}. */
    private int ask(long day) {
        LocalDateTime midnight = LocalDate.ofEpochDay(day).atStartOfDay();
        // A day either side, so that a change just before or after the day counts too.
        ZoneOffset before = rules.getOffset(midnight.minusDays(1).toInstant(ZoneOffset.UTC));
        ZoneOffsetTransition next = rules.nextTransition(midnight.minusDays(1).toInstant(ZoneOffset.UTC));
        boolean none =
                next == null || next.getInstant().isAfter(midnight.plusDays(2).toInstant(ZoneOffset.UTC));
        return none ? before.getTotalSeconds() : CHANGES;
    }
}
