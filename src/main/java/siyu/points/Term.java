package siyu.points;

import java.time.LocalDate;
import siyu.rule.Window;

/**
 * A length of time in calendar units, counted from a date: 31 January and a month is 28 or 29 February.
 *
 * @param unit DAYS, WEEKS, MONTHS or YEARS
 * @param amount 0 or more
 */
public record Term(Window.Unit unit, int amount) {
    public LocalDate after(LocalDate date) {
        return switch (unit) {
            case DAYS -> date.plusDays(amount);
            case WEEKS -> date.plusWeeks(amount);
            case MONTHS -> date.plusMonths(amount);
            case YEARS -> date.plusYears(amount);
            default -> throw new IllegalStateException("a term is in days, weeks, months or years");
        };
    }

    /** As it is written in YAML: {@code 14d}. */
    @Override
    public String toString() {
        return amount + unit.name().substring(0, 1).toLowerCase(java.util.Locale.ROOT);
    }
}
