package siyu.points;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * What a verification needs to know of each posting, as columns, so that millions of them cost little memory; and what the ranges
 * add to it.
 */
public final class PostingFacts {
    private int size;
    private long[] recorded = new long[16];
    private long[] openFrom = new long[16];
    private boolean[] earning = new boolean[16];
    private boolean[] expiring = new boolean[16];
    private Considered[] considered = new Considered[16];
    private long[] saidEntries = new long[16];
    private long[] saidPoints = new long[16];
    private long[] entries = new long[16];
    private long[] points = new long[16];
    private int closed = Ledger.OPEN;
    private long open = Long.MIN_VALUE;
    private final ZoneId zone;

    /** @param zone in which closed days end */
    PostingFacts(ZoneId zone) {
        this.zone = zone;
    }

    /** Takes in the next posting. */
    void add(Posting posting) {
        if (size == recorded.length) {
            int more = 2 * size;
            recorded = Arrays.copyOf(recorded, more);
            openFrom = Arrays.copyOf(openFrom, more);
            earning = Arrays.copyOf(earning, more);
            expiring = Arrays.copyOf(expiring, more);
            considered = Arrays.copyOf(considered, more);
            saidEntries = Arrays.copyOf(saidEntries, more);
            saidPoints = Arrays.copyOf(saidPoints, more);
            entries = Arrays.copyOf(entries, more);
            points = Arrays.copyOf(points, more);
        }
        recorded[size] = posting.recorded();
        openFrom[size] = open;
        earning[size] = posting.type().equals("earn");
        expiring[size] = posting.type().equals("expire");
        considered[size] = posting.considered();
        saidEntries[size] = posting.entries();
        saidPoints[size] = posting.points();
        if (posting.closedThrough() != closed) {
            closed = posting.closedThrough();
            open = LocalDate.ofEpochDay(closed).plusDays(1).atStartOfDay(zone).toEpochSecond() * 1_000_000;
        }
        size++;
    }

    int size() {
        return size;
    }

    /** When a posting was recorded, microseconds. */
    long recorded(int posting) {
        return recorded[posting - 1];
    }

    /** The first moment that was not closed when a posting was recorded; {@code Long.MIN_VALUE} when nothing was. */
    long openFrom(int posting) {
        return openFrom[posting - 1];
    }

    /** Whether it is a run over events. */
    boolean earning(int posting) {
        return earning[posting - 1];
    }

    /** Whether lots that ended were emptied by it. */
    boolean expiring(int posting) {
        return expiring[posting - 1];
    }

    /** Up to where events were considered after a posting; before the first one nothing was. */
    Considered considered(int posting) {
        return posting == 0 ? Considered.NOTHING : considered[posting - 1];
    }

    /** Adds what a posting comes to in one range. */
    synchronized void count(int posting, long itsEntries, long itsPoints) {
        entries[posting - 1] += itsEntries;
        points[posting - 1] += itsPoints;
    }

    /** The same for several postings, of which {@code postings} are the first {@code count}. */
    synchronized void count(int[] postings, int count, long[] itsEntries, long[] itsPoints) {
        for (int i = 0; i < count; i++) {
            entries[postings[i] - 1] += itsEntries[postings[i]];
            points[postings[i] - 1] += itsPoints[postings[i]];
        }
    }

    /** How many entries all postings say they have. */
    long said() {
        return Arrays.stream(saidEntries, 0, size).sum();
    }

    /** Entries of all postings together, as counted. */
    long entries() {
        return Arrays.stream(entries, 0, size).sum();
    }

    /** Holds what was counted against what the postings say. */
    void compare(Differences differences) {
        for (int i = 0; i < size; i++) {
            if (entries[i] != saidEntries[i] || points[i] != saidPoints[i]) {
                differences.add(
                        -1,
                        0,
                        i + 1,
                        "posting",
                        "entries " + saidEntries[i] + " points " + saidPoints[i],
                        "entries " + entries[i] + " points " + points[i]);
            }
        }
    }
}
