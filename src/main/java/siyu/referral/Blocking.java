package siyu.referral;

import java.util.Arrays;
import java.util.Set;
import siyu.customer.IdTable;
import siyu.fact.Texts;

/**
 * What speaks against each invitation as soon as it is made: the program's blocks, then its flags, in the order of time. Of
 * several blocks the first counts, in the order self, existing customer, already referred, cycle.
 *
 * <p>An invitation that nothing blocks has the credit for its referee, for ever, so that these make a forest: everybody has one
 * referrer, and a cycle is an invitation of the root of one's own tree, which is found by joining trees (union–find with path
 * halving; Tarjan and van Leeuwen, 1984).
 */
final class Blocking {
    /** By invitation: what blocks it, {@code NONE} for nothing. */
    final Cause[] cause;

    /** By invitation: whether it is flagged. */
    final boolean[] flagged;

    private final Gathering facts;
    private final Days days;
    private final Set<Cause> blocks;

    private Blocking(Gathering facts, ReferralRules rules, Days days) {
        this.facts = facts;
        this.days = days;
        this.blocks = rules.blocks();
        this.cause = new Cause[facts.invitations().size()];
        this.flagged = new boolean[cause.length];
    }

    /** @param record what a person rejected takes no credit; what was paid keeps it, whatever came to be known since */
    static Blocking of(Gathering facts, ReferralRules rules, Days days, Recorded record) {
        Blocking blocking = new Blocking(facts, rules, days);
        blocking.block(record);
        for (Flag flag : rules.flags()) {
            blocking.flag(flag);
        }
        return blocking;
    }

    private void block(Recorded record) {
        Invitations all = facts.invitations();
        int people = facts.registered().length;
        int[] tree = new int[people];
        Arrays.setAll(tree, i -> i);
        boolean[] referred = new boolean[people];
        // Of those who are no customers yet, by their ids.
        IdTable strangers = new IdTable();
        for (int i = 0; i < cause.length; i++) {
            cause[i] = Cause.NONE;
            if (record.paid(i)) {
                referred[all.referee(i)] = true;
                tree[root(tree, all.referee(i))] = root(tree, all.referrer(i));
            }
        }
        for (int i = 0; i < cause.length; i++) {
            if (record.paid(i)) {
                continue;
            }
            if (record.rejected(i)) {
                cause[i] = Cause.DECIDED;
                continue;
            }
            int referrer = all.referrer(i);
            int referee = all.referee(i);
            if (referee < 0) {
                Texts names = all.names();
                int before = strangers.size();
                strangers.add(names.bytes(), names.start(all.text(i)), names.end(all.text(i)));
                if (strangers.size() == before && blocks.contains(Cause.ALREADY_REFERRED)) {
                    cause[i] = Cause.ALREADY_REFERRED;
                }
                continue;
            }
            int registered = facts.registered()[referee];
            if (referrer == referee && blocks.contains(Cause.SELF)) {
                cause[i] = Cause.SELF;
            } else if (blocks.contains(Cause.EXISTING_CUSTOMER)
                    && registered != Gathering.UNKNOWN_DAY
                    && registered < days.day(all.at(i))) {
                cause[i] = Cause.EXISTING_CUSTOMER;
            } else if (referred[referee] && blocks.contains(Cause.ALREADY_REFERRED)) {
                cause[i] = Cause.ALREADY_REFERRED;
            } else if (referrer != referee
                    && blocks.contains(Cause.CYCLE)
                    && root(tree, referrer) == root(tree, referee)) {
                cause[i] = Cause.CYCLE;
            } else {
                referred[referee] = true;
                tree[root(tree, referee)] = root(tree, referrer);
            }
        }
    }

    private static int root(int[] tree, int customer) {
        int at = customer;
        while (tree[at] != at) {
            tree[at] = tree[tree[at]];
            at = tree[at];
        }
        return at;
    }

    /** Goes through each referrer's invitations with two fingers: the later one, and the first that still counts with it. */
    private void flag(Flag flag) {
        Invitations all = facts.invitations();
        long[] keys = new long[cause.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = all.referrer(i);
        }
        boolean phones = flag.kind() == Flag.Kind.SAME_PHONE_PREFIX;
        int[] order = Order.by(keys, keys.length, (a, b) -> {
            int byPhone = phones ? Long.compare(phone(a), phone(b)) : 0;
            return byPhone != 0 ? byPhone : Integer.compare(a, b);
        });
        int first = 0;
        for (int i = 0; i < order.length; i++) {
            int here = order[i];
            if (all.referrer(order[first]) != all.referrer(here) || phones && phone(order[first]) != phone(here)) {
                first = i;
            }
            while (all.at(order[first]) <= all.at(here) - flag.within()) {
                first++;
            }
            flagged[here] |= i - first + 1 >= flag.count() && !(phones && phone(here) == 0);
        }
    }

    private long phone(int invitation) {
        int referee = facts.invitations().referee(invitation);
        return referee < 0 ? 0 : facts.phones()[referee];
    }
}
