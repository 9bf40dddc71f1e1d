package siyu.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.points.Term;
import siyu.rule.Window;

/**
 * {@code staff:} of a program.
 *
 * @param codes in the order of the file
 * @param hours of those who have none of their own; null for round the clock
 * @param value what a customer is worth, for the audit; null when the program does not say
 * @param coolDown for how long nobody is given a customer who parted from his staff member, or asked once more to move
 * @param followUp within which time somebody asks such a customer why
 */
public record StaffRules(
        List<LiveCode> codes, @Nullable Hours hours, LiveCode.@Nullable Asked value, Term coolDown, Term followUp) {
    public static final StaffRules NONE =
            new StaffRules(List.of(), null, null, new Term(Window.Unit.DAYS, 30), new Term(Window.Unit.DAYS, 2));
}
