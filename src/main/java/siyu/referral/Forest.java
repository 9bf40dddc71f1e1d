package siyu.referral;

import java.util.Arrays;

/**
 * Who brought whom: everybody has one referrer at most, and there is no way round, so it is a forest. Depths and sizes are worked
 * out without recursion, so a chain of a million is as good as a million short ones.
 */
public final class Forest {
    private static final int NOBODY = -1;

    /** By customer: the invitation that brought him, or -1. */
    private final int[] broughtBy;

    private final Invitations invitations;

    /** Children of customer {@code c} are {@code children[starts[c]]} to {@code children[starts[c + 1]]}, in order of time. */
    private final int[] starts;

    private final int[] children;

    /** By customer: how many are below him. */
    private final int[] below;

    /** By customer: how many levels are below him. */
    private final int[] levels;

    private Forest(Invitations invitations, int[] broughtBy) {
        this.invitations = invitations;
        this.broughtBy = broughtBy;
        int customers = broughtBy.length;
        this.starts = new int[customers + 1];
        for (int child = 0; child < customers; child++) {
            if (parent(child) != NOBODY) {
                starts[parent(child) + 1]++;
            }
        }
        for (int i = 0; i < customers; i++) {
            starts[i + 1] += starts[i];
        }
        this.children = new int[starts[customers]];
        int[] next = Arrays.copyOf(starts, customers);
        for (int i = 0; i < invitations.size(); i++) {
            int child = invitations.referee(i);
            if (child >= 0 && broughtBy[child] == i && parent(child) != NOBODY) {
                children[next[invitations.referrer(i)]++] = child;
            }
        }
        this.below = new int[customers];
        this.levels = new int[customers];
        count();
    }

    /** The forest of what nothing blocks. */
    public static Forest of(Decided decided) {
        return new Forest(decided.invitations(), decided.broughtBy());
    }

    /** From those without children upward: a customer is done when all his children are. */
    private void count() {
        int[] waiting = new int[broughtBy.length];
        int[] ready = new int[broughtBy.length];
        int size = 0;
        for (int i = 0; i < waiting.length; i++) {
            waiting[i] = children(i);
            if (waiting[i] == 0) {
                ready[size++] = i;
            }
        }
        for (int done = 0; done < size; done++) {
            int child = ready[done];
            int parent = parent(child);
            if (parent != NOBODY) {
                below[parent] += below[child] + 1;
                levels[parent] = Math.max(levels[parent], levels[child] + 1);
                if (--waiting[parent] == 0) {
                    ready[size++] = parent;
                }
            }
        }
    }

    /** Who brought a customer, or -1. */
    public int parent(int customer) {
        int invitation = broughtBy[customer];
        int referrer = invitation < 0 ? NOBODY : invitations.referrer(invitation);
        return referrer == customer ? NOBODY : referrer;
    }

    /** The invitation that brought a customer, or -1. */
    public int invitation(int customer) {
        return broughtBy[customer];
    }

    /** How many a customer brought himself. */
    public int children(int customer) {
        return starts[customer + 1] - starts[customer];
    }

    /** One of those he brought, in order of time. */
    public int child(int customer, int index) {
        return children[starts[customer] + index];
    }

    /** How many are below a customer, on all levels. */
    public int below(int customer) {
        return below[customer];
    }

    /** How many levels are below a customer. */
    public int levels(int customer) {
        return levels[customer];
    }

    /** Takes customers of a tree. */
    @FunctionalInterface
    public interface Visitor {
        /** @return whether to go on */
        boolean visit(int customer, int depth);
    }

    /** Visits a customer and those below him down to a depth, each before those he brought, in order of time. */
    public void walk(int root, int depth, Visitor visitor) {
        int[] path = new int[Math.min(depth, levels[root]) + 1];
        int[] next = new int[path.length];
        path[0] = root;
        int at = 0;
        if (!visitor.visit(root, 0)) {
            return;
        }
        while (at >= 0) {
            if (at + 1 < path.length && next[at] < children(path[at])) {
                int child = child(path[at], next[at]++);
                at++;
                path[at] = child;
                next[at] = 0;
                if (!visitor.visit(child, at)) {
                    return;
                }
            } else {
                at--;
            }
        }
    }
}
