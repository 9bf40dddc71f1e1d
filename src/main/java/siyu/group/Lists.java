package siyu.group;

import java.util.Arrays;
import siyu.customer.Parallel;

/**
 * For each customer the cheapest groups that are known so far, and what all others cost at least together with their prices. Lists
 * grow when a search needs more; as prices only rise, what was said of the others stays true.
 */
final class Lists {
    private static final int CHUNK = 4096;
    private static final int PART = 256;

    /** Groups in a list, usually and at most. */
    private static final int USUAL = 8;

    private static final int MOST = 32;

    private final Offers offers;
    private final Prices prices;
    private final int[] start;
    private final int[] size;
    private final int[] room;

    /** No group outside the list of a customer has less cost and price together. */
    final long[] rest;

    int[] group;
    long[] cost;
    private int end;

    Lists(Offers offers, Prices prices) {
        this.offers = offers;
        this.prices = prices;
        int customers = offers.customers();
        this.start = new int[customers];
        this.size = new int[customers];
        this.room = new int[customers];
        this.rest = new long[customers];
        this.group = new int[0];
        this.cost = new long[0];
    }

    int from(int customer) {
        return start[customer];
    }

    int to(int customer) {
        return start[customer] + size[customer];
    }

    /** Gives every customer a list of the cheapest groups, on all processors; whole lists stay whole. */
    void fill(int most) {
        int customers = start.length;
        Offers.Whole whole = offers.whole();
        int first = whole.group().length;
        int lists = 0;
        for (int i = 0; i < customers; i++) {
            boolean known = whole.size()[i] >= 0;
            start[i] = known ? whole.start()[i] : Math.addExact(first, Math.multiplyExact(lists++, most));
            room[i] = known ? whole.size()[i] : most;
            size[i] = known ? whole.size()[i] : 0;
            rest[i] = Long.MAX_VALUE;
        }
        end = Math.addExact(first, Math.multiplyExact(lists, most));
        group = Arrays.copyOf(whole.group(), end);
        cost = Arrays.copyOf(whole.cost(), end);
        Parallel.each((customers + CHUNK - 1) / CHUNK, () -> {
            Offers.Finder finder = offers.finder();
            return chunk -> {
                for (int i = chunk * CHUNK; i < Math.min(customers, (chunk + 1) * CHUNK); i++) {
                    if (whole.size()[i] >= 0) {
                        continue;
                    }
                    finder.find(i, most, prices, Offers.Leave.NOTHING);
                    System.arraycopy(finder.group, 0, group, start[i], finder.found);
                    System.arraycopy(finder.cost, 0, cost, start[i], finder.found);
                    size[i] = finder.found;
                    rest[i] = finder.rest;
                }
            };
        });
    }

    boolean lists(int customer, int which) {
        for (int at = from(customer); at < to(customer); at++) {
            if (group[at] == which) {
                return true;
            }
        }
        return false;
    }

    /** What a listed group costs a customer. */
    long cost(int customer, int which) {
        return cost[find(customer, which)];
    }

    /** The place of a listed group. */
    int find(int customer, int which) {
        for (int at = from(customer); at < to(customer); at++) {
            if (group[at] == which) {
                return at;
            }
        }
        throw new IllegalStateException("not listed");
    }

    /** The place of the cheapest listed group by cost alone, -1 for an empty list. */
    int cheapest(int customer) {
        int best = -1;
        for (int at = from(customer); at < to(customer); at++) {
            if (best < 0 || cost[at] < cost[best]) {
                best = at;
            }
        }
        return best;
    }

    /**
     * Makes the lists of many customers anew, on all processors: the cheapest groups by the prices of now, so many that all others
     * are above what is due, as far as a list may become.
     *
     * @param due by place among the customers
     */
    void renew(int[] customers, int many, long[] due) {
        int[] count = new int[many];
        int[] found = new int[many * MOST];
        long[] costs = new long[many * MOST];
        Parallel.each((many + PART - 1) / PART, () -> {
            Offers.Finder finder = offers.finder();
            return part -> {
                for (int i = part * PART; i < Math.min(many, (part + 1) * PART); i++) {
                    int customer = customers[i];
                    int most = USUAL;
                    finder.find(customer, most, prices, Offers.Leave.NOTHING);
                    while (finder.rest <= due[i] && most < MOST) {
                        most *= 2;
                        finder.find(customer, most, prices, Offers.Leave.NOTHING);
                    }
                    count[i] = finder.found;
                    System.arraycopy(finder.group, 0, found, i * MOST, finder.found);
                    System.arraycopy(finder.cost, 0, costs, i * MOST, finder.found);
                    rest[customer] = finder.rest;
                }
            };
        });
        for (int i = 0; i < many; i++) {
            size[customers[i]] = 0;
            for (int k = i * MOST; k < i * MOST + count[i]; k++) {
                add(customers[i], found[k], costs[k]);
            }
        }
    }

    /** Prices may have fallen by so much. */
    void fallen(long by) {
        for (int i = 0; i < rest.length; i++) {
            if (rest[i] != Long.MAX_VALUE) {
                rest[i] -= by;
            }
        }
    }

    /** Makes one customer's list anew. */
    void renew(int customer, Offers.Finder finder, int most) {
        finder.find(customer, most, prices, Offers.Leave.NOTHING);
        size[customer] = 0;
        for (int k = 0; k < finder.found; k++) {
            add(customer, finder.group[k], finder.cost[k]);
        }
        rest[customer] = finder.rest;
    }

    void add(int customer, int which, long its) {
        if (size[customer] == room[customer]) {
            int more = room[customer] + Math.max(4, room[customer] / 2);
            if (end + more > group.length) {
                int length = Math.max(end + more, end + (end >> 2));
                group = Arrays.copyOf(group, length);
                cost = Arrays.copyOf(cost, length);
            }
            System.arraycopy(group, from(customer), group, end, size[customer]);
            System.arraycopy(cost, from(customer), cost, end, size[customer]);
            start[customer] = end;
            room[customer] = more;
            end += more;
        }
        int at = to(customer);
        group[at] = which;
        cost[at] = its;
        size[customer]++;
    }
}
