package siyu.report;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Needs;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.referral.ReferralRules;

/** What each customer did in the window, by his number. Workers write about different customers. */
final class PerCustomer extends Events {
    private final Days days;
    private final int purchase;
    private final int invitation;
    private final Orders orders;
    private final boolean[] counts;
    private Column amounts = new Column(Type.MONEY, 0);

    /** Whether he is a customer by the as-of. */
    final boolean[] there;

    /** Whether he did anything of the kinds that count. */
    final boolean[] active;

    final boolean[] invited;

    /** What he bought for, minor units. */
    final long[] spent;

    /** How many orders that was. */
    final int[] bought;

    private PerCustomer(Asked asked, Days days, @Nullable PerCustomer shared) {
        super(asked);
        int size = asked.facts().population().size();
        this.days = days;
        this.purchase = asked.purchaseOrNone();
        this.invitation = asked.facts().vocabulary().kind(ReferralRules.KIND);
        this.orders = Orders.of(asked, purchase);
        this.counts = asked.kinds();
        this.there = shared == null ? new boolean[size] : shared.there;
        this.active = shared == null ? new boolean[size] : shared.active;
        this.invited = shared == null ? new boolean[size] : shared.invited;
        this.spent = shared == null ? new long[size] : shared.spent;
        this.bought = shared == null ? new int[size] : shared.bought;
    }

    static PerCustomer of(Asked asked) {
        Days days = asked.days();
        PerCustomer all = new PerCustomer(asked, days, null);
        BitSet wanted = Asked.events(Vocabulary.EVENT_AMOUNT).event();
        if (all.orders.attribute >= 0) {
            wanted.set(all.orders.attribute);
        }
        List<PerCustomer> workers =
                Events.scan(asked, new Needs(new BitSet(), wanted), () -> new PerCustomer(asked, days, all));
        for (PerCustomer worker : workers) {
            all.customers += worker.customers;
            all.counted += worker.counted;
        }
        return all;
    }

    @Override
    void block(CustomerBlock block, EventBlock events) {
        amounts = column(events, Vocabulary.EVENT_AMOUNT);
        orders.block(events);
    }

    @Override
    void customer(int number, int group, int from, int to) {
        there[number] = true;
        long end = days.to();
        for (int i = since(days.from(), from, to); i < to && at[i] < end; i++) {
            counted++;
            active[number] |= counts[kinds[i]];
            invited[number] |= kinds[i] == invitation;
            if (kinds[i] == purchase) {
                spent[number] = Math.addExact(spent[number], amounts.longs[i]);
                orders.add(i);
            }
        }
        bought[number] = orders.count();
    }
}
