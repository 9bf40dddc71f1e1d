package siyu.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.AsOf;
import siyu.core.Watch;
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

    /** What a scan told of itself. */
    private static final class Seen implements Watch {
        private final AtomicLong most = new AtomicLong();
        private boolean closed;

        @Override
        public void at(long done, long total) {
            assertThat(done).isBetween(1L, total);
            most.accumulateAndGet(done, Math::max);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    static Store.Run run(int day) {
        return new Store.Run("tester", "import", "", "", "", START.plus(Duration.ofDays(day)));
    }

    static AsOf asOf(int day) {
        return AsOf.instant(START.plus(Duration.ofDays(day)), VOCABULARY.zone());
    }

    /** Whose customer comes later is of the import that brought him, behind everything that was there. */
    @Test
    void eventsKeptApartAreOfTheBatchTheyJoinWith() {
        Path file = folder.resolve("apart");
        Store.create(file, "test", START);
        try (Store store = Store.open(file, Duration.ZERO)) {
            imported(store, 1, false, List.of(new FactRow("", "c1", "c1", Map.of())));
            imported(store, 2, true, List.of(event("e1", "c1"), event("e2", "c2")));
            imported(store, 3, true, List.of(event("e3", "c1"), event("e4", "c2")));
            assertThat(Dump.batches(new StoredPopulation(store, VOCABULARY), VOCABULARY, asOf(3)))
                    .containsOnlyKeys("login/e1", "login/e3");
            imported(store, 4, false, List.of(new FactRow("", "c2", "c2", Map.of())));
            imported(store, 5, true, List.of(event("e5", "c2"), event("e1", "c1")));
            Map<String, Integer> batches = Dump.batches(new StoredPopulation(store, VOCABULARY), VOCABULARY, asOf(5));
            assertThat(batches).containsOnlyKeys("login/e1", "login/e2", "login/e3", "login/e4", "login/e5");
            assertThat(batches.get("login/e2")).isEqualTo(batches.get("login/e4"));
            assertThat(List.of("e1", "e3", "e2", "e5"))
                    .extracting(id -> batches.getOrDefault("login/" + id, 0))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    private static FactRow event(String id, String customer) {
        return new FactRow("login", id, customer, Map.of("at", 1_000_000L));
    }

    private void imported(Store store, int day, boolean events, List<FactRow> rows) {
        KeptFacts kept = CustomerStore.kept(store, VOCABULARY, 4);
        FakeFile source = new FakeFile(VOCABULARY, events, rows, Set.of(), day);
        if (events) {
            ImportEvents.run(kept, source, Facts.Settings.of(folder), () -> run(day));
        } else {
            ImportCustomers.run(kept, source, Facts.Settings.of(folder), () -> run(day));
        }
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

        /** The day on which each event came, or joined its customer, by {@code kind/id}. */
        private final Map<String, Integer> joined = new TreeMap<>();

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
                assertThat(Dump.alone(new StoredPopulation(kept()), VOCABULARY, asOf(back), all, allEvents))
                        .as("seed %d, as of day %d, one by one", seed, back)
                        .isEqualTo(model.dump(back, all, allEvents));
            }
            List<Integer> days =
                    new ArrayList<>(IntStream.rangeClosed(0, imports).boxed().toList());
            Collections.shuffle(days, random);
            days.add(days.get(0));
            List<AsOf> dates = days.stream().map(StoredPopulationTest::asOf).toList();
            assertThat(Dump.of(new StoredPopulation(kept()), VOCABULARY, dates, all, allEvents))
                    .as("seed %d, as of days %s at once", seed, days)
                    .isEqualTo(days.stream()
                            .map(back -> model.dump(back, all, allEvents))
                            .toList());
        }

        private void check() {
            List<Seen> scans = new ArrayList<>();
            StoredPopulation population = new StoredPopulation(kept(), () -> {
                Seen seen = new Seen();
                scans.add(seen);
                return seen;
            });
            assertThat(Dump.of(population, VOCABULARY, asOf(day), all, allEvents))
                    .as("seed %d, day %d", seed, day)
                    .isEqualTo(model.dump(day, all, allEvents));
            assertThat(scans).isNotEmpty().allSatisfy(seen -> {
                assertThat(seen.most.get()).isEqualTo(model.customers.size());
                assertThat(seen.closed).isTrue();
            });
            batches(population);
            List<String> ids = new ArrayList<>(model.customers.keySet());
            for (int i = 0; i < ids.size(); i += 7) {
                assertThat(population.number(ids.get(i))).as("seed %d", seed).isEqualTo(i);
            }
            assertThat(population.number("nobody")).isEqualTo(-1);
        }

        /** Events of one day have one batch, those of a later day a higher one. */
        private void batches(StoredPopulation population) {
            model.events.forEach((key, event) -> {
                if (model.customers.containsKey(event.customer())) {
                    joined.putIfAbsent(key, day);
                }
            });
            Map<String, Integer> found = Dump.batches(population, VOCABULARY, asOf(day));
            assertThat(found.keySet()).as("seed %d, day %d", seed, day).isEqualTo(joined.keySet());
            TreeMap<Integer, Set<Integer>> byDay = new TreeMap<>();
            joined.forEach((key, when) ->
                    byDay.computeIfAbsent(when, none -> new TreeSet<>()).add(found.getOrDefault(key, -1)));
            assertThat(byDay.values()).as("seed %d, day %d", seed, day).allMatch(batches -> batches.size() == 1);
            assertThat(byDay.values().stream().flatMap(Set::stream).toList())
                    .as("seed %d, day %d", seed, day)
                    .isSorted()
                    .doesNotHaveDuplicates();
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
