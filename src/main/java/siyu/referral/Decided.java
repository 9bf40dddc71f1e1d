package siyu.referral;

import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Population;
import siyu.fact.Vocabulary;

/**
 * Where every invitation is at a date. Follows from the events, the program, what people decided and what was paid: nothing of it
 * is stored.
 */
public final class Decided {
    /** Stands for a moment that has not come. */
    public static final long NEVER = Qualified.NEVER;

    private final Gathering facts;
    private final ReferralRules rules;
    private final Recorded record;
    private final Blocking blocking;
    private final Qualified qualified;
    private final Days days;
    private final AsOf asOf;
    private final long end;
    private final long[] due;

    private Decided(
            Gathering facts,
            ReferralRules rules,
            Recorded record,
            Blocking blocking,
            Qualified qualified,
            Days days,
            AsOf asOf,
            long[] due) {
        this.facts = facts;
        this.rules = rules;
        this.record = record;
        this.blocking = blocking;
        this.qualified = qualified;
        this.days = days;
        this.asOf = asOf;
        this.end = asOf.endMicros();
        this.due = due;
    }

    /** By invitation: from when on its reward is due. */
    private static long[] due(Qualified qualified, ReferralRules rules, Days days) {
        long[] due = new long[qualified.at.length];
        for (int i = 0; i < due.length; i++) {
            long at = qualified.at[i];
            int day = at == NEVER ? 0 : days.after(at, rules.delay());
            due[i] = at == NEVER ? NEVER : day == days.day(at) ? at : days.start(day);
        }
        return due;
    }

    /**
     * Decides.
     *
     * @param record what people decided and what was paid; {@link Recorded#empty} for history decided anew
     */
    public static Decided of(
            Vocabulary vocabulary,
            Population population,
            AsOf asOf,
            ReferralRules rules,
            Gathering facts,
            Recorded record) {
        Days days = new Days(vocabulary.zone());
        Blocking blocking = Blocking.of(facts, rules, days, record);
        Qualified qualified = Qualifying.of(rules, vocabulary, population, asOf, facts, blocking, record);
        return new Decided(facts, rules, record, blocking, qualified, days, asOf, due(qualified, rules, days));
    }

    /** The same under a program that differs in nothing that blocks, flags, qualifies or is lost. */
    Decided under(ReferralRules other) {
        long[] its = other.delay().equals(rules.delay()) ? due : due(qualified, other, days);
        return new Decided(facts, other, record, blocking, qualified, days, asOf, its);
    }

    /** The same for another thread. */
    Decided with(Days other) {
        return new Decided(facts, rules, record, blocking, qualified, other, asOf, due);
    }

    public Invitations invitations() {
        return facts.invitations();
    }

    public ReferralRules rules() {
        return rules;
    }

    public Recorded record() {
        return record;
    }

    /** Events that do not say who was invited. */
    public long unnamed() {
        return facts.unnamed();
    }

    /** Customers there are. */
    int customers() {
        return facts.registered().length;
    }

    /** The day a customer was registered, or {@link Gathering#UNKNOWN_DAY}. */
    int registered(int customer) {
        return facts.registered()[customer];
    }

    Days days() {
        return days;
    }

    /** Whether nothing blocks an invitation, so that it has the credit for its referee. */
    public boolean credited(int invitation) {
        return blocking.cause[invitation] == Cause.NONE;
    }

    /** When the referee qualified, microseconds, or {@link #NEVER}. */
    public long qualifiedAt(int invitation) {
        return qualified.at[invitation];
    }

    /** When that was lost, microseconds, or {@link #NEVER}. */
    public long lostAt(int invitation) {
        return record.rejected(invitation) && record.paid(invitation)
                ? record.decidedAt(invitation)
                : qualified.lostAt[invitation];
    }

    /** From when on the reward is due, microseconds, or {@link #NEVER} while the referee has not qualified. */
    public long dueAt(int invitation) {
        return due[invitation];
    }

    /** The last day on which the referee can qualify. */
    public int lastDay(int invitation) {
        return days.after(facts.invitations().at(invitation), rules.within());
    }

    /** Whether a flag is up that nobody took down. */
    public boolean flagged(int invitation) {
        return blocking.flagged[invitation] && !record.accepted(invitation);
    }

    private boolean due(int invitation) {
        return due[invitation] != NEVER && due[invitation] < end;
    }

    /** Whether its reward is to be paid by now, or was. */
    boolean payable(int invitation) {
        if (record.paid(invitation)) {
            return true;
        }
        boolean held = flagged(invitation) && rules.onFlag() != ReferralRules.Deadline.PAY;
        long lost = lostAt(invitation);
        return credited(invitation)
                && !record.rejected(invitation)
                && !held
                && due(invitation)
                && (lost == NEVER || lost > dueAt(invitation));
    }

    /** Where an invitation is. */
    public State state(int invitation) {
        boolean paid = record.paid(invitation);
        if (lostAt(invitation) != NEVER && (paid || credited(invitation))) {
            return State.REVOKED;
        }
        if (paid) {
            return State.REWARDED;
        }
        if (!credited(invitation)) {
            return State.REJECTED;
        }
        boolean qualifies = qualifiedAt(invitation) != NEVER;
        if (!qualifies && end >= days.start(lastDay(invitation) + 1)) {
            return State.EXPIRED;
        }
        if (flagged(invitation)) {
            if (!due(invitation) || rules.onFlag() == ReferralRules.Deadline.HOLD) {
                return State.FLAGGED;
            }
            if (rules.onFlag() == ReferralRules.Deadline.REJECT) {
                return State.REJECTED;
            }
        }
        return qualifies ? State.QUALIFIED : State.PENDING;
    }

    /** Why an invitation is there. */
    public Cause cause(int invitation) {
        return switch (state(invitation)) {
            case REJECTED -> credited(invitation) ? Cause.FLAG : blocking.cause[invitation];
            case FLAGGED -> Cause.FLAG;
            case REVOKED -> record.rejected(invitation) ? Cause.DECIDED : qualified.lostBy[invitation];
            default -> Cause.NONE;
        };
    }

    /** By customer: the invitation that brought him, or -1. */
    public int[] broughtBy() {
        int[] brought = new int[customers()];
        java.util.Arrays.fill(brought, -1);
        Invitations all = facts.invitations();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.referee(i) >= 0 && credited(i)) {
                brought[all.referee(i)] = i;
            }
        }
        return brought;
    }

    /** The unit of what a side gets, or null when it gets nothing. */
    public @Nullable Award award(Side side) {
        return rules.award(side);
    }
}
