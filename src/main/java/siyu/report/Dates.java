package siyu.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import siyu.core.Failure;

/**
 * A stretch of whole days in the program's zone.
 *
 * @param first inclusive
 * @param last inclusive, not before {@code first}
 */
public record Dates(LocalDate first, LocalDate last) {
    /** Where {@code ever} begins: no shop keeps events from before it. */
    static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,4})([dwmy])");
    private static final Pattern CALENDAR =
            Pattern.compile("(\\d{4})(?:-Q([1-4])|-W(\\d{2})|-(\\d{2})(?:-(\\d{2}))?)?");

    /**
     * The dates of a text such as {@code 30d}, {@code last_month}, {@code 2026-Q1}, {@code 2026-01-01..2026-02-28}.
     *
     * @param today the last date there is
     */
    public static Dates of(String text, LocalDate today) {
        try {
            Dates dates = read(text.strip(), today);
            if (dates != null) {
                return dates;
            }
        } catch (DateTimeException e) {
            throw bad(text);
        }
        throw bad(text);
    }

    private static Failure bad(String text) {
        return ReportCode.BAD_WINDOW
                .problem("'" + text + "' is not a window")
                .hint("write 30d, 6m, last_month, 2026-02, 2026-W09 or 2026-01-01..2026-02-28")
                .failure();
    }

    private static @Nullable Dates read(String text, LocalDate today) {
        int dots = text.indexOf("..");
        if (dots >= 0) {
            String to = text.substring(dots + 2);
            return between(LocalDate.parse(text.substring(0, dots)), to.isEmpty() ? today : LocalDate.parse(to));
        }
        Matcher duration = DURATION.matcher(text);
        if (duration.matches()) {
            int amount = Integer.parseInt(duration.group(1));
            LocalDate end = today.plusDays(1);
            return between(
                    switch (duration.group(2)) {
                        case "d" -> end.minusDays(amount);
                        case "w" -> end.minusWeeks(amount);
                        case "m" -> end.minusMonths(amount);
                        default -> end.minusYears(amount);
                    },
                    today);
        }
        Matcher calendar = CALENDAR.matcher(text);
        return calendar.matches() ? unit(calendar) : named(text, today);
    }

    private static @Nullable Dates between(LocalDate first, LocalDate last) {
        return first.isAfter(last) || first.isBefore(BEGINNING) ? null : new Dates(first, last);
    }

    private static @Nullable Dates unit(Matcher text) {
        int year = Integer.parseInt(text.group(1));
        if (text.group(2) != null) {
            return whole(Unit.QUARTER, LocalDate.of(year, 3 * Integer.parseInt(text.group(2)) - 2, 1));
        }
        if (text.group(3) != null) {
            int week = Integer.parseInt(text.group(3));
            LocalDate day = LocalDate.of(year, 1, 4).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week);
            return Unit.WEEK.name(day).equals(text.group()) ? whole(Unit.WEEK, day) : null;
        }
        if (text.group(5) != null) {
            return whole(Unit.DAY, LocalDate.parse(text.group()));
        }
        return text.group(4) == null
                ? whole(Unit.YEAR, LocalDate.of(year, 1, 1))
                : whole(Unit.MONTH, LocalDate.of(year, Integer.parseInt(text.group(4)), 1));
    }

    /** The whole unit that holds a day. */
    static @Nullable Dates whole(Unit unit, LocalDate day) {
        LocalDate start = unit.start(day);
        return between(start, unit.plus(start, 1).minusDays(1));
    }

    private static @Nullable Dates named(String text, LocalDate today) {
        if (text.equals("ever")) {
            return between(BEGINNING, today);
        }
        if (text.equals("today")) {
            return between(today, today);
        }
        Matcher words = Pattern.compile("(this|last)_(week|month|quarter|year)").matcher(text);
        if (!words.matches()) {
            return null;
        }
        Unit unit = Unit.of(words.group(2));
        LocalDate start = unit.start(today);
        return words.group(1).equals("this")
                ? between(start, today)
                : between(unit.plus(start, -1), start.minusDays(1));
    }

    /** So many whole units up to the one that holds today, which ends with today. */
    static Dates back(Unit unit, int units, LocalDate today) {
        return new Dates(unit.plus(unit.start(today), 1L - units), today);
    }

    /** The dates to compare with: {@code previous}, {@code year_ago}, or a window. */
    public Dates compared(String text, LocalDate today) {
        if (!text.equals("previous") && !text.equals("year_ago")) {
            return of(text, today);
        }
        if (first.equals(BEGINNING)) {
            throw ReportCode.NO_PERIOD
                    .problem("the window has no start, so there is nothing before it")
                    .hint("give --window")
                    .failure();
        }
        if (text.equals("year_ago")) {
            boolean monthsEnd = last.plusDays(1).getDayOfMonth() == 1;
            LocalDate end = last.minusYears(1);
            return new Dates(first.minusYears(1), monthsEnd ? end.withDayOfMonth(end.lengthOfMonth()) : end);
        }
        boolean months = first.getDayOfMonth() == 1 && last.plusDays(1).getDayOfMonth() == 1;
        LocalDate start = months
                ? first.minusMonths(ChronoUnit.MONTHS.between(first, last.plusDays(1)))
                : first.minusDays(days());
        return new Dates(start, first.minusDays(1));
    }

    /** How many days. */
    int days() {
        return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** Whether it has no start of its own. */
    boolean ever() {
        return first.equals(BEGINNING);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s..%s", ever() ? "" : first, last);
    }
}
