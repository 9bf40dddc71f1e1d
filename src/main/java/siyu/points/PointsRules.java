package siyu.points;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code points:} of a program.
 *
 * @param exchange what points are worth when spent; null when the program does not say
 * @param expiry of lots that no rule of their own has another for, and of adjustments and opening balances
 * @param earn in order; rules with a multiple come after what they multiply, whatever their place
 * @param refunds events that take back what other events earned
 * @param shortage what happens when more is to be taken back than is left
 */
public record PointsRules(
        @Nullable Exchange exchange, Expiry expiry, List<EarnRule> earn, List<RefundRule> refunds, Shortage shortage) {
    /** A program without {@code points:}. */
    public static final PointsRules NONE = new PointsRules(null, Expiry.NEVER, List.of(), List.of(), Shortage.DEBT);

    /**
     * Events of kind {@code on} take back what the event of kind {@code of} earned that their {@code ref} names, in proportion to
     * the amounts.
     *
     * @param on index of the kind of the refund
     * @param of index of the kind that earned
     */
    public record RefundRule(int on, int of) {}

    /** What becomes of points that are to be taken back and are not there any more. */
    public enum Shortage {
        /** The customer owes them; his next points settle it. */
        DEBT,
        /** They are let go. */
        WRITE_OFF,
        /** Nothing is taken back at all. */
        REJECT
    }
}
