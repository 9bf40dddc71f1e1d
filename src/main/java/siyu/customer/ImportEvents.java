package siyu.customer;

import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import siyu.fact.Vocabulary;
import siyu.store.Store;

/**
 * Takes events into the data file: each once for ever by kind and id. The same event again changes nothing; the same kind and id
 * with another body is reported and not taken. Events of a customer who is not known are kept apart until he comes. All in one
 * transaction, so an import that was interrupted left nothing, and one that is done again changes nothing.
 */
public final class ImportEvents {
    private final KeptFacts kept;
    private final EventIntake intake;
    private final Suspects suspects;
    private final StoredEvents stored;
    private final Tally tally = new Tally();
    private final KeyStore.Packer keys = new KeyStore.Packer(Block.MOST_ROWS / 2);

    /**
     * What an import of events did, or would do.
     *
     * @param rows good rows
     * @param taken new events of customers
     * @param apart new events of customers who are not known, or of none
     * @param duplicates rows whose event was there already
     * @param conflicts rows whose kind and id were there with another body: each was handed to the listener as a reject
     * @param rejected rows that could not be read
     */
    public record Result(long rows, long taken, long apart, long duplicates, long conflicts, long rejected) {}

    private ImportEvents(KeptFacts kept, EventIntake intake, Suspects suspects, StoredEvents stored) {
        this.kept = kept;
        this.intake = intake;
        this.suspects = suspects;
        this.stored = stored;
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
        StoredEvents stored = new StoredEventsOfFile(kept);
        int[] kinds = kept.catalogue().kinds(kept.vocabulary());
        try (EventIntake intake = new EventIntake(kept.vocabulary(), kept.ids(), kept.range(), kinds, settings);
                Suspects suspects = new Suspects(intake, stored, settings)) {
            source.read(intake);
            intake.finish();
            ImportEvents work = new ImportEvents(kept, intake, suspects, stored);
            Result result;
            if (run == null) {
                result = work.plan();
            } else {
                result = ChangeStore.write(kept.store(), run.get(), work::apply);
            }
            Conflicts.report(work.tally, intake, kept.catalogue().names(Catalogue.Subject.KIND), settings.listener());
            return result;
        }
    }

    private Result plan() {
        suspects.find(fresh -> {});
        int[] parts = Partitions.used(intake.rows);
        Parallel.each(parts.length, () -> {
            EventRange maker = maker();
            return i -> maker.make(parts[i]);
        });
        return result();
    }

    private EventRange maker() {
        BitSet all = new BitSet();
        all.set(0, kept.vocabulary().event().size());
        return new EventRange(kept.vocabulary(), intake, suspects, stored, all, tally);
    }

    private Result apply(ChangeStore change) {
        long batch = kept.batch() + 1;
        change.start(kept);
        change.put(kept.catalogue().since(kept.before()));
        suspects.find(keys::add);
        change.keys(KeyStore.EVENTS, keys.finish(), batch);
        int[] parts = Partitions.used(intake.rows);
        EventPacker packer = new EventPacker(kept.catalogue()
                .numbers(Catalogue.Subject.EVENT, kept.vocabulary().event()));
        Parallel.<List<EventStore.NewBlocks>>feed(
                parts.length,
                () -> {
                    EventRange maker = maker();
                    return (i, results) -> results.accept(packer.pack(parts[i], maker.make(parts[i])));
                },
                blocks -> change.stage(blocks, batch));
        change.finish();
        change.number(CustomerStore.BATCH, batch);
        return result();
    }

    private Result result() {
        return new Result(
                intake.rows(), tally.taken(), tally.apart(), tally.duplicates(), tally.conflicts(), intake.rejected());
    }
}
