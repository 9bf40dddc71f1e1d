package siyu.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** Refuses a file that is not ours, newer, built by other steps, or not durable; returns the steps it has not seen. */
    static List<Migrations.Step> missing(Connection connection, DataPath path) {
        try {
            List<Migrations.Step> seen = steps(connection, path);
            requireDurable(connection, path);
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
                        + " LEFT JOIN schema_step s ON s.number > 0 WHERE m.name = 'layout' ORDER BY s.number")) {
            while (rows.next()) {
                ours = LAYOUT.equals(rows.getString(1));
                if (rows.getString(3) != null) {
                    seen.add(new Migrations.Step(rows.getInt(2), rows.getString(3), rows.getString(4)));
                }
            }
        } catch (SQLException e) {
            if (e.getErrorCode() != ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1
                    && e.getErrorCode() != ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1
                    && e.getErrorCode() != ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2
                    && e.getErrorCode() != ErrorCode.COLUMN_NOT_FOUND_1) {
                throw e;
            }
        }
        if (!ours) {
            throw path.failure(StoreCode.FOREIGN, "'" + path.shown() + "' is a database, but not one of siyu");
        }
        return seen;
    }

    private static List<Migrations.Step> compare(
            List<Migrations.Step> seen, List<Migrations.Step> known, DataPath path) {
        for (int i = 0; i < Math.min(seen.size(), known.size()); i++) {
            if (!seen.get(i).is(known.get(i))) {
                throw path.failure(
                        StoreCode.MIGRATION,
                        "'" + path.shown() + "' was built by " + seen.get(i).name() + ", which is not the "
                                + known.get(i).name() + " of this siyu");
            }
        }
        if (seen.size() > known.size()) {
            throw path.failure(
                    StoreCode.NEWER,
                    "'" + path.shown() + "' has the form "
                            + seen.get(seen.size() - 1).number() + ", this siyu knows forms up to "
                            + known.get(known.size() - 1).number());
        }
        return known.subList(seen.size(), known.size());
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
