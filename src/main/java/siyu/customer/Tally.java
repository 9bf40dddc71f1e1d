package siyu.customer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What became of the events of an import; used by several threads. */
final class Tally {
    /** Conflicts kept for the report: beyond so many only their number is known. */
    private static final int MOST = 1_000_000;

    private final LongAdder taken = new LongAdder();
    private final LongAdder apart = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder conflicts = new LongAdder();
    private final List<Conflict> list = new ArrayList<>();

    /** An event whose kind and id are known with another body. */
    record Conflict(long sequence, int kind, byte[] id) {}

    void taken(int partition, int count) {
        (Partitions.isApart(partition) ? apart : taken).add(count);
    }

    void duplicate() {
        duplicates.increment();
    }

    void conflict(long sequence, int kind, byte[] id) {
        conflicts.increment();
        synchronized (list) {
            if (list.size() < MOST) {
                list.add(new Conflict(sequence, kind, id));
            }
        }
    }

    long taken() {
        return taken.sum();
    }

    long apart() {
        return apart.sum();
    }

    long duplicates() {
        return duplicates.sum();
    }

    long conflicts() {
        return conflicts.sum();
    }

    /** The conflicts in order of the files. */
    List<Conflict> sorted() {
        synchronized (list) {
            List<Conflict> all = new ArrayList<>(list);
            all.sort(Comparator.comparingLong(Conflict::sequence));
            return all;
        }
    }
}
