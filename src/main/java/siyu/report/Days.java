package siyu.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The days of a stretch by number, 0 being the first, and which of them holds a time. Cost: a division and two comparisons a
 * time, whatever the zone's offset does.
 */
final class Days {
    private static final long MICROS = 86_400_000_000L;

    /** Periods a report shows at most. */
    private static final int MOST_PERIODS = 5_000;

    final LocalDate first;
    final int size;
    private final long[] starts;

    Days(Dates dates, ZoneId zone) {
        this.first = dates.first();
        this.size = dates.days();
        this.starts = new long[size + 1];
        for (int i = 0; i <= size; i++) {
            Instant start = first.plusDays(i).atStartOfDay(zone).toInstant();
            starts[i] = start.getEpochSecond() * 1_000_000 + start.getNano() / 1000;
        }
    }

    /** Microseconds since 1970 at which the first day begins. */
    long from() {
        return starts[0];
    }

    /** Microseconds since 1970 at which the day after the last one begins. */
    long to() {
        return starts[size];
    }

    /** The day of a time between {@link #from} (inclusive) and {@link #to} (exclusive). */
    int day(long micros) {
        int day = (int) Math.min(size - 1, (micros - starts[0]) / MICROS);
        while (starts[day] > micros) {
            day--;
        }
        while (starts[day + 1] <= micros) {
            day++;
        }
        return day;
    }

    /** The periods of a unit that these days touch; the first and the last one may be cut by the stretch. */
    Periods periods(Unit unit) {
        List<String> names = new ArrayList<>();
        List<LocalDate> lasts = new ArrayList<>();
        int[] of = new int[size];
        LocalDate end = first.plusDays(size);
        LocalDate start = unit.start(first);
        boolean cut = start.isBefore(first);
        while (start.isBefore(end)) {
            LocalDate next = unit.plus(start, 1);
            LocalDate from = start.isBefore(first) ? first : start;
            for (LocalDate day = from; day.isBefore(next) && day.isBefore(end); day = day.plusDays(1)) {
                of[(int) (day.toEpochDay() - first.toEpochDay())] = names.size();
            }
            names.add(unit.name(start));
            lasts.add(next.minusDays(1));
            if (names.size() > MOST_PERIODS) {
                throw ReportCode.BAD_UNIT
                        .problem("the window holds more than " + MOST_PERIODS + " periods")
                        .hint("give a shorter --window")
                        .failure();
            }
            start = next;
        }
        return new Periods(names, lasts, of, cut, end);
    }

    /**
     * Periods in order.
     *
     * @param lasts the last day of each, were it not cut
     * @param of by number of a day: the period it lies in
     * @param cut whether the first one began before the stretch
     * @param end the day after the last one
     */
    record Periods(List<String> names, List<LocalDate> lasts, int[] of, boolean cut, LocalDate end) {
        int size() {
            return names.size();
        }

        /** Whether all of a period lies in the stretch. */
        boolean complete(int period) {
            return !(cut && period == 0) && lasts.get(period).isBefore(end);
        }
    }
}
