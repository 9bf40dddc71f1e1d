package siyu.points;

import java.util.Arrays;

/**
 * The invariants of entries, all of them in one pass over the entries of a customer, in columns and without objects. It only says
 * whether everything holds; where something may not, the queries of {@link Invariant} are asked, and say what it is. So it may be
 * stricter than they are, and never less strict. For one thread.
 */
final class RangeCheck {
    private final PostingFacts postings;
    private final int rules;
    private final int today;
    private long[] left = new long[64];
    private long[] seen = new long[64];

    // What postings come to in the range, and which of them are in it.
    private final long[] entries;
    private final long[] points;
    private int[] touched = new int[16];
    private int touchedCount;

    /**
     * @param rules how many there are
     * @param today the day of the last posting
     */
    RangeCheck(PostingFacts postings, int rules, int today) {
        this.postings = postings;
        this.rules = rules;
        this.today = today;
        this.entries = new long[postings.size() + 1];
        this.points = new long[postings.size() + 1];
    }

    /** Whether everything holds of rows {@code from} to {@code to}, which are whole customers in the order of their ids. */
    boolean holds(Entries all, int from, int to, Asked asked) {
        boolean holds = true;
        for (int start = from; start < to; ) {
            int end = Math.min(to, all.end(start));
            holds &= customer(all, start, end, asked);
            start = end;
        }
        return holds;
    }

    /** Adds what the postings came to since the last time. */
    void count() {
        postings.count(touched, touchedCount, entries, points);
        for (int i = 0; i < touchedCount; i++) {
            entries[touched[i]] = 0;
            points[touched[i]] = 0;
        }
        touchedCount = 0;
    }

    private boolean customer(Entries all, int start, int end, Asked asked) {
        boolean holds = true;
        int earlier = 0;
        for (int row = start; row < end; row++) {
            int posting = all.posting[row];
            if (posting < 1 || posting > postings.size()) {
                holds = false;
                continue;
            }
            add(posting, all.points[row]);
            // In the order of postings, not in a closed period, not from a moment to come.
            holds &= posting >= earlier
                    && all.effective[row] >= postings.openFrom(posting)
                    && all.effective[row] <= postings.recorded(posting)
                    && all.number[row] == row - start + 1
                    && entry(all, row);
            earlier = posting;
        }
        return holds && lots(all, start, end) && once(all, start, end) && operations(all, start, end, asked);
    }

    private void add(int posting, long change) {
        if (entries[posting]++ == 0) {
            if (touchedCount == touched.length) {
                touched = Arrays.copyOf(touched, 2 * touchedCount);
            }
            touched[touchedCount++] = posting;
        }
        points[posting] += change;
    }

    /** Kind, lot, dates and cause of one entry. */
    private boolean entry(Entries all, int row) {
        long change = all.points[row];
        boolean opens = all.opens(row);
        int lot = all.lot[row];
        int rule = all.rule[row];
        long operation = all.operation[row];
        boolean event = all.event.end(row) > all.event.start(row);
        boolean plain = rule == 0 && operation > 0;
        boolean byKind = switch (all.kind[row]) {
            case 0 -> change > 0 && opens && rule > 0 && operation == 0;
            case 1 -> change < 0 && !opens && lot > 0 && plain;
            case 2 -> change > 0 && !opens && lot > 0 && plain;
            case 3 -> !opens && lot > 0 && (change < 0 ? rule == 0 && operation == 0 : rule > 0 && operation > 0);
            case 4 -> !opens;
            case 5 -> plain && (change < 0 ? !opens : opens || lot == Entries.DEBT);
            case 6 -> plain && (change < 0 ? !opens && lot > 0 : opens);
            case 7 -> change > 0 && opens && plain;
            default -> false;
        };
        return byKind
                && change != 0
                && Math.abs(change) <= Account.MOST_PER_ENTRY
                && lot >= 0
                && lot <= all.number[row]
                && rule <= rules
                && rule > 0 == event
                && operation >= 0
                && all.origin[row] <= all.effective[row]
                && (opens || all.origin[row] == all.effective[row] && all.from[row] == 0 && all.until[row] == 0);
    }

    /** What is left in each lot and owed; entries are numbered from 1. */
    private boolean lots(Entries all, int start, int end) {
        if (left.length < end - start) {
            left = new long[2 * (end - start)];
        }
        long owed = 0;
        for (int row = start; row < end; row++) {
            int lot = all.lot[row];
            if (all.opens(row)) {
                left[row - start] = all.points[row];
            } else if (lot == Entries.DEBT) {
                owed -= all.points[row];
            } else if (all.opens(start + lot - 1)) {
                left[lot - 1] += all.points[row];
            } else {
                return false;
            }
        }
        long alive = 0;
        boolean holds = true;
        for (int row = start; row < end; row++) {
            if (all.opens(row)) {
                long rest = left[row - start];
                holds &= rest >= 0 && rest <= all.points[row];
                alive += all.until[row] >= today ? rest : 0;
            }
        }
        return holds && owed >= 0 && (owed == 0 || alive == 0);
    }

    /** Whether each event has earned once by a rule: two that hash alike may be the same. */
    private boolean once(Entries all, int start, int end) {
        if (seen.length < end - start) {
            seen = new long[2 * (end - start)];
        }
        int count = 0;
        byte[] bytes = all.event.bytes();
        for (int row = start; row < end; row++) {
            if (all.kind[row] == Kind.EARN.number()) {
                long hash = all.rule[row];
                for (int i = all.event.start(row); i < all.event.end(row); i++) {
                    hash = hash * 0x9E37_79B9_7F4A_7C15L + bytes[i] + 1;
                }
                seen[count++] = hash;
            }
        }
        Arrays.sort(seen, 0, count);
        for (int i = 1; i < count; i++) {
            if (seen[i] == seen[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** The entries of an operation lie together, belong to it and come to its points. */
    private static boolean operations(Entries all, int start, int end, Asked asked) {
        long before = 0;
        for (int row = start; row < end; ) {
            long number = all.operation[row];
            if (number == 0) {
                row++;
                continue;
            }
            int to = row;
            while (to < end && all.operation[to] == number) {
                to++;
            }
            int place = asked.find(number);
            if (number <= before || place < 0 || !operation(all, row, to, asked, place)) {
                return false;
            }
            before = number;
            row = to;
        }
        return true;
    }

    private static boolean operation(Entries all, int from, int to, Asked asked, int place) {
        Operation operation = asked.operation(place);
        boolean own = operation.customer() == all.customer[from];
        boolean received = operation.type() == Operation.Type.TRANSFER && operation.other() == all.customer[from];
        long[] sums = new long[8];
        for (int row = from; row < to; row++) {
            // Of what is taken back only that counts which is about a rule: the rest settles a debt.
            sums[all.kind[row]] += all.kind[row] == 4 && all.rule[row] == 0 ? 0 : all.points[row];
            if (all.posting[row] != asked.posting(place)) {
                return false;
            }
        }
        asked.saw(place);
        long points = operation.points();
        Operation.Type type = operation.type();
        return (own || received)
                && sums[1] == (type == Operation.Type.REDEEM ? -points : 0)
                && sums[2] == (type == Operation.Type.CANCEL ? points : 0)
                && sums[4] == (type == Operation.Type.REVERSE ? -points : 0)
                && (type == Operation.Type.REVERSE || sums[5] == (type == Operation.Type.ADJUST ? points : 0))
                && sums[6] == (type == Operation.Type.TRANSFER ? own ? -points : points : 0)
                && sums[7] == (type == Operation.Type.OPENING ? points : 0);
    }
}
