package siyu.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.engine.Setting;
import org.h2.jdbc.JdbcConnection;

/** What a data file says about itself, and whether this siyu may work on it. */
final class Schema {
    private static final String LAYOUT = "siyu";

    private Schema() {}

    /** Builds an empty data file behind a fresh connection. */
    static void create(Connection connection, List<Migrations.Step> steps, String program, Instant now)
            throws SQLException {
        Migrations.apply(connection, steps, now);
        put(connection, "layout", LAYOUT);
        put(connection, "program", program);
        put(connection, "created", Long.toString(Times.micros(now)));
        connection.commit();
    }

    private static void put(Connection connection, String name, String content) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO db_meta (name, content) VALUES (?, ?)")) {
            insert.setString(1, name);
            insert.setString(2, content);
            insert.executeUpdate();
        }
    }

    /**
     * Which steps of this siyu a file has not seen.
     *
     * @param due those without which it has an older form
     * @param late those of features of which it keeps nothing yet
     * @param half those of the late ones that were begun and not ended: a killed process was making their tables
     */
    record Missing(List<Migrations.Step> due, List<Migrations.Step> late, List<Migrations.Step> half) {}

    /**
     * Refuses a file that is not ours, newer, built by other steps, or open for changes that can be lost; returns the steps it has
     * not seen.
     */
    static Missing missing(Connection connection, Use use, DataPath path) {
        try {
            List<Migrations.Step> seen = steps(connection, path);
            if (use != Use.READING) {
                requireDurable(connection, path);
            }
            return compare(seen, Migrations.all(), path);
        } catch (SQLException e) {
            throw StoreFailures.of(e, path);
        }
    }

    private static List<Migrations.Step> steps(Connection connection, DataPath path) throws SQLException {
        List<Migrations.Step> seen = new ArrayList<>();
        boolean ours = false;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT m.content, s.number, s.name, s.checksum FROM db_meta m"
                        + " LEFT JOIN schema_step s ON s.number <> 0 WHERE m.name = 'layout' ORDER BY s.number")) {
            while (rows.next()) {
                ours = LAYOUT.equals(rows.getString(1));
                if (rows.getString(3) != null) {
                    seen.add(new Migrations.Step(rows.getInt(2), rows.getString(3), rows.getString(4)));
                }
            }
        } catch (SQLException e) {
            if (!lacksTable(e) && e.getErrorCode() != ErrorCode.COLUMN_NOT_FOUND_1) {
                throw e;
            }
        }
        if (!ours) {
            throw path.failure(StoreCode.FOREIGN, "'" + path.shown() + "' is a database, but not one of siyu");
        }
        return seen;
    }

    /** Whether a statement names a table that there is not. */
    static boolean lacksTable(SQLException thrown) {
        return switch (thrown.getErrorCode()) {
            case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2 -> true;
            default -> false;
        };
    }

    static Missing compare(List<Migrations.Step> seen, List<Migrations.Step> known, DataPath path) {
        Migrations.Step last = known.get(known.size() - 1);
        Missing missing = new Missing(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<String> features = new HashSet<>();
        List<Migrations.Step> unseen = new ArrayList<>(known);
        for (Migrations.Step step : seen) {
            if (Math.abs(step.number()) > last.number()) {
                throw path.failure(
                        StoreCode.NEWER,
                        "'" + path.shown() + "' has the form " + Math.abs(step.number())
                                + ", this siyu knows forms up to " + last.number());
            }
            if (step.number() < 0) {
                known.stream().filter(step.begun()::is).forEach(missing.half::add);
                continue;
            }
            if (!unseen.removeIf(step::is)) {
                throw path.failure(
                        StoreCode.MIGRATION,
                        "'" + path.shown() + "' was built by " + step.name()
                                + ", which is not among the steps of this siyu");
            }
            features.add(step.feature());
        }
        for (Migrations.Step step : unseen) {
            (step.late() && !features.contains(step.feature()) ? missing.late : missing.due).add(step);
        }
        return missing;
    }

    /**
     * The setting is in the file and one for all connections, so any of them may have changed it. Asked of the database itself:
     * its table of settings costs several milliseconds at the first look.
     */
    static void requireDurable(Connection connection, DataPath path) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        int delay = session.getDatabase().getWriteDelay();
        Setting stored = session.getDatabase().findSetting("WRITE_DELAY");
        if (delay != 0 || stored == null || stored.getIntValue() != 0) {
            throw path.failure(
                    StoreCode.SETTING,
                    "'" + path.shown() + "' has the setting WRITE_DELAY " + delay
                            + ", under which changes can be lost");
        }
    }
}
