package siyu.referral;

import java.util.HashMap;
import java.util.Map;

/** What was paid so far, as far as the next payment depends on it. */
final class Standing {
    private static final long[] NOTHING = new long[2];

    private final ReferralRules rules;
    private final Days days;

    /** By customer: how many of his referrals stand, and what he has been paid for them in all. */
    private final int[] standing;

    private final long[] net;

    /** By referrer and period: how many rewards, and how much. */
    private final Map<Long, long[]> periods = new HashMap<>();

    private long spent;

    Standing(ReferralRules rules, Days days, int customers) {
        this.rules = rules;
        this.days = days;
        this.standing = new int[customers];
        this.net = new long[customers];
    }

    int standing(int referrer) {
        return standing[referrer];
    }

    /** What the referrer's side of one more invitation comes to; what limits leave of it. */
    long next(int referrer, long at) {
        long tier = rules.tiers().next(standing[referrer]);
        long left = tier;
        ReferralRules.Limit limit = rules.limit();
        if (limit != null) {
            long[] period = periods.getOrDefault(period(limit, referrer, at), NOTHING);
            if (limit.times() != null && period[0] >= limit.times()) {
                return 0;
            }
            if (limit.amount() != null) {
                left = clip(tier, limit.amount() - period[1]);
            }
        }
        return within(rules.award(), left);
    }

    /** What the budget leaves of an amount. */
    long within(Award unit, long amount) {
        Award budget = rules.budget();
        return budget == null || !budget.sameUnit(unit) ? amount : clip(amount, budget.amount() - spent);
    }

    private long clip(long amount, long left) {
        return amount <= left ? amount : rules.partial() ? Math.max(0, left) : 0;
    }

    private long period(ReferralRules.Limit limit, int referrer, long at) {
        return ((long) referrer << 32) + limit.per().period(days.day(at));
    }

    /** The referrer's side was paid, or refused. */
    void paid(int referrer, long amount, boolean refused, long at) {
        spend(rules.award(), amount);
        net[referrer] = Math.addExact(net[referrer], amount);
        if (!refused) {
            standing[referrer]++;
            ReferralRules.Limit limit = rules.limit();
            if (limit != null) {
                long[] period = periods.computeIfAbsent(period(limit, referrer, at), none -> new long[2]);
                period[0]++;
                period[1] += amount;
            }
        }
    }

    void spend(Award unit, long amount) {
        Award budget = rules.budget();
        if (budget != null && budget.sameUnit(unit)) {
            spent = Math.addExact(spent, amount);
        }
    }

    /** One invitation less: what is to be taken back of the referrer, by what the tiers come to without it. */
    long back(int referrer) {
        return Math.min(net[referrer], rules.tiers().next(standing[referrer] - 1));
    }

    void takenBack(int referrer, long amount) {
        standing[referrer]--;
        net[referrer] -= amount;
    }
}
