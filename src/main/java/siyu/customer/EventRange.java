package siyu.customer;

import java.util.Arrays;
import java.util.BitSet;
import siyu.fact.Column;
import siyu.fact.Texts;
import siyu.fact.Vocabulary;

/**
 * Makes the new events of one partition after the other, in order of customer, time and arrival, without those that are there
 * already. Belongs to one thread.
 *
 * <p>Cost: a counting sort by customer, an insertion sort of the few events of each, and one decoding in the final order; about
 * 100 ns an event.
 */
final class EventRange {
    private final Vocabulary vocabulary;
    private final EventIntake intake;
    private final Suspects suspects;
    private final StoredEvents stored;
    private final BitSet wanted;
    private final Tally tally;
    private final RowFormat.Reader reader;
    private final EventHeads heads = new EventHeads();
    private final RowSorter sorter = new RowSorter();
    private boolean[] dropped = new boolean[0];

    /** @param wanted the attributes to make; id and at may be among them or not */
    EventRange(
            Vocabulary vocabulary,
            EventIntake intake,
            Suspects suspects,
            StoredEvents stored,
            BitSet wanted,
            Tally tally) {
        this.vocabulary = vocabulary;
        this.intake = intake;
        this.suspects = suspects;
        this.stored = stored;
        this.wanted = wanted;
        this.tally = tally;
        this.reader = intake.format.reader();
    }

    /** The new events of a partition, which is forgotten. */
    EventRows make(int partition) {
        heads.read(intake.rows, partition);
        intake.rows.release(partition);
        if (dropped.length < heads.size) {
            dropped = new boolean[heads.bodies.length];
        }
        Arrays.fill(dropped, 0, heads.size, false);
        judge(partition);
        int[] order = sorter.sort(heads, dropped);
        EventRows rows = decode(order, sorter.count(), wanted, Partitions.isApart(partition));
        tally.taken(partition, rows.size);
        return rows;
    }

    private EventRows decode(int[] order, int count, BitSet attributes, boolean apart) {
        EventRows rows = EventRows.of(vocabulary, attributes, count, apart);
        Column ids = rows.columns[Vocabulary.EVENT_ID];
        Column times = rows.columns[Vocabulary.EVENT_AT];
        if (ids != null) {
            ids.dictionary = new Texts(count, 16 * count);
        }
        Spool.Cursor cursor = heads.cursor;
        reader.start();
        for (int i = 0; i < count; i++) {
            int row = order[i];
            rows.customers[i] = heads.customers[row];
            cursor.at = heads.bodies[row];
            rows.kinds[i] = (int) cursor.whole();
            int length = (int) cursor.whole();
            if (ids != null) {
                ids.longs[i] = ids.dictionary.add(cursor.bytes, cursor.at, cursor.at + length);
                ids.known[i] = 1;
            }
            cursor.at += length;
            reader.readFresh(cursor, rows.columns, i);
            if (times != null) {
                times.longs[i] = heads.times[row];
                times.known[i] = 1;
            }
        }
        Column who = rows.who;
        for (int i = 0; who != null && i < count; i++) {
            cursor.at = heads.who[order[i]];
            int length = (int) cursor.whole();
            who.longs[i] = who.dictionary.add(cursor.bytes, cursor.at, cursor.at + length);
            who.known[i] = 1;
        }
        return rows;
    }

    /** Finds out which rows are there already, in the data file or earlier in the files. */
    private void judge(int partition) {
        long[] elsewhere = suspects.elsewhere(partition);
        if (elsewhere.length > 0) {
            for (int row = 0; row < heads.size; row++) {
                if (Arrays.binarySearch(elsewhere, heads.sequences[row]) >= 0) {
                    conflict(row);
                }
            }
        }
        long[] hashes = suspects.in(partition);
        if (hashes.length == 0) {
            return;
        }
        int[] candidates = new int[heads.size];
        long[] hashOf = new long[heads.size];
        int count = 0;
        for (int row = 0; row < heads.size; row++) {
            hashOf[row] = heads.hash(row);
            if (!dropped[row] && Arrays.binarySearch(hashes, hashOf[row]) >= 0) {
                candidates[count++] = row;
            }
        }
        sorter.sort(candidates, count, hashOf, heads.sequences);
        boolean apart = Partitions.isApart(partition);
        BitSet all = new BitSet();
        all.set(0, vocabulary.event().size());
        EventRows mine = decode(candidates, count, all, apart);
        compare(candidates, count, hashOf, mine, stored.rows(partition));
    }

    private void compare(int[] candidates, int count, long[] hashOf, EventRows mine, EventRows known) {
        int[] knownOrder = new int[known.size];
        long[] knownHash = new long[known.size];
        for (int row = 0; row < known.size; row++) {
            knownOrder[row] = row;
            knownHash[row] = known.hash(row);
        }
        sorter.sort(knownOrder, known.size, knownHash, knownHash);
        int k = 0;
        for (int i = 0; i < count; ) {
            long hash = hashOf[candidates[i]];
            int end = i + 1;
            while (end < count && hashOf[candidates[end]] == hash) {
                end++;
            }
            while (k < known.size && knownHash[knownOrder[k]] < hash) {
                k++;
            }
            int knownEnd = k;
            while (knownEnd < known.size && knownHash[knownOrder[knownEnd]] == hash) {
                knownEnd++;
            }
            group(candidates, i, end, mine, known, knownOrder, k, knownEnd);
            i = end;
            k = knownEnd;
        }
    }

    /** Rows of one hash in order of arrival: each is compared with what is there and with those taken before it. */
    private void group(
            int[] candidates,
            int from,
            int to,
            EventRows mine,
            EventRows known,
            int[] knownOrder,
            int k,
            int knownEnd) {
        int[] taken = new int[to - from];
        int count = 0;
        for (int i = from; i < to; i++) {
            int like = -1;
            for (int j = k; j < knownEnd && like < 0; j++) {
                like = EventRows.sameKey(known, knownOrder[j], mine, i) ? j : -1;
            }
            if (like >= 0) {
                drop(candidates[i], EventRows.sameBody(known, knownOrder[like], mine, i));
                continue;
            }
            for (int j = 0; j < count && like < 0; j++) {
                like = EventRows.sameKey(mine, taken[j], mine, i) ? j : -1;
            }
            if (like >= 0) {
                drop(candidates[i], EventRows.sameBody(mine, taken[like], mine, i));
            } else {
                taken[count++] = i;
            }
        }
    }

    private void drop(int row, boolean same) {
        if (same) {
            dropped[row] = true;
            tally.duplicate();
        } else {
            conflict(row);
        }
    }

    private void conflict(int row) {
        dropped[row] = true;
        tally.conflict(heads.sequences[row], heads.kind(row), heads.id(row));
    }
}
