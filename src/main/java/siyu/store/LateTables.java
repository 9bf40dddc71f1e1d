package siyu.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;

/**
 * The tables of features of which a data file keeps nothing yet. The database reads the definition of every table whenever it
 * opens a file, more than a millisecond for each in a process that has just begun, so that tables nobody looks at would be a
 * seventh of a short command. A file therefore gets the tables of a feature with the first change that names one of them; until
 * then whoever reads them is answered by empty ones in memory, and the file stays as it is.
 *
 * <p>May be used by several threads.
 */
final class LateTables implements AutoCloseable {
    private static final String MEMORY = "jdbc:h2:mem:;DB_CLOSE_ON_EXIT=FALSE";
    private static final Pattern GATHERS = Pattern.compile("(?i)\\b(COUNT|MAX|MIN|SUM|AVG|EXISTS) ?\\(|\\bUNION\\b");
    private static final Pattern FROM = Pattern.compile("(?i)\\b(?:FROM|JOIN)\\s+(\\w+)");
    private static final Pattern WORDS = Pattern.compile("\\W+");

    private final Opening opening;
    private final Map<String, List<Migrations.Step>> absent = new LinkedHashMap<>();
    private final Map<String, Table> tables = new HashMap<>();

    private Instant now = Instant.EPOCH;
    private List<Migrations.Step> begun = List.of();
    private @Nullable Connection memory;
    private final Set<Table> inMemory = new HashSet<>();

    /** @param opening opens a further connection to the file */
    LateTables(Opening opening) {
        this.opening = opening;
    }

    /** Opens a connection. */
    @FunctionalInterface
    interface Opening {
        Connection open() throws SQLException;
    }

    /** Says which steps the file has not seen because it keeps nothing of their features, and when the file was opened. */
    synchronized void expect(List<Migrations.Step> steps, Instant opened) {
        for (Migrations.Step step : steps) {
            absent.computeIfAbsent(step.feature(), any -> new ArrayList<>()).add(step);
        }
        now = opened;
    }

    /**
     * The statement over empty tables, or null when it names none that the file lacks. One that only lists what is in them has no
     * rows then, and becomes a statement of no rows with as many parameters; the others, such as one that counts, are put to a
     * database in memory, which takes as long to open as a dozen of those.
     *
     * @param connection the connection to the file that was asked for it
     */
    synchronized @Nullable PreparedStatement empty(StoreConnection connection, String sql) throws SQLException {
        List<Table> named = named(sql);
        if (named.isEmpty()) {
            return null;
        }
        if (!GATHERS.matcher(sql).find()
                && FROM.matcher(sql)
                        .results()
                        .map(match -> tables.get(match.group(1)))
                        .allMatch(named::contains)) {
            long parameters = sql.chars().filter(c -> c == '?').count();
            return connection.prepareStatement("SELECT 1 WHERE FALSE" + " AND ? IS NULL".repeat((int) parameters));
        }
        if (memory == null) {
            memory = new JdbcConnection(MEMORY, new Properties(), "", "", false);
        }
        for (Table table : named) {
            if (inMemory.add(table)) {
                Connections.execute(memory, table.definition());
            }
        }
        return memory.prepareStatement(sql);
    }

    /**
     * Makes the tables of the features of which a statement names one that the file lacks. Not part of the change that needs
     * them, as the database commits whatever changes its tables: a change that then fails leaves empty ones, which mean the same
     * as none. Until all tables of a feature are there its steps are noted as begun, so that what a kill or a failure leaves of
     * them is dropped, by {@link #clear} at the next opening or by {@link #mend} before the next change. Changes come one after the
     * other, so nothing is written to such tables meanwhile.
     */
    synchronized void build(String sql) throws SQLException {
        for (Table table : named(sql)) {
            List<Migrations.Step> steps = absent.get(table.step.feature());
            if (steps != null) {
                build(steps);
                absent.remove(table.step.feature());
            }
        }
    }

    private void build(List<Migrations.Step> steps) throws SQLException {
        try (Connection connection = opening.open()) {
            for (Migrations.Step step : steps) {
                Migrations.note(connection, step.begun(), now);
            }
            begun = steps;
            connection.commit();
            for (Migrations.Step step : steps) {
                Migrations.make(connection, step);
            }
            for (Migrations.Step step : steps) {
                int number = step.number();
                Connections.execute(
                        connection, "UPDATE schema_step SET number = " + number + " WHERE number = " + -number);
            }
            connection.commit();
            begun = List.of();
        }
    }

    /** Undoes what a change that failed left half made, before the next change. */
    synchronized void mend() throws SQLException {
        if (!begun.isEmpty()) {
            try (Connection connection = opening.open()) {
                clear(connection, begun);
            }
            begun = List.of();
        }
    }

    /** Drops what was made of the tables of steps that are noted as begun, before anything can be written to them. */
    static void clear(Connection connection, List<Migrations.Step> begun) throws SQLException {
        for (Migrations.Step step : begun) {
            for (String table : step.tables()) {
                Connections.execute(connection, "DROP TABLE IF EXISTS " + table);
            }
        }
        for (Migrations.Step step : begun) {
            // Both, as nobody knows whether a commit that failed came through.
            String numbers = step.number() + ", " + -step.number();
            Connections.execute(connection, "DELETE FROM schema_step WHERE number IN (" + numbers + ")");
        }
        connection.commit();
    }

    /** The tables that a statement names and the file lacks. */
    private List<Table> named(String sql) {
        if (tables.isEmpty()) {
            absent.values().forEach(steps -> {
                for (Migrations.Step step : steps) {
                    step.tables().forEach(name -> tables.put(name, new Table(name, step)));
                }
            });
        }
        List<Table> named = new ArrayList<>();
        for (String word : WORDS.split(sql)) {
            Table table = tables.get(word);
            if (table != null && absent.containsKey(table.step.feature())) {
                named.add(table);
            }
        }
        return named;
    }

    /** A table that the file may lack, and the step that makes it. */
    private static final class Table {
        private final String name;
        private final Migrations.Step step;

        Table(String name, Migrations.Step step) {
            this.name = name;
            this.step = step;
        }

        /** The statement that makes it, without its indexes. */
        String definition() {
            return step.statements().stream()
                    .filter(statement -> statement.startsWith("CREATE TABLE " + name + " "))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public synchronized void close() {
        if (memory == null) {
            return;
        }
        try {
            memory.close();
        } catch (SQLException e) {
            return;
        } finally {
            memory = null;
            inMemory.clear();
        }
    }
}
