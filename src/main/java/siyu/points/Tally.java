package siyu.points;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One customer's lots and debt as objects, written to be obviously right rather than fast, and apart from {@link Account}, so that
 * one checks the other. What it decides it writes down as the entries that there should be.
 */
final class Tally {
    private static final byte[] NOTHING = {};

    /** A lot. {@code raised} is when it last got points. */
    static final class Lot {
        final int number;
        final long opened;
        final long effective;
        final int from;
        final int until;
        long left;
        long raised;

        Lot(int number, long opened, long effective, int from, int until) {
            this.number = number;
            this.opened = opened;
            this.effective = effective;
            this.from = from;
            this.until = until;
            this.left = opened;
            this.raised = effective;
        }
    }

    final List<Lot> lots = new ArrayList<>();
    long debt;
    long balance;
    int entries;

    /** What should have been written since the last {@link #expect}. */
    final Entries expected = new Entries();

    private int customer;
    private int posting;
    private long operation;

    void start(int ofCustomer) {
        lots.clear();
        debt = 0;
        balance = 0;
        entries = 0;
        customer = ofCustomer;
    }

    /** Begins a new list of what should be written. */
    void expect(int byPosting, long partOf) {
        expected.clear();
        posting = byPosting;
        operation = partOf;
    }

    @Nullable
    Lot lot(int number) {
        int low = 0;
        int high = lots.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Lot lot = lots.get(middle);
            if (lot.number == number) {
                return lot;
            }
            if (lot.number < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    /** Takes in an entry as it was recorded, and says what stands against it; null when nothing does. */
    @Nullable
    String take(Entries all, int row) {
        entries++;
        long points = all.points[row];
        balance += points;
        String against = all.number[row] == entries ? null : "entry " + entries + " comes next";
        if (balance > Account.MOST_PER_BALANCE) {
            against = "a balance of at most 10^15";
        }
        if (all.lot[row] == all.number[row]) {
            lots.add(new Lot(all.number[row], points, all.effective[row], all.from[row], all.until[row]));
            return against;
        }
        if (all.lot[row] == 0) {
            debt -= points;
            return debt < 0 ? "a debt of 0 or more" : against;
        }
        Lot lot = lot(all.lot[row]);
        if (lot == null) {
            return "a lot that was opened before";
        }
        lot.left += points;
        if (points > 0) {
            lot.raised = Math.max(lot.raised, all.effective[row]);
        }
        boolean fits = lot.left >= 0 && lot.left <= lot.opened;
        return fits ? against : "left in lot " + lot.number + " from 0 to " + lot.opened;
    }

    /** Writes down a change of a lot. */
    void change(int kind, Lot lot, long points, long at, int rule, byte[] event) {
        write(kind, points, lot.number, at, at, 0, 0, rule, event);
    }

    void change(int kind, Lot lot, long points, long at) {
        change(kind, lot, points, at, 0, NOTHING);
    }

    /** Writes down a change of the debt: negative points are owed. */
    void owe(int kind, long points, long at, int rule, byte[] event) {
        write(kind, points, 0, at, at, 0, 0, rule, event);
    }

    void owe(int kind, long points, long at) {
        owe(kind, points, at, 0, NOTHING);
    }

    /** Writes down a new lot. */
    void open(int kind, long points, long at, int from, int until) {
        write(kind, points, entries + 1, at, at, from, until, 0, NOTHING);
    }

    private void write(
            int kind, long points, int lot, long at, long origin, int from, int until, int rule, byte[] event) {
        int row = expected.add(
                customer,
                entries + 1,
                Kind.of(kind),
                points,
                lot,
                at,
                origin,
                from,
                until,
                rule,
                operation,
                posting,
                event,
                0,
                event.length);
        take(expected, row);
    }

    /** The lot that is taken from first among those with points that fit, or null: by last day, then age, then number. */
    private @Nullable Lot first(Predicate<Lot> fits) {
        Lot first = null;
        for (Lot lot : lots) {
            boolean earlier = first == null
                    || lot.until < first.until
                    || lot.until == first.until && lot.effective < first.effective;
            if (lot.left > 0 && earlier && fits.test(lot)) {
                first = lot;
            }
        }
        return first;
    }

    /** A lot whose points were there at a moment of a day and could be spent. */
    private @Nullable Lot spendable(long at, int day) {
        return first(lot -> lot.raised <= at && lot.from <= day && day <= lot.until);
    }

    /** A lot that points are taken back from: a spendable one, else one that is not available yet. */
    private @Nullable Lot takeable(long at, int day) {
        Lot lot = spendable(at, day);
        return lot != null ? lot : first(other -> other.raised <= at && other.from > day && day <= other.until);
    }

    /** Spends, and returns what is missing. */
    long spend(int kind, long points, long at, int day) {
        long rest = points;
        for (Lot lot = spendable(at, day); lot != null && rest > 0; lot = spendable(at, day)) {
            long part = Math.min(rest, lot.left);
            change(kind, lot, -part, at);
            rest -= part;
        }
        return rest;
    }

    /** Takes back from lots in the order of spending, and returns what is missing. */
    long takeBack(long points, long at, int day, int rule, byte[] event) {
        long rest = points;
        for (Lot lot = takeable(at, day); lot != null && rest > 0; lot = takeable(at, day)) {
            long part = Math.min(rest, lot.left);
            change(Kind.REVERSE.number(), lot, -part, at, rule, event);
            rest -= part;
        }
        return rest;
    }

    /** Settles the debt from what is there. */
    void settle(long now, int today) {
        for (Lot lot = takeable(now, today); lot != null && debt > 0; lot = takeable(now, today)) {
            long part = Math.min(debt, lot.left);
            change(Kind.REVERSE.number(), lot, -part, now);
            owe(Kind.REVERSE.number(), part, now);
        }
    }

    /** Whether points are left that are not expired on a day. */
    boolean hasPoints(int day) {
        return first(lot -> lot.until >= day) != null;
    }
}
