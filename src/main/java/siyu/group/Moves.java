package siyu.group;

import java.util.Arrays;

/** What moves out of each group cost: the least over its members, kept until these change. */
final class Moves {
    /** By group: where its members could go, what the cheapest of them pays more there, and who that is. */
    final int[][] to;

    final long[][] cost;
    final int[][] who;
    final int[] count;
    /** The most that a member pays, and who that is; -1 for an empty group. */
    final long[] dearest;

    final int[] dearestWho;
    /** The most that a member pays whose list is not whole, -1 without such members. */
    final long[] farthest;

    /** What moves to groups outside the lists cost at least, together with the price there. */
    final long[] rest;

    private final boolean[] known;
    private final int[] seen;
    private final int[] place;
    private int round;

    private final Offers offers;
    private final Lists lists;
    private final int[][] members;
    private final int[] load;
    private final long[] costAt;

    Moves(Offers offers, Lists lists, int[][] members, int[] load, long[] costAt) {
        this.offers = offers;
        this.lists = lists;
        this.members = members;
        this.load = load;
        this.costAt = costAt;
        int groups = load.length;
        to = new int[groups][0];
        cost = new long[groups][0];
        who = new int[groups][0];
        count = new int[groups];
        dearest = new long[groups];
        dearestWho = new int[groups];
        farthest = new long[groups];
        rest = new long[groups];
        known = new boolean[groups];
        seen = new int[groups];
        place = new int[groups];
    }

    void forget(int group) {
        known[group] = false;
    }

    boolean forgotten(int group) {
        return !known[group];
    }

    void of(int group) {
        if (known[group]) {
            return;
        }
        known[group] = true;
        round++;
        int many = 0;
        long least = Long.MAX_VALUE;
        dearest[group] = Long.MIN_VALUE;
        farthest[group] = -1;
        dearestWho[group] = -1;
        for (int m = 0; m < load[group]; m++) {
            int member = members[group][m];
            long here = costAt[member];
            if (here > dearest[group]) {
                dearest[group] = here;
                dearestWho[group] = member;
            }
            if (lists.rest[member] != Long.MAX_VALUE) {
                least = Math.min(least, lists.rest[member] - here);
                farthest[group] = Math.max(farthest[group], offers.away(member, group, here));
            }
            for (int i = lists.from(member); i < lists.to(member); i++) {
                int other = lists.group[i];
                long more = lists.cost[i] - here;
                if (other == group) {
                    continue;
                }
                if (seen[other] != round) {
                    seen[other] = round;
                    place[other] = many;
                    if (many == to[group].length) {
                        int length = many + Math.max(16, many / 2);
                        to[group] = Arrays.copyOf(to[group], length);
                        cost[group] = Arrays.copyOf(cost[group], length);
                        who[group] = Arrays.copyOf(who[group], length);
                    }
                    to[group][many] = other;
                    cost[group][many] = more;
                    who[group][many++] = member;
                } else if (more < cost[group][place[other]]) {
                    cost[group][place[other]] = more;
                    who[group][place[other]] = member;
                }
            }
        }
        count[group] = many;
        rest[group] = least;
    }
}
