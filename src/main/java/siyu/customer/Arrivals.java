package siyu.customer;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.Texts;
import siyu.fact.Vocabulary;
import siyu.importing.RecordChunk;
import siyu.importing.RecordReader;

/**
 * Events that were kept apart and whose customer has come. They are read from their blocks and go the way of an import; what
 * still waits is written anew. All attributes that were ever stored go along, whether the program still has them or not.
 */
final class Arrivals {
    private final KeptFacts kept;
    private final IdTable ids;
    private final Vocabulary vocabulary;
    private final int[] numbers;
    private final int[] partitions;

    /** @param ids all customers, the new ones among them */
    Arrivals(KeptFacts kept, IdTable ids) {
        this.kept = kept;
        this.ids = ids;
        this.vocabulary = kept.before().vocabulary(kept.vocabulary());
        this.numbers = kept.before().numbers(Catalogue.Subject.EVENT, vocabulary.event());
        this.partitions = EventStore.partitions(kept, Partitions.FIRST_APART);
    }

    private EventReader reader() {
        BitSet all = new BitSet();
        all.set(0, vocabulary.event().size());
        return new EventReader(kept, vocabulary, numbers, all);
    }

    /** How many there are. */
    long count() {
        long count = 0;
        EventReader reader = reader();
        for (int partition : partitions) {
            count += rows(reader.read(partition), true).length;
        }
        return count;
    }

    /** The rows whose customer is there, or those that still wait. */
    private int[] rows(EventRows rows, boolean arrived) {
        Column who = rows.who;
        if (who == null) {
            throw new IllegalStateException("not events kept apart");
        }
        Texts texts = who.dictionary;
        return IntStream.range(0, rows.size)
                .filter(row -> {
                    int text = (int) who.longs[row];
                    int from = texts.start(text);
                    int to = texts.end(text);
                    return arrived == (to > from && ids.find(texts.bytes(), from, to) >= 0);
                })
                .toArray();
    }

    /** Moves them, and returns how many there were. */
    long apply(ChangeStore change, Facts.Settings settings) {
        int kinds = kept.before().names(Catalogue.Subject.KIND).size();
        int[] same = IntStream.range(0, kinds).toArray();
        Facts.Settings quiet = settings.with(Facts.Listener.NONE);
        try (EventIntake intake = new EventIntake(vocabulary, ids, kept.range(), same, quiet);
                Suspects suspects = new Suspects(intake, StoredEvents.NONE, quiet)) {
            read(intake, change);
            intake.finish();
            if (intake.rows() == 0) {
                return 0;
            }
            KeyStore.Packer keys = new KeyStore.Packer(Block.MOST_ROWS / 2);
            suspects.find(keys::add);
            change.keys(KeyStore.EVENTS, keys.finish(), kept.batch() + 1);
            BitSet all = new BitSet();
            all.set(0, vocabulary.event().size());
            EventPacker packer = new EventPacker(numbers);
            int[] parts = Partitions.used(intake.rows);
            Tally tally = new Tally();
            Parallel.<List<EventStore.NewBlocks>>feed(
                    parts.length,
                    () -> {
                        EventRange maker = new EventRange(vocabulary, intake, suspects, StoredEvents.NONE, all, tally);
                        return (i, results) -> results.accept(packer.pack(parts[i], maker.make(parts[i])));
                    },
                    blocks -> change.events(blocks, kept.batch() + 1));
            change.number(CustomerStore.BATCH, kept.batch() + 1);
            return intake.rows();
        }
    }

    private void read(RecordReader.Consumer consumer, ChangeStore change) {
        EventReader reader = reader();
        EventPacker packer = new EventPacker(numbers);
        for (int i = 0; i < partitions.length; i++) {
            EventRows rows = reader.read(partitions[i]);
            int[] arrived = rows(rows, true);
            if (arrived.length == 0) {
                continue;
            }
            RecordChunk chunk = chunk(rows, arrived, i);
            consumer.parsed(chunk);
            consumer.ordered(chunk);
            // Those that wait stay in their order of arrival, before all that later runs bring.
            EventRows waiting = rows.pick(rows(rows, false));
            change.deleteEvents(partitions[i]);
            change.events(packer.pack(partitions[i], waiting), reader.lastRun());
        }
    }

    /** Events of a customer all lie in one partition, so the row is their order of arrival. */
    private RecordChunk chunk(EventRows rows, int[] picked, int index) {
        EventRows some = rows.pick(picked);
        Column who = some.who;
        if (who == null) {
            throw new IllegalStateException("not events kept apart");
        }
        Texts customers = new Texts();
        short[] kinds = new short[picked.length];
        for (int row = 0; row < picked.length; row++) {
            int text = (int) who.longs[row];
            customers.add(who.dictionary.bytes(), who.dictionary.start(text), who.dictionary.end(text));
            kinds[row] = (short) some.kinds[row];
        }
        @Nullable Column[] columns = some.columns.clone();
        return new RecordChunk("", index, picked.length, picked, columns, kinds, customers, List.of());
    }
}
