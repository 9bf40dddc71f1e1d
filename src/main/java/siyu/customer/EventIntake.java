package siyu.customer;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.Texts;
import siyu.fact.Vocabulary;
import siyu.importing.RecordChunk;

/**
 * Takes events as they are parsed and sorts them out by range of customers, on the threads that parse. A row is: its length (4
 * bytes), chunk and line (8), the customer's place in the range (4; or his id, when he is not known), time (8), kind, id, and the
 * rest as {@link RowFormat} has it; what is looked at to put rows in order is of fixed width. Its key goes to a spool of its own, by the hash.
 *
 * <p>Cost: one look-up of the customer and about 60 bytes written per event, 5 M/s a thread.
 */
final class EventIntake extends Intake implements AutoCloseable {
    private final IdTable customers;
    private final int range;
    private final int[] kindNumbers;
    private final ConcurrentLinkedQueue<Lane> lanes = new ConcurrentLinkedQueue<>();
    final RowFormat format;
    final Spool rows;
    final Spool keys;

    /** The writers of one thread. */
    private record Lane(Spool.Writer rows, Spool.Writer keys) {}

    /**
     * @param customers everybody who is known; not added to from here on
     * @param range customers per range
     * @param kindNumbers by index in the vocabulary: the number that stands for the kind in keys and rows
     */
    EventIntake(Vocabulary vocabulary, IdTable customers, int range, int[] kindNumbers, Facts.Settings settings) {
        super(settings.listener());
        this.customers = customers;
        this.range = range;
        this.kindNumbers = kindNumbers;
        this.format = new RowFormat(vocabulary.event());
        this.rows = new Spool(settings.budget(), settings.folder());
        this.keys = new Spool(settings.budget() / 4, settings.folder());
    }

    @Override
    public void parsed(RecordChunk chunk) {
        Lane lane = lanes.poll();
        if (lane == null) {
            lane = new Lane(rows.writer(), keys.writer());
        }
        scatter(chunk, lane);
        lanes.add(lane);
    }

    private void scatter(RecordChunk chunk, Lane lane) {
        RowFormat.Layout layout =
                format.layout(chunk.attributes(), chunk.rows(), Vocabulary.EVENT_ID, Vocabulary.EVENT_AT);
        Column ids = column(chunk, Vocabulary.EVENT_ID);
        Column times = column(chunk, Vocabulary.EVENT_AT);
        byte[] idBytes = ids.dictionary.bytes();
        Texts who = chunk.customers();
        byte[] whoBytes = who.bytes();
        Spool.Writer out = lane.rows();
        int[] numbers = new int[chunk.rows()];
        customers.find(who, chunk.rows(), numbers);
        for (int row = 0; row < chunk.rows(); row++) {
            int whoFrom = who.start(row);
            int whoTo = who.end(row);
            int customer = numbers[row];
            int id = (int) ids.longs[row];
            int idFrom = ids.dictionary.start(id);
            int idTo = ids.dictionary.end(id);
            int kind = kindNumbers[chunk.kinds()[row]];
            int partition = customer >= 0
                    ? customer / range
                    : whoFrom == whoTo
                            ? Partitions.apart(idBytes, idFrom, idTo)
                            : Partitions.apart(whoBytes, whoFrom, whoTo);
            out.begin(partition, layout.most(row) + 48 + (idTo - idFrom) + (whoTo - whoFrom));
            int start = out.at();
            out.skipInt();
            out.fixed((long) chunk.index() << 32 | chunk.lines()[row]);
            if (customer >= 0) {
                out.fixedInt(customer % range);
            } else {
                out.text(whoBytes, whoFrom, whoTo);
            }
            out.fixed(times.longs[row]);
            out.whole(kind);
            out.text(idBytes, idFrom, idTo);
            layout.write(out, row);
            out.intAt(start, out.at() - start);
            out.end();
            long key = EventKeys.key(EventKeys.hash(kind, idBytes, idFrom, idTo), partition);
            lane.keys().begin(EventKeys.part(key), 8);
            lane.keys().fixed(key);
            lane.keys().end();
        }
    }

    private static Column column(RecordChunk chunk, int attribute) {
        @Nullable Column column = chunk.attributes()[attribute];
        if (column == null) {
            throw new IllegalArgumentException("events without their id or time");
        }
        return column;
    }

    /** Everything was read: what the threads still hold is handed over. */
    void finish() {
        for (Lane lane = lanes.poll(); lane != null; lane = lanes.poll()) {
            lane.rows().close();
            lane.keys().close();
        }
    }

    @Override
    public void close() {
        rows.close();
        keys.close();
    }
}
