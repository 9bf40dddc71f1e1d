package siyu.importing;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.Texts;
import siyu.fact.Vocabulary;

/**
 * Customers or events out, as CSV or JSON Lines in UTF-8, in the forms {@link RecordReader} takes: what is written and read
 * again is equal, down to the difference of an unknown text (nothing) and an empty one ({@code ""}).
 *
 * <p>Cells that a spreadsheet would take for a formula are written as they are: a guard would not survive the way back. For one
 * thread; bytes go out in blocks.
 */
public final class RecordWriter {
    private static final int BLOCK = 1 << 16;

    private final OutputStream out;
    private final boolean json;
    private final String[] names;
    private final byte[][] keys;
    private final FieldWriter[] writers;
    private final int[] order;
    private final int customer;
    private final int kind;
    private final byte[][] kinds;
    private final TextOut text = new TextOut(BLOCK + BLOCK / 2);

    /**
     * @param format {@code csv} or {@code jsonl}
     * @param wanted whether attribute {@code i} of the vocabulary is written; ids, and for events customer, kind and at, always
     *     are
     */
    public RecordWriter(
            RecordReader.Of of,
            Vocabulary vocabulary,
            String format,
            java.util.function.IntPredicate wanted,
            OutputStream out) {
        Fields fields = new Fields(of, vocabulary);
        this.out = out;
        this.json = format.equals("jsonl");
        this.customer = fields.customer;
        this.kind = fields.kind;
        this.names = new String[fields.size()];
        this.keys = new byte[fields.size()][];
        this.writers = new FieldWriter[fields.attributes];
        this.kinds = new byte[vocabulary.kinds().size()][];
        for (int i = 0; i < names.length; i++) {
            boolean always = i >= fields.attributes || fields.needed().contains(i);
            if (always || wanted.test(i)) {
                names[i] = fields.name(i);
                keys[i] = TextOut.jsonText(fields.name(i));
            }
            if (i < writers.length) {
                writers[i] = FieldWriter.of(fields.type(i), vocabulary.decimals(), vocabulary.zone(), json);
            }
        }
        this.order = inOrder();
        for (int i = 0; i < kinds.length; i++) {
            String word = vocabulary.kinds().get(i);
            kinds[i] = json ? TextOut.jsonText(word) : TextOut.csvText(word);
        }
    }

    /** Writes the header line of CSV; nothing for JSON Lines. */
    public void begin() throws IOException {
        if (json) {
            return;
        }
        boolean first = true;
        for (int target : order) {
            if (!first) {
                text.put(',');
            }
            first = false;
            text.put(TextOut.csvText(names[target]));
        }
        text.put('\n');
    }

    /** The targets in the order they are written: id, customer and kind before the rest. */
    private int[] inOrder() {
        int[] order = new int[names.length];
        int count = 0;
        order[count++] = 0;
        if (kind >= 0) {
            order[count++] = customer;
            order[count++] = kind;
        }
        for (int i = 1; i < writers.length; i++) {
            if (names[i] != null) {
                order[count++] = i;
            }
        }
        return java.util.Arrays.copyOf(order, count);
    }

    /**
     * Writes rows {@code from} to {@code to} of customers; column 0 of the attributes is the id.
     *
     * @param attributes by index of the vocabulary; null where all is unknown
     */
    public void customers(@Nullable Column[] attributes, int from, int to) throws IOException {
        for (int row = from; row < to; row++) {
            row(attributes, row, 0, null, 0);
        }
    }

    /**
     * Writes rows {@code from} to {@code to} of events, all of one customer.
     *
     * @param who where the customer's id is
     * @param customerId its index there
     */
    public void events(@Nullable Column[] attributes, short[] eventKinds, int from, int to, Texts who, int customerId)
            throws IOException {
        for (int row = from; row < to; row++) {
            row(attributes, row, eventKinds[row], who, customerId);
        }
    }

    private void row(@Nullable Column[] attributes, int row, int eventKind, @Nullable Texts who, int customerId)
            throws IOException {
        boolean first = true;
        if (json) {
            text.put('{');
        }
        for (int target : order) {
            Column column = target < writers.length ? attributes[target] : null;
            boolean known = target >= writers.length || column != null && column.known[row] == 1;
            if (json && !known) {
                continue;
            }
            if (!first) {
                text.put(',');
            }
            first = false;
            if (json) {
                text.put(keys[target]);
                text.put(':');
            }
            if (!known) {
                continue;
            }
            if (target == kind && kind >= 0) {
                text.put(kinds[eventKind]);
            } else if (column != null) {
                writers[target].write(column, row, text);
            } else if (who != null) {
                writers[0].text(who, customerId, text);
            }
        }
        if (json) {
            text.put('}');
        }
        text.put('\n');
        if (text.size() >= BLOCK) {
            text.to(out);
        }
    }

    /** Hands on what is still held; does not close the stream. */
    public void end() throws IOException {
        text.to(out);
        out.flush();
    }
}
