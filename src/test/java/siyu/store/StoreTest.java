package siyu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.h2.engine.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import siyu.core.Exit;
import siyu.core.Failure;

class StoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Store.Run RUN = new Store.Run("wang", "import customers", "ab", "cd", "a reason", NOW);
    /** The storage notes which parts of a chunk are used in hexadecimal digits. */
    private static final String OCCUPANCY = "occupancy:";

    private static final Opener OPENER =
            new Opener("wang", "desk", "import customers", Clock.fixed(NOW.plusSeconds(5), ZoneOffset.UTC));

    @TempDir
    Path folder;

    static void failsWith(StoreCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String words) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.problems().get(0).code())
                    .as(failure.getMessage())
                    .isEqualTo(code);
            assertThat(failure.exit()).isEqualTo(Exit.DATA);
            assertThat(failure.getMessage()).contains(words).doesNotEndWith(".");
        });
    }

    private Path create(String name) {
        Path file = folder.resolve(name);
        Store.create(file, "harbour-bank", NOW);
        return file;
    }

    private static Store open(Path file) {
        return Store.open(file, Duration.ZERO, OPENER);
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** A row of our own in a table that every file has. */
    private static Void put(Connection connection, String name, String content) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO db_meta VALUES (?, ?)")) {
            insert.setString(1, name);
            insert.setString(2, content);
            insert.executeUpdate();
        }
        return null;
    }

    @Test
    void theDatabaseAndItsSettingsArePinned() {
        // A later version loses acknowledged changes on a kill; see the kill test before touching this.
        assertThat(Constants.VERSION).isEqualTo("2.4.240");
        assertThat(DataPath.of(Path.of("/a/b")).url())
                .isEqualTo(
                        "jdbc:h2:file:/a/b;IFEXISTS=TRUE;FILE_LOCK=FS;WRITE_DELAY=0;MAX_COMPACT_TIME=0;COMPRESS=FALSE"
                                + ";OPTIMIZE_REUSE_RESULTS=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE"
                                + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0");
    }

    @Test
    void aChangeIsThereAfterReopeningWithItsRun() {
        Path file = create("bank");
        try (Store store = open(file)) {
            long run = store.write(RUN, connection -> {
                put(connection, "a", "1");
                return Store.run(connection);
            });
            assertThat(run).isEqualTo(1);
            store.write(RUN, connection -> put(connection, "b", "2"));
        }
        try (Store store = open(file)) {
            assertThat(store.<Long>read(connection -> count(connection, "db_meta")))
                    .isEqualTo(5);
            List<RunRecord> runs = store.runs(10);
            assertThat(runs).hasSize(2);
            assertThat(runs.get(0).id()).isEqualTo(2);
            assertThat(runs.get(0).run()).isEqualTo(RUN);
            assertThat(runs.get(0).finished()).isEqualTo(NOW.plusSeconds(5));
            assertThat(runs.get(0).headBefore()).isEqualTo(runs.get(1).headAfter());
            assertThat(runs).allMatch(RunRecord::holds);
            assertThat(store.runs(1)).hasSize(1);
        }
    }

    @Test
    void aFailedChangeLeavesNothing() {
        Path file = create("bank");
        try (Store store = open(file)) {
            assertThatThrownBy(() -> store.write(RUN, connection -> {
                        put(connection, "a", "1");
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");
            failsWith(
                    StoreCode.SQL,
                    () -> store.write(RUN, connection -> {
                        put(connection, "a", "1");
                        return put(connection, "a", "2");
                    }),
                    "refused a statement");
            failsWith(
                    StoreCode.MEMORY,
                    () -> store.write(RUN, connection -> {
                        put(connection, "a", "1");
                        throw new OutOfMemoryError("Java heap space");
                    }),
                    "not enough memory");
            assertThat(store.<Long>read(connection -> count(connection, "db_meta")))
                    .isEqualTo(3);
            assertThat(store.runs(10)).isEmpty();
            store.write(RUN, connection -> put(connection, "a", "1"));
        }
        try (Store store = open(file)) {
            assertThat(store.runs(10)).hasSize(1);
        }
    }

    @Test
    void whatIsStagedIsThereWithoutARun() {
        Path file = create("bank");
        try (Store store = open(file)) {
            store.stage(connection -> put(connection, "a", "1"));
            assertThatThrownBy(() -> store.stage(connection -> {
                        put(connection, "b", "1");
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");
        }
        try (Store store = open(file)) {
            assertThat(store.<Long>read(connection -> count(connection, "db_meta")))
                    .isEqualTo(4);
            assertThat(store.runs(10)).isEmpty();
        }
    }

    @Test
    void anInterruptedChangeIsNotMade() {
        Path file = create("bank");
        try (Store store = open(file)) {
            failsWith(
                    StoreCode.CANCELLED,
                    () -> store.write(RUN, connection -> {
                        Thread.currentThread().interrupt();
                        return 1;
                    }),
                    "interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
        try (Store store = open(file)) {
            assertThat(store.runs(10)).isEmpty();
            store.write(RUN, connection -> put(connection, "a", "1"));
        }
    }

    @Test
    void threadsReadAtOnceAndChangeOneAfterTheOther() throws Exception {
        Path file = create("bank");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Store store = open(file)) {
            CountDownLatch together = new CountDownLatch(4);
            List<Future<Long>> readers = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> store.<Long>read(connection -> {
                        together.countDown();
                        await(together);
                        return count(connection, "db_meta");
                    })))
                    .toList();
            for (Future<Long> reader : readers) {
                assertThat(reader.get()).isEqualTo(3);
            }
            List<Future<Void>> writers = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> store.write(RUN, connection -> put(connection, "k" + i, "v"))))
                    .toList();
            for (Future<Void> writer : writers) {
                writer.get();
            }
            List<RunRecord> runs = store.runs(100);
            assertThat(runs).extracting(RunRecord::id).first().isEqualTo(40L);
            for (int i = 1; i < runs.size(); i++) {
                assertThat(runs.get(i - 1).headBefore()).isEqualTo(runs.get(i).headAfter());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoStoresOfOneProcessShareTheFile() {
        Path file = create("bank");
        try (Store one = open(file);
                Store two = open(file)) {
            one.write(RUN, connection -> put(connection, "a", "1"));
            two.write(RUN, connection -> put(connection, "b", "1"));
            assertThat(one.runs(10)).hasSize(2);
        }
    }

    @Test
    void pathsArePathsWhateverTheyHold() {
        for (String name : List.of(
                "a b",
                "#1",
                "100%25",
                "客户 数据/海港",
                "it's",
                "a?b=c&d",
                "~",
                "~user",
                "mem:x",
                "$HOME",
                "A.Mv.dB",
                "x.mv.db")) {
            if (!Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))
                    .newEncoder()
                    .canEncode(name)) {
                // In the C locale Java has no file names beyond ASCII.
                continue;
            }
            Path file = folder.resolve("p").resolve(name);
            Store.create(file, "harbour-bank", NOW);
            Path real = name.endsWith(".mv.db") ? file : file.resolveSibling(file.getFileName() + ".mv.db");
            assertThat(real).as(name).isRegularFile();
            try (Store store = open(file)) {
                store.write(RUN, connection -> put(connection, "a", "1"));
            }
            try (Store store = open(file)) {
                assertThat(store.runs(5)).as(name).hasSize(1);
            }
        }
        for (String name : List.of("a;INIT=x", "a\nb", "a\tb", "a\u007fb", "a\\b")) {
            failsWith(StoreCode.PATH, () -> Store.create(folder.resolve(name), "p", NOW), "cannot hold");
            failsWith(StoreCode.PATH, () -> open(folder.resolve(name)), "cannot hold");
        }
        failsWith(StoreCode.PATH, () -> open(folder.resolve(".mv.db")), "names no data file");
    }

    @Test
    void filesAndFoldersAreForTheirOwnerOnlyAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("new/deep/bank");
        Store.create(file, "harbour-bank", NOW);
        assertThat(permissions(folder.resolve("new"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("new/deep"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("new/deep/bank.mv.db"))).isEqualTo("rw-------");
        try (Store store = open(file)) {
            store.write(RUN, connection -> put(connection, "a", "1"));
            assertThat(permissions(folder.resolve("new/deep/bank.holder"))).isEqualTo("rw-------");
        }
        assertThat(permissions(folder.resolve("new/deep/bank.mv.db"))).isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("new/deep"))) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactly("bank.mv.db");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void createRefusesAnExistingFileAndAFolderItCannotWrite() throws IOException {
        Path file = create("bank");
        byte[] before = Files.readAllBytes(folder.resolve("bank.mv.db"));
        failsWith(StoreCode.EXISTS, () -> Store.create(file, "p", NOW), "exists already");
        assertThat(Files.readAllBytes(folder.resolve("bank.mv.db"))).isEqualTo(before);
        failsWith(StoreCode.ACCESS, () -> Store.create(Path.of("/proc/siyu/bank"), "p", NOW), "/proc/siyu/bank");
        Files.writeString(folder.resolve("file"), "x");
        failsWith(StoreCode.ACCESS, () -> Store.create(folder.resolve("file/bank"), "p", NOW), "could not be");
    }

    @Test
    void whatIsNotADataFileIsRefusedAndLeftAsItIs() throws Exception {
        failsWith(StoreCode.MISSING, () -> open(folder.resolve("none")), "there is no data file");
        Files.createDirectories(folder.resolve("dir.mv.db"));
        failsWith(StoreCode.PATH, () -> open(folder.resolve("dir")), "is a folder");
        Path real = create("bank").resolveSibling("bank.mv.db");
        byte[] ours = Files.readAllBytes(real);
        byte[] sqlite = java.util.Arrays.copyOf(
                "SQLite format 3\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 40_960);
        byte[] zeros = new byte[50_000];
        byte[] text = "id,name\n1,wang\n".repeat(3000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (byte[] bytes : List.of(new byte[0], java.util.Arrays.copyOf(ours, 8192), sqlite, zeros, text)) {
            Path file = folder.resolve("foreign.mv.db");
            Files.write(file, bytes);
            failsWith(StoreCode.FOREIGN, () -> open(folder.resolve("foreign")), "foreign.mv.db'");
            assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        }
    }

    @Test
    void databasesOfOthersAreRefused() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("other"), "sa", "")) {
            Connections.execute(connection, "CREATE TABLE t (a INT)");
        }
        failsWith(StoreCode.FOREIGN, () -> open(folder.resolve("other")), "another program");
        try (Connection connection =
                DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("third"), "SIYU", "")) {
            Connections.execute(connection, "CREATE TABLE t (a INT)");
        }
        failsWith(StoreCode.FOREIGN, () -> open(folder.resolve("third")), "not one of siyu");
        try (Connection connection =
                DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("empty"), "SIYU", "")) {
            assertThat(connection.isValid(1)).isTrue();
        }
        failsWith(StoreCode.FOREIGN, () -> open(folder.resolve("empty")), "not one of siyu");
    }

    /** Blocks of the file overwritten one by one: all that was there or a refusal, never an older state, and nothing is cut off. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDamagedFileIsRefusedAndNotCutOff(boolean toRead) throws IOException {
        Path file = create("bank");
        try (Store store = open(file)) {
            for (int i = 0; i < 5; i++) {
                String name = "k" + i;
                store.write(RUN, connection -> put(connection, name, "x".repeat(3000)));
            }
        }
        byte[] good = Files.readAllBytes(folder.resolve("bank.mv.db"));
        int damaged = 0;
        for (int at = 8192; at < good.length; at += 4096) {
            for (int margin : new int[] {0, 200}) {
                byte[] bytes = good.clone();
                java.util.Arrays.fill(bytes, at + margin, at + 4096 - margin, (byte) 0x5A);
                // A name of its own each time: the database keeps a file that it could not open.
                Path copy = folder.resolve("copy " + at + " " + margin);
                Path real = copy.resolveSibling(copy.getFileName() + ".mv.db");
                Files.write(real, bytes);
                try (Store store = toRead ? Store.openToRead(copy, Duration.ZERO, KillWork.opener()) : open(copy)) {
                    assertThat(store.<Long>read(connection -> count(connection, "db_meta")))
                            .isEqualTo(8);
                } catch (Failure failure) {
                    assertThat(failure.problems().get(0).code())
                            .as(failure.getMessage())
                            .isEqualTo(StoreCode.DAMAGED);
                    assertThat(Files.size(real)).as("block at %d", at).isGreaterThanOrEqualTo(bytes.length);
                    damaged++;
                }
            }
        }
        assertThat(damaged).isPositive();
    }

    /** What the storage says of its parts is text, with numbers in it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aNumberOfTheStorageThatIsNoneIsRefused(boolean toRead) throws IOException {
        Path file = create("bank");
        for (int i = 0; i < 5; i++) {
            String name = "k" + i;
            try (Store store = open(file)) {
                store.write(RUN, connection -> put(connection, name, "x".repeat(3000)));
            }
        }
        Path real = folder.resolve("bank.mv.db");
        byte[] bytes = Files.readAllBytes(real);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int found = 0;
        for (int at = text.indexOf(OCCUPANCY); at >= 0; at = text.indexOf(OCCUPANCY, at + 1)) {
            bytes[at + OCCUPANCY.length() + 1] = 'Z';
            found++;
        }
        assertThat(found).isPositive();
        Files.write(real, bytes);
        failsWith(
                StoreCode.DAMAGED,
                () -> {
                    try (Store store = toRead ? Store.openToRead(file, Duration.ZERO, KillWork.opener()) : open(file)) {
                        store.<Long>read(connection -> count(connection, "db_meta"));
                    }
                },
                "non-hex character");
    }

    /** With the lock of the process given up by the second opening, the child would get in. */
    @Test
    void aSecondStoreOfTheProcessDoesNotGiveUpItsLock() throws Exception {
        Path file = folder.resolve("bank");
        KillWork.create(file);
        try (Store one = open(file)) {
            Store two = open(file);
            two.close();
            try (Child child = new Child(file, 3, "impatient", 0)) {
                assertThat(child.line()).startsWith("failed E0503");
            }
            one.write(RUN, connection -> put(connection, "a", "1"));
        }
    }

    @Test
    void stepsThatDoNotFitAreRefused() throws Exception {
        Path file = create("bank");
        alter(file, "INSERT INTO schema_step VALUES (999, 'V999__later.sql', 'x', 0)");
        failsWith(StoreCode.NEWER, () -> open(file), "has the form 999");
        alter(file, "DELETE FROM schema_step WHERE number = 999");
        open(file).close();
        alter(file, "UPDATE schema_step SET checksum = 'y' WHERE number = 1");
        failsWith(StoreCode.MIGRATION, () -> open(file), "V001__base.sql");
    }

    private static void alter(Path file, String... statements) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(DataPath.of(file).url(), "SIYU", "")) {
            for (String statement : statements) {
                Connections.execute(connection, statement);
            }
        }
    }

    /** It is a setting of the process, read once: whatever opens the database first has to make it. */
    @Test
    void theDatabaseSharesNoCacheOfValues() throws Exception {
        Path file = folder.resolve("bank");
        KillWork.create(file);
        try (Child child = new Child(file, 3, "settings", 0)) {
            assertThat(child.line()).isEqualTo("has 0");
            assertThat(child.line()).isEqualTo("cache of values: false");
        }
    }

    @Test
    void theStoredWriteDelayIsPutRightAtOpeningAndWatchedAfterwards() throws Exception {
        Path file = create("bank");
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + file, "SIYU", "")) {
            Connections.execute(connection, "SET WRITE_DELAY 500");
        }
        try (Store store = open(file)) {
            store.write(RUN, connection -> put(connection, "a", "1"));
            alter(file, "SET WRITE_DELAY 500");
            failsWith(
                    StoreCode.SETTING,
                    () -> store.write(RUN, connection -> put(connection, "b", "1")),
                    "WRITE_DELAY 500");
            assertThat(store.runs(5)).hasSize(1);
        }
    }

    @Test
    void theIndexOfMigrationsIsTrue() {
        for (Migrations.Step step : Migrations.all()) {
            assertThat(step.name()).matches("V\\d{3}__[a-z_]+\\.sql");
            try (java.io.InputStream in = StoreTest.class.getResourceAsStream("/siyu/migrations/" + step.name())) {
                assertThat(Migrations.sha256(
                                java.util.Objects.requireNonNull(in).readAllBytes()))
                        .as("the line of %s in the index", step.name())
                        .isEqualTo(step.checksum());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
