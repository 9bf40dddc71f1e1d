package siyu.customer;

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
import siyu.fact.Texts;
import siyu.fact.Vocabulary;

/**
 * Customers and events straight from files, kept in memory: only the attributes that were asked for, 9 bytes a number, and the
 * bytes of texts. Taken by the same rules as an import (the same code), so the rows are those of a data file filled with these
 * files.
 */
public final class FilePopulation implements Population {
    private final Vocabulary vocabulary;
    private final int range;
    private final IdTable ids;
    private final @Nullable Column[][] customers;
    private final @Nullable EventBlock[] events;
    private final Loaded loaded;

    /**
     * What was read.
     *
     * @param customerRows good rows of the customers' files
     * @param events events taken, those kept apart not among them
     * @param duplicates events left out because they were read before with the same body (as far as it was asked for)
     * @param conflicts events left out because their kind and id were read before with another body
     * @param apart events of customers who are in no file, or of none; left out
     * @param rejected rows that could not be read
     */
    public record Loaded(long customerRows, long events, long duplicates, long conflicts, long apart, long rejected) {}

    private FilePopulation(
            Vocabulary vocabulary,
            int range,
            IdTable ids,
            @Nullable Column[][] customers,
            @Nullable EventBlock[] events,
            Loaded loaded) {
        this.vocabulary = vocabulary;
        this.range = range;
        this.ids = ids;
        this.customers = customers;
        this.events = events;
        this.loaded = loaded;
    }

    /**
     * Reads files.
     *
     * @param customers hands over customers; the attributes of {@code needs} and {@code registered} are enough
     * @param events hands over events; null when there are none
     * @param needs what will be asked for; nothing else can be
     */
    public static FilePopulation load(
            Vocabulary vocabulary,
            Facts.Source customers,
            Facts.@Nullable Source events,
            Needs needs,
            Facts.Settings settings) {
        return load(vocabulary, customers, events, needs, settings, RANGE);
    }

    static FilePopulation load(
            Vocabulary vocabulary,
            Facts.Source customers,
            Facts.@Nullable Source events,
            Needs needs,
            Facts.Settings settings,
            int range) {
        IdTable ids = new IdTable();
        @Nullable Column[][] columns;
        long customerRows;
        long rejected;
        try (CustomerIntake intake = new CustomerIntake(vocabulary, ids, range, settings)) {
            customers.read(intake);
            intake.finish();
            columns = customers(vocabulary, intake, ids.size(), needs, range);
            customerRows = intake.rows();
            rejected = intake.rejected();
        }
        EventBlock[] blocks = new EventBlock[columns.length];
        Loaded loaded = new Loaded(customerRows, 0, 0, 0, 0, rejected);
        if (events != null) {
            loaded = events(vocabulary, ids, events, needs, settings, range, blocks, loaded);
        }
        return new FilePopulation(vocabulary, range, ids, columns, blocks, loaded);
    }

    private static @Nullable Column[][] customers(
            Vocabulary vocabulary, CustomerIntake intake, int size, Needs needs, int range) {
        int ranges = (size + range - 1) / range;
        @Nullable Column[][] all = new Column[ranges][];
        BitSet wanted = (BitSet) needs.customer().clone();
        wanted.set(Registered.index(vocabulary));
        wanted.clear(Vocabulary.CUSTOMER_ID);
        Parallel.each(ranges, () -> {
            RowFormat.Reader reader = intake.format.reader();
            boolean[] named = new boolean[range];
            return number -> {
                int rows = Math.min(range, size - number * range);
                @Nullable Column[] columns = new Column[vocabulary.customer().size()];
                wanted.stream()
                        .forEach(i -> columns[i] =
                                new Column(vocabulary.customer().get(i).type(), rows));
                intake.apply(number, columns, named, reader);
                all[number] = columns;
            };
        });
        return all;
    }

    private static Loaded events(
            Vocabulary vocabulary,
            IdTable ids,
            Facts.Source source,
            Needs needs,
            Facts.Settings settings,
            int range,
            EventBlock[] blocks,
            Loaded before) {
        int[] kinds = new int[vocabulary.kinds().size()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = i;
        }
        Tally tally = new Tally();
        try (EventIntake intake = new EventIntake(vocabulary, ids, range, kinds, settings);
                Suspects suspects = new Suspects(intake, StoredEvents.NONE, settings)) {
            source.read(intake);
            intake.finish();
            suspects.find(fresh -> {});
            BitSet wanted = (BitSet) needs.event().clone();
            wanted.set(Vocabulary.EVENT_AT);
            int[] parts = Partitions.used(intake.rows);
            Parallel.each(parts.length, () -> {
                EventRange maker = new EventRange(vocabulary, intake, suspects, StoredEvents.NONE, wanted, tally);
                return i -> {
                    EventRows rows = maker.make(parts[i]);
                    if (!Partitions.isApart(parts[i])) {
                        blocks[parts[i]] = rows.block(Math.min(range, ids.size() - parts[i] * range));
                    }
                };
            });
            Conflicts.report(tally, intake, vocabulary.kinds(), settings.listener());
            return new Loaded(
                    before.customerRows(),
                    tally.taken(),
                    tally.duplicates(),
                    tally.conflicts(),
                    tally.apart(),
                    before.rejected() + intake.rejected());
        }
    }

    /** What was read and what was left out. */
    public Loaded loaded() {
        return loaded;
    }

    @Override
    public int size() {
        return ids.size();
    }

    /** The external id of each customer, by number. */
    public Texts ids() {
        return ids.ids();
    }

    @Override
    public <W extends Visitor> List<W> scan(Needs needs, AsOf asOf, Supplier<W> worker) {
        return Scan.over(customers.length, size(), Watch.NONE, worker, () -> number -> range(number, needs, asOf));
    }

    @Override
    public CustomerBlock range(int number, Needs needs, AsOf asOf) {
        int first = number * range;
        int size = Math.min(range, ids.size() - first);
        @Nullable Column[] columns = customers[number].clone();
        byte[] present = Registered.present(columns, vocabulary, size, asOf);
        if (needs.customer().get(Vocabulary.CUSTOMER_ID)) {
            columns[Vocabulary.CUSTOMER_ID] = CustomerRange.idColumn(ids.ids(), first, size);
        }
        EventBlock block = events[number];
        if (needs.events() && block == null) {
            block = EventRows.of(vocabulary, needs.event(), 0, false).block(size);
        }
        return new CustomerBlock(first, size, columns, needs.events() ? block : null, Map.of(), Marks.NONE, present);
    }

    @Override
    public int number(String id) {
        byte[] utf8 = id.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return ids.find(utf8, 0, utf8.length);
    }
}
