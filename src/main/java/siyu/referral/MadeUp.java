package siyu.referral;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Marks;
import siyu.fact.Vocabulary;

/**
 * Customers as they were at moments of their past: rows with a real customer's attributes and his events up to a moment. What was
 * refunded by then is taken off the amount of what it refunds; an event of which nothing is left is not there. For one thread.
 */
final class MadeUp {
    private static final int MOST_ROWS = 4096;
    private static final int MOST_EVENTS = 1 << 16;

    private final Vocabulary vocabulary;
    private final List<ReferralRules.Refund> refunds;

    /** By kind of event: the kind that it refunds, or -1. */
    private final int[] refundOf;

    private CustomerBlock source = new CustomerBlock(0, 0, new @Nullable Column[0], null, Map.of(), Marks.NONE);
    private int invitation;
    private int customer;

    /** Of the customer at hand: his first event; by event, the event that it refunds, or -1; and what is left of it. */
    private int from;

    private int[] target = new int[64];
    private long[] left = new long[64];

    private int rows;
    private int events;
    private int[] invitations = new int[MOST_ROWS];
    private int[] customers = new int[MOST_ROWS];
    private long[] moments = new long[MOST_ROWS];
    private boolean[] refunded = new boolean[MOST_ROWS];
    private int[] offsets = new int[MOST_ROWS + 1];
    private int[] event = new int[MOST_EVENTS];
    private long[] amount = new long[MOST_EVENTS];

    MadeUp(Vocabulary vocabulary, List<ReferralRules.Refund> refunds) {
        this.vocabulary = vocabulary;
        this.refunds = refunds;
        this.refundOf = new int[vocabulary.kinds().size()];
        Arrays.fill(refundOf, -1);
        refunds.forEach(refund -> refundOf[refund.kind()] = refund.of());
    }

    /** Turns to a block of real customers, whose rows are taken until {@link #clear()}. */
    void start(CustomerBlock block) {
        source = block;
        clear();
    }

    void clear() {
        rows = 0;
        events = 0;
    }

    boolean full() {
        return rows >= MOST_ROWS || events >= MOST_EVENTS;
    }

    int rows() {
        return rows;
    }

    int invitation(int row) {
        return invitations[row];
    }

    /** The moment that a row is about, microseconds. */
    long moment(int row) {
        return moments[row];
    }

    /** Whether something was refunded at a row's moment. */
    boolean refund(int row) {
        return refunded[row];
    }

    /** Whether events of a kind refund others. */
    boolean refunds(short kind) {
        return kind >= 0 && refundOf[kind] >= 0;
    }

    /** Turns to one customer. */
    void begin(int itsInvitation, int itsCustomer) {
        invitation = itsInvitation;
        customer = itsCustomer;
        EventBlock block = block(source);
        from = block.offsets[customer];
        int count = block.offsets[customer + 1] - from;
        if (refunds.isEmpty()) {
            return;
        }
        if (target.length < count) {
            target = new int[count * 2];
            left = new long[count * 2];
        }
        Column ids = column(Vocabulary.EVENT_ID);
        Column refs = column(Vocabulary.EVENT_REF);
        for (int i = 0; i < count; i++) {
            target[i] = -1;
            short kind = block.kinds[from + i];
            if (refunds(kind) && refs.known[from + i] != 0) {
                for (int other = 0; other < count; other++) {
                    boolean same = block.kinds[from + other] == refundOf[kind]
                            && ids.dictionary.compare(
                                            (int) ids.longs[from + other], refs.dictionary, (int) refs.longs[from + i])
                                    == 0;
                    target[i] = same ? other : target[i];
                }
            }
        }
    }

    /**
     * Adds the customer as he was at a moment.
     *
     * @param to the end of his events up to then
     */
    void row(long moment, int to, boolean refund) {
        if (rows + 1 >= offsets.length) {
            invitations = Arrays.copyOf(invitations, rows * 2);
            customers = Arrays.copyOf(customers, rows * 2);
            moments = Arrays.copyOf(moments, rows * 2);
            refunded = Arrays.copyOf(refunded, rows * 2);
            offsets = Arrays.copyOf(offsets, rows * 2 + 1);
        }
        invitations[rows] = invitation;
        customers[rows] = customer;
        moments[rows] = moment;
        refunded[rows] = refund;
        while (events + to - from > event.length) {
            event = Arrays.copyOf(event, event.length * 2);
            amount = Arrays.copyOf(amount, amount.length * 2);
        }
        if (refunds.isEmpty()) {
            for (int i = from; i < to; i++) {
                event[events++] = i;
            }
        } else {
            rest(to);
        }
        offsets[++rows] = events;
    }

    private void rest(int to) {
        Column amounts = column(Vocabulary.EVENT_AMOUNT);
        int count = to - from;
        for (int i = 0; i < count; i++) {
            left[i] = amounts.known[from + i] == 0 ? Long.MAX_VALUE : amounts.longs[from + i];
        }
        boolean any = false;
        for (int i = 0; i < count; i++) {
            if (target[i] >= 0 && target[i] < count) {
                any = true;
                boolean all = amounts.known[from + i] == 0 || left[target[i]] == Long.MAX_VALUE;
                left[target[i]] = all ? 0 : Math.max(0, left[target[i]] - amounts.longs[from + i]);
            }
        }
        for (int i = 0; i < count; i++) {
            boolean gone = any && left[i] == 0 && isTarget(i, count);
            if (!gone) {
                event[events] = from + i;
                amount[events++] = left[i];
            }
        }
    }

    private boolean isTarget(int which, int count) {
        for (int i = 0; i < count; i++) {
            if (target[i] == which) {
                return true;
            }
        }
        return false;
    }

    /** The rows as a block. */
    CustomerBlock block() {
        @Nullable Column[] attributes = new Column[source.attributes.length];
        for (int i = 0; i < attributes.length; i++) {
            Column column = source.attributes[i];
            attributes[i] = column == null ? null : gather(column, customers, rows);
        }
        EventBlock real = block(source);
        @Nullable Column[] eventAttributes = new Column[real.attributes.length];
        for (int i = 0; i < eventAttributes.length; i++) {
            Column column = real.attributes[i];
            eventAttributes[i] = column == null ? null : gather(column, event, events);
        }
        Column amounts = eventAttributes[Vocabulary.EVENT_AMOUNT];
        if (!refunds.isEmpty() && amounts != null) {
            for (int i = 0; i < events; i++) {
                amounts.longs[i] = amounts.known[i] == 0 ? 0 : amount[i];
            }
        }
        short[] kinds = new short[events];
        for (int i = 0; i < events; i++) {
            kinds[i] = real.kinds[event[i]];
        }
        EventBlock made = new EventBlock(Arrays.copyOf(offsets, rows + 1), kinds, eventAttributes);
        return new CustomerBlock(0, rows, attributes, made, Map.of(), Marks.NONE);
    }

    private static Column gather(Column column, int[] rows, int count) {
        Column picked = new Column(column.type, count);
        picked.dictionary = column.dictionary;
        for (int i = 0; i < count; i++) {
            picked.known[i] = column.known[rows[i]];
        }
        if (picked.doubles.length > 0) {
            for (int i = 0; i < count; i++) {
                picked.doubles[i] = column.doubles[rows[i]];
            }
        } else {
            for (int i = 0; i < count; i++) {
                picked.longs[i] = column.longs[rows[i]];
            }
        }
        return picked;
    }

    private Column column(int attribute) {
        return Objects.requireNonNull(
                block(source).attributes[attribute],
                () -> vocabulary.event().get(attribute).name());
    }

    private static EventBlock block(CustomerBlock customers) {
        return Objects.requireNonNull(customers.events, "events were asked for");
    }
}
