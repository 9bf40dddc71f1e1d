package siyu.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import siyu.core.AsOf;
import siyu.customer.StoredPopulation;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Vocabulary;
import siyu.level.LevelStore;
import siyu.level.Move;
import siyu.level.Standing;
import siyu.points.Entries;
import siyu.points.Kind;
import siyu.points.Ledger;
import siyu.points.PointsStore;
import siyu.program.ProgramReader;
import siyu.store.Store;

/** Fills the data file of the reports' benchmark with points and levels, and copies both for DuckDB. */
final class ReportLedger {
    /** Days at whose ends levels are decided: some rise, some are warned, and some fall, also in the last month. */
    private static final List<String> DAYS = List.of("2025-12-31", "2026-03-31", "2026-04-30", "2026-06-30");

    private static final long MICROS_A_DAY = 86_400_000_000L;
    private static final long SHANGHAI = 8 * 3_600_000_000L;
    private static final int RANGES_AT_ONCE = 8;

    private static final String LEVELS = """
            levels:
              growth: {window: 6m, of: sum(purchase.amount) + 10 * count(login)}
              steps: [{ordinary: 0}, {silver: 100}, {gold: 500}, {diamond: 2000}]
              downgrade: {review: monthly, policy: one_down, grace: 30d}
            """;

    private ReportLedger() {}

    /** @param folder where entries.csv and moves.csv go */
    static void fill(ReportBench.Runs siyu, Path workspace, Path folder) throws IOException, InterruptedException {
        Files.writeString(workspace.resolve("siyu.yaml"), LEVELS, StandardOpenOption.APPEND);
        siyu.run("points", "earn", "--as-of", "2026-06-30", "--yes");
        for (String day : DAYS) {
            siyu.run("level", "run", "--as-of", day, "--yes");
            siyu.run("level", "review", "--as-of", day, "--apply", "--yes");
        }
        Vocabulary vocabulary = ProgramReader.read(workspace, List.of()).vocabulary();
        try (Store store = Store.open(workspace.resolve("bench"), Duration.ZERO)) {
            Population customers = new StoredPopulation(store, vocabulary);
            copyEntries(new PointsStore(store), customers, folder.resolve("entries.csv"));
            copyMoves(new LevelStore(store), customers.size(), folder.resolve("moves.csv"));
        }
    }

    private static void copyEntries(PointsStore store, Population customers, Path file) throws IOException {
        Ledger ledger = store.ledger();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("customer,id,kind,day,points,until\n");
            BitSet id = new BitSet();
            id.set(Vocabulary.CUSTOMER_ID);
            AsOf asOf = AsOf.date(LocalDate.of(2026, 6, 30), ZoneId.of("Asia/Shanghai"));
            for (int range = 0; range < customers.ranges(); range++) {
                CustomerBlock block = customers.range(range, new Needs(id, new BitSet()), asOf);
                Column ids = Objects.requireNonNull(block.attributes[Vocabulary.CUSTOMER_ID]);
                Entries entries = store.history(range, ledger).entries();
                for (int row = 0; row < entries.size(); row++) {
                    long day = Math.floorDiv(entries.effective[row] + SHANGHAI, MICROS_A_DAY);
                    out.write(entries.customer[row] + ","
                            + ids.dictionary.get((int) ids.longs[entries.customer[row] - block.first]) + ","
                            + Kind.of(entries.kind[row]).word() + "," + LocalDate.ofEpochDay(day) + ","
                            + entries.points[row] + "," + LocalDate.ofEpochDay(entries.until[row]) + "\n");
                }
            }
        }
    }

    private static void copyMoves(LevelStore store, int customers, Path file) throws IOException {
        int last = (int) LocalDate.of(2026, 6, 30).toEpochDay();
        int step = RANGES_AT_ONCE * Population.RANGE;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("customer,number,kind,was,becomes,day,deadline\n");
            for (int first = 0; first < customers; first += step) {
                for (Move move : store.moves(first, first + step - 1, last)) {
                    out.write(move.customer() + "," + move.number() + ","
                            + move.kind().word() + "," + move.from() + ","
                            + move.to() + "," + LocalDate.ofEpochDay(move.day()) + ","
                            + (move.deadline() == Standing.NONE ? "" : LocalDate.ofEpochDay(move.deadline())) + "\n");
                }
            }
        }
    }
}
