package siyu.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.AsOf;
import siyu.fact.Vocabulary;
import siyu.importing.Reject;

class FilePopulationTest {
    private static final Vocabulary VOCABULARY = RandomFacts.VOCABULARY;
    private static final AsOf NOW = AsOf.date(LocalDate.of(2026, 1, 1), VOCABULARY.zone());

    @TempDir
    Path folder;

    @Test
    void takesWhatThePlainModelTakes() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            RandomFacts facts = new RandomFacts(random);
            Set<String> columns = facts.some(VOCABULARY.customer(), false);
            Set<String> eventColumns = facts.some(VOCABULARY.event(), false);
            List<FactRow> customers = facts.customers(random.nextInt(60), 30, columns);
            List<FactRow> events = facts.events(random.nextInt(400), 40, 5 + random.nextInt(400), eventColumns);
            Model model = new Model();
            model.importCustomers(0, customers, columns);
            Model.EventCounts counts = model.importEvents(events, eventColumns);
            Set<String> all = facts.some(VOCABULARY.customer(), true);
            Set<String> allEvents = new TreeSet<>(facts.some(VOCABULARY.event(), true));
            allEvents.addAll(Set.of("id", "at"));
            List<Reject> rejects = new ArrayList<>();
            long budget = random.nextBoolean() ? 1L << 30 : 3000;

            FilePopulation population = FilePopulation.load(
                    VOCABULARY,
                    new FakeFile(VOCABULARY, false, customers, columns, seed),
                    new FakeFile(VOCABULARY, true, events, eventColumns, seed),
                    Dump.needs(VOCABULARY, all, allEvents),
                    new Facts.Settings(listener(rejects), budget, folder),
                    1 + random.nextInt(9));

            assertThat(Dump.of(population, VOCABULARY, NOW, all, allEvents))
                    .as("seed %d", seed)
                    .isEqualTo(model.dump(0, all, allEvents));
            assertThat(population.loaded())
                    .as("seed %d", seed)
                    .isEqualTo(new FilePopulation.Loaded(
                            customers.size(),
                            counts.taken(),
                            counts.duplicates(),
                            counts.conflicts(),
                            counts.apart(),
                            0));
            assertThat(rejects).as("seed %d", seed).hasSize((int) counts.conflicts());
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsOnlyWhatIsAskedFor() {
        RandomFacts facts = new RandomFacts(new Random(1));
        List<FactRow> customers = facts.customers(50, 30, Set.of("name", "aum"));
        List<FactRow> events = facts.events(300, 30, 5000, Set.of("amount", "channel"));
        Model model = new Model();
        model.importCustomers(0, customers, Set.of("name", "aum"));
        model.importEvents(events, Set.of("amount", "channel"));

        FilePopulation population = FilePopulation.load(
                VOCABULARY,
                new FakeFile(VOCABULARY, false, customers, Set.of("name", "aum"), 1),
                new FakeFile(VOCABULARY, true, events, Set.of("amount", "channel"), 1),
                Dump.needs(VOCABULARY, Set.of("aum"), Set.of("at", "amount")),
                Facts.Settings.of(folder),
                8);

        assertThat(Dump.of(population, VOCABULARY, NOW, Set.of("aum"), Set.of("at", "amount")))
                .isEqualTo(model.dump(0, Set.of("aum"), Set.of("at", "amount")));
        assertThat(population.number("c1")).isEqualTo(new ArrayList<>(model.customers.keySet()).indexOf("c1"));
        assertThat(population.number("nobody")).isEqualTo(-1);
    }

    private static Facts.Listener listener(List<Reject> rejects) {
        return new Facts.Listener() {
            @Override
            public void reject(Reject reject) {
                rejects.add(reject);
            }
        };
    }
}
