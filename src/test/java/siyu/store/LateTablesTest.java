package siyu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
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
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.Failure;

/** Tables that come with the first change of their feature: empty for whoever asks before, and there ever after. */
class LateTablesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Store.Run RUN = new Store.Run("wang", "task apply", "", "", "", NOW);
    private static final List<String> FIRST = List.of("V001__base", "V002__facts", "V003__segments", "V004__points");
    private static final int KILLS = 12;
    /** Four tables, two indexes, and the note that they are there. */
    private static final int STATEMENTS_OF_TASKS = 7;

    private static final DataPath PATH = DataPath.of(Path.of("bank"));

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void create() {
        file = folder.resolve("bank");
        Store.create(file, "harbour-bank", NOW);
    }

    private Store open() {
        return Store.open(file, Duration.ZERO, new Opener("", "", "", Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    /** But for those that a later step drops again. */
    private static List<String> lateTables() {
        List<String> tables = new ArrayList<>();
        for (Migrations.Step step : Migrations.all()) {
            if (step.late()) {
                tables.addAll(step.tables());
                tables.removeIf(table -> step.statements().contains("DROP TABLE " + table));
            }
        }
        return tables;
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static List<String> read(Store store, String sql) {
        return store.read(connection -> texts(connection, sql));
    }

    private static List<String> steps(Store store) {
        return read(store, "SELECT REPLACE(name, '.sql') FROM schema_step ORDER BY number");
    }

    private static List<String> names(Store store) {
        return store.read(Inspection::names);
    }

    private static Void badge(Connection connection, int customer) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO badge_award VALUES ('early', ?, 20000, 1)")) {
            insert.setInt(1, customer);
            insert.executeUpdate();
        }
        return null;
    }

    private static List<String> badges(Store store) {
        return read(store, "SELECT customer FROM badge_award WHERE badge = 'early' ORDER BY 1");
    }

    /** Columns, keys and indexes of some tables as the database tells them. */
    private static List<String> definitions(Connection connection, List<String> tables) throws SQLException {
        List<String> found = new ArrayList<>();
        for (String line : texts(
                connection,
                "SCRIPT NODATA NOPASSWORDS NOSETTINGS TABLE "
                        + String.join(", ", tables).toUpperCase(java.util.Locale.ROOT))) {
            found.add(line.replaceAll("_[0-9A-F]+\"", "_N\"").replaceAll("(?s)-- .*", ""));
        }
        return found;
    }

    @Test
    void aNewFileHasNoneAndWhoeverReadsThemSeesEmptyOnes() {
        try (Store store = open()) {
            for (String table : lateTables()) {
                assertThat(read(store, "SELECT COUNT(*) FROM " + table))
                        .as(table)
                        .containsExactly("0");
                assertThat(read(store, "SELECT * FROM " + table)).as(table).isEmpty();
                assertThat(read(store, "SELECT EXISTS (SELECT 1 FROM " + table + ")"))
                        .as(table)
                        .containsExactly("FALSE");
                assertThat(read(store, "SELECT COALESCE(MAX(run_id), -1) FROM (SELECT 7 AS run_id FROM " + table + ")"))
                        .as(table)
                        .containsExactly("-1");
            }
            assertThat(names(store)).contains("points_entry").doesNotContainAnyElementsOf(lateTables());
            assertThat(steps(store)).isEqualTo(FIRST);
            assertThat(DataFile.check(store, List.of()).problems()).isEmpty();
        }
    }

    @Test
    void statementsThatListTakeTheirParameters() {
        try (Store store = open()) {
            store.read(connection -> {
                try (PreparedStatement select = connection.prepareStatement("SELECT t.handover, h.staff"
                        + " FROM staff_transfer t JOIN staff_handover h ON h.number = t.handover"
                        + " WHERE t.customer = ? AND h.leaving = ? AND h.made > ?")) {
                    select.setInt(1, 7);
                    select.setBoolean(2, true);
                    select.setLong(3, Long.MAX_VALUE);
                    assertThat(select.executeQuery().next()).isFalse();
                    select.setInt(1, 8);
                    assertThat(select.executeQuery().next()).isFalse();
                }
                return true;
            });
        }
    }

    @Test
    void theFirstChangeBringsThoseOfItsFeatureAndNoOthers() throws SQLException {
        try (Store store = open()) {
            assertThat(badges(store)).isEmpty();
            store.write(RUN, connection -> badge(connection, 7));
            assertThat(badges(store)).containsExactly("7");
            store.write(RUN, connection -> badge(connection, 8));
            assertThat(badges(store)).containsExactly("7", "8");
            assertThat(steps(store)).hasSize(FIRST.size() + 1).contains("V006__tasks");
            assertThat(names(store)).contains("task_done", "board_place").doesNotContain("staff", "lottery");
        }
        try (Store store = open()) {
            assertThat(badges(store)).containsExactly("7", "8");
            assertThat(read(store, "SELECT COUNT(*) FROM staff_owner")).containsExactly("0");
            store.stage(connection -> texts(connection, "SELECT COUNT(*) FROM lottery"));
            assertThat(steps(store)).endsWith("V006__tasks", "V007__lottery");
        }
    }

    @Test
    void theyAreTheSameAsThoseMadeAllAtOnce() throws SQLException {
        Path whole = folder.resolve("whole");
        DataPath making = DataPath.of(whole).temporary();
        Rewrite.inside(making, connection -> Schema.create(connection, Migrations.all(), "whole", NOW));
        DataPath.of(whole).publish(making);
        List<String> tables = lateTables();
        List<String> expected;
        try (Store store = Store.open(whole, Duration.ZERO)) {
            expected = store.read(connection -> definitions(connection, tables));
        }
        assertThat(expected).hasSizeGreaterThan(tables.size());
        try (Store store = open()) {
            for (String table : tables) {
                store.write(RUN, connection -> texts(connection, "SELECT COUNT(*) FROM " + table));
            }
            List<String> found = store.read(connection -> definitions(connection, tables));
            assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(steps(store)).hasSameSizeAs(Migrations.all());
        }
    }

    @Test
    void aChangeThatFailsLeavesEmptyOnes() {
        try (Store store = open()) {
            assertThatThrownBy(() -> store.write(RUN, connection -> {
                        badge(connection, 7);
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(badges(store)).isEmpty();
            assertThat(store.runs(5)).isEmpty();
            assertThat(DataFile.check(store, List.of()).problems()).isEmpty();
            store.write(RUN, connection -> badge(connection, 9));
            assertThat(badges(store)).containsExactly("9");
            assertThat(store.runs(5)).hasSize(1);
        }
    }

    @Test
    void whatAKilledChangeLeftOfAFeatureIsMadeAnew() throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(DataPath.of(file).url(), "SIYU", "")) {
            Connections.execute(connection, "CREATE TABLE task_done (half BIGINT)");
            Connections.execute(
                    connection,
                    "INSERT INTO schema_step (number, name, checksum, applied)" + " VALUES (-6, 'V006__tasks.sql', '"
                            + checksum("V006__tasks.sql") + "', 0)");
        }
        try (Store store = open()) {
            assertThat(read(store, "SELECT MAX(done_day) FROM task_done")).hasSize(1);
            assertThat(names(store)).doesNotContain("task_done");
            assertThat(steps(store)).isEqualTo(FIRST);
        }
        try (Store store = open()) {
            store.write(RUN, connection -> badge(connection, 7));
            assertThat(read(store, "SELECT MAX(done_day) FROM task_done")).hasSize(1);
            assertThat(badges(store)).containsExactly("7");
        }
    }

    /** Kills while the tables of one feature after the other are made; what is left must be usable, and nothing acknowledged lost. */
    @Test
    void killsBetweenTheTablesOfAFeatureDoNoHarm() throws Exception {
        SplittableRandom random = new SplittableRandom(20261129);
        for (int kill = 0; kill < KILLS; kill++) {
            Path one = folder.resolve("kill " + kill);
            KillWork.create(one);
            long acknowledged = 0;
            try (Child child = new Child(one, 3, "late", 0)) {
                assertThat(child.line()).isEqualTo("has 0");
                int last = random.nextInt(20);
                while (acknowledged < last) {
                    assertThat(child.line()).isEqualTo("ack " + ++acknowledged);
                }
                long until = System.nanoTime() + random.nextInt(15_000_000);
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                child.kill();
                for (String line = child.line(); !line.isEmpty(); line = child.line()) {
                    acknowledged++;
                }
            }
            try (Store store = Store.open(one, Duration.ofSeconds(10))) {
                assertThat(store.runs(1000).size() - acknowledged)
                        .as("kill %d", kill)
                        .isBetween(0L, 1L);
                assertThat(DataFile.check(store, List.of()).problems()).isEmpty();
                for (String table : lateTables()) {
                    assertThat(read(store, "SELECT COUNT(*) FROM " + table)).containsExactly("0");
                    store.write(RUN, connection -> texts(connection, "SELECT COUNT(*) FROM " + table));
                }
                assertThat(steps(store)).hasSameSizeAs(Migrations.all());
                assertThat(names(store)).containsAll(lateTables());
            }
        }
    }

    /** A connection that executes so many statements and then fails. */
    private static Connection failing(Connection connection, AtomicInteger left) {
        return proxy(
                Connection.class,
                connection,
                (method, result) -> result instanceof Statement statement && method.equals("createStatement")
                        ? proxy(Statement.class, statement, (name, same) -> {
                            if (name.equals("execute") && left.decrementAndGet() < 0) {
                                throw new SQLException("no room");
                            }
                            return same;
                        })
                        : result);
    }

    /** Sees the name of every method that was called, and what it returned. */
    @FunctionalInterface
    private interface After {
        Object seen(String method, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(
                LateTablesTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> after.seen(method.getName(), method.invoke(target, arguments))));
    }

    /** Wherever making them stops, nothing is left that a later change could write to and another drop. */
    @Test
    void whatAFailureLeavesIsUndoneBeforeTheNextChange() throws SQLException {
        List<Migrations.Step> steps =
                Migrations.all().stream().filter(Migrations.Step::late).toList();
        AtomicInteger left = new AtomicInteger();
        int failures = 0;
        try (Connection connection =
                        DriverManager.getConnection(DataPath.of(file).url(), "SIYU", "");
                LateTables late = new LateTables(() -> {
                    Connection more =
                            DriverManager.getConnection(DataPath.of(file).url(), "SIYU", "");
                    more.setAutoCommit(false);
                    return failing(more, left);
                })) {
            late.expect(steps, NOW);
            for (int most = 0; !Inspection.names(connection).contains("board_place"); most++) {
                left.set(most);
                try {
                    late.build("SELECT 1 FROM badge_award");
                } catch (SQLException e) {
                    failures++;
                    assertThat(e.getMessage()).isEqualTo("no room");
                    assertThat(texts(connection, "SELECT name FROM schema_step WHERE number = -6"))
                            .hasSize(1);
                    left.set(100);
                    late.mend();
                    assertThat(Inspection.names(connection)).doesNotContainAnyElementsOf(lateTables());
                    assertThat(texts(connection, "SELECT name FROM schema_step"))
                            .hasSameSizeAs(FIRST);
                }
            }
            assertThat(texts(connection, "SELECT name FROM schema_step WHERE number = 6"))
                    .hasSize(1);
        }
        assertThat(failures).isEqualTo(STATEMENTS_OF_TASKS);
    }

    private static String checksum(String name) {
        return Migrations.all().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow()
                .checksum();
    }

    @Test
    void manyThreadsMayBeTheFirst() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Store store = open()) {
            List<Callable<Object>> works = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                int customer = i;
                works.add(() -> customer % 2 == 0
                        ? store.write(RUN, connection -> badge(connection, customer))
                        : badges(store));
            }
            for (Future<Object> work : threads.invokeAll(works)) {
                work.get();
            }
            assertThat(badges(store)).hasSize(32);
            assertThat(steps(store)).hasSize(FIRST.size() + 1);
        } finally {
            threads.shutdownNow();
        }
    }

    /** An answer over the empty table alone would be wrong, and is not given. */
    @Test
    void aStatementOverAnAbsentTableAndOneThatIsThereIsRefused() {
        try (Store store = open()) {
            StoreTest.failsWith(
                    StoreCode.SQL,
                    () -> store.read(connection ->
                            texts(connection, "SELECT r.id FROM run r LEFT JOIN task_done t ON t.run_id = r.id")),
                    "\"RUN\" not found");
            StoreTest.failsWith(StoreCode.SQL, () -> read(store, "SELECT 1 FROM nowhere"), "\"NOWHERE\" not found");
        }
    }

    @Test
    void aLaterStepOfAFeatureIsDueOnceItsTablesAreThere() {
        Migrations.Step base = step(1, "base");
        Migrations.Step tasks = step(2, "tasks");
        Migrations.Step more = step(3, "tasks_more");
        Migrations.Step points = step(4, "points");
        List<Migrations.Step> all = List.of(base, tasks, more, points);
        assertThat(more.feature()).isEqualTo("tasks");

        assertMissing(Schema.compare(List.of(base, points), all, PATH), List.of(), List.of(tasks, more));
        assertMissing(Schema.compare(List.of(base, tasks, points), all, PATH), List.of(more), List.of());
        assertMissing(Schema.compare(List.of(base), all, PATH), List.of(points), List.of(tasks, more));
        assertMissing(Schema.compare(all, all, PATH), List.of(), List.of());
        Schema.Missing half = Schema.compare(List.of(base, tasks.begun(), points), all, PATH);
        assertMissing(half, List.of(), List.of(tasks, more));
        assertThat(half.half()).containsExactly(tasks);
        assertThatThrownBy(() -> Schema.compare(all, List.of(base, tasks, points), PATH))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.problems().get(0).code()).isEqualTo(StoreCode.MIGRATION));
    }

    private static Migrations.Step step(int number, String words) {
        return new Migrations.Step(number, "V00" + number + "__" + words + ".sql", "x");
    }

    private static void assertMissing(Schema.Missing found, List<Migrations.Step> due, List<Migrations.Step> late) {
        assertThat(found.due()).isEqualTo(due);
        assertThat(found.late()).isEqualTo(late);
    }
}
