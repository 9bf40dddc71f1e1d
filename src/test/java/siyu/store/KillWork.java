package siyu.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.h2.engine.SysProperties;

/**
 * What the child of {@link KillTest} does to its file: commit {@code i} writes blocks and rows that follow from the seed and
 * {@code i} alone, and takes an older commit's blocks away, so that anybody can tell what must be there after commit {@code n}.
 */
final class KillWork {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Commits whose blocks stay; older ones are deleted, so that space of the file is used again. */
    private static final int KEPT = 40;

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private KillWork() {}

    static Opener opener() {
        return new Opener("test", "", "kill", Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static void create(Path file) throws SQLException {
        Store.create(file, "kill", NOW);
        try (Connection connection =
                DriverManager.getConnection(DataPath.of(file).url(), "SIYU", "")) {
            Connections.execute(
                    connection,
                    "CREATE TABLE block (step BIGINT, part INTEGER, bytes BINARY VARYING(1048576), PRIMARY KEY (step, part))");
            Connections.execute(connection, "CREATE TABLE entry (id BIGINT PRIMARY KEY, words VARCHAR(4000))");
        }
    }

    /** Continues after what is there and says so: {@code has N} once, then {@code ack I} after each commit, for ever, or {@code failed CODE WORDS}. */
    public static void main(String[] arguments) throws SQLException, IOException {
        Path file = Path.of(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        if (arguments[2].equals("weak")) {
            weak(file, seed);
            return;
        }
        if (arguments[2].equals("read")) {
            reads(file, seed);
            return;
        }
        Duration patience = arguments[2].equals("impatient") ? Duration.ZERO : PATIENCE;
        try (Store store = Store.open(file, patience, opener())) {
            long last = store.read(connection -> check(connection, seed));
            say("has " + last);
            if (arguments[2].equals("settings")) {
                say("cache of values: " + SysProperties.OBJECT_CACHE);
                return;
            }
            if (arguments[2].equals("late")) {
                late(store);
                return;
            }
            for (long step = last + 1; ; step++) {
                long now = step;
                store.write(new Store.Run("test", "kill", "", "", "", NOW), connection -> step(connection, seed, now));
                say("ack " + step);
            }
        } catch (siyu.core.Failure failure) {
            say("failed " + failure.problems().get(0).code().id() + " " + failure.getMessage());
        }
    }

    /** Only reads, and then has the file open until it is killed. */
    private static void reads(Path file, long seed) throws IOException {
        try (Store store = Store.openToRead(file, PATIENCE, opener())) {
            say("has " + store.<Long>read(connection -> check(connection, seed)));
            System.in.read();
        }
    }

    /** Uses every table that comes late, one change each, over and over. */
    private static void late(Store store) throws IOException {
        for (long step = 1; ; ) {
            for (Migrations.Step each : Migrations.all()) {
                for (String table : each.late() ? each.tables() : List.<String>of()) {
                    store.write(
                            new Store.Run("test", "kill", "", "", "", NOW),
                            connection -> single(connection, "SELECT COUNT(*) FROM " + table));
                    say("ack " + step++);
                }
            }
        }
    }

    /** The same with H2's own idea of durability: what the test must be able to find. */
    private static void weak(Path file, long seed) throws SQLException, IOException {
        String url = DataPath.of(file).url().replace("WRITE_DELAY=0", "WRITE_DELAY=500");
        try (Connection connection = DriverManager.getConnection(url, "SIYU", "")) {
            connection.setAutoCommit(false);
            long last = check(connection, seed);
            say("has " + last);
            for (long step = last + 1; ; step++) {
                step(connection, seed, step);
                new RunRecord(step, new Store.Run("", "", "", "", "", NOW), NOW, "", "").insert(connection);
                connection.commit();
                say("ack " + step);
            }
        }
    }

    private static void say(String line) throws IOException {
        System.out.println(line);
        System.out.flush();
        if (System.out.checkError()) {
            throw new IOException("nobody listens");
        }
    }

    static int step(Connection connection, long seed, long step) throws SQLException {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + step);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO block VALUES (?, ?, ?)")) {
            int parts = parts(random);
            for (int part = 0; part < parts; part++) {
                insert.setLong(1, step);
                insert.setInt(2, part);
                insert.setBytes(3, block(random));
                insert.executeUpdate();
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO entry VALUES (?, ?)")) {
            insert.setLong(1, step);
            insert.setString(2, "x".repeat(random.nextInt(4000)));
            insert.executeUpdate();
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM block WHERE step = ?")) {
            delete.setLong(1, step - KEPT);
            delete.executeUpdate();
        }
        return 1;
    }

    private static int parts(SplittableRandom random) {
        return random.nextInt(5);
    }

    /** From a few bytes to some hundred thousand. */
    private static byte[] block(SplittableRandom random) {
        long[] values = new long[1 << random.nextInt(15)];
        long mask = -1L >>> random.nextInt(40);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextLong() & mask;
        }
        return BlockCodec.encode(values, 0, values.length);
    }

    /** Checks that everything up to the last commit is there, whole and nothing else, and returns its number. */
    static long check(Connection connection, long seed) throws SQLException {
        long last = single(connection, "SELECT COALESCE(MAX(id), 0) FROM run");
        require(single(connection, "SELECT run FROM head") == last, "head and run");
        require(single(connection, "SELECT COUNT(*) FROM run") == last, "a run is missing below " + last);
        require(single(connection, "SELECT COUNT(*) FROM entry") == last, "an entry is missing below " + last);
        long blocks = 0;
        try (PreparedStatement select =
                connection.prepareStatement("SELECT bytes FROM block WHERE step = ? ORDER BY part")) {
            for (long step = Math.max(1, last - KEPT + 1); step <= last; step++) {
                SplittableRandom random = new SplittableRandom(seed * 1_000_003 + step);
                select.setLong(1, step);
                int parts = parts(random);
                try (ResultSet rows = select.executeQuery()) {
                    for (int part = 0; part < parts; part++) {
                        require(rows.next(), "block " + part + " of commit " + step + " is missing");
                        byte[] bytes = rows.getBytes(1);
                        BlockCodec.check(bytes);
                        require(Arrays.equals(bytes, block(random)), "block " + part + " of commit " + step);
                        blocks++;
                    }
                }
            }
        }
        require(single(connection, "SELECT COUNT(*) FROM block") == blocks, "blocks of later or older commits");
        return last;
    }

    private static long single(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("lost: " + what);
        }
    }
}
