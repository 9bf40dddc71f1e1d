package siyu.group;

import java.util.Arrays;
import java.util.List;

/** What groups cost customers, such as the time of a journey: in ten-thousandths, for the pairs that it has. */
public final class CostTable {
    /** Units of one. */
    public static final int UNIT = 10_000;

    private int[] customer = new int[1024];
    private int[] group = new int[1024];
    private long[] cost = new long[1024];
    private int size;

    /** Adds a pair. */
    public void add(int itsCustomer, int itsGroup, long its) {
        if (size == customer.length) {
            customer = Arrays.copyOf(customer, 2 * size);
            group = Arrays.copyOf(group, 2 * size);
            cost = Arrays.copyOf(cost, 2 * size);
        }
        customer[size] = itsCustomer;
        group[size] = itsGroup;
        cost[size++] = its;
    }

    /** The offers to some customers, ascending, of some groups that have seats. */
    Offers offers(int[] who, List<Group> groups, int[] seats) {
        int numbers = 0;
        for (Group each : groups) {
            numbers = Math.max(numbers, each.number() + 1);
        }
        int[] place = new int[numbers];
        Arrays.fill(place, -1);
        for (int g = 0; g < seats.length; g++) {
            place[groups.get(g).number()] = seats[g] > 0 ? g : -1;
        }
        int[] start = new int[who.length];
        int[] count = new int[who.length];
        long highest = 0;
        int[] at = new int[size];
        for (int row = 0; row < size; row++) {
            int i = Arrays.binarySearch(who, customer[row]);
            at[row] = i < 0 || group[row] >= numbers || place[group[row]] < 0 ? -1 : i;
            if (at[row] >= 0) {
                count[i]++;
                highest = Math.max(highest, cost[row]);
            }
        }
        int sum = 0;
        for (int i = 0; i < who.length; i++) {
            start[i] = sum;
            sum += count[i];
        }
        int[] listed = new int[sum];
        long[] costs = new long[sum];
        int[] filled = new int[who.length];
        for (int row = 0; row < size; row++) {
            if (at[row] >= 0) {
                int to = start[at[row]] + filled[at[row]]++;
                listed[to] = place[group[row]];
                costs[to] = cost[row];
            }
        }
        return new Listed(groups.size(), highest, new Offers.Whole(listed, costs, start, count));
    }

    /** Offers that are lists. */
    record Listed(int groups, long highest, Whole whole) implements Offers {
        @Override
        public int customers() {
            return whole.start().length;
        }

        @Override
        public long cost(int customer, int group) {
            throw new IllegalStateException("every list is whole");
        }

        @Override
        public Finder finder() {
            return new Finder() {
                @Override
                void search(int customer, Prices prices, Leave leave) {
                    int from = whole.start()[customer];
                    for (int at = from; at < from + whole.size()[customer]; at++) {
                        if (!leave.leave(whole.group()[at])) {
                            offer(whole.group()[at], whole.cost()[at], prices.of(whole.group()[at]));
                        }
                    }
                }

                @Override
                void searchAround(int centre, long farther, Prices prices, Leave leave) {
                    throw new IllegalStateException("every list is whole");
                }
            };
        }
    }
}
