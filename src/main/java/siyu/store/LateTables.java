package siyu.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
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

    private final Opening opening;
    private final Map<String, List<Migrations.Step>> absent = new LinkedHashMap<>();
    private final Set<String> inMemory = new HashSet<>();

    private Instant now = Instant.EPOCH;
    private @Nullable Connection memory;

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

    /** The statement over empty tables, or null when it names none that the file lacks. */
    synchronized @Nullable PreparedStatement empty(String sql) throws SQLException {
        List<String> features = named(sql);
        if (features.isEmpty()) {
            return null;
        }
        if (memory == null) {
            memory = new JdbcConnection(MEMORY, new Properties(), "", "", false);
        }
        for (String feature : features) {
            if (inMemory.add(feature)) {
                for (Migrations.Step step : steps(feature)) {
                    Migrations.build(memory, step);
                }
            }
        }
        return memory.prepareStatement(sql);
    }

    /**
     * Makes the tables that a statement names and the file lacks. Not part of the change that needs them: the database commits
     * whatever changes its tables. So a change that then fails leaves empty tables, which mean the same as none, and one that is
     * killed may leave some of a feature, which no step tells of and which the next attempt makes anew.
     */
    synchronized void build(String sql) throws SQLException {
        for (String feature : named(sql)) {
            try (Connection connection = opening.open()) {
                for (Migrations.Step step : steps(feature)) {
                    dropTables(connection, step);
                }
                Migrations.apply(connection, steps(feature), now);
            }
            absent.remove(feature);
        }
    }

    private static void dropTables(Connection connection, Migrations.Step step) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : step.tables()) {
                statement.execute("DROP TABLE IF EXISTS " + table);
            }
        }
    }

    private List<Migrations.Step> steps(String feature) {
        return absent.getOrDefault(feature, List.of());
    }

    private List<String> named(String sql) {
        List<String> features = new ArrayList<>();
        absent.forEach((feature, steps) -> {
            for (Migrations.Step step : steps) {
                String words = "\\b(" + String.join("|", step.tables()) + ")\\b";
                if (!features.contains(feature)
                        && Pattern.compile(words).matcher(sql).find()) {
                    features.add(feature);
                }
            }
        });
        return features;
    }

    @Override
    public synchronized void close() {
        if (memory != null) {
            try {
                memory.close();
            } catch (SQLException e) {
                // It is in memory and empty.
                inMemory.clear();
            }
            memory = null;
            inMemory.clear();
        }
    }
}
