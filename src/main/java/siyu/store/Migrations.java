package siyu.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The numbered steps that build a data file. They are listed with their SHA-256 in the resource {@code index}, which is what
 * {@code sha256sum V*.sql} prints; a step that was once released never changes. A step is of the feature that its name tells;
 * the steps of some features are late ones (see {@link LateTables}).
 */
final class Migrations {
    private static final String FOLDER = "/siyu/migrations/";
    private static final Set<String> ALWAYS = Set.of("base", "facts", "segments", "points");
    private static final String TABLE = "CREATE TABLE ";

    private Migrations() {}

    /**
     * One step.
     *
     * @param name {@code V001__base.sql}
     * @param checksum SHA-256 of its bytes, hexadecimal
     */
    record Step(int number, String name, String checksum) {
        static Step of(String line) {
            String name = line.substring(64).strip();
            return new Step(Integer.parseInt(name.substring(1, 4)), name, line.substring(0, 64));
        }

        /** What its tables are for: {@code tasks} of {@code V006__tasks.sql} and of {@code V123__tasks_more.sql}. */
        String feature() {
            String words = name.substring(name.indexOf("__") + 2, name.lastIndexOf('.'));
            int end = words.indexOf('_');
            return end < 0 ? words : words.substring(0, end);
        }

        /** Whether a file has it only once something of its feature is kept there. */
        boolean late() {
            return !ALWAYS.contains(feature());
        }

        /** Its statements, if they are those of its checksum. */
        List<String> statements() {
            byte[] bytes = resource(name);
            String found = sha256(bytes);
            if (!found.equals(checksum)) {
                throw new IllegalStateException("the index of migrations should say: " + found + "  " + name);
            }
            return Migrations.statements(new String(bytes, StandardCharsets.UTF_8));
        }

        /** The same step under the number that stands for it while its tables are being made, and the other way round. */
        Step begun() {
            return new Step(-number, name, checksum);
        }

        /** The names of the tables it makes, lower case. */
        List<String> tables() {
            List<String> names = new ArrayList<>();
            for (String line : new String(resource(name), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith(TABLE)) {
                    names.add(line.substring(TABLE.length(), line.indexOf(' ', TABLE.length())));
                }
            }
            return names;
        }

        /** Whether this is the same step; not equals of records, which makes every short command pay for some twenty classes. */
        boolean is(Step other) {
            return number == other.number && name.equals(other.name) && checksum.equals(other.checksum);
        }
    }

    /** All steps of this siyu, ascending. */
    static List<Step> all() {
        List<Step> steps = new ArrayList<>();
        for (String line : new String(resource("index"), StandardCharsets.US_ASCII).split("\n")) {
            Step step = Step.of(line);
            if (!steps.isEmpty() && steps.get(steps.size() - 1).number >= step.number) {
                throw new IllegalStateException("the index of migrations is not ascending at " + step.name);
            }
            steps.add(step);
        }
        return List.copyOf(steps);
    }

    /** The steps that a new file begins with, ascending. */
    static List<Step> first() {
        List<Step> steps = new ArrayList<>(all());
        steps.removeIf(Step::late);
        return steps;
    }

    /** Runs the steps that a file has not seen. Not atomic on every database, so it is done on a file that has no name yet. */
    static void apply(Connection connection, List<Step> steps, Instant now) throws SQLException {
        for (Step step : steps) {
            make(connection, step);
            note(connection, step, now);
        }
        connection.commit();
    }

    /** Makes the tables of a step. */
    static void make(Connection connection, Step step) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : step.statements()) {
                statement.execute(sql);
            }
        }
    }

    /** Writes down that the file has seen a step; not committed. */
    static void note(Connection connection, Step step, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO schema_step (number, name, checksum, applied) VALUES (?, ?, ?, ?)")) {
            insert.setInt(1, step.number);
            insert.setString(2, step.name);
            insert.setString(3, step.checksum);
            insert.setLong(4, Times.micros(now));
            insert.executeUpdate();
        }
    }

    /** Statements end with a semicolon at the end of a line; lines that begin with two dashes are comments. */
    static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String line : script.split("\n")) {
            if (line.stripLeading().startsWith("--")) {
                continue;
            }
            current.append(line).append('\n');
            if (line.stripTrailing().endsWith(";")) {
                String statement = current.toString().strip();
                statements.add(statement.substring(0, statement.length() - 1));
                current.setLength(0);
            }
        }
        if (!current.toString().isBlank()) {
            throw new IllegalStateException("a migration ends within a statement: " + current);
        }
        return statements;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("no migration " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
