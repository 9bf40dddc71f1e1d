package siyu.customer;

import java.util.Arrays;
import siyu.fact.Vocabulary;

/** Puts rows in order by two keys; stable, without objects. Memory is kept for the next use. */
final class RowSorter {
    /** Up to so many rows an insertion sort is quickest. */
    private static final int FEW = 24;

    private int[] order = new int[0];
    private int[] other = new int[0];
    private int[] starts = new int[0];
    private int count;

    /** How many rows the last sort of heads kept. */
    int count() {
        return count;
    }

    /** Rows as runs brought them, by customer, time and arrival; without those of a kind below 0. */
    int[] sort(EventRows rows) {
        int[] all = new int[rows.size];
        long[] customers = new long[rows.size];
        int kept = 0;
        for (int row = 0; row < rows.size; row++) {
            customers[row] = rows.customers[row];
            if (rows.kinds[row] >= 0) {
                all[kept++] = row;
            }
        }
        reserve(kept);
        // Stable, and rows are in order of arrival.
        sort(all, 0, kept, customers, rows.column(Vocabulary.EVENT_AT).longs);
        return Arrays.copyOf(all, kept);
    }

    /** The rows that are not dropped, by customer, time and arrival; valid until the next sort. */
    int[] sort(EventHeads heads, boolean[] dropped) {
        int customers = 0;
        for (int row = 0; row < heads.size; row++) {
            customers = Math.max(customers, heads.customers[row] + 1);
        }
        if (starts.length < customers + 1) {
            starts = new int[customers + 1];
        }
        Arrays.fill(starts, 0, customers + 1, 0);
        for (int row = 0; row < heads.size; row++) {
            if (!dropped[row]) {
                starts[heads.customers[row] + 1]++;
            }
        }
        for (int customer = 0; customer < customers; customer++) {
            starts[customer + 1] += starts[customer];
        }
        count = starts[customers];
        reserve(count);
        for (int row = 0; row < heads.size; row++) {
            if (!dropped[row]) {
                order[starts[heads.customers[row]]++] = row;
            }
        }
        // Each start has moved to the start of the next customer.
        int from = 0;
        for (int customer = 0; customer < customers; customer++) {
            sort(order, from, starts[customer], heads.times, heads.sequences);
            from = starts[customer];
        }
        return order;
    }

    /** Puts the first {@code size} rows in order of their keys. */
    void sort(int[] rows, int size, long[] first, long[] second) {
        reserve(size);
        sort(rows, 0, size, first, second);
    }

    private void reserve(int rows) {
        if (order.length < rows) {
            order = new int[rows + (rows >> 2)];
        }
        if (other.length < rows) {
            other = new int[rows + (rows >> 2)];
        }
    }

    private void sort(int[] rows, int from, int to, long[] first, long[] second) {
        if (to - from <= FEW) {
            for (int i = from + 1; i < to; i++) {
                int row = rows[i];
                int at = i;
                for (; at > from && after(rows[at - 1], row, first, second); at--) {
                    rows[at] = rows[at - 1];
                }
                rows[at] = row;
            }
            return;
        }
        int middle = (from + to) >>> 1;
        sort(rows, from, middle, first, second);
        sort(rows, middle, to, first, second);
        if (!after(rows[middle - 1], rows[middle], first, second)) {
            return;
        }
        System.arraycopy(rows, from, other, from, middle - from);
        int left = from;
        int right = middle;
        for (int at = from; left < middle; at++) {
            if (right < to && after(other[left], rows[right], first, second)) {
                rows[at] = rows[right++];
            } else {
                rows[at] = other[left++];
            }
        }
    }

    private static boolean after(int a, int b, long[] first, long[] second) {
        return first[a] > first[b] || (first[a] == first[b] && second[a] > second[b]);
    }
}
