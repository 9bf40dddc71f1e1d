package siyu.customer;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.Texts;
import siyu.fact.Vocabulary;
import siyu.importing.RecordChunk;

/**
 * Takes customers in file order, gives new ones their numbers, and sorts the rows out by range. A row is: its length (4 bytes),
 * the customer's place in the range, and the rest as {@link RowFormat} has it.
 */
final class CustomerIntake extends Intake implements AutoCloseable {
    private final IdTable ids;
    private final int range;
    private final Spool.Writer writer;
    private final BitSet given = new BitSet();
    final RowFormat format;
    final Spool rows;

    /** @param ids everybody who is known; new ones are added */
    CustomerIntake(Vocabulary vocabulary, IdTable ids, int range, Facts.Settings settings) {
        super(settings.listener());
        this.ids = ids;
        this.range = range;
        this.format = new RowFormat(vocabulary.customer());
        this.rows = new Spool(settings.budget(), settings.folder());
        this.writer = rows.writer();
    }

    @Override
    public void ordered(RecordChunk chunk) {
        super.ordered(chunk);
        RowFormat.Layout layout = format.layout(chunk.attributes(), chunk.rows(), Vocabulary.CUSTOMER_ID);
        for (int i = 0; i < chunk.attributes().length; i++) {
            if (chunk.attributes()[i] != null && i != Vocabulary.CUSTOMER_ID) {
                given.set(i);
            }
        }
        Texts who = chunk.customers();
        byte[] bytes = who.bytes();
        for (int row = 0; row < chunk.rows(); row++) {
            int customer = ids.add(bytes, who.start(row), who.end(row));
            if (customer / range >= Partitions.FIRST_APART) {
                throw CustomerCode.TOO_MANY
                        .problem("more than " + (long) Partitions.FIRST_APART * range + " customers")
                        .failure();
            }
            writer.begin(customer / range, layout.most(row) + 16);
            writer.whole(customer % range);
            layout.write(writer, row);
            writer.end();
        }
    }

    /** Everything was read. */
    void finish() {
        writer.close();
    }

    /** The attributes that a file had, but for the id. */
    BitSet given() {
        return given;
    }

    /** Sets what the rows of a range say, in order, and marks whom they name; the range is forgotten. */
    void apply(int number, @Nullable Column[] columns, boolean[] named, RowFormat.Reader reader) {
        Spool.Cursor cursor = new Spool.Cursor();
        cursor.on(rows.read(number, new byte[0]));
        rows.release(number);
        reader.start();
        while (cursor.at < cursor.end) {
            int customer = (int) cursor.whole();
            named[customer] = true;
            reader.read(cursor, columns, customer);
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
