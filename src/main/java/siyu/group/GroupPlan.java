package siyu.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who is put into which group of one kind: the answer for every customer, and what proves how good it is.
 *
 * @param groups of the kind, those that are open
 * @param day of the as-of
 * @param why by customer, numbers of {@link Why}
 * @param group by customer, a place in {@code groups} for those who are placed or stay in an open one, otherwise -1
 * @param cost by customer who is placed: decimetres, or what the cost table says; -1 for those placed by region
 * @param total of the costs, in the same unit
 * @param bound no way of placing as many costs less
 * @param nearest how many of those placed by distance have no nearer group, full or not
 */
public record GroupPlan(
        GroupRules.Kind kind,
        List<Group> groups,
        int[] members,
        int[] limits,
        int day,
        byte[] why,
        int[] group,
        long[] cost,
        long total,
        long bound,
        long nearest) {
    /** What became of a customer. */
    public Why why(int customer) {
        return Why.of(why[customer]);
    }

    /** How many customers a reason holds for. */
    public long count(Why reason) {
        long count = 0;
        for (byte each : why) {
            count += each == reason.number() ? 1 : 0;
        }
        return count;
    }

    /** The memberships that the plan adds, by customer. */
    public List<Stay> stays() {
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i < why.length; i++) {
            if (why[i] == Why.PLACED.number()) {
                stays.add(new Stay(i, groups.get(group[i]).number(), day, Stay.OPEN));
            }
        }
        return stays;
    }

    /** The costs of those placed at one, ascending. */
    long[] costs() {
        long[] known = new long[why.length];
        int count = 0;
        for (int i = 0; i < why.length; i++) {
            if (why[i] == Why.PLACED.number() && cost[i] >= 0) {
                known[count++] = cost[i];
            }
        }
        long[] sorted = Arrays.copyOf(known, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Free seats up to the limit before the plan. */
    public long seats() {
        long seats = 0;
        for (int g = 0; g < limits.length; g++) {
            seats += Math.max(0, limits[g] - members[g]);
        }
        return seats;
    }
}
