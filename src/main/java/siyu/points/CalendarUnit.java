package siyu.points;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The periods that caps count in: of the calendar, weeks from Monday. */
public enum CalendarUnit {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    EVER;

    /** The unit of a word of the YAML, or null. */
    public static @Nullable CalendarUnit of(String word) {
        for (CalendarUnit unit : values()) {
            if (unit.word().equals(word)) {
                return unit;
            }
        }
        return null;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The number of the period that holds a day; two days are in the same period if their numbers are equal. */
    public long period(int epochDay) {
        return switch (this) {
            case DAY -> epochDay;
            case WEEK -> Math.floorDiv(epochDay + 3, 7);
            case MONTH ->
                LocalDate.ofEpochDay(epochDay).getYear() * 12L
                        + LocalDate.ofEpochDay(epochDay).getMonthValue();
            case QUARTER ->
                LocalDate.ofEpochDay(epochDay).getYear() * 4L
                        + (LocalDate.ofEpochDay(epochDay).getMonthValue() - 1) / 3;
            case YEAR -> LocalDate.ofEpochDay(epochDay).getYear();
            case EVER -> 0;
        };
    }

    /** The last day of the period that holds a date. */
    LocalDate lastDay(LocalDate date) {
        return switch (this) {
            case DAY -> date;
            case WEEK -> date.plusDays(7 - date.getDayOfWeek().getValue());
            case MONTH -> date.withDayOfMonth(date.lengthOfMonth());
            case QUARTER -> {
                LocalDate last = date.plusMonths(2 - (date.getMonthValue() - 1) % 3);
                yield last.withDayOfMonth(last.lengthOfMonth());
            }
            case YEAR -> date.withMonth(12).withDayOfMonth(31);
            case EVER -> LocalDate.MAX;
        };
    }
}
