package siyu.group;

import java.math.BigInteger;
import java.util.Arrays;
import siyu.customer.Parallel;

/**
 * Puts customers into groups so that as few as possible are left over and the total cost of the others is as small as possible: a
 * transport problem in which every customer takes one seat. Solved exactly by shortest augmenting paths between groups, with a price
 * for a seat of each group (Edmonds and Karp 1972; Tomizawa 1971): at every moment each placed customer is where cost and price
 * together are smallest for him, and a group that has room has price zero. That is also what proves the answer.
 *
 * <p>A customer who is next takes the cheapest way to a free seat: he may take a seat whose owner moves on, and so forth. What a move
 * from one group to another costs is the least over the group's members; it is kept until its members change.
 *
 * <p>Cost: nothing but the nearest group for those who find room there; for the others a search that is as wide as the crowd they
 * stand in.
 */
final class Transport {
    /** A customer without a group, because there is no room within his reach. */
    static final int NOWHERE = -1;

    private static final int FIRST_LIST = 8;
    private static final int CHUNK = 4096;
    private static final long SMALL = 10_000L * 100;

    /** How often the lists of those in the way are lengthened before a search looks at whole groups. */
    private static final int ROUNDS = 4;

    /** How many groups are looked at first around a group. */
    private static final int AROUND = 8;

    /** What whole decimetres can take from a detour. */
    private static final int ROUNDING = 3;

    private final Offers offers;
    private final int[] seats;
    private final int groups;
    private final Prices prices;
    private final Lists lists;

    /** What leaving a customer over costs: more than any chain of moves can save. */
    private final long nowhere;

    private final int[] at;
    private final long[] costAt;
    private final int[] slot;
    private final int[][] members;
    private final int[] load;

    private final Moves moves;
    private final Heap heap = new Heap();

    /** By group, {@code groups} for nowhere: what it costs to get there, from whom, and by whose move. */
    private final long[] reached;

    private final int[] parent;
    private final int[] via;
    private final int[] seen;
    private final int[] done;
    private int search;
    private int[] scanned;
    private int scannedCount;
    private int rounds;
    private boolean flood;
    private final int[] width;
    private final Offers.Finder finder;

    private Transport(Offers offers, int[] seats) {
        this.offers = offers;
        this.seats = seats;
        this.groups = offers.groups();
        this.prices = new Prices(groups);
        this.lists = new Lists(offers, prices);
        this.nowhere = Math.multiplyExact(Math.max(1, offers.highest()), groups + 2L);
        int customers = offers.customers();
        this.at = new int[customers];
        this.costAt = new long[customers];
        this.slot = new int[customers];
        this.members = new int[groups][];
        this.load = new int[groups];
        this.moves = new Moves(offers, lists, members, load, costAt);
        this.reached = new long[groups + 1];
        this.parent = new int[groups + 1];
        this.via = new int[groups + 1];
        this.seen = new int[groups + 1];
        this.done = new int[groups + 1];
        this.width = new int[groups];
        this.finder = offers.finder();
        this.scanned = new int[Math.max(1, groups)];
    }

    /**
     * The answer.
     *
     * @param group by customer; {@link #NOWHERE} for those left over
     * @param cost by customer; 0 for those left over
     * @param prices by group
     * @param placed how many have a group
     * @param total cost of those
     * @param bound no other way of placing as many costs less
     */
    record Answer(int[] group, long[] cost, long[] prices, long placed, long total, long bound) {}

    /** Hears how many customers have been looked at, now and then. */
    @FunctionalInterface
    interface Watch {
        Watch NOBODY = (done, total) -> {};

        void at(long done, long total);
    }

    /** @param seats by group, none below zero */
    static Answer solve(Offers offers, int[] seats) {
        return solve(offers, seats, true, Watch.NOBODY);
    }

    /**
     * @param optimal whether it goes on to the optimum, however long that takes; otherwise more customers and groups than 10,000
     *     times 100 are placed by an {@link Auction}, and the bound tells how far from the optimum that may be
     */
    static Answer solve(Offers offers, int[] seats, boolean optimal, Watch watch) {
        if (!optimal && (long) offers.customers() * offers.groups() > SMALL) {
            return Auction.solve(offers, seats, watch);
        }
        Transport transport = new Transport(offers, seats);
        transport.run(watch);
        return transport.answer();
    }

    private void run(Watch watch) {
        offers.follow(prices);
        int[] places = offers.places();
        Arrays.fill(at, NOWHERE);
        for (int g = 0; g < groups; g++) {
            members[g] = new int[Math.min(seats[g], 16)];
        }
        lists.fill(1);
        int customers = offers.customers();
        long[] waiting = new long[customers];
        int count = 0;
        for (int i = 0; i < customers; i++) {
            int cheapest = lists.cheapest(i);
            if (cheapest < 0) {
                continue;
            }
            int first = offers.first(i);
            if (first >= 0 && offers.cost(i, first) == lists.cost[cheapest]) {
                if (!lists.lists(i, first)) {
                    lists.add(i, first, lists.cost[cheapest]);
                }
                cheapest = lists.find(i, first);
            }
            int nearest = lists.group[cheapest];
            if (load[nearest] < seats[nearest]) {
                enter(i, nearest, lists.cost[cheapest]);
            } else {
                waiting[count++] = (long) places[nearest] << 32 | i;
            }
        }
        if (count == 0) {
            return;
        }
        lists.fill(FIRST_LIST);
        Arrays.sort(waiting, 0, count);
        for (int i = 0; i < count; i++) {
            place((int) waiting[i]);
            watch.at(i, count);
        }
    }

    private void enter(int customer, int group, long cost) {
        if (load[group] == members[group].length) {
            members[group] = Arrays.copyOf(members[group], Math.max(16, Math.min(seats[group], 2 * load[group])));
        }
        slot[customer] = load[group];
        members[group][load[group]++] = customer;
        at[customer] = group;
        costAt[customer] = cost;
        moves.forget(group);
    }

    private void leave(int customer) {
        int group = at[customer];
        int last = members[group][--load[group]];
        members[group][slot[customer]] = last;
        slot[last] = slot[customer];
        at[customer] = NOWHERE;
        moves.forget(group);
    }

    /** Finds the cheapest way to a free seat for one more customer, and goes it. */
    private void place(int customer) {
        search++;
        scannedCount = 0;
        rounds = 0;
        flood = false;
        heap.clear();
        for (int i = lists.from(customer); i < lists.to(customer); i++) {
            int group = lists.group[i];
            reach(group, lists.cost[i] + prices.of(group), -1, customer);
        }
        reach(groups, nowhere, -1, customer);
        heap.add(lists.rest[customer], groups + 1);
        long first = heap.key();
        while (true) {
            long key = heap.key();
            int what = heap.take();
            if (what > groups) {
                further(customer, what, key, key - first);
            } else if (done[what] != search && reached[what] == key) {
                done[what] = search;
                if (what == groups || load[what] < seats[what]) {
                    finish(what);
                    return;
                }
                scan(what);
            }
        }
    }

    private void reach(int group, long cost, int from, int by) {
        if (seen[group] != search || reached[group] > cost) {
            seen[group] = search;
            reached[group] = cost;
            parent[group] = from;
            via[group] = by;
            heap.add(cost, group);
        }
    }

    private void scan(int group) {
        scanned[scannedCount++] = group;
        relax(group);
    }

    private void relax(int group) {
        moves.of(group);
        long base = reached[group] - prices.of(group);
        int[] to = moves.to[group];
        long[] cost = moves.cost[group];
        int[] who = moves.who[group];
        for (int k = 0; k < moves.count[group]; k++) {
            int other = to[k];
            if (done[other] != search) {
                reach(other, base + cost[k] + prices.of(other), group, who[k]);
            }
        }
        if (moves.dearestWho[group] >= 0) {
            reach(groups, base + nowhere - moves.dearest[group], group, moves.dearestWho[group]);
        }
        if (flood) {
            event(group, reached[group]);
        } else if (moves.rest[group] != Long.MAX_VALUE) {
            heap.add(base + moves.rest[group], groups + 2 + group);
        }
    }

    /** Lists of some customers are too short for this search. */
    private void further(int customer, int what, long key, long gone) {
        if (!flood && ++rounds <= ROUNDS) {
            lengthen(customer, key + Math.max(gone, 1));
            return;
        }
        if (!flood) {
            flood = true;
            Arrays.fill(width, AROUND);
            for (int s = 0; s < scannedCount; s++) {
                event(scanned[s], key);
            }
            ask(customer);
        } else if (what == groups + 1) {
            ask(customer);
        } else {
            around(what - groups - 2, key);
        }
    }

    /** Looks for more groups for those whose lists are too short up to a cost, all at once. */
    private void lengthen(int customer, long due) {
        int many = 0;
        int[] who = new int[64];
        long[] until = new long[64];
        boolean own = lists.rest[customer] <= due;
        if (own) {
            until[0] = due;
            who[many++] = customer;
        }
        for (int s = 0; s < scannedCount; s++) {
            int group = scanned[s];
            long base = reached[group] - prices.of(group);
            if (moves.rest[group] == Long.MAX_VALUE || base + moves.rest[group] > due) {
                continue;
            }
            for (int m = 0; m < load[group]; m++) {
                int member = members[group][m];
                if (lists.rest[member] != Long.MAX_VALUE && base + lists.rest[member] - costAt[member] <= due) {
                    if (many == who.length) {
                        who = Arrays.copyOf(who, 2 * many);
                        until = Arrays.copyOf(until, 2 * many);
                    }
                    until[many] = due - base + costAt[member];
                    who[many++] = member;
                }
            }
            moves.forget(group);
        }
        lists.renew(who, many, until);
        for (int i = own ? 1 : 0; i < many; i++) {
            keep(who[i]);
        }
        if (own) {
            for (int i = lists.from(customer); i < lists.to(customer); i++) {
                int group = lists.group[i];
                if (done[group] != search) {
                    reach(group, lists.cost[i] + prices.of(group), -1, customer);
                }
            }
            heap.add(lists.rest[customer], groups + 1);
        }
        for (int s = 0; s < scannedCount; s++) {
            if (moves.forgotten(scanned[s])) {
                relax(scanned[s]);
            }
        }
    }

    /** The cheapest groups for the customer himself that the search has not come to. */
    private void ask(int customer) {
        finder.find(customer, AROUND, prices, group -> done[group] == search);
        for (int k = 0; k < finder.found; k++) {
            reach(finder.group[k], finder.cost[k] + prices.of(finder.group[k]), -1, customer);
        }
        heap.add(finder.rest, groups + 1);
    }

    /** Notes when the surroundings of a group must be looked at: not before its members can be better off by it. */
    private void event(int group, long key) {
        if (moves.farthest[group] >= 0) {
            heap.add(key, groups + 2 + group);
        }
    }

    /**
     * Looks at the surroundings of a group as a whole: the nearest groups that the search has not come to, and who of its members
     * would move there. A crowd is crossed in this way without lengthening everybody's list.
     */
    private void around(int group, long key) {
        long farthest = moves.farthest[group];
        long base = reached[group] - prices.of(group);
        finder.around(group, farthest, width[group], prices, other -> done[other] == search);
        for (int k = 0; k < finder.found; k++) {
            int other = finder.group[k];
            long least = Long.MAX_VALUE;
            int who = -1;
            for (int m = 0; m < load[group]; m++) {
                int member = members[group][m];
                if (lists.rest[member] == Long.MAX_VALUE) {
                    continue;
                }
                long cost = offers.cost(member, other);
                if (cost != Long.MAX_VALUE && cost - costAt[member] < least) {
                    least = cost - costAt[member];
                    who = member;
                }
            }
            if (who >= 0) {
                reach(other, base + least + prices.of(other), group, who);
            }
        }
        width[group] *= 2;
        if (finder.rest != Long.MAX_VALUE) {
            event(group, Math.max(key, base + finder.rest - 2 * farthest - ROUNDING));
        }
    }

    /** Raises the prices of what the search went over, and moves everybody on its way one on. */
    private void finish(int last) {
        long way = reached[last];
        for (int s = 0; s < scannedCount; s++) {
            int group = scanned[s];
            prices.raise(group, prices.of(group) + way - reached[group]);
        }
        if (flood) {
            renew();
        }
        int group = last;
        while (group >= 0) {
            int customer = via[group];
            int from = parent[group];
            if (from >= 0) {
                leave(customer);
            }
            if (group != groups) {
                if (!lists.lists(customer, group)) {
                    lists.add(customer, group, offers.cost(customer, group));
                }
                enter(customer, group, lists.cost(customer, group));
            }
            group = from;
        }
    }

    /** Prices have risen a good deal: everybody the search went over is told his cheapest groups anew. */
    private void renew() {
        int many = 0;
        for (int s = 0; s < scannedCount; s++) {
            many += load[scanned[s]];
        }
        int[] who = new int[many];
        many = 0;
        for (int s = 0; s < scannedCount; s++) {
            int group = scanned[s];
            for (int m = 0; m < load[group]; m++) {
                if (lists.rest[members[group][m]] != Long.MAX_VALUE) {
                    who[many++] = members[group][m];
                }
            }
            moves.forget(group);
        }
        lists.renew(who, many, new long[many]);
        for (int i = 0; i < many; i++) {
            keep(who[i]);
        }
    }

    /** A list always has the group its customer is in, even when equal ones come before it. */
    private void keep(int customer) {
        if (!lists.lists(customer, at[customer])) {
            lists.add(customer, at[customer], costAt[customer]);
        }
    }

    private Answer answer() {
        long placed = 0;
        for (int group : at) {
            placed += group >= 0 ? 1 : 0;
        }
        return answer(offers, seats, prices, nowhere, at, costAt, placed);
    }

    /** The answer with what its prices prove. */
    static Answer answer(
            Offers offers, int[] seats, Prices prices, long nowhere, int[] at, long[] costAt, long placed) {
        long total = 0;
        for (int i = 0; i < at.length; i++) {
            total = Math.addExact(total, at[i] >= 0 ? costAt[i] : 0);
        }
        return new Answer(at, costAt, prices.all(), placed, total, bound(offers, seats, prices, nowhere, placed));
    }

    /**
     * What the prices prove, whoever found them: whoever pays for his seat pays at least his cheapest one, and no more than all
     * seats are worth comes in; this holds whatever being left over costs. The groups are looked for anew, without the lists.
     */
    private static long bound(Offers offers, int[] seats, Prices prices, long nowhere, long placed) {
        int customers = offers.customers();
        int chunks = (customers + CHUNK - 1) / CHUNK;
        long[] least = new long[chunks];
        Parallel.each(chunks, () -> {
            Offers.Finder finder = offers.finder();
            return chunk -> {
                for (int i = chunk * CHUNK; i < Math.min(customers, (chunk + 1) * CHUNK); i++) {
                    finder.find(i, 0, prices, Offers.Leave.NOTHING);
                    least[chunk] = Math.addExact(least[chunk], Math.min(nowhere, finder.rest));
                }
            };
        });
        BigInteger bound = BigInteger.ZERO;
        for (long each : least) {
            bound = bound.add(BigInteger.valueOf(each));
        }
        for (int g = 0; g < seats.length; g++) {
            bound = bound.subtract(BigInteger.valueOf(prices.of(g)).multiply(BigInteger.valueOf(seats[g])));
        }
        BigInteger without = BigInteger.valueOf(nowhere).multiply(BigInteger.valueOf(customers - placed));
        return bound.subtract(without).max(BigInteger.ZERO).longValueExact();
    }
}
