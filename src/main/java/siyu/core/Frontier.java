package siyu.core;

import java.util.Arrays;

/** The efficient frontier: what no other choice beats. */
public final class Frontier {
    private Frontier() {}

    /**
     * By choice: whether no other one has as large a result for less, or a larger one for as much. Those that come to the very same
     * are on it together.
     *
     * @param costs the less, the better
     * @param results of the same choices, the more, the better
     */
    public static boolean[] of(long[] costs, long[] results) {
        Integer[] order = new Integer[costs.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (a, b) ->
                        costs[a] != costs[b] ? Long.compare(costs[a], costs[b]) : Long.compare(results[b], results[a]));
        boolean[] on = new boolean[costs.length];
        int best = -1;
        for (int at : order) {
            boolean same = best >= 0 && costs[at] == costs[best] && results[at] == results[best];
            if (same || best < 0 || results[at] > results[best]) {
                on[at] = true;
                best = at;
            }
        }
        return on;
    }
}
