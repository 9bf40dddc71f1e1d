package siyu.customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.Vocabulary;

/**
 * Which events of an import may be there already, or twice in the files: found by comparing keys, part by part of their hash, so
 * that memory stays small and the parts are done side by side. Nothing is decided by a hash: within a partition {@link
 * EventRange} compares the events themselves, and where the same hash stands in two partitions, this class does.
 */
final class Suspects implements AutoCloseable {
    private final EventIntake intake;
    private final StoredEvents stored;
    private final Spool hashes;
    private final BitSet crossing = new BitSet();
    private final BitSet crossingStored = new BitSet();
    private final List<long[]> crossHashes = Collections.synchronizedList(new ArrayList<>());
    private final Map<Integer, long[]> elsewhere = new TreeMap<>();

    Suspects(EventIntake intake, StoredEvents stored, Facts.Settings settings) {
        this.intake = intake;
        this.stored = stored;
        this.hashes = new Spool(settings.budget() / 4, settings.folder());
    }

    /**
     * Compares all keys.
     *
     * @param fresh sees the keys that are new, part after part in ascending order
     */
    void find(Consumer<long[]> fresh) {
        long[] @Nullable [] done = new long[EventKeys.PARTS][];
        int[] next = {0};
        List<Spool.Writer> writers = Collections.synchronizedList(new ArrayList<>());
        Parallel.each(EventKeys.PARTS, () -> {
            Spool.Writer writer = hashes.writer();
            writers.add(writer);
            KeySorter sorter = new KeySorter();
            return part -> {
                long[] found = part(part, sorter, writer);
                synchronized (done) {
                    done[part] = found;
                    for (long[] ready = done[next[0]];
                            ready != null;
                            ready = next[0] < done.length ? done[next[0]] : null) {
                        fresh.accept(ready);
                        done[next[0]++] = new long[0];
                    }
                }
            };
        });
        writers.forEach(Spool.Writer::close);
        if (!crossHashes.isEmpty()) {
            resolve();
        }
    }

    private long[] part(int part, KeySorter sorter, Spool.Writer writer) {
        long[] keys = longs(intake.keys, part);
        if (keys.length == 0) {
            return keys;
        }
        intake.keys.release(part);
        sorter.sort(keys);
        long[] known = stored.keys(EventKeys.firstOf(part), EventKeys.firstOf(part + 1));
        long[] fresh = new long[keys.length];
        int count = 0;
        int k = 0;
        for (int i = 0; i < keys.length; ) {
            long hash = EventKeys.hashOf(keys[i]);
            int end = i + 1;
            while (end < keys.length && EventKeys.hashOf(keys[end]) == hash) {
                end++;
            }
            while (k < known.length && EventKeys.hashOf(known[k]) < hash) {
                k++;
            }
            int knownEnd = k;
            while (knownEnd < known.length && EventKeys.hashOf(known[knownEnd]) == hash) {
                knownEnd++;
            }
            if (end - i > 1 || knownEnd > k) {
                count = group(keys, i, end, known, k, knownEnd, writer, fresh, count);
            } else {
                fresh[count++] = keys[i];
            }
            i = end;
            k = knownEnd;
        }
        return Arrays.copyOf(fresh, count);
    }

    /** All keys of one hash that stands more than once. */
    private int group(
            long[] keys,
            int from,
            int to,
            long[] known,
            int k,
            int knownEnd,
            Spool.Writer writer,
            long[] fresh,
            int count) {
        long first = keys[from];
        boolean cross = keys[to - 1] != first;
        for (int i = k; i < knownEnd; i++) {
            cross |= known[i] != first;
        }
        int taken = count;
        for (int i = from; i < to; ) {
            int end = i + 1;
            while (end < to && keys[end] == keys[i]) {
                end++;
            }
            boolean there = Arrays.binarySearch(known, k, knownEnd, keys[i]) >= 0;
            if (there || end - i > 1) {
                writer.begin(EventKeys.partitionOf(keys[i]), 8);
                writer.fixed(EventKeys.hashOf(keys[i]));
                writer.end();
            }
            if (!there) {
                fresh[taken++] = keys[i];
            }
            i = end;
        }
        if (cross) {
            crossHashes.add(new long[] {EventKeys.hashOf(first)});
            mark(crossing, keys, from, to);
            mark(crossingStored, known, k, knownEnd);
        }
        return taken;
    }

    private static void mark(BitSet partitions, long[] keys, int from, int to) {
        synchronized (partitions) {
            for (int i = from; i < to; i++) {
                partitions.set(EventKeys.partitionOf(keys[i]));
            }
        }
    }

    /** The hashes of this partition that stand more than once in it, ascending. */
    long[] in(int partition) {
        long[] all = longs(hashes, partition);
        hashes.release(partition);
        Arrays.sort(all);
        return all;
    }

    /** The rows of this partition whose event came first in another one: their sequences, ascending. */
    long[] elsewhere(int partition) {
        return elsewhere.getOrDefault(partition, new long[0]);
    }

    private static long[] longs(Spool spool, int partition) {
        Spool.Cursor cursor = new Spool.Cursor();
        cursor.on(spool.read(partition, new byte[0]));
        long[] all = new long[cursor.end / 8];
        for (int i = 0; i < all.length; i++) {
            all[i] = cursor.fixed();
        }
        return all;
    }

    /** One event whose hash stands in several partitions. */
    private record Sighting(int kind, byte[] id, int partition, long sequence) {
        /** Before every sequence of the files: it was there before them. */
        static final long STORED = -1;

        static final Comparator<Sighting> BY_KEY = Comparator.comparingInt(Sighting::kind)
                .thenComparing(Sighting::id, Arrays::compareUnsigned)
                .thenComparingLong(Sighting::sequence);

        boolean sameKey(Sighting other) {
            return kind == other.kind && Arrays.equals(id, other.id);
        }
    }

    /** Who came first of the events with one key in several partitions keeps it; the others are in conflict with him. */
    private void resolve() {
        long[] wanted = crossHashes.stream().mapToLong(each -> each[0]).sorted().toArray();
        List<Sighting> all = Collections.synchronizedList(new ArrayList<>());
        int[] incoming = crossing.stream().toArray();
        Parallel.each(incoming.length, () -> {
            EventHeads heads = new EventHeads();
            return i -> sight(heads, incoming[i], wanted, all);
        });
        int[] there = crossingStored.stream().toArray();
        Parallel.each(there.length, () -> i -> sightStored(there[i], wanted, all));
        List<Sighting> sorted = new ArrayList<>(all);
        sorted.sort(Sighting.BY_KEY);
        Map<Integer, List<Long>> lost = new TreeMap<>();
        Sighting first = null;
        for (Sighting each : sorted) {
            if (first == null || !each.sameKey(first)) {
                first = each;
            } else if (each.partition() != first.partition() && each.sequence() != Sighting.STORED) {
                lost.computeIfAbsent(each.partition(), any -> new ArrayList<>()).add(each.sequence());
            }
        }
        lost.forEach((partition, sequences) -> elsewhere.put(
                partition,
                sequences.stream().mapToLong(Long::longValue).sorted().toArray()));
    }

    private void sight(EventHeads heads, int partition, long[] wanted, List<Sighting> all) {
        heads.read(intake.rows, partition);
        for (int row = 0; row < heads.size; row++) {
            if (Arrays.binarySearch(wanted, heads.hash(row)) >= 0) {
                all.add(new Sighting(heads.kind(row), heads.id(row), partition, heads.sequences[row]));
            }
        }
    }

    private void sightStored(int partition, long[] wanted, List<Sighting> all) {
        EventRows rows = stored.rows(partition);
        for (int row = 0; row < rows.size; row++) {
            if (Arrays.binarySearch(wanted, rows.hash(row)) >= 0) {
                Column ids = rows.column(Vocabulary.EVENT_ID);
                int id = (int) ids.longs[row];
                byte[] bytes =
                        Arrays.copyOfRange(ids.dictionary.bytes(), ids.dictionary.start(id), ids.dictionary.end(id));
                all.add(new Sighting(rows.kinds[row], bytes, partition, Sighting.STORED));
            }
        }
    }

    @Override
    public void close() {
        hashes.close();
    }
}
