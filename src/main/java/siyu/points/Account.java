package siyu.points;

import java.util.Arrays;

/**
 * What one customer's entries come to: his lots with what is left in each, and what he owes. Used again for one customer after
 * the other; belongs to one thread.
 */
public final class Account {
    /** The most points of one entry. */
    public static final long MOST_PER_ENTRY = 1_000_000_000_000L;

    /** The most points of one balance, and of one debt. */
    public static final long MOST_PER_BALANCE = 1_000_000_000_000_000L;

    private int customer;
    private int entries;
    private long debt;
    private long balance;
    private int lots;
    private int[] number = new int[8];
    private long[] opened = new long[8];
    private long[] left = new long[8];
    private long[] effective = new long[8];
    private long[] raised = new long[8];
    private int[] from = new int[8];
    private int[] until = new int[8];

    /** Turns to a customer of whom there is no entry yet. */
    public Account start(int ofCustomer) {
        customer = ofCustomer;
        entries = 0;
        debt = 0;
        balance = 0;
        lots = 0;
        return this;
    }

    /** An account of its own that is as this one is now. */
    Account copy() {
        Account copy = new Account();
        copy.customer = customer;
        copy.entries = entries;
        copy.debt = debt;
        copy.balance = balance;
        copy.lots = lots;
        copy.number = number.clone();
        copy.opened = opened.clone();
        copy.left = left.clone();
        copy.effective = effective.clone();
        copy.raised = raised.clone();
        copy.from = from.clone();
        copy.until = until.clone();
        return copy;
    }

    /** Turns to the customer of row {@code start} and takes in his entries up to {@code end}. */
    public Account load(Entries all, int start, int end) {
        start(all.customer[start]);
        for (int row = start; row < end; row++) {
            take(all, row);
        }
        return this;
    }

    /** Takes in the customer's next entry. */
    void take(Entries all, int row) {
        entries++;
        long points = all.points[row];
        balance = Math.addExact(balance, points);
        int lot = all.lot[row];
        if (lot == Entries.DEBT) {
            debt = Math.subtractExact(debt, points);
        } else if (all.opens(row)) {
            open(all, row);
        } else {
            int at = lotOf(lot);
            left[at] = Math.addExact(left[at], points);
            if (points > 0) {
                raised[at] = Math.max(raised[at], all.effective[row]);
            }
        }
    }

    private void open(Entries all, int row) {
        if (lots == number.length) {
            int more = 2 * lots;
            number = Arrays.copyOf(number, more);
            opened = Arrays.copyOf(opened, more);
            left = Arrays.copyOf(left, more);
            effective = Arrays.copyOf(effective, more);
            raised = Arrays.copyOf(raised, more);
            from = Arrays.copyOf(from, more);
            until = Arrays.copyOf(until, more);
        }
        number[lots] = all.number[row];
        opened[lots] = all.points[row];
        left[lots] = all.points[row];
        effective[lots] = all.effective[row];
        raised[lots] = all.effective[row];
        from[lots] = all.from[row];
        until[lots] = all.until[row];
        lots++;
    }

    public int customer() {
        return customer;
    }

    /** How many entries the customer has: the number of the last one. */
    public int entries() {
        return entries;
    }

    /** The sum of all entries. */
    public long balance() {
        return balance;
    }

    /** What the customer owes, 0 or more. */
    public long debt() {
        return debt;
    }

    /** How many lots there are, empty ones too; they count from 0 in the order of their numbers. */
    public int lots() {
        return lots;
    }

    /** The place of a lot by its number. */
    public int lotOf(int itsNumber) {
        int at = Arrays.binarySearch(number, 0, lots, itsNumber);
        if (at < 0) {
            throw new IllegalStateException("customer " + customer + " has no lot " + itsNumber);
        }
        return at;
    }

    public int number(int lot) {
        return number[lot];
    }

    /** The points a lot was opened with. */
    public long opened(int lot) {
        return opened[lot];
    }

    /** The points left in a lot. */
    public long left(int lot) {
        return left[lot];
    }

    /** When a lot was opened, microseconds. */
    public long effective(int lot) {
        return effective[lot];
    }

    /** When a lot last got points, microseconds: opened, or given back. */
    long raised(int lot) {
        return raised[lot];
    }

    /** First day of use. */
    public int from(int lot) {
        return from[lot];
    }

    /** Last day of use, inclusive. */
    public int until(int lot) {
        return until[lot];
    }

    /**
     * Whether a lot can be used at a moment (microseconds) of a day: there by then, available and not expired. What came back to it
     * only later was not there, so such a lot is left alone: otherwise it would have held less than nothing in between.
     */
    boolean usable(int lot, long at, int day) {
        return raised[lot] <= at && from[lot] <= day && day <= until[lot];
    }

    /** Whether a lot that is there at a moment cannot be used only because it is not available yet. */
    boolean pending(int lot, long at, int day) {
        return raised[lot] <= at && day < from[lot] && day <= until[lot];
    }

    /** The points that can be spent at a moment. */
    public long available(long at, int day) {
        long sum = 0;
        for (int lot = 0; lot < lots; lot++) {
            if (left[lot] > 0 && usable(lot, at, day)) {
                sum += left[lot];
            }
        }
        return sum;
    }

    /** Whether lot {@code a} is spent before lot {@code b}: nearer expiry first, then the older, then the lower number. */
    boolean before(int a, int b) {
        if (until[a] != until[b]) {
            return until[a] < until[b];
        }
        return effective[a] != effective[b] ? effective[a] < effective[b] : number[a] < number[b];
    }
}
