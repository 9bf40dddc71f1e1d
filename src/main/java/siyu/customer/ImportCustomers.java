package siyu.customer;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import siyu.fact.Vocabulary;
import siyu.store.Store;

/**
 * Takes customers into the data file: each by his external id, columns that a file does not have are left alone, an empty cell
 * means unknown, the later row wins. All in one transaction, so an import that was interrupted left nothing, and one that is
 * done again changes nothing.
 */
public final class ImportCustomers {
    private final KeptFacts kept;
    private final IdTable ids;
    private final CustomerIntake intake;
    private final CustomerRange.Counts counts = new CustomerRange.Counts();

    /**
     * What an import of customers did, or would do.
     *
     * @param rows good rows
     * @param created customers who were not there
     * @param changed customers who were there and have other values now
     * @param unchanged customers who were there, came, and stayed as they were
     * @param arrived events that were kept apart until their customer came
     * @param rejected rows that could not be read
     */
    public record Result(long rows, long created, long changed, long unchanged, long arrived, long rejected) {}

    private ImportCustomers(KeptFacts kept, IdTable ids, CustomerIntake intake) {
        this.kept = kept;
        this.ids = ids;
        this.intake = intake;
    }

    /**
     * Imports, or finds out what an import would do.
     *
     * @param run who does it; asked when everything was read. Null for a dry run: nothing is written
     */
    public static Result run(
            Store store,
            Vocabulary vocabulary,
            Facts.Source source,
            Facts.Settings settings,
            @Nullable Supplier<Store.Run> run) {
        return run(KeptFacts.of(store, vocabulary), source, settings, run);
    }

    static Result run(KeptFacts kept, Facts.Source source, Facts.Settings settings, @Nullable Supplier<Store.Run> run) {
        IdTable ids = kept.ids();
        try (CustomerIntake intake = new CustomerIntake(kept.vocabulary(), ids, kept.range(), settings)) {
            source.read(intake);
            intake.finish();
            ImportCustomers work = new ImportCustomers(kept, ids, intake);
            if (run == null) {
                return work.plan();
            }
            Store.Run who = run.get();
            return ChangeStore.write(kept.store(), who, change -> work.apply(change, who, settings));
        }
    }

    private Result plan() {
        int[] ranges = Partitions.used(intake.rows);
        Parallel.each(ranges.length, () -> {
            CustomerRange maker = maker();
            return i -> maker.make(ranges[i], kept.size(ranges[i]));
        });
        return result(new Arrivals(kept, ids).count());
    }

    private CustomerRange maker() {
        CustomerReader reader =
                new CustomerReader(kept.store(), kept.vocabulary(), kept.storedCustomerNumbers(), false);
        return new CustomerRange(kept.vocabulary(), intake, ids, kept.range(), reader, counts);
    }

    private Result apply(ChangeStore change, Store.Run who, Facts.Settings settings) {
        // The clock may have been set back: changes stay in the order they were made in.
        long changed = Math.max(Times.micros(who.started()), kept.changed());
        change.start(kept);
        change.put(kept.catalogue().since(kept.before()));
        int[] numbers = kept.catalogue()
                .numbers(Catalogue.Subject.CUSTOMER, kept.vocabulary().customer());
        int[] ranges = Partitions.used(intake.rows);
        boolean[] logged = {false};
        Parallel.<CustomerRange.Change>feed(
                ranges.length,
                () -> {
                    CustomerRange maker = maker();
                    return (i, results) -> results.accept(maker.make(ranges[i], kept.size(ranges[i])));
                },
                made -> {
                    logged[0] |= !made.old().isEmpty();
                    if (kept.size(made.range()) > 0) {
                        change.customers(made, numbers, true, changed);
                    } else {
                        // Nobody looks at ranges beyond the number of customers until that is changed.
                        change.stage(made, numbers);
                    }
                });
        change.finish();
        long arrived = 0;
        if (ids.size() > kept.customers()) {
            change.keys(KeyStore.CUSTOMERS, keys().finish(), change.run());
            change.number(CustomerStore.CUSTOMERS, ids.size());
            change.number(CustomerStore.RANGE, kept.range());
            arrived = new Arrivals(kept, ids).apply(change, settings);
        }
        if (logged[0]) {
            change.number(CustomerStore.CHANGED, changed);
        }
        return result(arrived);
    }

    private KeyStore.Packer keys() {
        long[] keys = new long[ids.size() - kept.customers()];
        for (int i = 0; i < keys.length; i++) {
            int number = kept.customers() + i;
            keys[i] = CustomerKeys.key(
                    ids.ids().bytes(), ids.ids().start(number), ids.ids().end(number), number / kept.range());
        }
        Arrays.parallelSort(keys);
        KeyStore.Packer packer = new KeyStore.Packer(CustomerKeys.ROWS);
        packer.add(keys);
        return packer;
    }

    private Result result(long arrived) {
        return new Result(
                intake.rows(),
                counts.created().sum(),
                counts.changed().sum(),
                counts.unchanged().sum(),
                arrived,
                intake.rejected());
    }
}
