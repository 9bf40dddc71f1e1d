package siyu.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Vocabulary;
import siyu.rule.Compiled;
import siyu.rule.Expression;
import siyu.rule.Source;

/**
 * Finds the first moment at which each referee met the program's condition, and the first after it at which he did not any more.
 *
 * <p>The condition depends on nothing but attributes and events so far, so it can change only when something happens to the
 * referee. It is worked out for made-up customers, one for each such moment, who have the referee's events up to it: the same
 * compiled expression over columns that serves everything else.
 */
final class Qualifying {
    private final ReferralRules rules;
    private final Vocabulary vocabulary;
    private final Invitations invitations;
    private final int[] registered;
    private final long end;
    private final Compiled compiled;

    /** Invitations that count, by referee. */
    private final int[] order;

    private final Qualified out;

    private Qualifying(
            ReferralRules rules, Vocabulary vocabulary, Gathering facts, Blocking blocking, AsOf asOf, Qualified out) {
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.invitations = facts.invitations();
        this.registered = facts.registered();
        this.end = asOf.endMicros();
        this.out = out;
        List<Expression> roots = new ArrayList<>(List.of(rules.qualifies()));
        List<@Nullable Source> sources = new ArrayList<>();
        sources.add(rules.source());
        if (rules.leaves() != null) {
            roots.add(rules.leaves());
            sources.add(rules.leavesSource());
        }
        this.compiled = Compiled.of(vocabulary, asOf, roots, sources);
        int[] counting = new int[invitations.size()];
        int size = 0;
        for (int i = 0; i < counting.length; i++) {
            if (blocking.cause[i] == Cause.NONE && invitations.referee(i) >= 0) {
                counting[size++] = i;
            }
        }
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = invitations.referee(counting[i]);
        }
        this.order = Order.pick(counting, Order.by(keys, size, Integer::compare));
    }

    /** @param record what was paid stays qualified, whatever the program says by now, unless it is lost */
    static Qualified of(
            ReferralRules rules,
            Vocabulary vocabulary,
            Population population,
            AsOf asOf,
            Gathering facts,
            Blocking blocking,
            Recorded record) {
        Qualified out = new Qualified(facts.invitations().size());
        for (int i = 0; i < out.at.length; i++) {
            out.at[i] = record.paidFor(i);
        }
        Qualifying qualifying = new Qualifying(rules, vocabulary, facts, blocking, asOf, out);
        if (qualifying.order.length > 0) {
            population.scan(qualifying.needs(), asOf, () -> qualifying.new Worker());
        }
        return out;
    }

    private Needs needs() {
        Needs needs = compiled.needs();
        needs.event().set(Vocabulary.EVENT_AT);
        if (!rules.refunds().isEmpty()) {
            needs.event().set(Vocabulary.EVENT_ID);
            needs.event().set(Vocabulary.EVENT_AMOUNT);
            needs.event().set(Vocabulary.EVENT_REF);
        }
        return needs;
    }

    /** The first place in {@link #order} whose referee is this customer or a later one. */
    private int firstFrom(int customer) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (invitations.referee(order[middle]) < customer) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What one thread does. */
    private final class Worker implements Population.Visitor {
        private final Compiled.Frame frame = compiled.frame();
        private final Days days = new Days(vocabulary.zone());
        private final MadeUp made = new MadeUp(vocabulary, rules.refunds());

        @Override
        public void visit(CustomerBlock block) {
            int last = block.first + block.size;
            made.start(block);
            for (int i = firstFrom(block.first); i < order.length && invitations.referee(order[i]) < last; i++) {
                int invitation = order[i];
                int row = invitations.referee(invitation) - block.first;
                if (block.present == null || block.present[row] != 0) {
                    moments(Objects.requireNonNull(block.events), invitation, row);
                }
                if (made.full()) {
                    conclude();
                }
            }
            conclude();
        }

        /** Makes up a customer for each moment at which something can change. */
        private void moments(EventBlock events, int invitation, int row) {
            long[] times = Objects.requireNonNull(events.attributes[Vocabulary.EVENT_AT]).longs;
            long start = Math.max(invitations.at(invitation), registered(invitation));
            long until = lastMoment(invitation);
            made.begin(invitation, row);
            int to = events.offsets[row + 1];
            int next = events.offsets[row];
            long moment = start;
            while (moment < end) {
                boolean refund = false;
                for (; next < to && times[next] <= moment; next++) {
                    refund |= made.refunds(events.kinds[next]);
                }
                if (moment < until || refund || rules.leaves() != null) {
                    made.row(moment, next, refund);
                }
                if (next == to) {
                    break;
                }
                moment = times[next];
            }
        }

        /** Nobody qualifies before the day he is registered, however early his first purchase is said to have been. */
        private long registered(int invitation) {
            int day = registered[invitations.referee(invitation)];
            return day == Gathering.UNKNOWN_DAY ? Long.MIN_VALUE : days.start(day);
        }

        /** The end of the time in which the referee of an invitation can qualify, exclusive. */
        private long lastMoment(int invitation) {
            return days.start(days.after(invitations.at(invitation), rules.within()) + 1);
        }

        private void conclude() {
            if (made.rows() == 0) {
                return;
            }
            frame.load(made.block());
            siyu.fact.Column qualifies = frame.value(0);
            siyu.fact.Column leaves = rules.leaves() == null ? null : frame.value(1);
            for (int row = 0; row < made.rows(); row++) {
                int invitation = made.invitation(row);
                boolean yes = qualifies.known[row] != 0 && qualifies.longs[row] != 0;
                boolean gone = leaves != null && leaves.known[row] != 0 && leaves.longs[row] != 0;
                long moment = made.moment(row);
                if (out.at[invitation] == Qualified.NEVER) {
                    if (yes && !gone && moment < lastMoment(invitation)) {
                        out.at[invitation] = moment;
                    }
                } else if (moment > out.at[invitation]
                        && out.lostAt[invitation] == Qualified.NEVER
                        && (gone || !yes && made.refund(row))) {
                    out.lostAt[invitation] = moment;
                    out.lostBy[invitation] = gone ? Cause.LEFT : Cause.REFUND;
                }
            }
            made.clear();
        }
    }
}
