package siyu.referral;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/** Puts rows of columns in order without making objects of them. */
final class Order {
    private Order() {}

    /**
     * The rows 0 to {@code size - 1} by a number, ascending.
     *
     * @param ties puts two rows with the same number in order, as a comparator does
     */
    static int[] by(long[] keys, int size, IntBinaryOperator ties) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        boolean sorted = true;
        for (int i = 1; i < size && sorted; i++) {
            sorted = precedes(keys, ties, i - 1, i);
        }
        if (!sorted) {
            merge(order.clone(), order, 0, size, keys, ties);
        }
        return order;
    }

    /** The rows that come first at the start, by a merge sort: stable, and never more than n·log n comparisons. */
    private static void merge(int[] from, int[] to, int start, int end, long[] keys, IntBinaryOperator ties) {
        if (end - start < 2) {
            return;
        }
        int middle = (start + end) >>> 1;
        merge(to, from, start, middle, keys, ties);
        merge(to, from, middle, end, keys, ties);
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean first = left < middle && (right == end || precedes(keys, ties, from[left], from[right]));
            to[i] = first ? from[left++] : from[right++];
        }
    }

    private static boolean precedes(long[] keys, IntBinaryOperator ties, int a, int b) {
        return keys[a] < keys[b] || keys[a] == keys[b] && ties.applyAsInt(a, b) <= 0;
    }

    /** The values of rows in an order. */
    static int[] pick(int[] values, int[] order) {
        int[] picked = new int[order.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = values[order[i]];
        }
        return picked;
    }
}
