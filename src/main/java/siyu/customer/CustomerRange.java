package siyu.customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.Texts;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.store.BlockCodec;

/** Works out what an import changes in one range of customers after the other. Belongs to one thread. */
final class CustomerRange {
    private final Vocabulary vocabulary;
    private final CustomerIntake intake;
    private final IdTable ids;
    private final BitSet given;
    private final Stored stored;
    private final Counts counts;
    private final int range;
    private final boolean[] named;
    private final RowFormat.Reader reader;

    /** Where the values before the import come from. */
    interface Stored {
        /** Fills the columns of the attributes; rows that are not stored stay unknown. */
        void read(int range, BitSet attributes, @Nullable Column[] into);
    }

    /** How many customers came, changed, or stayed as they were. */
    record Counts(LongAdder created, LongAdder changed, LongAdder unchanged) {
        Counts() {
            this(new LongAdder(), new LongAdder(), new LongAdder());
        }
    }

    /** New blocks of one attribute (by index of the vocabulary); they replace all there are. */
    record NewColumn(int attribute, List<Block> blocks) {}

    /** The values of one attribute before: of which customers (places in the range), and what they were. */
    record OldValues(int attribute, int part, int rows, byte[] customers, byte[] data) {}

    /** What changes in one range. */
    record Change(int range, List<NewColumn> columns, List<OldValues> old) {}

    CustomerRange(Vocabulary vocabulary, CustomerIntake intake, IdTable ids, int range, Stored stored, Counts counts) {
        this.vocabulary = vocabulary;
        this.intake = intake;
        this.ids = ids;
        this.given = intake.given();
        this.stored = stored;
        this.counts = counts;
        this.range = range;
        this.named = new boolean[range];
        this.reader = intake.format.reader();
    }

    /**
     * The change of one range.
     *
     * @param before how many of its customers there were before the import
     */
    Change make(int number, int before) {
        int after = Math.min(range, ids.size() - number * range);
        @Nullable Column[] columns = new Column[vocabulary.customer().size()];
        given.stream()
                .forEach(i ->
                        columns[i] = new Column(vocabulary.customer().get(i).type(), after));
        if (before > 0) {
            stored.read(number, given, columns);
        }
        @Nullable Column[] old = new Column[columns.length];
        for (int i = 0; i < columns.length; i++) {
            Column column = columns[i];
            old[i] = column == null ? null : copy(column, before);
        }
        Arrays.fill(named, false);
        intake.apply(number, columns, named, reader);
        boolean[] changed = new boolean[before];
        List<NewColumn> news = new ArrayList<>();
        List<OldValues> earlier = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            Column now = columns[i];
            Column was = old[i];
            if (now != null && was != null) {
                int[] places = differing(was, now, before, changed);
                log(i, was, places, earlier);
                if (places.length > 0 || anyKnown(now, before, after)) {
                    news.add(new NewColumn(i, Block.of(now, after)));
                }
            }
        }
        if (after > before) {
            news.add(new NewColumn(Vocabulary.CUSTOMER_ID, Block.of(idColumn(number * range, after), after)));
        }
        count(before, after, changed);
        return new Change(number, news, earlier);
    }

    private static Column copy(Column column, int rows) {
        // Texts are only ever added to a dictionary, so the old indexes stay good.
        Column copy = new Column(column.type, 0);
        copy.known = Arrays.copyOf(column.known, rows);
        copy.longs = Arrays.copyOf(column.longs, column.longs.length == 0 ? 0 : rows);
        copy.doubles = Arrays.copyOf(column.doubles, column.doubles.length == 0 ? 0 : rows);
        copy.dictionary = column.dictionary;
        return copy;
    }

    private int[] differing(Column was, Column now, int rows, boolean[] changed) {
        int[] places = new int[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            if (named[row] && !EventRows.same(was, row, now, row)) {
                places[count++] = row;
                changed[row] = true;
            }
        }
        return Arrays.copyOf(places, count);
    }

    private static void log(int attribute, Column was, int[] places, List<OldValues> log) {
        if (places.length == 0) {
            return;
        }
        Column values = new Column(was.type, places.length);
        values.dictionary = was.dictionary;
        for (int i = 0; i < places.length; i++) {
            values.known[i] = was.known[places[i]];
            if (was.type.kind() == Type.Kind.DECIMAL) {
                values.doubles[i] = was.doubles[places[i]];
            } else {
                values.longs[i] = was.longs[places[i]];
            }
        }
        int from = 0;
        for (Block block : Block.of(values, places.length)) {
            long[] customers = Arrays.stream(places, from, from + block.rows())
                    .asLongStream()
                    .toArray();
            log.add(new OldValues(
                    attribute,
                    block.part(),
                    block.rows(),
                    BlockCodec.encode(customers, 0, customers.length),
                    block.data()));
            from += block.rows();
        }
    }

    private static boolean anyKnown(Column column, int from, int to) {
        for (int row = from; row < to; row++) {
            if (column.known[row] != 0) {
                return true;
            }
        }
        return false;
    }

    private Column idColumn(int first, int rows) {
        return idColumn(ids.ids(), first, rows);
    }

    /** The ids of so many customers from a number on, with a dictionary of their own. */
    static Column idColumn(Texts texts, int first, int rows) {
        Column column = new Column(Type.TEXT, rows);
        int bytes = rows == 0 ? 0 : texts.end(first + rows - 1) - texts.start(first);
        column.dictionary = new Texts(rows, bytes);
        for (int row = 0; row < rows; row++) {
            column.longs[row] = column.dictionary.add(texts.bytes(), texts.start(first + row), texts.end(first + row));
            column.known[row] = 1;
        }
        return column;
    }

    private void count(int before, int after, boolean[] changed) {
        int unchanged = 0;
        int different = 0;
        for (int row = 0; row < before; row++) {
            if (changed[row]) {
                different++;
            } else if (named[row]) {
                unchanged++;
            }
        }
        counts.created().add(after - before);
        counts.changed().add(different);
        counts.unchanged().add(unchanged);
    }
}
