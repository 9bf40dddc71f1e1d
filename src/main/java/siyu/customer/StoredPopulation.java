package siyu.customer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.core.Watch;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Marks;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Vocabulary;
import siyu.store.Store;

/**
 * Customers and events of a data file. Each thread reads ranges with two queries each and decodes them into columns it uses again
 * for the next range. Attributes are as they were at the as-of: what was changed later is taken back.
 */
public final class StoredPopulation implements Population {
    private final KeptFacts kept;
    private final Vocabulary vocabulary;
    private final Supplier<? extends Watch> watch;

    /** @throws siyu.core.Failure when the program gives an attribute another type than it has in the data file */
    public StoredPopulation(Store store, Vocabulary vocabulary) {
        this(store, vocabulary, () -> Watch.NONE);
    }

    /**
     * The same.
     *
     * @param watch told of each scan how many customers it has visited
     */
    public StoredPopulation(Store store, Vocabulary vocabulary, Supplier<? extends Watch> watch) {
        this(KeptFacts.of(store, vocabulary), watch);
    }

    StoredPopulation(KeptFacts kept) {
        this(kept, () -> Watch.NONE);
    }

    StoredPopulation(KeptFacts kept, Supplier<? extends Watch> watch) {
        this.kept = kept;
        this.vocabulary = kept.vocabulary();
        this.watch = watch;
    }

    @Override
    public int size() {
        return kept.customers();
    }

    @Override
    public <W extends Visitor> List<W> scan(Needs needs, AsOf asOf, Supplier<W> worker) {
        try (Watch watching = watch.get()) {
            return Scan.over(kept.ranges(), size(), watching, worker, () -> {
                Reader reader = new Reader(needs, asOf);
                return reader::block;
            });
        }
    }

    /** Reads each range once: what was changed after a date is taken back from what was there at the date after it. */
    @Override
    public <W extends Dated> List<W> scan(Needs needs, List<AsOf> dates, Supplier<W> worker) {
        List<Integer> latestFirst = new ArrayList<>();
        for (int date = 0; date < dates.size(); date++) {
            latestFirst.add(date);
        }
        latestFirst.sort((one, other) ->
                Long.compare(dates.get(other).endMicros(), dates.get(one).endMicros()));
        try (Watch watching = watch.get()) {
            return Scan.show(kept.ranges(), size(), watching, worker, () -> {
                int latest = latestFirst.get(0);
                Reader reader = new Reader(needs, dates.get(latest));
                return (range, mine) -> {
                    CustomerBlock block = reader.block(range);
                    mine.visit(latest, block);
                    int last = latest;
                    for (int date : latestFirst.subList(1, latestFirst.size())) {
                        CustomerBlock earlier = reader.earlier(range, block, dates.get(date));
                        if (kept.changed() > dates.get(date).endMicros()) {
                            mine.visit(date, earlier);
                        } else {
                            mine.visitAgain(date, last, earlier);
                        }
                        last = date;
                    }
                    return block.size;
                };
            });
        }
    }

    @Override
    public CustomerBlock range(int number, Needs needs, AsOf asOf) {
        return new Reader(needs, asOf).block(number);
    }

    @Override
    public CustomerBlock customer(int customer, Needs needs, AsOf asOf) {
        Needs numbers = new Needs(needs.customer(), needs.event());
        return new Reader(numbers, asOf).customer(customer / kept.range(), customer % kept.range());
    }

    /** Finds a customer by the key blocks: a block of keys and a block of ids are read, not all of them. */
    @Override
    public int number(String id) {
        byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
        long hash = CustomerKeys.hash(utf8, 0, utf8.length);
        long[] candidates = KeyStore.read(kept.store(), KeyStore.CUSTOMERS, hash, hash, Long.MAX_VALUE);
        for (long key : candidates) {
            int number = EventKeys.partitionOf(key);
            int place = kept.place(number, utf8);
            if (place >= 0) {
                return number * kept.range() + place;
            }
        }
        return -1;
    }

    /** The last batch of events that counts; see {@link EventBlock#batches}. */
    public int batch() {
        return Math.toIntExact(kept.batch());
    }

    /** Customers per range. */
    int range() {
        return kept.range();
    }

    /** What one thread reads ranges with. */
    private final class Reader {
        private final Needs needs;
        private final AsOf asOf;
        private final BitSet attributes;
        private final CustomerReader customers;
        private final EventReader events;
        private final RowSorter sorter = new RowSorter();
        private final int[] kindIndexes;
        private final @Nullable Column[] columns;

        Reader(Needs needs, AsOf asOf) {
            this.needs = needs;
            this.asOf = asOf;
            this.attributes = (BitSet) needs.customer().clone();
            this.attributes.set(Registered.index(vocabulary));
            this.customers = new CustomerReader(kept.store(), vocabulary, kept.storedCustomerNumbers(), needs.bits());
            BitSet wanted = (BitSet) needs.event().clone();
            wanted.set(Vocabulary.EVENT_AT);
            this.events = new EventReader(kept, vocabulary, kept.storedEventNumbers(), wanted);
            this.kindIndexes = kept.before().kindIndexes(vocabulary);
            this.columns = new Column[vocabulary.customer().size()];
        }

        CustomerBlock block(int number) {
            int size = kept.size(number);
            customers.read(number, attributes, 0, size, columns);
            return dated(number, 0, size, needs.events() ? inOrder(events.read(number), size) : null, asOf);
        }

        /** The customer at a place of the range alone. */
        CustomerBlock customer(int number, int place) {
            customers.read(number, attributes, place, place + 1, columns);
            return dated(number, place, 1, needs.events() ? inOrder(events.read(number, place), 1) : null, asOf);
        }

        /** The block that was read last, as of an earlier date. */
        CustomerBlock earlier(int number, CustomerBlock last, AsOf date) {
            return dated(number, 0, last.size, last.events, date);
        }

        private CustomerBlock dated(int number, int from, int size, @Nullable EventBlock block, AsOf date) {
            if (kept.changed() > date.endMicros()) {
                customers.lookBack(number, attributes, from, from + size, columns, date.endMicros());
            }
            byte[] present = Registered.present(columns, vocabulary, size, date);
            int first = number * kept.range() + from;
            return new CustomerBlock(first, size, columns, block, Map.of(), Marks.NONE, present);
        }

        private EventBlock inOrder(EventRows rows, int size) {
            boolean gone = false;
            // Locals, because the quick compiler reads a field again for every row.
            int[] kinds = rows.kinds;
            int[] indexes = kindIndexes;
            int count = rows.size;
            for (int row = 0; row < count; row++) {
                int kind = indexes[kinds[row]];
                kinds[row] = kind;
                gone |= kind < 0;
            }
            if (gone || events.runs() > 1) {
                return rows.pick(sorter.sort(rows)).block(size);
            }
            return rows.block(size);
        }
    }
}
