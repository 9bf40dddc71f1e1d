package siyu.lottery;

import org.jspecify.annotations.Nullable;
import siyu.core.Problem;

/**
 * How often one customer may draw.
 *
 * @param may whether the lottery's condition is true of him; null when it is unknown
 * @param tickets how many he has; null when that is unknown
 * @param counted whether the lottery counts tickets
 * @param drawn how often he drew in the whole lottery
 * @param drawnInPeriod how often in the limit's period that holds the moment
 * @param limit null for none
 */
public record Entitlement(
        @Nullable Boolean may,
        @Nullable Long tickets,
        boolean counted,
        long drawn,
        long drawnInPeriod,
        @Nullable Limit limit) {
    /** How often he may draw now. */
    public long left() {
        if (may == null || !may || counted && tickets == null) {
            return 0;
        }
        long left = counted && tickets != null ? Math.max(0, tickets - drawn) : Long.MAX_VALUE;
        return limit == null ? left : Math.min(left, Math.max(0, limit.times() - drawnInPeriod));
    }

    /** Why he may not draw so often. */
    public Problem refusal(String id, long times) {
        String who = "'" + id + "'";
        if (may == null || !may) {
            return LotteryCode.NOT_ENTITLED.problem(
                    may == null ? "whether " + who + " may draw is not known" : who + " may not draw");
        }
        if (counted && tickets == null) {
            return LotteryCode.NO_TICKETS.problem("how many tickets " + who + " has is not known");
        }
        if (counted && tickets != null && tickets - drawn < times) {
            return LotteryCode.NO_TICKETS.problem(who + " has " + Math.max(0, tickets - drawn) + " of " + tickets
                    + (tickets == 1 ? " ticket" : " tickets") + " left");
        }
        return LotteryCode.LIMIT.problem(who + " may draw " + left() + " more " + (left() == 1 ? "time" : "times")
                + " in this period: the limit is " + limit);
    }
}
