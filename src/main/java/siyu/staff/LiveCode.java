package siyu.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.rule.Expression;
import siyu.rule.Source;

/**
 * A code that spreads new customers over several people.
 *
 * @param when whom it is for; null for everybody
 * @param people ids of the staff behind it; empty for everybody on the staff
 * @param sameRegion whether only people of the customer's own region take him
 * @param backup ids of those who take a customer, the first who can, when nobody else can
 */
public record LiveCode(
        String name, @Nullable Asked when, List<String> people, boolean sameRegion, List<String> backup) {
    /** An expression and where it stands. */
    public record Asked(Expression expression, Source source) {}
}
