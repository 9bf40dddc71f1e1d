package siyu.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.Failure;
import siyu.fact.Population;
import siyu.store.DataFile;
import siyu.store.Store;

/** Moves are read as they were stored, also from a file of the form that had a row for each of them. */
class MoveStoreTest {
    private static final Store.Run RUN = new Store.Run("ann", "level run", "", "", "", Instant.EPOCH);
    private static final int CUSTOMERS = 3 * Population.RANGE;
    private static final int CHANGES = 5;
    private static final int FIRST_DAY = 20_000;
    private static final List<String> LEVELS = List.of("", "gold", "silver", "白金", "ordinary");

    @TempDir
    Path directory;

    private Path file = Path.of("");

    /** By change, each by customer. */
    private final List<List<Move>> changes = new ArrayList<>();

    @BeforeEach
    void fill() {
        file = directory.resolve("levels");
        Store.create(file, "test", Instant.EPOCH);
        SplittableRandom random = new SplittableRandom(7);
        int[] numbers = new int[CUSTOMERS];
        try (Store store = open()) {
            LevelStore levels = new LevelStore(store);
            for (int change = 0; change < CHANGES; change++) {
                List<Move> moves = new ArrayList<>();
                for (int customer = 0; customer < CUSTOMERS; customer++) {
                    // Nobody of the second range moves in the first change, and few in the third.
                    boolean quiet = change == 0 && customer / Population.RANGE == 1;
                    if (!quiet && random.nextInt(change == 2 ? 5_000 : 4) == 0) {
                        moves.add(move(random, customer, ++numbers[customer], FIRST_DAY + change));
                    }
                }
                levels.apply(
                        new LevelPlan(
                                false, FIRST_DAY + change, new Scheme(1, "growth", RulingTest.LADDER), moves, 1, 0),
                        levels.last(),
                        RUN);
                changes.add(moves);
            }
        }
    }

    private static Move move(SplittableRandom random, int customer, int number, int day) {
        int grace = random.nextInt(3) == 0 ? random.nextInt(-30, 90) : 0;
        return new Move(
                customer,
                number,
                Move.Kind.of(random.nextInt(5)),
                LEVELS.get(random.nextInt(LEVELS.size())),
                LEVELS.get(random.nextInt(LEVELS.size())),
                day,
                random.nextInt(1_000) == 0 ? random.nextLong() : random.nextInt(100_000),
                random.nextInt(100_000),
                grace == 0 ? Standing.NONE : day + grace);
    }

    private Store open() {
        return Store.open(file, Duration.ofSeconds(5));
    }

    /** The moves of a range of customers until a day, found the slow way. */
    private List<Move> slow(int first, int last, int day) {
        return changes.stream()
                .flatMap(List::stream)
                .filter(move -> move.customer() >= first && move.customer() <= last && move.day() <= day)
                .sorted(Comparator.comparingInt(Move::customer).thenComparingInt(Move::number))
                .toList();
    }

    private void requireSame(Store store) {
        LevelStore levels = new LevelStore(store);
        int all = CUSTOMERS - 1;
        assertThat(levels.moves(0, all, Integer.MAX_VALUE)).isEqualTo(slow(0, all, Integer.MAX_VALUE));
        assertThat(levels.moves(0, all, FIRST_DAY + 1)).isEqualTo(slow(0, all, FIRST_DAY + 1));
        assertThat(levels.moves(0, all, FIRST_DAY - 1)).isEmpty();
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 200; i++) {
            int first = random.nextInt(CUSTOMERS);
            int last = i % 2 == 0 ? first : random.nextInt(first, CUSTOMERS);
            int day = FIRST_DAY + random.nextInt(CHANGES);
            assertThat(levels.moves(first, last, day))
                    .as("customers %d to %d until %d", first, last, day)
                    .isEqualTo(slow(first, last, day));
        }
    }

    @Test
    void movesAreReadAsTheyWereStored() {
        try (Store store = open()) {
            requireSame(store);
            assertThat(DataFile.check(store, MoveStore.TABLES).problems()).isEmpty();
        }
    }

    @Test
    void aFileThatHasARowForEachKeepsThemAll() throws IOException, SQLException {
        List<String> before;
        try (Store store = open()) {
            before = store.read(MoveStoreTest::blocks);
        }
        assertThat(before).hasSizeBetween(3 * CHANGES - 4, 3 * CHANGES - 1);
        takeBack();
        try (Store store = open()) {
            assertThatThrownBy(() -> new LevelStore(store).moves(0, 1, FIRST_DAY))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("an older form");
            store.upgrade();
            requireSame(store);
            assertThat(store.read(MoveStoreTest::blocks)).isEqualTo(before);
            assertThat(DataFile.check(store, MoveStore.TABLES).problems()).isEmpty();
            assertThat(DataFile.info(store, MoveStore.TABLES, 1).tables())
                    .extracting(DataFile.TableFacts::name)
                    .contains("level_block", "level_name")
                    .doesNotContain("level_move");
        }
    }

    private static List<String> blocks(Connection connection) throws SQLException {
        List<String> blocks = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT id, RAWTOHEX(HASH('SHA-256', customers || numbers || kinds"
                                + " || levels_from || levels_to || days || growth || needed || deadlines)) FROM level_block"
                                + " ORDER BY id");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                blocks.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return blocks;
    }

    /** Makes the file what it was before moves were packed. */
    private void takeBack() throws IOException, SQLException {
        String url = "jdbc:h2:file:" + file + ";IFEXISTS=TRUE;WRITE_DELAY=0;MAX_COMPACT_TIME=0";
        try (Connection connection = DriverManager.getConnection(url, "SIYU", "");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE level_block");
            statement.execute("DROP TABLE level_name");
            assertThat(statement.executeUpdate("DELETE FROM schema_step WHERE name = 'V016__levels_moves.sql'"))
                    .isEqualTo(1);
            String script = script();
            int start = script.indexOf("CREATE TABLE level_move ");
            statement.execute(script.substring(start, script.indexOf(';', start)));
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO level_move VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (int change = 0; change < changes.size(); change++) {
                    for (Move move : changes.get(change)) {
                        insert.setInt(1, move.customer());
                        insert.setInt(2, move.number());
                        insert.setInt(3, change + 1);
                        insert.setInt(4, move.kind().number());
                        insert.setString(5, move.from());
                        insert.setString(6, move.to());
                        insert.setLong(7, move.day());
                        insert.setLong(8, move.growth());
                        insert.setLong(9, move.needed());
                        insert.setObject(10, move.deadline() == Standing.NONE ? null : (long) move.deadline());
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
            }
        }
    }

    private static String script() throws IOException {
        String name = "/siyu/migrations/V013__levels.sql";
        try (InputStream in = Objects.requireNonNull(LevelStore.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
