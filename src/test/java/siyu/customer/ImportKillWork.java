package siyu.customer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import siyu.store.Store;

/** The import that {@link ImportKillTest} kills: large enough that most of its blocks go into the file ahead of the change. */
final class ImportKillWork {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PEOPLE = 32_000;
    private static final int EVENTS = 12_000;

    private ImportKillWork() {}

    /** Imports the events into the file and says when it begins and when it is done. */
    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        try (Store store = Store.open(file, PATIENCE)) {
            FakeFile events = events();
            System.out.println("begin");
            System.out.flush();
            importEvents(store, events, file);
            System.out.println("done");
            System.out.flush();
        }
    }

    static void importEvents(Store store, FakeFile events, Path file) {
        ImportEvents.run(
                store,
                RandomFacts.VOCABULARY,
                events,
                Facts.Settings.of(Objects.requireNonNull(file.toAbsolutePath().getParent())),
                () -> StoredPopulationTest.run(2));
    }

    static FakeFile customers() {
        List<FactRow> rows = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            rows.add(new FactRow("", "c" + i, "c" + i, Map.of()));
        }
        return new FakeFile(RandomFacts.VOCABULARY, false, rows, Set.of(), 1);
    }

    /** Texts that cannot be packed, some events twice, some of customers who are not known. */
    static FakeFile events() {
        Random random = new Random(3);
        List<FactRow> rows = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            if (i % 50 == 49) {
                rows.add(rows.get(random.nextInt(i)));
                continue;
            }
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 900; j++) {
                text.append((char) ('!' + random.nextInt(90)));
            }
            Map<String, Object> values =
                    Map.of("at", (long) random.nextInt(1_000) * 1_000_000, "category", text.toString());
            rows.add(new FactRow("purchase", "e" + i, "c" + random.nextInt(PEOPLE + 100), values));
        }
        return new FakeFile(RandomFacts.VOCABULARY, true, rows, Set.of("category"), 2);
    }
}
