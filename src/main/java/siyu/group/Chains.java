package siyu.group;

/**
 * Finds seats for those left over: one of a group that has room, or one whose owner can move on to another group, and so forth. A
 * search that finds nothing has come to groups whose members can go nowhere else; nobody looks there again, so that all searches
 * together look at each of these once.
 */
final class Chains {
    /** Groups that are looked for at once. */
    private static final int SOME = 8;

    private final int[] seats;
    private final Prices prices;
    private final int[] at;
    private final long[] costAt;
    private final Offers.Finder finder;
    private final int[] start;
    private final int[] member;
    private final int[] load;
    private final int[] slot;

    /** By group: the last search that came to it, {@link Integer#MAX_VALUE} when it leads nowhere. */
    private final int[] seen;

    private final int[] from;
    private final int[] via;
    private final long[] cost;
    private final int[] queue;
    private int search;
    private int end;
    private long placed;
    private long free;

    Chains(Offers offers, int[] seats, Prices prices, int[] at, long[] costAt) {
        this.seats = seats;
        this.prices = prices;
        this.at = at;
        this.costAt = costAt;
        this.finder = offers.finder();
        int groups = seats.length;
        this.start = new int[groups];
        this.load = new int[groups];
        this.seen = new int[groups];
        this.from = new int[groups];
        this.via = new int[groups];
        this.cost = new long[groups];
        this.queue = new int[groups];
        this.slot = new int[at.length];
        int sum = 0;
        for (int g = 0; g < groups; g++) {
            start[g] = sum;
            sum += Math.min(seats[g], at.length);
            free += seats[g];
        }
        this.member = new int[sum];
        for (int i = 0; i < at.length; i++) {
            if (at[i] != Transport.NOWHERE) {
                sit(i, at[i], costAt[i]);
            }
        }
    }

    /** Places as many of those left over as is possible; returns how many customers have a seat now. */
    long place(int[] left) {
        for (int i = 0; i < left.length && free > 0; i++) {
            search(left[i]);
        }
        return placed;
    }

    private void sit(int customer, int group, long its) {
        at[customer] = group;
        costAt[customer] = its;
        slot[customer] = start[group] + load[group];
        member[start[group] + load[group]++] = customer;
        placed++;
        free--;
    }

    private void rise(int customer) {
        int group = at[customer];
        int last = member[start[group] + --load[group]];
        member[slot[customer]] = last;
        slot[last] = slot[customer];
        placed--;
        free++;
    }

    private void search(int customer) {
        search++;
        end = 0;
        int room = look(customer, -1);
        for (int next = 0; room < 0 && next < end; next++) {
            int group = queue[next];
            for (int m = 0; room < 0 && m < load[group]; m++) {
                room = look(member[start[group] + m], group);
            }
        }
        if (room < 0) {
            for (int k = 0; k < end; k++) {
                seen[queue[k]] = Integer.MAX_VALUE;
            }
            return;
        }
        int group = room;
        while (group >= 0) {
            int mover = via[group];
            if (from[group] >= 0) {
                rise(mover);
            }
            sit(mover, group, cost[group]);
            group = from[group];
        }
    }

    /** Comes to the groups that a customer could go to; returns one that has room, or -1. */
    private int look(int customer, int group) {
        do {
            finder.find(customer, SOME, prices, other -> seen[other] >= search);
            for (int k = 0; k < finder.found; k++) {
                int other = finder.group[k];
                seen[other] = search;
                from[other] = group;
                via[other] = customer;
                cost[other] = finder.cost[k];
                if (load[other] < seats[other]) {
                    return other;
                }
                queue[end++] = other;
            }
        } while (finder.found == SOME);
        return -1;
    }
}
