package siyu.customer;

import org.jspecify.annotations.Nullable;
import siyu.fact.Attribute;
import siyu.fact.Column;
import siyu.fact.EventBlock;
import siyu.fact.Texts;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/** Events of one partition as columns, in any order. */
final class EventRows {
    int size;

    /** The customer's place in the range; all 0 for events kept apart. */
    int[] customers;

    /** The customer's external id, for events kept apart; otherwise null. */
    @Nullable
    Column who;

    /** Numbers of kinds, as the caller counts them. */
    int[] kinds;

    /** The batch that each event came with, as far as they were read from the data file; otherwise null. */
    int @Nullable [] batches;

    /** By index of the vocabulary's event attributes; null for one that is not there or not wanted. */
    final @Nullable Column[] columns;

    EventRows(int attributes) {
        this.columns = new Column[attributes];
        this.customers = new int[0];
        this.kinds = new int[0];
    }

    /** Room for {@code rows} events with the attributes that {@code wanted} says, all values unknown. */
    static EventRows of(Vocabulary vocabulary, java.util.BitSet wanted, int rows, boolean apart) {
        EventRows events = new EventRows(vocabulary.event().size());
        events.size = rows;
        events.customers = new int[rows];
        events.kinds = new int[rows];
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            Attribute attribute = vocabulary.event().get(i);
            events.columns[i] = new Column(attribute.type(), rows);
        }
        if (apart) {
            events.who = new Column(Type.TEXT, rows);
        }
        return events;
    }

    /** Some of these events in the given order, with dictionaries shared. */
    EventRows pick(int[] order) {
        EventRows some = new EventRows(columns.length);
        some.size = order.length;
        some.customers = new int[order.length];
        some.kinds = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            some.customers[i] = customers[order[i]];
            some.kinds[i] = kinds[order[i]];
        }
        if (batches != null) {
            some.batches = new int[order.length];
            for (int i = 0; i < order.length; i++) {
                some.batches[i] = batches[order[i]];
            }
        }
        for (int i = 0; i < columns.length; i++) {
            some.columns[i] = pick(columns[i], order);
        }
        some.who = pick(who, order);
        return some;
    }

    private static @Nullable Column pick(@Nullable Column from, int[] order) {
        if (from == null) {
            return null;
        }
        Column to = new Column(from.type, order.length);
        to.dictionary = from.dictionary;
        for (int i = 0; i < order.length; i++) {
            to.known[i] = from.known[order[i]];
        }
        if (from.type.kind() == Type.Kind.DECIMAL) {
            for (int i = 0; i < order.length; i++) {
                to.doubles[i] = from.doubles[order[i]];
            }
        } else {
            for (int i = 0; i < order.length; i++) {
                to.longs[i] = from.longs[order[i]];
            }
        }
        return to;
    }

    /** These events, which are in order of customers, as a block of so many customers. */
    EventBlock block(int people) {
        int[] offsets = new int[people + 1];
        short[] kindIndexes = new short[size];
        // Locals, because the quick compiler reads a field again for every row.
        int[] places = customers;
        int[] numbers = kinds;
        for (int row = 0; row < kindIndexes.length; row++) {
            offsets[places[row] + 1]++;
            kindIndexes[row] = (short) numbers[row];
        }
        for (int i = 0; i < people; i++) {
            offsets[i + 1] += offsets[i];
        }
        return new EventBlock(offsets, kindIndexes, columns, batches);
    }

    Column column(int attribute) {
        Column column = columns[attribute];
        if (column == null) {
            throw new IllegalStateException("column " + attribute + " was not read");
        }
        return column;
    }

    /** The hash of the key of one event. */
    long hash(int row) {
        Column ids = column(Vocabulary.EVENT_ID);
        Texts texts = ids.dictionary;
        int id = (int) ids.longs[row];
        return EventKeys.hash(kinds[row], texts.bytes(), texts.start(id), texts.end(id));
    }

    /** Whether two events have the same kind and id. */
    static boolean sameKey(EventRows a, int i, EventRows b, int j) {
        return a.kinds[i] == b.kinds[j] && same(a.column(Vocabulary.EVENT_ID), i, b.column(Vocabulary.EVENT_ID), j);
    }

    /** Whether two events are the same in all that either of them has. */
    static boolean sameBody(EventRows a, int i, EventRows b, int j) {
        if (a.kinds[i] != b.kinds[j] || a.customers[i] != b.customers[j] || !same(a.who, i, b.who, j)) {
            return false;
        }
        for (int attribute = 0; attribute < a.columns.length; attribute++) {
            if (!same(a.columns[attribute], i, b.columns[attribute], j)) {
                return false;
            }
        }
        return true;
    }

    /** Whether two values are the same; a column that is not there holds nothing but unknown values. */
    static boolean same(@Nullable Column a, int i, @Nullable Column b, int j) {
        boolean known = a != null && a.known[i] != 0;
        if (known != (b != null && b.known[j] != 0)) {
            return false;
        }
        if (!known || a == null || b == null) {
            return true;
        }
        return switch (a.type.kind()) {
            case DECIMAL -> Double.doubleToRawLongBits(a.doubles[i]) == Double.doubleToRawLongBits(b.doubles[j]);
            case TEXT -> a.dictionary.compare((int) a.longs[i], b.dictionary, (int) b.longs[j]) == 0;
            default -> a.longs[i] == b.longs[j];
        };
    }
}
