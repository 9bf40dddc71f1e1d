package siyu.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * {@code platform:} of a program: what the platform allows on which customers and staff are connected. Each limit names where it is
 * written down and as of when, because platforms change them; a limit that is null does not exist.
 *
 * @param transfers how often one customer may be handed over
 * @param batch the most customers in one request to hand over to one person
 * @param day the most customers handed over in one day, to all people together
 * @param delay how long the customer can refuse
 */
public record Platform(
        @Nullable Transfers transfers,
        @Nullable Count batch,
        @Nullable Count day,
        @Nullable Wait delay) {
    public static final Platform NONE = new Platform(null, null, null, null);

    /** Where a limit is written down, and as of when. */
    public record Cited(String source, LocalDate date) {}

    /**
     * A limit per customer: {@code most} transfers in any {@code days} days.
     *
     * @param leaving whether it also holds when the one who hands over leaves
     */
    public record Transfers(int most, int days, boolean leaving, Cited cited) {
        /**
         * The first day on which one more is allowed.
         *
         * @param before the days of those before, ascending
         */
        LocalDate from(java.util.List<LocalDate> before, LocalDate earliest) {
            if (before.size() < most) {
                return earliest;
            }
            LocalDate free = before.get(before.size() - most).plusDays(days);
            return free.isAfter(earliest) ? free : earliest;
        }
    }

    /** A number at most. */
    public record Count(int most, Cited cited) {}

    /** Hours. */
    public record Wait(int hours, Cited cited) {}

    /** The most customers of one request. */
    int batchSize() {
        return batch == null ? Integer.MAX_VALUE : batch.most();
    }

    /** The most customers of one day. */
    int daySize() {
        return day == null ? Integer.MAX_VALUE : day.most();
    }

    /** Microseconds for which a customer can refuse. */
    public long waitMicros() {
        return delay == null ? 0 : delay.hours() * 3_600_000_000L;
    }
}
