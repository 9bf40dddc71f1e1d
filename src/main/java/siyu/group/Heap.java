package siyu.group;

import java.util.Arrays;

/** The smallest key first; of equal ones the smaller number. Not for several threads. */
final class Heap {
    private long[] keys = new long[64];
    private int[] whats = new int[64];
    private int size;

    void clear() {
        size = 0;
    }

    boolean empty() {
        return size == 0;
    }

    /** The smallest key. */
    long key() {
        return keys[0];
    }

    void add(long key, int what) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            whats = Arrays.copyOf(whats, 2 * size);
        }
        int at = size++;
        while (at > 0) {
            int above = (at - 1) >>> 1;
            if (!before(key, what, keys[above], whats[above])) {
                break;
            }
            keys[at] = keys[above];
            whats[at] = whats[above];
            at = above;
        }
        keys[at] = key;
        whats[at] = what;
    }

    /** Takes out what has the smallest key. */
    int take() {
        int first = whats[0];
        long key = keys[--size];
        int what = whats[size];
        int at = 0;
        while (2 * at + 1 < size) {
            int below = 2 * at + 1;
            if (below + 1 < size && before(keys[below + 1], whats[below + 1], keys[below], whats[below])) {
                below++;
            }
            if (!before(keys[below], whats[below], key, what)) {
                break;
            }
            keys[at] = keys[below];
            whats[at] = whats[below];
            at = below;
        }
        keys[at] = key;
        whats[at] = what;
        return first;
    }

    private static boolean before(long key, int what, long other, int otherWhat) {
        return key < other || key == other && what < otherWhat;
    }
}
