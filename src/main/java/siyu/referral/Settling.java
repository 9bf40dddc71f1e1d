package siyu.referral;

import java.util.Arrays;

/**
 * What is to be paid and taken back by now and was not before, in the order of the moments at which it counts: a reward when it is
 * due, taking back when it is lost. So it does not matter how often it is settled: whatever the days between, the sums are the same.
 *
 * <p>A referrer is paid, for one more standing referral, what the tiers come to with it less what they came to without it; one that
 * is lost costs him what they come to less without it, but not more than he got. So what he has is always what the tiers say, as
 * long as no limit cuts it.
 */
public final class Settling {
    private final Decided decided;
    private final ReferralRules rules;
    private final Invitations all;
    private final Standing standing;
    private final int[] broughtBy;

    /** By side and invitation: what was paid, -1 for nothing; who got the second's. */
    private final long[][] paid = new long[Side.all().length][];

    /** By invitation: who got the second's reward; empty when nobody did. */
    private int[] seconds;

    private final boolean[] refused;
    private final boolean[][] back = new boolean[Side.all().length][];
    private final Rewards fresh = new Rewards();

    private Settling(Decided decided) {
        this.decided = decided;
        this.rules = decided.rules();
        this.all = decided.invitations();
        this.standing = new Standing(rules, decided.days(), decided.customers());
        this.broughtBy = rules.second() == null ? new int[0] : decided.broughtBy();
        this.seconds = new int[rules.second() == null ? 0 : all.size()];
        this.refused = new boolean[all.size()];
        for (Side side : Side.all()) {
            boolean none = decided.award(side) == null && side != Side.REFERRER;
            paid[side.number()] = new long[none ? 0 : all.size()];
            back[side.number()] = new boolean[none ? 0 : all.size()];
            Arrays.fill(paid[side.number()], -1);
        }
    }

    /** What is to be settled. */
    public static Rewards of(Decided decided) {
        Settling settling = new Settling(decided);
        settling.recorded();
        settling.settle();
        return settling.fresh;
    }

    private void recorded() {
        Rewards before = decided.record().rewards();
        for (int row = 0; row < before.size(); row++) {
            int side = before.side[row];
            int invitation = before.invitation[row];
            if (paid[side].length == 0) {
                // The program gave this side something once, and does not any more.
                paid[side] = new long[all.size()];
                back[side] = new boolean[all.size()];
                Arrays.fill(paid[side], -1);
            }
            if (side == Side.SECOND.number()) {
                seconds = seconds.length == 0 ? new int[all.size()] : seconds;
                seconds[invitation] = before.customer[row];
            }
            if (before.back[row]) {
                back[side][invitation] = true;
                if (side == Side.REFERRER.number() && !refused[invitation]) {
                    standing.takenBack(before.customer[row], before.amount[row]);
                }
            } else {
                paid[side][invitation] = before.amount[row];
                if (side == Side.REFERRER.number()) {
                    refused[invitation] = before.refused[row];
                    standing.paid(before.customer[row], before.amount[row], before.refused[row], before.at[row]);
                } else {
                    Award award = decided.award(before.side(row));
                    if (award != null) {
                        standing.spend(award, before.amount[row]);
                    }
                }
            }
        }
    }

    private void settle() {
        // Two things can happen to an invitation: 2·i is its payment, 2·i + 1 that it is taken back.
        int[] actions = new int[2 * all.size()];
        long[] moments = new long[actions.length];
        int count = 0;
        for (int i = 0; i < all.size(); i++) {
            if (!decided.payable(i)) {
                continue;
            }
            if (!decided.record().paid(i)) {
                moments[count] = decided.dueAt(i);
                actions[count++] = 2 * i;
            }
            long lost = decided.lostAt(i);
            if (lost != Decided.NEVER) {
                moments[count] = lost;
                actions[count++] = 2 * i + 1;
            }
        }
        for (int action : Order.by(moments, count, Integer::compare)) {
            int invitation = actions[action] / 2;
            if (actions[action] % 2 == 0) {
                pay(invitation, moments[action]);
            } else {
                takeBack(invitation, moments[action]);
            }
        }
    }

    private void pay(int invitation, long at) {
        int referrer = all.referrer(invitation);
        long amount = standing.next(referrer, at);
        boolean nothing = amount == 0 && rules.tiers().next(standing.standing(referrer)) > 0;
        standing.paid(referrer, amount, nothing, at);
        refused[invitation] = nothing;
        write(invitation, Side.REFERRER, referrer, amount, nothing, at);
        Award referee = rules.referee();
        if (referee != null) {
            other(invitation, Side.REFEREE, all.referee(invitation), referee, at);
        }
        Award second = rules.second();
        // Who had brought the referrer by the time he invited: later ones did not bring this one about.
        if (second != null && broughtBy[referrer] >= 0 && broughtBy[referrer] < invitation) {
            seconds[invitation] = all.referrer(broughtBy[referrer]);
            other(invitation, Side.SECOND, seconds[invitation], second, at);
        }
    }

    private void other(int invitation, Side side, int customer, Award award, long at) {
        long amount = standing.within(award, award.amount());
        standing.spend(award, amount);
        write(invitation, side, customer, amount, amount == 0 && award.amount() > 0, at);
    }

    private void write(int invitation, Side side, int customer, long amount, boolean nothing, long at) {
        paid[side.number()][invitation] = amount;
        fresh.add(invitation, side, false, customer, amount, nothing, decided.qualifiedAt(invitation), at);
    }

    private void takeBack(int invitation, long at) {
        int referrer = all.referrer(invitation);
        int first = Side.REFERRER.number();
        if (paid[first][invitation] >= 0 && !back[first][invitation]) {
            long amount = refused[invitation] ? 0 : standing.back(referrer);
            if (!refused[invitation]) {
                standing.takenBack(referrer, amount);
            }
            writeBack(invitation, Side.REFERRER, referrer, amount, at);
        }
        for (Side side : new Side[] {Side.REFEREE, Side.SECOND}) {
            int number = side.number();
            if (paid[number].length > 0 && paid[number][invitation] >= 0 && !back[number][invitation]) {
                int customer = side == Side.REFEREE ? all.referee(invitation) : seconds[invitation];
                writeBack(invitation, side, customer, paid[number][invitation], at);
            }
        }
    }

    private void writeBack(int invitation, Side side, int customer, long amount, long at) {
        back[side.number()][invitation] = true;
        fresh.add(invitation, side, true, customer, amount, false, decided.qualifiedAt(invitation), at);
    }
}
