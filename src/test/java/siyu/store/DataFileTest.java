package siyu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

class DataFileTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final List<BlockTable> BLOCKS = List.of(new BlockTable("block", "bytes"));

    @TempDir
    Path folder;

    /** A file with twelve changes: blocks, some of them deleted again, and rows. */
    private Path sample() throws SQLException {
        Path file = folder.resolve("bank");
        KillWork.create(file);
        try (Store store = Store.open(file, Duration.ZERO, KillWork.opener())) {
            for (long step = 1; step <= 12; step++) {
                write(store, step);
            }
        }
        return file;
    }

    private static void write(Store store, long step) {
        store.write(new Store.Run("wang", "import", "", "", "", NOW), connection -> KillWork.step(connection, 3, step));
    }

    private static void alter(Path file, String sql) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(DataPath.of(file).url(), "SIYU", "")) {
            Connections.execute(connection, sql);
        }
    }

    private static Store open(Path file) {
        return Store.open(file, Duration.ZERO, KillWork.opener());
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void infoTellsWhatTheFileIs() throws SQLException {
        Path file = sample();
        try (Store store = open(file)) {
            DataFile.Info info = DataFile.info(store, BLOCKS, 3);
            assertThat(info.path()).isEqualTo(file + ".mv.db");
            assertThat(info.bytes()).isGreaterThan(8192);
            assertThat(info.form())
                    .isEqualTo(Migrations.first()
                            .get(Migrations.first().size() - 1)
                            .number());
            assertThat(info.program()).isEqualTo("kill");
            assertThat(info.created()).isEqualTo(NOW);
            assertThat(info.runs()).isEqualTo(12);
            assertThat(info.last()).extracting(RunRecord::id).containsExactly(12L, 11L, 10L);
            assertThat(info.tables())
                    .extracting(DataFile.TableFacts::name)
                    .contains("block", "db_meta", "entry", "head", "run", "schema_step");
        }
    }

    @Test
    void aSoundFileIsSound() throws SQLException {
        try (Store store = open(sample())) {
            DataFile.Check check = DataFile.check(store, BLOCKS);
            assertThat(check.problems()).isEmpty();
            assertThat(check.tables())
                    .filteredOn(table -> table.name().equals("block"))
                    .allMatch(table -> table.blocks() == table.rows() && table.bytes() > 1000);
        }
    }

    @Test
    void aFlippedBitInABlockIsFoundAndNamed() throws SQLException {
        Path file = sample();
        SplittableRandom random = new SplittableRandom(8);
        try (Store store = open(file)) {
            store.write(new Store.Run("", "", "", "", "", NOW), connection -> {
                try (PreparedStatement select = connection.prepareStatement(
                                "SELECT step, part, bytes FROM block ORDER BY step, part FETCH FIRST 1 ROWS ONLY");
                        ResultSet rows = select.executeQuery();
                        PreparedStatement update =
                                connection.prepareStatement("UPDATE block SET bytes = ? WHERE step = ? AND part = ?")) {
                    rows.next();
                    byte[] bytes = rows.getBytes(3);
                    bytes[random.nextInt(bytes.length)] ^= 4;
                    update.setBytes(1, bytes);
                    update.setLong(2, rows.getLong(1));
                    update.setInt(3, rows.getInt(2));
                    return update.executeUpdate();
                }
            });
            assertThat(DataFile.check(store, BLOCKS).problems())
                    .singleElement()
                    .asString()
                    .startsWith("table block, step ")
                    .contains("a packed block is damaged");
            StoreTest.failsWith(
                    StoreCode.DAMAGED, () -> DataFile.backup(store, folder.resolve("copy"), BLOCKS), "table block");
        }
        StoreTest.failsWith(
                StoreCode.DAMAGED,
                () -> DataFile.compact(file, Duration.ZERO, KillWork.opener(), BLOCKS),
                "table block");
    }

    @Test
    void changedAndMissingRunsAreFound() throws SQLException {
        Path file = sample();
        alter(file, "UPDATE run SET actor = 'zhao' WHERE id = 5");
        try (Store store = open(file)) {
            assertThat(DataFile.check(store, BLOCKS).problems()).containsExactly("run 5 does not follow run 4");
        }
        alter(file, "DELETE FROM run WHERE id = 5");
        try (Store store = open(file)) {
            assertThat(DataFile.check(store, BLOCKS).problems()).containsExactly("run 6 does not follow run 4");
        }
        alter(file, "DELETE FROM run WHERE id = 12");
        alter(file, "DROP TABLE block");
        try (Store store = open(file)) {
            assertThat(DataFile.check(store, BLOCKS).problems())
                    .containsExactly(
                            "table block is missing",
                            "run 6 does not follow run 4",
                            "the head stands at run 12, the runs end with 11");
        }
    }

    @Test
    void aBackupIsEqualAndRefusesAnExistingTarget() throws Exception {
        Path file = sample();
        try (Store store = open(file)) {
            DataFile.Copy copy = DataFile.backup(store, folder.resolve("copy"), BLOCKS);
            assertThat(copy.path()).isEqualTo(folder.resolve("copy.mv.db").toString());
            // The original goes on, and the copy stays as it was.
            write(store, 13);
            StoreTest.failsWith(
                    StoreCode.EXISTS, () -> DataFile.backup(store, folder.resolve("copy"), BLOCKS), "exists already");
            try (Store other = open(folder.resolve("copy"))) {
                assertThat(other.<Long>read(connection -> KillWork.check(connection, 3)))
                        .isEqualTo(12);
            }
            assertThat(store.<Long>read(connection -> KillWork.check(connection, 3)))
                    .isEqualTo(13);
            // The copying must not have given up the lock of this process.
            try (Child child = new Child(file, 3, "impatient", 0)) {
                assertThat(child.line()).startsWith("failed E0503");
            }
        }
        assertThat(files()).containsExactly("bank.mv.db", "copy.mv.db");
    }

    @Test
    void compactingKeepsEverythingInLessSpace() throws Exception {
        Path file = sample();
        alter(file, "DELETE FROM block WHERE step < 12");
        DataFile.Check before;
        try (Store store = open(file)) {
            before = DataFile.check(store, BLOCKS);
        }
        DataFile.Compaction done = DataFile.compact(file, Duration.ZERO, KillWork.opener(), BLOCKS);
        assertThat(done.after()).isLessThan(done.before());
        assertThat(Files.size(folder.resolve("bank.mv.db"))).isEqualTo(done.after());
        try (Store store = open(file)) {
            assertThat(DataFile.check(store, BLOCKS)).isEqualTo(before);
            write(store, 13);
        }
        assertThat(files()).containsExactly("bank.mv.db");
    }

    @Test
    void anOlderFileIsBroughtUpToDateByTheFirstChangeOnly() throws Exception {
        List<Migrations.Step> first = Migrations.first();
        Path file = folder.resolve("old");
        DataPath path = DataPath.of(file);
        DataPath making = path.temporary();
        Rewrite.inside(making, connection -> Schema.create(connection, first.subList(0, 1), "old", NOW));
        path.publish(making);
        try (Store store = open(file)) {
            StoreTest.failsWith(StoreCode.OLDER, () -> store.runs(1), "has an older form");
        }
        try (Store store = open(file)) {
            store.write(new Store.Run("", "", "", "", "", NOW), connection -> 1);
            assertThat(store.runs(9)).hasSize(1);
            assertThat(DataFile.info(store, List.of(), 1).form())
                    .isEqualTo(first.get(first.size() - 1).number());
            try (Child child = new Child(file, 3, "impatient", 0)) {
                assertThat(child.line()).startsWith("failed E0503");
            }
        }
        open(file).close();
        assertThat(files()).containsExactly("old.mv.db");
    }

    @Test
    void aBusyFileNamesItsHolderAndIsFreeAfterAKill() throws Exception {
        Path file = folder.resolve("bank");
        KillWork.create(file);
        long pid;
        try (Child child = new Child(file, 1, "durable", 0)) {
            assertThat(child.line()).isEqualTo("has 0");
            pid = child.pid();
            StoreTest.failsWith(
                    StoreCode.BUSY,
                    () -> Store.open(file, Duration.ofMillis(100), KillWork.opener()),
                    "is in use by test, siyu kill, process " + pid + ", since 2026-11-22T08:00:00Z");
        }
        // The note of the killed process is still there and stops nobody.
        assertThat(files()).contains("bank.holder");
        try (Store store = open(file)) {
            assertThat(Files.readAllLines(folder.resolve("bank.holder")).get(0))
                    .isEqualTo(Long.toString(ProcessHandle.current().pid()));
            store.runs(1);
        }
        Files.writeString(folder.resolve("bank.holder"), "nonsense");
        try (Child child = new Child(file, 1, "durable", 0)) {
            assertThat(child.line()).startsWith("has ");
            Files.writeString(folder.resolve("bank.holder"), "nonsense");
            StoreTest.failsWith(StoreCode.BUSY, () -> open(file), "is in use by another process");
        }
    }

    @Test
    void aFullDiskStopsTheChangeAndLeavesWhatWasAcknowledged() throws Exception {
        Path file = folder.resolve("bank");
        KillWork.create(file);
        long acknowledged = 0;
        String last = "";
        try (Child child = new Child(file, 5, "durable", 6000)) {
            for (String line = child.line(); !line.isEmpty(); line = child.line()) {
                last = line;
                if (line.startsWith("ack ")) {
                    acknowledged = Long.parseLong(line.substring(4));
                }
            }
        }
        assertThat(last).startsWith("failed E0513 there was no room to write");
        assertThat(acknowledged).isPositive();
        try (Store store = open(file)) {
            assertThat(store.<Long>read(connection -> KillWork.check(connection, 5)))
                    .isBetween(acknowledged, acknowledged + 1);
        }
    }
}
