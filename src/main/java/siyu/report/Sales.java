package siyu.report;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Needs;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/** What was sold, by group and period: who was there, who bought, how many orders, for how much, and what was taken back. */
final class Sales extends Events {
    /** The attribute by which rows are one order. */
    private static final String ORDER = "order";

    private final int purchase;
    private final int refund;
    private final int order;
    private final boolean[] active;
    private final Days days;
    private final int[] periodOf;
    private Column amounts = new Column(Type.MONEY, 0);
    private @Nullable Column orders;
    private int[] same = {};
    private long[] keys = new long[16];

    /** By group and period; money in minor units. */
    final long[][] customersActive;

    final long[][] buyers;
    final long[][] orderCount;
    final long[][] gmv;
    final long[][] refunds;

    /** Customers with a refund. */
    final long[][] refunders;

    private Sales(Asked asked, Days days, Days.Periods periods) {
        super(asked);
        this.purchase = asked.purchase();
        this.refund = asked.refund();
        this.order = order(asked);
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

    /** The event attribute that tells orders, or -1 when each purchase is one. */
    static int order(Asked asked) {
        Vocabulary vocabulary = asked.facts().vocabulary();
        boolean known = vocabulary.attributesOf(asked.purchase()).contains(ORDER);
        int attribute = known ? vocabulary.event(ORDER) : -1;
        return attribute >= 0 && vocabulary.event().get(attribute).type().kind() == Type.Kind.TEXT ? attribute : -1;
    }

    static Sales of(Asked asked, Days days, Days.Periods periods) {
        BitSet wanted = Asked.events(Vocabulary.EVENT_AMOUNT).event();
        int order = order(asked);
        if (order >= 0) {
            wanted.set(order);
        }
        Needs needs = new Needs(new BitSet(), wanted);
        List<Sales> workers = Events.scan(asked, needs, () -> new Sales(asked, days, periods));
        Sales all = workers.get(0);
        for (Sales worker : workers.subList(1, workers.size())) {
            all.customers += worker.customers;
            all.counted += worker.counted;
            add(worker.customersActive, all.customersActive);
            add(worker.buyers, all.buyers);
            add(worker.orderCount, all.orderCount);
            add(worker.refunders, all.refunders);
            for (int group = 0; group < all.gmv.length; group++) {
                for (int period = 0; period < periods.size(); period++) {
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
        orders = order < 0 ? null : column(events, order);
        same = orders == null ? same : SameTexts.numbers(orders, events, (short) purchase);
    }

    @Override
    void customer(int number, int group, int from, int to) {
        long first = days.from();
        long end = days.to();
        int i = from;
        while (i < to && at[i] < first) {
            i++;
        }
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
        int found = 0;
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
            if (orders == null || orders.known[i] == 0 || same[(int) orders.longs[i]] < 0) {
                orderCount[group][period]++;
            } else {
                keys = found == keys.length ? Arrays.copyOf(keys, 2 * found) : keys;
                keys[found++] = same[(int) orders.longs[i]];
            }
        }
        customersActive[group][period] += there ? 1 : 0;
        buyers[group][period] += bought ? 1 : 0;
        refunders[group][period] += refunded ? 1 : 0;
        orderCount[group][period] += SameTexts.different(keys, found);
        return i;
    }
}
