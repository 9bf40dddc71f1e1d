package siyu.report;

import java.util.BitSet;
import java.util.List;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Needs;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/** What was sold, by group and period: who was there, who bought, how many orders, for how much, and what was taken back. */
final class Sales extends Events {
    private final int purchase;
    private final int refund;
    private final Orders orders;
    private final boolean[] active;
    private final Days days;
    private final int[] periodOf;
    private Column amounts = new Column(Type.MONEY, 0);

    /** By group and period; money in minor units. */
    final long[][] customersActive;

    final long[][] buyers;
    final long[][] orderCount;
    final long[][] gmv;
    final long[][] refunds;

    /** Customers with a refund. */
    final long[][] refunders;

    Sales(Asked asked, Days days, Days.Periods periods) {
        super(asked);
        this.purchase = asked.purchase();
        this.refund = asked.refund();
        this.orders = Orders.of(asked, purchase);
        this.active = asked.kinds();
        this.days = days;
        this.periodOf = periods.of();
        int groups = asked.groups().size();
        customersActive = new long[groups][periods.size()];
        buyers = new long[groups][periods.size()];
        orderCount = new long[groups][periods.size()];
        gmv = new long[groups][periods.size()];
        refunds = new long[groups][periods.size()];
        refunders = new long[groups][periods.size()];
    }

    static Sales of(Asked asked, Days days, Days.Periods periods) {
        return all(Events.scan(asked, needs(asked), () -> new Sales(asked, days, periods)));
    }

    /** What its instances read. */
    static Needs needs(Asked asked) {
        BitSet wanted = Asked.events(Vocabulary.EVENT_AMOUNT).event();
        int order = Orders.of(asked, asked.purchase()).attribute;
        if (order >= 0) {
            wanted.set(order);
        }
        return new Needs(new BitSet(), wanted);
    }

    /** What was sold to the customers of all of them. */
    static Sales all(List<Sales> workers) {
        Sales all = workers.get(0);
        for (Sales worker : workers.subList(1, workers.size())) {
            all.customers += worker.customers;
            all.counted += worker.counted;
            add(worker.customersActive, all.customersActive);
            add(worker.buyers, all.buyers);
            add(worker.orderCount, all.orderCount);
            add(worker.refunders, all.refunders);
            for (int group = 0; group < all.gmv.length; group++) {
                for (int period = 0; period < all.gmv[group].length; period++) {
                    all.gmv[group][period] = Math.addExact(all.gmv[group][period], worker.gmv[group][period]);
                    all.refunds[group][period] =
                            Math.addExact(all.refunds[group][period], worker.refunds[group][period]);
                }
            }
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
        long end = days.to();
        int i = since(days.from(), from, to);
        int last = -1;
        while (i < to && at[i] < end) {
            int period = periodOf[days.day(at[i])];
            if (period != last) {
                last = period;
            }
            i = period(group, period, i, to, end);
        }
    }

    /** The events of one period; returns where the next one begins. */
    private int period(int group, int period, int from, int to, long end) {
        boolean there = false;
        boolean bought = false;
        boolean refunded = false;
        int i = from;
        for (; i < to && at[i] < end && periodOf[days.day(at[i])] == period; i++) {
            boolean sale = kinds[i] == purchase;
            boolean back = kinds[i] == refund;
            there |= active[kinds[i]] || sale;
            if (!sale && !back) {
                continue;
            }
            counted++;
            if (back) {
                refunded = true;
                refunds[group][period] = Math.addExact(refunds[group][period], Math.abs(amounts.longs[i]));
                continue;
            }
            bought = true;
            gmv[group][period] = Math.addExact(gmv[group][period], amounts.longs[i]);
            orders.add(i);
        }
        customersActive[group][period] += there ? 1 : 0;
        buyers[group][period] += bought ? 1 : 0;
        refunders[group][period] += refunded ? 1 : 0;
        orderCount[group][period] += orders.count();
        return i;
    }
}
