package siyu.referral;

import java.util.Arrays;

/** What is on record about invitations, by their index: what people decided about them, and what was paid. */
public final class Recorded {
    private static final byte ACCEPTED = 1;
    private static final byte REJECTED = 2;

    private final byte[] decided;
    private final long[] decidedAt;

    /** By invitation: when the referee had qualified whose reward was settled, {@link Qualified#NEVER} for none. */
    private final long[] paidFor;

    private final Rewards rewards;

    Recorded(int invitations, Rewards rewards) {
        this.decided = new byte[invitations];
        this.decidedAt = new long[invitations];
        this.paidFor = new long[invitations];
        this.rewards = rewards;
        Arrays.fill(paidFor, Qualified.NEVER);
        for (int row = 0; row < rewards.size(); row++) {
            if (!rewards.back(row) && rewards.side(row) == Side.REFERRER) {
                paidFor[rewards.invitation(row)] = rewards.qualified[row];
            }
        }
    }

    /** Nothing is on record. */
    public static Recorded empty(Invitations invitations) {
        return new Recorded(invitations.size(), new Rewards());
    }

    /** Takes a decision on record. */
    public void decide(int invitation, boolean accept, long at) {
        decided[invitation] = accept ? ACCEPTED : REJECTED;
        decidedAt[invitation] = at;
    }

    /** Whether a person took the flag down. */
    public boolean accepted(int invitation) {
        return decided[invitation] == ACCEPTED;
    }

    /** Whether a person rejected it. */
    public boolean rejected(int invitation) {
        return decided[invitation] == REJECTED;
    }

    /** When a person decided, microseconds. */
    public long decidedAt(int invitation) {
        return decidedAt[invitation];
    }

    /** Whether its reward was settled: paid, or refused by a limit. */
    public boolean paid(int invitation) {
        return paidFor[invitation] != Qualified.NEVER;
    }

    /** When the referee had qualified whose reward was settled, microseconds. */
    long paidFor(int invitation) {
        return paidFor[invitation];
    }

    /** All that was paid and taken back, in that order. */
    public Rewards rewards() {
        return rewards;
    }
}
