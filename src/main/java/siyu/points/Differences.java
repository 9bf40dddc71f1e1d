package siyu.points;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a verification found, from several threads. */
final class Differences {
    /** So many are kept; more are only counted: whoever has a hundred thousand does not read them one by one. */
    private static final int MOST = 100_000;

    private final List<Difference> kept = new ArrayList<>();
    private long count;

    synchronized void add(Difference difference) {
        count++;
        if (kept.size() < MOST) {
            kept.add(difference);
        }
    }

    void add(int customer, int entry, int posting, String invariant, String expected, String found) {
        add(new Difference(customer, entry, posting, invariant, expected, found));
    }

    synchronized long count() {
        return count;
    }

    /** Those of the whole ledger first, then by customer, entry and posting. */
    synchronized List<Difference> sorted() {
        List<Difference> sorted = new ArrayList<>(kept);
        sorted.sort(Comparator.comparingInt(Difference::customer)
                .thenComparingInt(Difference::entry)
                .thenComparingInt(Difference::posting)
                .thenComparing(Difference::invariant)
                .thenComparing(Difference::found));
        return sorted;
    }
}
