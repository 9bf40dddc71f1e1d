package siyu.customer;

import java.io.IOException;
import java.util.BitSet;
import java.util.Objects;
import siyu.core.AsOf;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Needs;
import siyu.fact.Vocabulary;
import siyu.importing.RecordWriter;
import siyu.store.Store;

/**
 * Gives back what was imported, range by range in constant memory: customers by number, events by customer, time and arrival, and
 * last those kept apart. What is written and imported again is equal.
 */
public final class Export {
    private final KeptFacts kept;
    private final Vocabulary vocabulary;

    public Export(Store store, Vocabulary vocabulary) {
        this(KeptFacts.of(store, vocabulary));
    }

    Export(KeptFacts kept) {
        this.kept = kept;
        this.vocabulary = kept.vocabulary();
    }

    /**
     * Writes all customers, those registered after the as-of too, and returns how many there were.
     *
     * @param asOf whose values
     */
    public long customers(RecordWriter writer, AsOf asOf) throws IOException {
        StoredPopulation population = new StoredPopulation(kept);
        Needs needs = Needs.nothing();
        needs.customer().set(0, vocabulary.customer().size());
        writer.begin();
        for (int number = 0; number < kept.ranges(); number++) {
            CustomerBlock block = population.range(number, needs, asOf);
            writer.customers(block.attributes, 0, block.size);
        }
        writer.end();
        return kept.customers();
    }

    /** Writes all events of the kinds the program has, and returns how many there were. */
    public long events(RecordWriter writer) throws IOException {
        StoredPopulation population = new StoredPopulation(kept);
        Needs needs = Needs.nothing();
        needs.customer().set(Vocabulary.CUSTOMER_ID);
        needs.event().set(0, vocabulary.event().size());
        AsOf any = AsOf.date(java.time.LocalDate.EPOCH, vocabulary.zone());
        long count = 0;
        writer.begin();
        for (int number = 0; number < kept.ranges(); number++) {
            CustomerBlock block = population.range(number, needs, any);
            EventBlock events = Objects.requireNonNull(block.events, "events were asked for");
            Column ids = Objects.requireNonNull(block.attributes[Vocabulary.CUSTOMER_ID], "ids were asked for");
            for (int i = 0; i < block.size; i++) {
                int from = events.offsets[i];
                int to = events.offsets[i + 1];
                if (to > from) {
                    writer.events(events.attributes, events.kinds, from, to, ids.dictionary, (int) ids.longs[i]);
                }
            }
            count += events.size;
        }
        count += apart(writer, needs.event());
        writer.end();
        return count;
    }

    private long apart(RecordWriter writer, BitSet wanted) throws IOException {
        EventReader reader = new EventReader(kept, vocabulary, kept.storedEventNumbers(), wanted);
        int[] kindIndexes = kept.before().kindIndexes(vocabulary);
        long count = 0;
        for (int partition : EventStore.partitions(kept, Partitions.FIRST_APART)) {
            EventRows rows = reader.read(partition);
            Column who = Objects.requireNonNull(rows.who, "events kept apart carry their customer's id");
            short[] kinds = new short[rows.size];
            for (int row = 0; row < rows.size; row++) {
                kinds[row] = (short) kindIndexes[rows.kinds[row]];
            }
            for (int row = 0; row < rows.size; row++) {
                if (kinds[row] >= 0) {
                    writer.events(rows.columns, kinds, row, row + 1, who.dictionary, (int) who.longs[row]);
                    count++;
                }
            }
        }
        return count;
    }

    /** How many events are kept apart because their customer is not known, or because they have none. */
    public long apart() {
        long count = 0;
        EventReader reader = new EventReader(kept, vocabulary, kept.storedEventNumbers(), new BitSet());
        for (int partition : EventStore.partitions(kept, Partitions.FIRST_APART)) {
            count += reader.read(partition).size;
        }
        return count;
    }
}
