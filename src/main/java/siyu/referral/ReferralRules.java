package siyu.referral;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.points.CalendarUnit;
import siyu.points.Term;
import siyu.rule.Expression;
import siyu.rule.Source;

/**
 * The {@code referral:} of a program.
 *
 * @param kind the index of the kind of event that invitations are
 * @param qualifies a condition of the referee that depends on nothing but his attributes and his events so far
 * @param within in which he has to qualify, from the day of the invitation; its last day counts
 * @param delay from the day he qualifies to the day the reward is due
 * @param tiers what the referrer gets, in the unit of {@code award}
 * @param award the unit of the referrer's reward
 * @param referee what the referee gets, or null
 * @param second what the referrer's own referrer gets, if he had brought him before that invitation, or null
 * @param blocks what rejects an invitation
 * @param onFlag what becomes of a flagged one when its reward is due
 * @param budget what may be paid in all, in its unit, or null
 * @param limit for one referrer, or null
 * @param partial whether what passes the budget or the limit is cut down to it; otherwise it is refused whole
 * @param leaves when the referee counts as gone, or null
 * @param refunds kinds of event that refund another, by what they refund, as in {@code points: refunds:}
 */
public record ReferralRules(
        int kind,
        Expression qualifies,
        Source source,
        Term within,
        Term delay,
        Tiers tiers,
        Award award,
        @Nullable Award referee,
        @Nullable Award second,
        Set<Cause> blocks,
        List<Flag> flags,
        Deadline onFlag,
        @Nullable Award budget,
        @Nullable Limit limit,
        boolean partial,
        @Nullable Expression leaves,
        @Nullable Source leavesSource,
        List<Refund> refunds) {
    /** The unit and, but for the referrer, the amount of what a side gets; null when it gets nothing. */
    public @Nullable Award award(Side side) {
        return switch (side) {
            case REFERRER -> award;
            case REFEREE -> referee;
            case SECOND -> second;
        };
    }

    /** Whether the same invitations are blocked and flagged, qualify and are lost at the same moments under another program. */
    boolean qualifiesLike(ReferralRules other) {
        return kind == other.kind
                && qualifies.equals(other.qualifies)
                && within.equals(other.within)
                && blocks.equals(other.blocks)
                && flags.equals(other.flags)
                && Objects.equals(leaves, other.leaves)
                && refunds.equals(other.refunds);
    }

    /** The same with what refunds what. */
    public ReferralRules refunds(List<Refund> all) {
        return new ReferralRules(
                kind,
                qualifies,
                source,
                within,
                delay,
                tiers,
                award,
                referee,
                second,
                blocks,
                flags,
                onFlag,
                budget,
                limit,
                partial,
                leaves,
                leavesSource,
                all);
    }

    /** The kind of event that invitations are: its {@code customer} is the referrer, its {@code ref} the referee. */
    public static final String KIND = "referral";

    /** What becomes of a flagged invitation when its reward is due and nobody has decided. */
    public enum Deadline {
        HOLD,
        PAY,
        REJECT
    }

    /**
     * How much one referrer can get in a period, counted by the days rewards are due.
     *
     * @param times how many rewards, or null
     * @param amount how much in the unit of the referrer's reward, or null
     */
    public record Limit(@Nullable Long times, @Nullable Long amount, CalendarUnit per) {}

    /**
     * Events of one kind take another's amount back, which their {@code ref} names.
     *
     * @param kind of the refund
     * @param of the kind that it refunds
     */
    public record Refund(int kind, int of) {}
}
