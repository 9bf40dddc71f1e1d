package siyu.points;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/**
 * One period of a calendar unit, of the program's zone.
 *
 * @param label {@code 2026-02-28}, {@code 2026-W09} (the week's own year), {@code 2026-02}, {@code 2026-Q1}, {@code 2026} or
 *     {@code once}
 * @param last inclusive
 */
public record Period(String label, LocalDate first, LocalDate last) {
    /** The period of a unit that holds a date. */
    public static Period of(CalendarUnit unit, LocalDate date) {
        return switch (unit) {
            case DAY -> new Period(date.toString(), date, date);
            case WEEK -> {
                LocalDate monday = date.minusDays(date.getDayOfWeek().getValue() - 1L);
                int week = date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                yield new Period(
                        date.get(IsoFields.WEEK_BASED_YEAR) + (week < 10 ? "-W0" : "-W") + week,
                        monday,
                        monday.plusDays(6));
            }
            case MONTH -> {
                LocalDate first = date.withDayOfMonth(1);
                yield new Period(
                        date.toString().substring(0, 7),
                        first,
                        first.plusMonths(1).minusDays(1));
            }
            case QUARTER -> {
                int quarter = (date.getMonthValue() - 1) / 3;
                LocalDate first = LocalDate.of(date.getYear(), 3 * quarter + 1, 1);
                yield new Period(
                        date.getYear() + "-Q" + (quarter + 1),
                        first,
                        first.plusMonths(3).minusDays(1));
            }
            case YEAR ->
                new Period(
                        Integer.toString(date.getYear()),
                        LocalDate.of(date.getYear(), 1, 1),
                        LocalDate.of(date.getYear(), 12, 31));
            case EVER -> new Period("once", LocalDate.MIN, LocalDate.MAX);
        };
    }

    /** The week or month of a label, or null when it is none. */
    public static @Nullable Period read(String label, boolean weekly) {
        if (!label.matches(weekly ? "[0-9]{4}-W[0-9]{2}" : "[0-9]{4}-[0-9]{2}")) {
            return null;
        }
        try {
            int year = Integer.parseInt(label, 0, 4, 10);
            int number = Integer.parseInt(label, weekly ? 6 : 5, label.length(), 10);
            Period period = weekly
                    ? of(CalendarUnit.WEEK, LocalDate.of(year, 1, 4).plusWeeks(number - 1L))
                    : of(CalendarUnit.MONTH, LocalDate.of(year, number, 1));
            return period.label().equals(label) ? period : null;
        } catch (DateTimeException noSuchMonth) {
            return null;
        }
    }
}
