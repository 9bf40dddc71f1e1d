package siyu.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.AsOf;
import siyu.fact.Vocabulary;
import siyu.store.Store;

class StoredPopulationTest {
    private static final Vocabulary VOCABULARY = RandomFacts.VOCABULARY;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void holdsWhatThePlainModelHolds() {
        for (int seed = 0; seed < 8; seed++) {
            Path file = folder.resolve("data" + seed);
            Store.create(file, "test", START);
            try (Store store = Store.open(file, Duration.ZERO)) {
                new History(store, seed).live();
            }
        }
    }

    static Store.Run run(int day) {
        return new Store.Run("tester", "import", "", "", "", START.plus(Duration.ofDays(day)));
    }

    static AsOf asOf(int day) {
        return AsOf.instant(START.plus(Duration.ofDays(day)), VOCABULARY.zone());
    }

    /** A random life of one data file. */
    private final class History {
        private final Store store;
        private final int seed;
        private final Random random;
        private final RandomFacts facts;
        private final Model model = new Model();
        private final Set<String> all;
        private final Set<String> allEvents;
        private final int range;
        private int day;

        History(Store store, int seed) {
            this.store = store;
            this.seed = seed;
            this.random = new Random(seed);
            this.facts = new RandomFacts(random);
            this.all = facts.some(VOCABULARY.customer(), true);
            this.allEvents = new TreeSet<>(facts.some(VOCABULARY.event(), true));
            this.allEvents.addAll(Set.of("id", "at"));
            this.range = 1 + random.nextInt(9);
        }

        private KeptFacts kept() {
            return CustomerStore.kept(store, VOCABULARY, range);
        }

        private Facts.Settings settings() {
            return new Facts.Settings(Facts.Listener.NONE, random.nextBoolean() ? 1L << 30 : 3000, folder);
        }

        void live() {
            int imports = 2 + random.nextInt(6);
            for (day = 1; day <= imports; day++) {
                if (random.nextInt(5) < 2) {
                    customers();
                } else {
                    events();
                }
                check();
            }
            for (int back = 0; back <= imports; back++) {
                assertThat(Dump.of(new StoredPopulation(kept()), VOCABULARY, asOf(back), all, allEvents))
                        .as("seed %d, as of day %d", seed, back)
                        .isEqualTo(model.dump(back, all, allEvents));
            }
        }

        private void check() {
            StoredPopulation population = new StoredPopulation(kept());
            assertThat(Dump.of(population, VOCABULARY, asOf(day), all, allEvents))
                    .as("seed %d, day %d", seed, day)
                    .isEqualTo(model.dump(day, all, allEvents));
            List<String> ids = new ArrayList<>(model.customers.keySet());
            for (int i = 0; i < ids.size(); i += 7) {
                assertThat(population.number(ids.get(i))).as("seed %d", seed).isEqualTo(i);
            }
            assertThat(population.number("nobody")).isEqualTo(-1);
        }

        private void customers() {
            Set<String> columns = facts.some(VOCABULARY.customer(), false);
            List<FactRow> rows = facts.customers(random.nextInt(60), 40, columns);
            FakeFile file = new FakeFile(VOCABULARY, false, rows, columns, seed);
            long waiting = waiting();
            ImportCustomers.Result planned = ImportCustomers.run(kept(), file, settings(), null);
            ImportCustomers.Result done = ImportCustomers.run(kept(), file, settings(), () -> run(day));
            Model.Counts counts = model.importCustomers(day, rows, columns);
            assertThat(done).as("seed %d, day %d", seed, day).isEqualTo(planned);
            assertThat(done)
                    .as("seed %d, day %d", seed, day)
                    .isEqualTo(new ImportCustomers.Result(
                            rows.size(),
                            counts.created(),
                            counts.changed(),
                            counts.unchanged(),
                            waiting - waiting(),
                            0));
            ImportCustomers.Result again = ImportCustomers.run(kept(), file, settings(), () -> run(day));
            assertThat(again.created() + again.changed() + again.arrived())
                    .as("seed %d, day %d, once more", seed, day)
                    .isZero();
        }

        private long waiting() {
            return model.events.values().stream()
                    .filter(event -> !model.customers.containsKey(event.customer()))
                    .count();
        }

        private void events() {
            Set<String> columns = facts.some(VOCABULARY.event(), false);
            List<FactRow> rows = facts.events(random.nextInt(300), 50, 5 + random.nextInt(600), columns);
            FakeFile file = new FakeFile(VOCABULARY, true, rows, columns, seed);
            ImportEvents.Result planned = ImportEvents.run(kept(), file, settings(), null);
            ImportEvents.Result done = ImportEvents.run(kept(), file, settings(), () -> run(day));
            Model.EventCounts counts = model.importEvents(rows, columns);
            assertThat(done).as("seed %d, day %d", seed, day).isEqualTo(planned);
            assertThat(done)
                    .as("seed %d, day %d", seed, day)
                    .isEqualTo(new ImportEvents.Result(
                            rows.size(), counts.taken(), counts.apart(), counts.duplicates(), counts.conflicts(), 0));
            ImportEvents.Result again = ImportEvents.run(kept(), file, settings(), () -> run(day));
            assertThat(again.taken() + again.apart())
                    .as("seed %d, day %d, once more", seed, day)
                    .isZero();
        }
    }
}
