package siyu.points;

import java.util.Arrays;
import siyu.fact.Texts;

/**
 * Entries of the ledger as columns, so that millions cost no objects: by customer, then by their number. What an entry says is
 * told at {@link #add}.
 */
public final class Entries {
    /** Stands for "never" as the last day of a lot. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** The lot of a debt. */
    public static final int DEBT = 0;

    private int size;

    /** The customer's dense number. */
    public int[] customer = {};

    /** From 1, without gaps in a customer. */
    public int[] number = {};

    public byte[] kind = {};

    /** What the balance changes by; never 0. */
    public long[] points = {};

    /** The lot it opens (then its own number) or changes; {@link #DEBT} for what is owed. */
    public int[] lot = {};

    /** When it counts, microseconds. */
    public long[] effective = {};

    /** When what it comes from happened, microseconds: an event's own time, however late it came. */
    public long[] origin = {};

    /** First day a lot can be used; 0 for an entry that opens none. */
    public int[] from = {};

    /** Last day a lot can be used, inclusive, {@link #NEVER} for no end; 0 for an entry that opens none. */
    public int[] until = {};

    /** The number of the rule it is by, 0 for none. */
    public int[] rule = {};

    /** The number of the operation it is part of, 0 for none: earnings and expiry. */
    public long[] operation = {};

    /** The number of the posting that recorded it. */
    public int[] posting = {};

    /** The external id of the event it is about, empty for none. */
    public final Texts event;

    public Entries() {
        this(0);
    }

    public Entries(int capacity) {
        event = new Texts(capacity, 12 * capacity);
        grow(capacity);
    }

    public int size() {
        return size;
    }

    private void grow(int capacity) {
        customer = Arrays.copyOf(customer, capacity);
        number = Arrays.copyOf(number, capacity);
        kind = Arrays.copyOf(kind, capacity);
        points = Arrays.copyOf(points, capacity);
        lot = Arrays.copyOf(lot, capacity);
        effective = Arrays.copyOf(effective, capacity);
        origin = Arrays.copyOf(origin, capacity);
        from = Arrays.copyOf(from, capacity);
        until = Arrays.copyOf(until, capacity);
        rule = Arrays.copyOf(rule, capacity);
        operation = Arrays.copyOf(operation, capacity);
        posting = Arrays.copyOf(posting, capacity);
    }

    /** Appends one entry, its event given as UTF-8, and returns its row. */
    public int add(
            int ofCustomer,
            int itsNumber,
            Kind ofKind,
            long change,
            int ofLot,
            long at,
            long originally,
            int firstDay,
            int lastDay,
            int byRule,
            long partOf,
            int recordedBy,
            byte[] eventBytes,
            int eventStart,
            int eventEnd) {
        if (size == customer.length) {
            grow(Math.max(16, size + (size >> 1)));
        }
        int row = size++;
        customer[row] = ofCustomer;
        number[row] = itsNumber;
        kind[row] = ofKind.number();
        points[row] = change;
        lot[row] = ofLot;
        effective[row] = at;
        origin[row] = originally;
        from[row] = firstDay;
        until[row] = lastDay;
        rule[row] = byRule;
        operation[row] = partOf;
        posting[row] = recordedBy;
        event.add(eventBytes, eventStart, eventEnd);
        return row;
    }

    /** Appends some rows of other entries. */
    public void addAll(Entries other, int start, int end) {
        for (int row = start; row < end; row++) {
            add(
                    other.customer[row],
                    other.number[row],
                    Kind.of(other.kind[row]),
                    other.points[row],
                    other.lot[row],
                    other.effective[row],
                    other.origin[row],
                    other.from[row],
                    other.until[row],
                    other.rule[row],
                    other.operation[row],
                    other.posting[row],
                    other.event.bytes(),
                    other.event.start(row),
                    other.event.end(row));
        }
    }

    /** Whether an entry opens a lot. */
    public boolean opens(int row) {
        return lot[row] == number[row];
    }

    /** Forgets all entries and keeps the memory. */
    public void clear() {
        size = 0;
        event.clear();
    }

    /** The first row at or after {@code start} that is another customer's; the size when there is none. */
    public int end(int start) {
        int row = start;
        while (row < size && customer[row] == customer[start]) {
            row++;
        }
        return row;
    }
}
