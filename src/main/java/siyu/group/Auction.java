package siyu.group;

import java.util.Arrays;
import java.util.stream.IntStream;
import siyu.customer.Parallel;

/**
 * Puts very many customers into groups at nearly the least total cost, by an auction (Bertsekas and Castañon 1989, for transport
 * problems): whoever has no seat bids for the group that is cheapest for him with its price, so much that it is only a little
 * better than the second best, and whoever bid least for a seat there loses it. At the end nobody could save more than that
 * little by going elsewhere. It becomes smaller from round to round, each of which starts from the prices of the last less what
 * these may be too high; early rounds are held with some of the customers and seats only.
 *
 * <p>What the prices prove is told with the answer. One thread bids, so the answer does not depend on how many there are.
 *
 * <p>Cost: a few bids for each customer, about a microsecond each.
 */
final class Auction {
    /** Groups that a customer compares before he looks for more. */
    private static final int LIST = 8;

    private static final int CHUNK = 4096;

    /** How much smaller the advantage that counts becomes from round to round. */
    private static final int STEP = 4;

    /** A bid is at most so many advantages higher than it must be, and prices start a round so many lower. */
    private static final int AHEAD = 3;

    /** One of so many customers bids in early rounds, at most. */
    private static final int SAMPLE = 16;

    /** Seats that a group has at least in early rounds, on the average. */
    private static final int FEW = 6;

    /** It ends when the total is at most one of so many parts above what is possible, or after so many rounds. */
    private static final int NEAR = 200;

    private static final int ROUNDS = 24;

    /** What being left over costs at first, in costs of the nearest group, and may become, in highest costs. */
    private static final int FAR = 256;

    private static final int HIGHEST = 4;

    /** Whoever has lost so many seats in a round bids twice as much more, so that no crowd goes up in small steps for ever. */
    private static final int PATIENCE = 200;

    private static final int MOST_DOUBLED = 4;

    /** The first advantage is such a part of what being left over costs. */
    private static final int FIRST = 8;

    /** Bids between two reports. */
    private static final int REPORT = 1 << 16;

    private final Offers offers;
    private final int[] seats;
    private final int groups;
    private final Prices prices;
    private final Lists lists;
    private final Offers.Finder finder;
    private final int[] at;
    private final long[] costAt;
    private final short[] lost;
    private long nowhere;
    private long doubled;

    /** By group, from where on its seats are in {@link #taker}; those of a group are a heap by {@link #bid}. */
    private final int[] start;

    private final int[] taker;
    private final long[] bid;
    private int[] load = new int[0];

    private Auction(Offers offers, int[] seats) {
        this.offers = offers;
        this.seats = seats;
        this.groups = seats.length;
        this.prices = new Prices(groups);
        this.lists = new Lists(offers, prices);
        this.finder = offers.finder();
        this.at = new int[offers.customers()];
        this.costAt = new long[offers.customers()];
        this.lost = new short[offers.customers()];
        this.nowhere = Math.max(1, offers.highest());
        this.start = new int[groups + 1];
        for (int g = 0; g < groups; g++) {
            start[g + 1] = start[g] + Math.min(seats[g], at.length);
        }
        this.taker = new int[start[groups]];
        this.bid = new long[start[groups]];
    }

    /** @param seats by group, none below zero */
    static Transport.Answer solve(Offers offers, int[] seats, Transport.Watch watch) {
        Auction auction = new Auction(offers, seats);
        offers.follow(auction.prices);
        long placed = auction.nearest();
        if (placed < 0) {
            auction.run(watch);
            int[] left = IntStream.range(0, auction.at.length)
                    .filter(i -> auction.at[i] == Transport.NOWHERE)
                    .toArray();
            placed = new Chains(offers, seats, auction.prices, auction.at, auction.costAt).place(left);
        }
        return Transport.answer(offers, seats, auction.prices, auction.nowhere, auction.at, auction.costAt, placed);
    }

    /** Gives everybody his nearest group. Returns how many have one, or -1 when there are too few seats for that. */
    private long nearest() {
        Parallel.each((at.length + CHUNK - 1) / CHUNK, () -> {
            Offers.Finder mine = offers.finder();
            return chunk -> {
                for (int i = chunk * CHUNK; i < Math.min(at.length, (chunk + 1) * CHUNK); i++) {
                    at[i] = mine.cheapest(i, prices);
                    costAt[i] = at[i] == Transport.NOWHERE ? 0 : mine.cost[0];
                }
            };
        });
        long placed = 0;
        boolean fits = true;
        load = new int[groups];
        for (int group : at) {
            if (group != Transport.NOWHERE) {
                placed++;
                fits &= ++load[group] <= seats[group];
            }
        }
        return fits ? placed : -1;
    }

    private void run(Transport.Watch watch) {
        int customers = at.length;
        int[] places = offers.places();
        long[] order = new long[customers];
        long[] costs = new long[customers];
        int reached = 0;
        for (int i = 0; i < customers; i++) {
            order[i] = i;
            if (at[i] != Transport.NOWHERE) {
                order[i] |= (long) places[at[i]] << 32;
                costs[reached++] = costAt[i];
            }
        }
        Arrays.sort(costs, 0, reached);
        long near = Math.max(1, costs[reached / 2]);
        nowhere = Math.min(HIGHEST * Math.max(1, offers.highest()), FAR * near);
        lists.fill(LIST);
        long epsilon = Math.max(1, nowhere / FIRST);
        long fall = 0;
        int part = Math.max(1, Math.min(SAMPLE, start[groups] / Math.max(1, groups) / FEW));
        if (part > 1) {
            Arrays.sort(order);
            int[] some = new int[customers / part];
            for (int i = 0; i < some.length; i++) {
                some[i] = (int) order[i * part + part / 2];
            }
            int[] fewer = fewer(places, part);
            while (epsilon > near) {
                round(some, fewer, fall, epsilon, Transport.Watch.NOBODY);
                fall = fall(epsilon);
                epsilon = raise(some, fewer) ? nowhere / FIRST : Math.max(1, epsilon / STEP);
            }
        }
        int[] everybody = new int[customers];
        for (int i = 0; i < customers; i++) {
            everybody[i] = i;
        }
        boolean last = false;
        for (int rounds = 0; rounds < ROUNDS && !last; rounds++) {
            round(everybody, seats, fall, epsilon, watch);
            last = near();
            long dear = last ? 0 : dear();
            last |= epsilon == 1 && dear == 0;
            fall = Math.max(fall(epsilon), dear);
            boolean again = !last && raise(everybody, seats);
            epsilon = Math.max(1, again ? nowhere / FIRST : Math.max(epsilon / STEP, dear / FIRST));
        }
    }

    /** The highest price of free seats, when these prices are all too high by more than may be; otherwise 0. */
    private long dear() {
        double above = 0;
        long most = 0;
        for (int g = 0; g < groups; g++) {
            above += (double) prices.of(g) * (seats[g] - load[g]);
            most = load[g] < seats[g] ? Math.max(most, prices.of(g)) : most;
        }
        return above * NEAR > Arrays.stream(costAt).asDoubleStream().sum() ? most : 0;
    }

    /** How much prices may be too high after a round. */
    private long fall(long epsilon) {
        return AHEAD * epsilon + doubled;
    }

    /** The seats of early rounds: as many in every neighbourhood as there should be. */
    private int[] fewer(int[] places, int part) {
        long[] order = new long[groups];
        for (int g = 0; g < groups; g++) {
            order[g] = (long) places[g] << 32 | g;
        }
        Arrays.sort(order);
        int[] fewer = new int[groups];
        long sum = 0;
        for (long each : order) {
            int g = (int) each;
            long before = sum / part;
            sum += start[g + 1] - start[g];
            fewer[g] = seats[g] == 0 ? 0 : Math.max(1, (int) (sum / part - before));
        }
        return fewer;
    }

    /** Being left over must cost more when somebody is who could have a seat. Returns whether it does. */
    private boolean raise(int[] who, int[] room) {
        long most = HIGHEST * Math.max(1, offers.highest());
        int[] left = Arrays.stream(who).filter(i -> at[i] == Transport.NOWHERE).toArray();
        if (nowhere == most || left.length == 0) {
            return false;
        }
        Chains chains = new Chains(offers, room, prices, at.clone(), costAt.clone());
        if (chains.place(left) == who.length - left.length) {
            return false;
        }
        nowhere = Math.min(most, STEP * nowhere);
        return true;
    }

    /** One round, in which some customers bid for some seats. */
    private void round(int[] who, int[] room, long fall, long epsilon, Transport.Watch watch) {
        for (int g = 0; g < groups; g++) {
            if (prices.of(g) > 0) {
                prices.raise(g, Math.max(0, prices.of(g) - fall));
            }
        }
        lists.fallen(fall);
        doubled = epsilon;
        load = new int[groups];
        Arrays.fill(at, Transport.NOWHERE);
        Arrays.fill(costAt, 0);
        Arrays.fill(lost, (short) 0);
        int size = who.length;
        int[] queue = who.clone();
        int head = 0;
        int waiting = size;
        long bids = 0;
        while (waiting > 0) {
            int loser = bid(queue[head], room, epsilon);
            head = head + 1 == size ? 0 : head + 1;
            waiting--;
            if (loser >= 0) {
                int tail = head + waiting;
                queue[tail >= size ? tail - size : tail] = loser;
                waiting++;
            }
            if (++bids % REPORT == 0) {
                watch.at(size - waiting, size);
            }
        }
    }

    /** Bids for a customer. Returns who loses a seat, or -1. */
    private int bid(int customer, int[] room, long epsilon) {
        long first;
        long second;
        int best;
        while (true) {
            first = Long.MAX_VALUE;
            second = Long.MAX_VALUE;
            best = -1;
            for (int k = lists.from(customer); k < lists.to(customer); k++) {
                long value = lists.cost[k] + prices.of(lists.group[k]);
                if (value < first) {
                    second = first;
                    first = value;
                    best = k;
                } else if (value < second) {
                    second = value;
                }
            }
            if (first <= lists.rest[customer] || lists.rest[customer] > nowhere) {
                break;
            }
            lists.renew(customer, finder, LIST);
        }
        if (best < 0 || first > nowhere) {
            return -1;
        }
        second = Math.min(Math.min(second, lists.rest[customer]), nowhere);
        int group = lists.group[best];
        long more = epsilon << Math.min(MOST_DOUBLED, lost[customer] / PATIENCE);
        doubled = Math.max(doubled, more);
        long its = prices.of(group) + Math.min(second - first, AHEAD * epsilon) + more;
        at[customer] = group;
        costAt[customer] = lists.cost[best];
        int base = start[group];
        int loser = -1;
        if (load[group] < room[group]) {
            up(base, load[group]++, customer, its);
        } else {
            loser = taker[base];
            at[loser] = Transport.NOWHERE;
            costAt[loser] = 0;
            lost[loser] = (short) Math.min(Short.MAX_VALUE, lost[loser] + 1);
            down(base, load[group], customer, its);
        }
        if (load[group] == room[group] && bid[base] != prices.of(group)) {
            prices.raise(group, bid[base]);
        }
        return loser;
    }

    private void up(int base, int place, int who, long its) {
        int k = place;
        while (k > 0 && bid[base + ((k - 1) >>> 1)] > its) {
            int above = (k - 1) >>> 1;
            taker[base + k] = taker[base + above];
            bid[base + k] = bid[base + above];
            k = above;
        }
        taker[base + k] = who;
        bid[base + k] = its;
    }

    /** Puts a bid into the place of the lowest. */
    private void down(int base, int size, int who, long its) {
        int k = 0;
        while (2 * k + 1 < size) {
            int below = 2 * k + 1;
            if (below + 1 < size && bid[base + below + 1] < bid[base + below]) {
                below++;
            }
            if (bid[base + below] >= its) {
                break;
            }
            taker[base + k] = taker[base + below];
            bid[base + k] = bid[base + below];
            k = below;
        }
        taker[base + k] = who;
        bid[base + k] = its;
    }

    /** Whether the total is near enough to what the prices prove, as far as the lists tell. */
    private boolean near() {
        int chunks = (at.length + CHUNK - 1) / CHUNK;
        long[] over = new long[chunks];
        long[] total = new long[chunks];
        Parallel.each(chunks, () -> chunk -> {
            for (int i = chunk * CHUNK; i < Math.min(at.length, (chunk + 1) * CHUNK); i++) {
                long least = Math.min(nowhere, lists.rest[i]);
                for (int k = lists.from(i); k < lists.to(i); k++) {
                    least = Math.min(least, lists.cost[k] + prices.of(lists.group[k]));
                }
                boolean has = at[i] != Transport.NOWHERE;
                over[chunk] += (has ? costAt[i] + prices.of(at[i]) : nowhere) - least;
                total[chunk] += has ? costAt[i] : 0;
            }
        });
        double above = Arrays.stream(over).asDoubleStream().sum();
        for (int g = 0; g < groups; g++) {
            above += (double) prices.of(g) * (seats[g] - load[g]);
        }
        return above * NEAR <= Arrays.stream(total).asDoubleStream().sum();
    }
}
