package siyu.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.fact.Population;
import siyu.store.Store;

/** Plans into a data file: in one piece or in stages, once, and only onto the ledger they were made from. */
class PostingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final long MICROS = NOW.getEpochSecond() * 1_000_000;

    @TempDir
    Path temporary;

    private Store store() {
        Path file = temporary.resolve("ledger");
        Store.create(file, "test", NOW);
        return Store.open(file, Duration.ZERO);
    }

    private static Store.Run run() {
        return new Store.Run("test", "points", "", "", "", NOW);
    }

    /** Each customer gets so many lots of one point. */
    private static PointsPlan plan(PointsStore points, int customers, int lots) {
        Entries entries = new Entries();
        Account account = new Account();
        Ledger ledger = points.ledger();
        Dating dating = new Dating(ZoneOffset.UTC, MICROS, Long.MIN_VALUE);
        for (int customer = 0; customer < customers; customer++) {
            Earning.History history = points.history(customer, customer, ledger);
            Entries before = history.entries();
            if (before.size() > 0) {
                account.load(before, 0, before.size());
            } else {
                account.start(customer);
            }
            Book book = new Book(account, entries).operation(0);
            for (int lot = 0; lot < lots; lot++) {
                Crediting.give(book, Kind.OPENING, 1, MICROS, MICROS, dating.today(), Entries.NEVER, dating);
            }
        }
        return PointsPlan.of(
                "open", ledger, MICROS, points.rules(), List.of(new PointsPlan.Part(0, entries, List.of())));
    }

    @Test
    void aPlanIsPostedOnceAndOnlyOntoItsLedger() {
        try (Store store = store()) {
            PointsStore points = new PointsStore(store);
            PointsPlan first = plan(points, 2, 1);
            PointsPlan second = plan(points, 1, 3);
            Ledger after = points.post(first, run());
            assertThat(after.posting()).isEqualTo(1);
            assertThatThrownBy(() -> points.post(first, run())).hasMessageContaining("posting 1 came between");
            assertThatThrownBy(() -> points.post(second, run())).hasMessageContaining("posting 1 came between");
            assertThat(points.ledger()).isEqualTo(after);
            assertThat(points.history(0, 9, after).entries().size()).isEqualTo(2);
        }
        assertThat(PointsCode.OUTDATED.id()).isEqualTo("E0719");
    }

    /** A large posting goes in stages; what it says is what a small one would say. */
    @Test
    void stagesAreOnePosting() {
        try (Store store = store()) {
            PointsStore points = new PointsStore(store);
            points.post(plan(points, 3, 1), run());
            PointsPlan large = plan(points, 100, 500);
            Ledger after = points.post(large, run());
            assertThat(after.posting()).isEqualTo(2);
            assertThat(after.leftOver()).isFalse();
            Entries entries = points.history(0, 200, after).entries();
            assertThat(entries.size()).isEqualTo(50_003);
            Posting posting = points.postings().get(1);
            assertThat(posting.entries()).isEqualTo(50_000);
            assertThat(posting.content())
                    .isEqualTo(Chain.content(List.of(0), List.of(Chain.digest(entries, 2)), List.of(), List.of()));
            assertThat(posting.headAfter()).isEqualTo(after.head()).isEqualTo(Chain.head(posting));
        }
    }

    /** What rows say of all ranges, entry by entry, and what columns say. */
    private static List<String> said(PointsStore points, Ledger ledger) {
        List<String> said = new ArrayList<>();
        for (int range = 0; range < RANGES; range++) {
            points.changes(
                    range,
                    ledger,
                    (customer, number, kind, change, lot, effective, until) -> said.add(customer + " " + number + " "
                            + kind + " " + change + " " + lot + " " + effective + " " + until));
            Map<Integer, Long> sums = new TreeMap<>();
            points.earned(
                    range, ledger, MICROS - 30, MICROS, (customer, earned) -> sums.merge(customer, earned, Long::sum));
            said.add(sums.toString());
        }
        return said;
    }

    private static final int RANGES = 3;

    /** Many small postings, folded now and then, and some large ones between them. */
    @Test
    void columnsSayWhatRowsSay() {
        SplittableRandom random = new SplittableRandom(20261129);
        Map<Integer, Integer> numbers = new HashMap<>();
        try (Store store = store()) {
            PointsStore points = new PointsStore(store);
            for (int posting = 1; posting <= 3 * ColumnStore.FOLDED_EVERY + 5; posting++) {
                List<PointsPlan.Part> parts = new ArrayList<>();
                boolean large = posting % 50 == 7;
                for (int range = 0; range < RANGES; range++) {
                    Entries entries = new Entries();
                    for (int place = 0; place < Population.RANGE; place += 1 + random.nextInt(large ? 3 : 6000)) {
                        int customer = range * Population.RANGE + place;
                        for (int more = random.nextInt(large ? 9 : 3); more > 0; more--) {
                            int number = numbers.merge(customer, 1, Integer::sum);
                            Kind kind = Kind.of(random.nextInt(Kind.values().length));
                            int lot = random.nextInt(number + 1);
                            long effective = MICROS - random.nextInt(60);
                            entries.add(
                                    customer,
                                    number,
                                    kind,
                                    random.nextLong(1, 1L << random.nextInt(1, 40)) * (random.nextBoolean() ? 1 : -1),
                                    lot,
                                    effective,
                                    effective,
                                    lot == number ? 20_000 : 0,
                                    lot == number ? random.nextBoolean() ? Entries.NEVER : 20_000 + more : 0,
                                    0,
                                    0,
                                    posting,
                                    new byte[0],
                                    0,
                                    0);
                        }
                    }
                    if (entries.size() > 0) {
                        parts.add(new PointsPlan.Part(range, entries, List.of()));
                    }
                }
                Ledger after =
                        points.post(PointsPlan.of("open", points.ledger(), MICROS, points.rules(), parts), run());
                assertThat(after.packed()).isTrue();
            }
            Ledger ledger = points.ledger();
            Ledger rows = new Ledger(
                    ledger.posting(),
                    ledger.head(),
                    ledger.recorded(),
                    ledger.considered(),
                    ledger.closedThrough(),
                    ledger.operations(),
                    ledger.leftOver(),
                    false);
            assertThat(said(points, ledger)).hasSizeGreaterThan(60_000).isEqualTo(said(points, rows));
            // Of some two hundred blocks a range, those since the last folding are left, and the large ones.
            assertThat(blocks(store)).isBetween(10L, 60L);
        }
    }

    private static long blocks(Store store) {
        return store.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM ledger_block");
                    ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    /** A ledger from before there were columns stays without, and its rows are read. */
    @Test
    void aLedgerWithoutColumnsIsReadByItsRows() {
        try (Store store = store()) {
            PointsStore points = new PointsStore(store);
            points.post(plan(points, 3, 1), run());
            store.write(run(), connection -> {
                try (PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM points_number WHERE name = 'packed'")) {
                    return delete.executeUpdate();
                }
            });
            assertThat(points.ledger().packed()).isFalse();
            Ledger after = points.post(plan(points, 3, 2), run());
            assertThat(after.packed()).isFalse();
            assertThat(blocks(store)).isEqualTo(1);
            List<Integer> customers = new ArrayList<>();
            points.changes(
                    0, after, (customer, number, kind, change, lot, effective, until) -> customers.add(customer));
            assertThat(customers).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2);
        }
    }
}
