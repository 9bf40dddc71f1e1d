package siyu.points;

import java.util.Arrays;

/**
 * What one customer has earned by each rule in each period, for the rules that have a cap. Open addressing over primitive arrays,
 * used again for one customer after the other: a lookup costs a few nanoseconds and no object.
 */
final class CapBook {
    private long[] keys = new long[16];
    private long[] sums = new long[16];
    private long[] counts = new long[16];
    private int[] stamps = new int[16];
    private int stamp = 1;
    private int size;

    void clear() {
        stamp++;
        size = 0;
    }

    /** What is still allowed by a cap: points, or {@code Long.MAX_VALUE} and 0 for a cap that counts times. */
    long room(int rule, Cap cap, int day) {
        int slot = slot(key(rule, cap, day));
        if (cap.times()) {
            return counts[slot] < cap.most() ? Long.MAX_VALUE : 0;
        }
        return Math.max(0, cap.most() - sums[slot]);
    }

    void add(int rule, Cap cap, int day, long points) {
        int slot = slot(key(rule, cap, day));
        sums[slot] = Math.addExact(sums[slot], points);
        counts[slot]++;
    }

    private static long key(int rule, Cap cap, int day) {
        return ((long) rule << 40) ^ (cap.per().period(day) & 0xFF_FFFF_FFFFL);
    }

    private int slot(long key) {
        if (2 * size >= keys.length) {
            grow();
        }
        int mask = keys.length - 1;
        int at = (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> 40) & mask;
        while (stamps[at] == stamp && keys[at] != key) {
            at = (at + 1) & mask;
        }
        if (stamps[at] != stamp) {
            stamps[at] = stamp;
            keys[at] = key;
            sums[at] = 0;
            counts[at] = 0;
            size++;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldSums = sums;
        long[] oldCounts = counts;
        int[] oldStamps = stamps;
        int old = stamp;
        int capacity = 2 * keys.length;
        keys = new long[capacity];
        sums = new long[capacity];
        counts = new long[capacity];
        stamps = new int[capacity];
        Arrays.fill(stamps, 0);
        stamp = 1;
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldStamps[i] == old) {
                int slot = slot(oldKeys[i]);
                sums[slot] = oldSums[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
