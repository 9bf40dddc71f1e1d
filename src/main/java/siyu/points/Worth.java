package siyu.points;

import java.math.BigInteger;
import siyu.rule.Expression;
import siyu.rule.Source;

/** What an event earns by a rule, before its caps. Rounded down once. */
public sealed interface Worth {
    /**
     * So many points for each so much of the event's amount.
     *
     * @param per minor units, 1 or more
     * @param points for each {@code per}, 1 or more
     * @param net whether the part paid by points is left out of the amount
     */
    record PerAmount(long per, long points, boolean net) implements Worth {
        /** floor(amount × points ÷ per); nothing for an amount of nothing or less. */
        long of(long amount) {
            if (amount <= 0) {
                return 0;
            }
            long high = Math.multiplyHigh(amount, points);
            long low = amount * points;
            if (high == 0 && low >= 0) {
                return low / per;
            }
            BigInteger product = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(points));
            return product.divide(BigInteger.valueOf(per))
                    .min(BigInteger.valueOf(Long.MAX_VALUE))
                    .longValue();
        }
    }

    /** The same points for every event. */
    record Fixed(long points) implements Worth {}

    /** What an expression over the event says, an integer; nothing where it is unknown or not above 0. */
    record Computed(Expression points, Source source) implements Worth {}

    /**
     * A multiple of what the rules without one brought for the same event, after their caps: the entry brings what is missing to
     * it, so that 2 doubles and 1.5 adds half.
     *
     * @param extra the multiple less one, in thousandths, 1 or more
     */
    record Multiple(long extra) implements Worth {
        long of(long base) {
            return Math.multiplyExact(base, extra) / 1000;
        }
    }
}
