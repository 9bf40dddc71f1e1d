package siyu.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
}
