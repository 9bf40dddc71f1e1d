package siyu.customer;

import java.util.Arrays;

/** Puts the keys of one part in order: by digits of their hashes, which are even. Belongs to one thread; memory is kept. */
final class KeySorter {
    /** Fewer keys are sorted as quickly otherwise. */
    private static final int FEW = 1024;

    /** Three digits cover the 32 bits of a hash that differ within a part. */
    private static final int DIGIT = 11;

    private static final int DIGITS = 3;

    private final int[][] starts = new int[DIGITS][1 << DIGIT];
    private long[] other = new long[0];

    /** Sorts keys of which the highest 8 bits of the hash are the same. */
    void sort(long[] keys) {
        if (keys.length < FEW) {
            Arrays.sort(keys);
            return;
        }
        if (other.length < keys.length) {
            other = new long[keys.length + (keys.length >> 3)];
        }
        count(keys);
        long[] from = keys;
        long[] to = other;
        for (int digit = 0; digit < DIGITS; digit++) {
            int[] next = starts[digit];
            for (int i = 0; i < keys.length; i++) {
                long key = from[i];
                to[next[digit(key, digit)]++] = key;
            }
            long[] sorted = to;
            to = from;
            from = sorted;
        }
        System.arraycopy(other, 0, keys, 0, keys.length);
        sortEqualHashes(keys);
    }

    /** Where the keys with each value of each digit will start. */
    private void count(long[] keys) {
        for (int[] each : starts) {
            Arrays.fill(each, 0);
        }
        for (long key : keys) {
            for (int digit = 0; digit < DIGITS; digit++) {
                starts[digit][digit(key, digit)]++;
            }
        }
        for (int[] each : starts) {
            int start = 0;
            for (int value = 0; value < each.length; value++) {
                int count = each[value];
                each[value] = start;
                start += count;
            }
        }
    }

    private static int digit(long key, int digit) {
        return (int) (EventKeys.hashOf(key) >>> (digit * DIGIT)) & ((1 << DIGIT) - 1);
    }

    private static void sortEqualHashes(long[] keys) {
        for (int i = 1; i < keys.length; i++) {
            long hash = EventKeys.hashOf(keys[i]);
            if (hash == EventKeys.hashOf(keys[i - 1])) {
                int start = i - 1;
                while (i < keys.length && EventKeys.hashOf(keys[i]) == hash) {
                    i++;
                }
                Arrays.sort(keys, start, i);
            }
        }
    }
}
