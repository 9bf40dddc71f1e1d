package siyu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data file that is only read. */
class ReadingTest {
    private static final long SEED = 7;
    private static final int KILLS = 8;
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Store.Run RUN = new Store.Run("test", "kill", "", "", "", NOW);

    @TempDir
    Path folder;

    private Path sample() throws SQLException {
        Path file = folder.resolve("bank");
        KillWork.create(file);
        try (Store store = toChange(file)) {
            for (long step = 1; step <= 5; step++) {
                change(store, step);
            }
        }
        return file;
    }

    private static void change(Store store, long step) {
        store.write(RUN, connection -> KillWork.step(connection, SEED, step));
    }

    private static Store toChange(Path file) {
        return Store.open(file, Duration.ZERO, KillWork.opener());
    }

    private static Store toRead(Path file) {
        return Store.openToRead(file, Duration.ZERO, KillWork.opener());
    }

    private static long last(Store store) {
        return store.<Long>read(connection -> KillWork.check(connection, SEED));
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void nothingIsWrittenAndNothingIsLeft() throws Exception {
        Path file = sample();
        Path real = folder.resolve("bank.mv.db");
        byte[] before = Files.readAllBytes(real);
        FileTime when = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(real, when);
        try (Store store = toRead(file)) {
            assertThat(last(store)).isEqualTo(5);
            assertThat(store.runs(9)).hasSize(5);
            assertThat(DataFile.info(store, List.of(), 1).runs()).isEqualTo(5);
            assertThat(DataFile.check(store, List.of()).problems()).isEmpty();
            // A table that comes with its first change.
            long awards = store.read(connection -> {
                try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM badge_award");
                        ResultSet rows = select.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            });
            assertThat(awards).isZero();
        }
        assertThat(Files.readAllBytes(real)).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(real)).isEqualTo(when);
        assertThat(files()).containsExactly("bank.mv.db");
    }

    @Test
    void whatWouldChangeItIsRefused() throws SQLException {
        Path file = sample();
        try (Store store = toRead(file)) {
            assertThatThrownBy(() -> change(store, 6)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> store.stage(connection -> 1)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(store::upgrade).isInstanceOf(IllegalStateException.class);
            assertThat(last(store)).isEqualTo(5);
        }
    }

    @Test
    void manyProcessesReadAndOneThatChangesItWaits() throws Exception {
        Path file = sample();
        try (Child one = new Child(file, SEED, "read", 0);
                Child two = new Child(file, SEED, "read", 0)) {
            assertThat(one.line()).isEqualTo("has 5");
            assertThat(two.line()).isEqualTo("has 5");
            try (Store here = toRead(file)) {
                assertThat(last(here)).isEqualTo(5);
                assertThat(files())
                        .contains("bank." + one.pid() + ".holder", "bank." + two.pid() + ".holder")
                        .hasSize(4);
                try (Child three = new Child(file, SEED, "impatient", 0)) {
                    assertThat(three.line())
                            .startsWith("failed E0503")
                            .contains("is in use by test, siyu kill, process ");
                }
            }
            StoreTest.failsWith(StoreCode.BUSY, () -> toChange(file), "is in use by test, siyu kill, process ");
            one.kill();
            two.kill();
            try (Store patient = Store.open(file, KillWork.PATIENCE, KillWork.opener())) {
                change(patient, 6);
                // The notes of those that were killed are gone, and ours is there.
                assertThat(files()).containsExactly("bank.holder", "bank.mv.db");
            }
        }
        assertThat(files()).containsExactly("bank.mv.db");
    }

    @Test
    void itIsBusyWhileAnotherProcessMayChangeIt() throws Exception {
        Path file = sample();
        try (Child child = new Child(file, SEED, "durable", 0)) {
            assertThat(child.line()).isEqualTo("has 5");
            StoreTest.failsWith(
                    StoreCode.BUSY,
                    () -> toRead(file),
                    "is in use by test, siyu kill, process " + child.pid() + ", since 2026-11-22T08:00:00Z");
        }
    }

    /** What a killed process did not finish has to be undone, which only one that may write can do. */
    @Test
    void afterAKillWhatWasNotFinishedIsUndone() throws Exception {
        Path file = sample();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            long acknowledged = 0;
            try (Child child = new Child(file, SEED, "durable", 0)) {
                assertThat(child.line()).startsWith("has ");
                Thread.sleep(random.nextInt(120));
                child.kill();
                for (String line = child.line(); !line.isEmpty(); line = child.line()) {
                    acknowledged = Long.parseLong(line.substring("ack ".length()));
                }
            }
            try (Store store = toRead(file)) {
                assertThat(last(store)).isGreaterThanOrEqualTo(acknowledged);
            }
            byte[] clean = Files.readAllBytes(folder.resolve("bank.mv.db"));
            try (Store store = toRead(file)) {
                assertThat(last(store)).isGreaterThanOrEqualTo(acknowledged);
            }
            assertThat(Files.readAllBytes(folder.resolve("bank.mv.db"))).isEqualTo(clean);
        }
    }

    @Test
    void tablesThatWereBegunAreDroppedFirst() throws SQLException {
        Path file = sample();
        Migrations.Step tasks = Migrations.all().stream()
                .filter(step -> step.feature().equals("tasks"))
                .findFirst()
                .orElseThrow();
        try (Connection connection =
                DriverManager.getConnection(DataPath.of(file).url(), "SIYU", "")) {
            Connections.execute(connection, "CREATE TABLE badge_award (half BIGINT)");
            Migrations.note(connection, tasks.begun(), NOW);
        }
        try (Store store = toRead(file)) {
            assertThat(last(store)).isEqualTo(5);
        }
        try (Connection connection =
                DriverManager.getConnection(DataPath.of(file).url(), "SIYU", "")) {
            assertThat(Inspection.names(connection)).doesNotContain("badge_award");
        }
    }

    @Test
    void withinAProcessReadersJoinOneThatChangesButNotTheOtherWayRound() throws SQLException {
        Path file = sample();
        try (Store changing = toChange(file)) {
            try (Store reading = toRead(file)) {
                change(changing, 6);
                assertThat(last(reading)).isEqualTo(6);
            }
            change(changing, 7);
        }
        try (Store reading = toRead(file)) {
            StoreTest.failsWith(StoreCode.BUSY, () -> toChange(file), "is in use by test, siyu kill, process ");
            try (Store more = toRead(file)) {
                assertThat(last(more)).isEqualTo(7);
            }
            assertThat(last(reading)).isEqualTo(7);
        }
    }

    @Test
    void itCanBeCopied() throws SQLException {
        Path file = sample();
        try (Store store = toRead(file)) {
            DataFile.backup(store, folder.resolve("copy"), List.of());
        }
        try (Store copy = toRead(folder.resolve("copy"))) {
            assertThat(last(copy)).isEqualTo(5);
        }
    }
}
