package siyu.points;

import org.jspecify.annotations.Nullable;
import siyu.rule.Expression;
import siyu.rule.Source;

/**
 * One way to earn points.
 *
 * @param name unique among the rules; what the ledger knows the rule by, for ever
 * @param kind index of the kind of event that earns
 * @param when a condition in event scope, or null; the event earns only where it is true
 * @param source the text of {@code when}
 * @param cap per customer and period, or null
 * @param budget points over all customers, for ever, or null
 * @param partial whether what passes a cap or the budget is cut down to it; otherwise it is refused whole
 * @param pending until a lot can be used
 */
public record EarnRule(
        String name,
        int kind,
        @Nullable Expression when,
        @Nullable Source source,
        Worth worth,
        @Nullable Cap cap,
        @Nullable Long budget,
        boolean partial,
        Term pending,
        Expiry expiry) {}
