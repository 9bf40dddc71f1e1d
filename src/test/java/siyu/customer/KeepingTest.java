package siyu.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.AsOf;
import siyu.core.Code;
import siyu.core.Failure;
import siyu.fact.Attribute;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.importing.RecordReader;
import siyu.importing.RecordWriter;
import siyu.importing.Reject;
import siyu.store.Store;

/** What holds for customers and events in a data file besides the right answer. */
class KeepingTest {
    private static final Vocabulary VOCABULARY = RandomFacts.VOCABULARY;
    private static final Set<String> COLUMNS = Set.of("name", "app", "aum", "registered", "latitude");
    private static final Set<String> EVENT_COLUMNS = Set.of("amount", "channel", "category", "card", "weight");

    @TempDir
    Path folder;

    private Store store;
    private final RandomFacts facts = new RandomFacts(new Random(7));

    @BeforeEach
    void open() {
        store = fresh("data");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Store fresh(String name) {
        Store.create(folder.resolve(name), "test", java.time.Instant.EPOCH);
        return Store.open(folder.resolve(name), Duration.ZERO);
    }

    private Facts.Settings settings() {
        return Facts.Settings.of(folder);
    }

    private FakeFile customers(int count, int people) {
        return new FakeFile(VOCABULARY, false, facts.customers(count, people, COLUMNS), COLUMNS, 1);
    }

    private FakeFile events(int count) {
        return new FakeFile(VOCABULARY, true, facts.events(count, 60, 100_000, EVENT_COLUMNS), EVENT_COLUMNS, 1);
    }

    private List<String> dump(Store from) {
        Set<String> all = facts.some(VOCABULARY.customer(), true);
        Set<String> allEvents = new TreeSet<>(facts.some(VOCABULARY.event(), true));
        allEvents.addAll(Set.of("id", "at"));
        return Dump.of(
                new StoredPopulation(from, VOCABULARY), VOCABULARY, StoredPopulationTest.asOf(9), all, allEvents);
    }

    private final FakeFile people = customers(200, 50);
    private final FakeFile happened = events(800);

    private void fill(Store into) {
        ImportCustomers.run(into, VOCABULARY, people, settings(), () -> StoredPopulationTest.run(1));
        ImportEvents.run(into, VOCABULARY, happened, settings(), () -> StoredPopulationTest.run(2));
    }

    @Test
    void whatIsExportedAndImportedAgainIsEqual() throws IOException {
        fill(store);
        for (String format : List.of("csv", "jsonl")) {
            try (Store other = fresh(format)) {
                Export export = new Export(store, VOCABULARY);
                byte[] people = written(RecordReader.Of.CUSTOMERS, format, export);
                byte[] happened = written(RecordReader.Of.EVENTS, format, export);
                ImportCustomers.Result first = ImportCustomers.run(
                        other,
                        VOCABULARY,
                        source(RecordReader.Of.CUSTOMERS, format, people),
                        settings(),
                        () -> StoredPopulationTest.run(3));
                ImportEvents.Result second = ImportEvents.run(
                        other,
                        VOCABULARY,
                        source(RecordReader.Of.EVENTS, format, happened),
                        settings(),
                        () -> StoredPopulationTest.run(4));
                assertThat(first.created()).isEqualTo(new StoredPopulation(store, VOCABULARY).size());
                assertThat(second.apart()).isEqualTo(export.apart()).isPositive();
                assertThat(dump(other)).as(format).isEqualTo(dump(store));
            }
        }
    }

    private byte[] written(RecordReader.Of of, String format, Export export) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RecordWriter writer = new RecordWriter(of, VOCABULARY, format, any -> true, out);
        if (of == RecordReader.Of.CUSTOMERS) {
            export.customers(writer, StoredPopulationTest.asOf(9));
        } else {
            export.events(writer);
        }
        return out.toByteArray();
    }

    private Facts.Source source(RecordReader.Of of, String format, byte[] bytes) {
        RecordReader.Options usual = RecordReader.Options.of(List.of("-"));
        RecordReader.Options options = new RecordReader.Options(
                usual.inputs(), format, "utf-8", null, Map.of(), Map.of(), null, List.of(), null);
        RecordReader.Setting setting = RecordReader.Setting.of(folder, new ByteArrayInputStream(bytes));
        return consumer -> RecordReader.read(of, VOCABULARY, options, setting, consumer);
    }

    @Test
    void anInterruptedImportLeavesNothing() {
        fill(store);
        List<String> before = dump(store);
        FakeFile more = customers(300, 90);
        FakeFile moreEvents = events(900);
        Facts.Source broken = consumer -> {
            moreEvents.read(consumer);
            throw new IllegalStateException("cut");
        };
        assertThatThrownBy(() ->
                        ImportEvents.run(store, VOCABULARY, broken, settings(), () -> StoredPopulationTest.run(5)))
                .hasMessage("cut");
        assertThatThrownBy(() -> ImportCustomers.run(store, VOCABULARY, more, settings(), () -> {
                    throw new IllegalStateException("cut");
                }))
                .hasMessage("cut");
        assertThat(dump(store)).isEqualTo(before);
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".tmp"));

        ImportEvents.Result whole =
                ImportEvents.run(store, VOCABULARY, moreEvents, settings(), () -> StoredPopulationTest.run(5));
        assertThat(whole.taken()).isPositive();
    }

    @Test
    void whatAnInterruptedImportPutThereAheadCountsForNothing() {
        fill(store);
        List<String> before = dump(store);
        KeptFacts kept = KeptFacts.of(store, VOCABULARY);
        Block large = new Block(0, 1, new byte[900_000]);
        EventStore.NewBlocks ahead = new EventStore.NewBlocks(0, EventStore.KIND, List.of(large));
        EventStore.NewBlocks more =
                new EventStore.NewBlocks(1, EventStore.KIND, List.of(large, new Block(1, 1, large.data())));
        assertThatThrownBy(() -> ChangeStore.write(store, StoredPopulationTest.run(3), change -> {
                    change.stage(List.of(ahead, more), kept.batch() + 1);
                    throw new IllegalStateException("cut");
                }))
                .hasMessage("cut");
        assertThat(KeptFacts.of(store, VOCABULARY).leftOver()).isTrue();
        assertThat(dump(store)).isEqualTo(before);

        FakeFile file = events(500);
        ImportEvents.Result done =
                ImportEvents.run(store, VOCABULARY, file, settings(), () -> StoredPopulationTest.run(4));
        assertThat(done.taken()).isPositive();
        assertThat(KeptFacts.of(store, VOCABULARY).leftOver()).isFalse();
        try (Store other = fresh("other")) {
            ImportCustomers.run(other, VOCABULARY, people, settings(), () -> StoredPopulationTest.run(1));
            ImportEvents.run(other, VOCABULARY, happened, settings(), () -> StoredPopulationTest.run(2));
            ImportEvents.run(other, VOCABULARY, file, settings(), () -> StoredPopulationTest.run(3));
            assertThat(dump(store)).isEqualTo(dump(other));
        }
    }

    @Test
    void aDamagedBlockIsReportedAndNotRead() {
        fill(store);
        damage("UPDATE customer_block SET data = ? WHERE attribute = 0");
        assertThatThrownBy(() -> dump(store)).isInstanceOf(Failure.class).hasMessageContaining("block");
    }

    @Test
    void aLostBlockIsReported() {
        fill(store);
        store.write(StoredPopulationTest.run(3), connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM event_block WHERE attribute = -1")) {
                return delete.executeUpdate();
            }
        });
        assertThat(code(() -> dump(store))).isEqualTo(CustomerCode.DAMAGED);
    }

    private void damage(String update) {
        store.write(StoredPopulationTest.run(3), connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT data FROM customer_block WHERE attribute = 0");
                    ResultSet rows = select.executeQuery();
                    PreparedStatement change = connection.prepareStatement(update)) {
                rows.next();
                byte[] data = rows.getBytes(1);
                data[data.length / 2] ^= 4;
                change.setBytes(1, data);
                return change.executeUpdate();
            }
        });
    }

    @Test
    void aChangedTypeIsRefusedAndMoreWordsAreNot() {
        fill(store);
        assertThat(code(() -> new StoredPopulation(store, with(new Attribute("app", Type.INTEGER, false)))))
                .isEqualTo(CustomerCode.TYPE_CHANGED);
        assertThat(code(() -> new StoredPopulation(
                        store, with(new Attribute("risk", Type.word(List.of("high", "low")), false)))))
                .isEqualTo(CustomerCode.TYPE_CHANGED);
        Vocabulary more = with(new Attribute("risk", Type.word(List.of("low", "high", "odd")), false));
        assertThat(new StoredPopulation(store, more).size()).isPositive();
    }

    private static Vocabulary with(Attribute attribute) {
        return new Vocabulary(VOCABULARY.zone(), "CNY", 2, List.of(attribute), Map.of());
    }

    @Test
    void aConflictIsReportedWithItsLine() {
        fill(store);
        FactRow first = new FactRow("login", "same", "c1", Map.of("at", 5L));
        FactRow other = new FactRow("login", "same", "c1", Map.of("at", 6L));
        List<Reject> rejects = new ArrayList<>();
        Facts.Listener listener = new Facts.Listener() {
            @Override
            public void reject(Reject reject) {
                rejects.add(reject);
            }
        };
        FakeFile file = new FakeFile(VOCABULARY, true, List.of(first, first, other), Set.of(), 3);
        ImportEvents.Result result =
                ImportEvents.run(store, VOCABULARY, file, settings().with(listener), () -> StoredPopulationTest.run(3));
        assertThat(result).isEqualTo(new ImportEvents.Result(3, 1, 0, 1, 1, 0));
        assertThat(rejects).singleElement().satisfies(reject -> {
            assertThat(reject.problem().code()).isEqualTo(CustomerCode.CONFLICT);
            assertThat(reject.problem().message()).isEqualTo("event 'same' of kind login is known with another body");
            assertThat(String.valueOf(reject.problem().place())).isEqualTo("file.csv:4");
        });
    }

    @Test
    void whoRegistersLaterIsNotYetThere() {
        long today = LocalDate.of(2026, 1, 10).toEpochDay();
        List<FactRow> rows = List.of(
                new FactRow("", "a", "a", Map.of("registered", today)),
                new FactRow("", "b", "b", Map.of("registered", today + 1)),
                new FactRow("", "c", "c", Map.of()));
        FakeFile file = new FakeFile(VOCABULARY, false, rows, Set.of("registered"), 1);
        ImportCustomers.run(store, VOCABULARY, file, settings(), () -> StoredPopulationTest.run(1));
        Population stored = new StoredPopulation(store, VOCABULARY);
        Population direct = FilePopulation.load(VOCABULARY, file, null, Needs.nothing(), settings());
        for (Population population : List.of(stored, direct)) {
            AsOf asOf = AsOf.date(LocalDate.of(2026, 1, 10), VOCABULARY.zone());
            assertThat(population.range(0, Needs.nothing(), asOf).present).startsWith((byte) 1, (byte) 0, (byte) 1);
            AsOf later = AsOf.date(LocalDate.of(2026, 1, 11), VOCABULARY.zone());
            assertThat(population.range(0, Needs.nothing(), later).present).isNull();
        }
    }

    @Test
    void textsTooLongForOneBlockAreCut() {
        List<FactRow> rows = new ArrayList<>();
        List<FactRow> happened = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String text = String.valueOf((char) ('a' + i % 26)).repeat(60_000) + i;
            rows.add(new FactRow("", "c" + i, "c" + i, Map.of("name", text)));
            happened.add(new FactRow("login", "e" + i, "c" + i % 2, Map.of("at", (long) i, "ref", text)));
        }
        ImportCustomers.run(
                store,
                VOCABULARY,
                new FakeFile(VOCABULARY, false, rows, Set.of("name"), 1),
                settings(),
                () -> StoredPopulationTest.run(1));
        ImportEvents.run(
                store,
                VOCABULARY,
                new FakeFile(VOCABULARY, true, happened, Set.of("ref"), 1),
                settings(),
                () -> StoredPopulationTest.run(2));
        Model model = new Model();
        model.importCustomers(1, rows, Set.of("name"));
        model.importEvents(happened, Set.of("ref"));
        Population population = new StoredPopulation(store, VOCABULARY);
        Set<String> names = Set.of("name");
        Set<String> eventNames = Set.of("id", "at", "ref");
        assertThat(Dump.of(population, VOCABULARY, StoredPopulationTest.asOf(9), names, eventNames))
                .isEqualTo(model.dump(9, names, eventNames));
    }

    @Test
    void aTemporaryFileThatCannotBeMadeIsReported() {
        Facts.Settings tight = new Facts.Settings(Facts.Listener.NONE, 100, folder.resolve("missing"));
        assertThat(code(() -> FilePopulation.load(VOCABULARY, customers(3000, 900), null, Needs.nothing(), tight, 8)))
                .isEqualTo(CustomerCode.SPILL);
    }

    @Test
    void moreCustomersThanRangesCanNumberAreRefused() {
        List<FactRow> rows = new ArrayList<>();
        for (int i = 0; i <= Partitions.FIRST_APART; i++) {
            rows.add(new FactRow("", "c" + i, "c" + i, Map.of()));
        }
        FakeFile file = new FakeFile(VOCABULARY, false, rows, Set.of(), 1);
        assertThat(code(() -> FilePopulation.load(VOCABULARY, file, null, Needs.nothing(), settings(), 1)))
                .isEqualTo(CustomerCode.TOO_MANY);
    }

    private static Code code(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(work);
        assertThat(thrown).isInstanceOf(Failure.class);
        return ((Failure) thrown).problems().get(0).code();
    }
}
