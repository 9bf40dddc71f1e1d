package siyu.customer;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.Texts;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.store.BlockCodec;
import siyu.store.Scratch;
import siyu.store.Store;

/** Reads customers' attributes of one range after the other. Belongs to one thread, and its columns serve range after range. */
final class CustomerReader implements CustomerRange.Stored {
    private final Store store;
    private final Vocabulary vocabulary;
    private final int[] numbers;
    private final boolean bits;
    private final Scratch scratch = new Scratch();
    private long[] places = new long[0];

    /**
     * @param numbers by index of the vocabulary's customer attributes, -1 where nothing is stored
     * @param bits whether to read booleans as bits, which is for whole ranges
     */
    CustomerReader(Store store, Vocabulary vocabulary, int[] numbers, boolean bits) {
        this.store = store;
        this.vocabulary = vocabulary;
        this.numbers = numbers;
        this.bits = bits;
    }

    /** The numbers of attributes that are stored. */
    private int[] stored(BitSet attributes) {
        int[] stored = new int[attributes.cardinality()];
        int count = 0;
        for (int i = attributes.nextSetBit(0); i >= 0; i = attributes.nextSetBit(i + 1)) {
            if (numbers[i] >= 0) {
                stored[count++] = numbers[i];
            }
        }
        return Arrays.copyOf(stored, count);
    }

    @Override
    public void read(int range, BitSet attributes, @Nullable Column[] into) {
        fill(range, attributes, 0, Integer.MAX_VALUE, into);
    }

    /**
     * The customers from one place in the range to another (exclusive) alone; returns by index of the attribute how many rows are
     * stored up to there.
     */
    private int[] fill(int range, BitSet attributes, int from, int to, @Nullable Column[] into) {
        int[] wanted = stored(attributes);
        List<CustomerStore.Piece> pieces = CustomerStore.pieces(store, range, wanted);
        int[] next = new int[into.length];
        for (CustomerStore.Piece piece : pieces) {
            int index = index(piece.attribute());
            Column column = into[index];
            if (column != null) {
                Type type = vocabulary.customer().get(index).type();
                int rows = BlockCodec.rows(piece.data());
                if (rows != piece.rows()) {
                    throw CustomerCode.DAMAGED
                            .problem("a block of attribute '"
                                    + vocabulary.customer().get(index).name() + "', range " + range + ", holds " + rows
                                    + " rows where " + piece.rows() + " belong")
                            .failure();
                }
                int start = next[index];
                int first = Math.max(from, start);
                int last = Math.min(to, start + rows);
                if (first < last) {
                    BlockCodec.decode(piece.data(), first - start, last - start, type, column, first - from, scratch);
                }
                next[index] += rows;
            }
        }
        return next;
    }

    private int index(int number) {
        int index = 0;
        while (numbers[index] != number) {
            index++;
        }
        return index;
    }

    /**
     * The attributes of the customers from one place in a range to another (exclusive) as they are now, in columns that the next
     * call uses again.
     */
    @Nullable
    Column[] read(int range, BitSet attributes, int from, int to, @Nullable Column[] columns) {
        int size = to - from;
        for (int i = attributes.nextSetBit(0); i >= 0; i = attributes.nextSetBit(i + 1)) {
            Column column = columns[i];
            if (column == null) {
                Type type = vocabulary.customer().get(i).type();
                column = bits && type.kind() == Type.Kind.BOOLEAN ? Column.bits(size) : new Column(type, size);
                columns[i] = column;
            }
            column.reserve(size);
            column.dictionary = new Texts(16, 256);
        }
        int[] rows = fill(range, attributes, from, to, columns);
        for (int i = attributes.nextSetBit(0); i >= 0; i = attributes.nextSetBit(i + 1)) {
            Column column = columns[i];
            if (column != null && rows[i] < to) {
                forget(column, Math.max(0, rows[i] - from), size);
            }
        }
        return columns;
    }

    /** Makes rows unknown of which nothing is stored: they hold what the range before left there. */
    private static void forget(Column column, int from, int to) {
        if (column.isBits()) {
            for (int row = from; row < to; row++) {
                column.set(row, false, false);
            }
            return;
        }
        Arrays.fill(column.known, from, to, (byte) 0);
        if (column.type.kind() == Type.Kind.DECIMAL) {
            Arrays.fill(column.doubles, from, to, 0);
        } else {
            Arrays.fill(column.longs, from, to, 0);
        }
    }

    /** Takes back what was changed for those customers after a time (microseconds), the latest change first. */
    void lookBack(int range, BitSet attributes, int from, int to, @Nullable Column[] columns, long after) {
        int[] wanted = stored(attributes);
        List<CustomerStore.Old> changes = CustomerStore.changes(store, range, wanted, after);
        for (CustomerStore.Old old : changes) {
            Column column = columns[index(old.attribute())];
            if (column != null) {
                restore(column, old, from, to);
            }
        }
    }

    private void restore(Column column, CustomerStore.Old old, int from, int to) {
        int count = BlockCodec.rows(old.customers());
        if (places.length < count) {
            places = new long[count];
        }
        BlockCodec.decode(old.customers(), places, 0, scratch);
        Column values = new Column(column.type, count);
        int rows = BlockCodec.decode(old.data(), column.type, values, 0, scratch);
        if (rows != count) {
            throw CustomerCode.DAMAGED
                    .problem("a block of earlier values holds " + rows + " rows where " + count + " belong")
                    .failure();
        }
        for (int i = 0; i < count; i++) {
            if (places[i] < from || places[i] >= to) {
                continue;
            }
            int row = (int) places[i] - from;
            if (column.isBits()) {
                column.set(row, values.longs[i] != 0, values.known[i] != 0);
                continue;
            }
            column.known[row] = values.known[i];
            switch (column.type.kind()) {
                case DECIMAL -> column.doubles[row] = values.doubles[i];
                case TEXT -> {
                    Texts texts = values.dictionary;
                    int text = (int) values.longs[i];
                    column.longs[row] = values.known[i] == 0
                            ? 0
                            : column.dictionary.add(texts.bytes(), texts.start(text), texts.end(text));
                }
                default -> column.longs[row] = values.longs[i];
            }
        }
    }
}
