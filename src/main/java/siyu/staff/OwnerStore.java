package siyu.staff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.store.Store;

/** Whose customer was whose, since when and until when, in the data file. */
public final class OwnerStore {
    /** Ways in which somebody came to a customer. */
    static final int BY_HANDOVER = 3;

    static final int BY_IMPORT = 4;

    /** Ways in which it ended. */
    static final int HANDED_OVER = 3;

    private static final String OF = " WHERE customer = ?";

    private final Store store;

    public OwnerStore(Store store) {
        this.store = store;
    }

    /** Ends the time of a customer with who looks after him, if somebody does. */
    static void end(Connection connection, int customer, long at, int parting, long run) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO staff_past (customer, begun, staff, ended, way, code, run_id, parting, ended_run)"
                        + " SELECT customer, begun, staff, ?, way, code, run_id, ?, ? FROM staff_owner WHERE customer = ?")) {
            insert.setLong(1, at);
            insert.setInt(2, parting);
            insert.setLong(3, run);
            insert.setInt(4, customer);
            insert.executeUpdate();
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM staff_owner WHERE customer = ?")) {
            delete.setInt(1, customer);
            delete.executeUpdate();
        }
    }

    /** Begins the time of a customer with somebody. */
    static void begin(Connection connection, int customer, int person, long at, int way, long run) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO staff_owner (customer, staff, begun, way, run_id) VALUES (?, ?, ?, ?, ?)")) {
            insert.setInt(1, customer);
            insert.setInt(2, person);
            insert.setLong(3, at);
            insert.setInt(4, way);
            insert.setLong(5, run);
            insert.executeUpdate();
        }
    }

    /**
     * A time of a customer with somebody that is over.
     *
     * @param begun microseconds
     * @param ended microseconds
     * @param parting 1 when the customer removed his staff member, 2 when it was the other way round, 3 after a handover, 4 when
     *     nobody says
     */
    public record Past(int customer, int staff, long begun, long ended, int parting) {}

    /** All times that are over, in the order of their end. */
    public List<Past> past() {
        return past("", -1);
    }

    /** Those of one customer. */
    public List<Past> past(int customer) {
        return past(OF, customer);
    }

    private List<Past> past(String where, int customer) {
        return store.read(connection -> {
            List<Past> found = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT customer, staff, begun, ended, parting FROM" + " staff_past"
                            + where + " ORDER BY ended, customer, begun, staff")) {
                if (!where.isEmpty()) {
                    select.setInt(1, customer);
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(new Past(
                                rows.getInt(1), rows.getInt(2), rows.getLong(3), rows.getLong(4), rows.getInt(5)));
                    }
                }
            }
            return found;
        });
    }

    /** What is imported: a time that goes on when {@code ended} is null. */
    public record Row(
            int customer, int staff, long begun, @Nullable Long ended, int parting) {}

    /** Writes what an import brings: first the times that end, then those that are over already, then those that begin. */
    public void write(List<Row> ending, List<Row> over, List<Row> beginning, Store.Run run) {
        store.write(run, connection -> {
            long id = Store.run(connection);
            for (Row row : ending) {
                Long ended = row.ended();
                if (ended != null) {
                    end(connection, row.customer(), ended, row.parting(), id);
                }
            }
            past(connection, over, id);
            owners(connection, beginning, id);
            return id;
        });
    }

    private static void past(Connection connection, List<Row> over, long run) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO staff_past (customer, begun, staff, ended, way, code, run_id, parting, ended_run)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (Row row : over) {
                Long ended = row.ended();
                insert.setInt(1, row.customer());
                insert.setLong(2, row.begun());
                insert.setInt(3, row.staff());
                insert.setLong(4, ended == null ? row.begun() : ended);
                insert.setInt(5, BY_IMPORT);
                insert.setNull(6, Types.VARCHAR);
                insert.setLong(7, run);
                insert.setInt(8, row.parting());
                insert.setLong(9, run);
                insert.addBatch();
                if (++waiting % 1000 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void owners(Connection connection, List<Row> beginning, long run) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO staff_owner (customer, staff, begun, way, run_id) VALUES (?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (Row row : beginning) {
                insert.setInt(1, row.customer());
                insert.setInt(2, row.staff());
                insert.setLong(3, row.begun());
                insert.setInt(4, BY_IMPORT);
                insert.setLong(5, run);
                insert.addBatch();
                if (++waiting % 1000 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** What came of asking a customer who parted. */
    public record FollowUp(long done, String result) {}

    /** What a past time is known by. */
    public record Key(int customer, int staff, long begun) {}

    /** Who was asked, and what came of it. */
    public Map<Key, FollowUp> followUps() {
        return followUps("", -1);
    }

    /** Whether one customer was. */
    public Map<Key, FollowUp> followUps(int customer) {
        return followUps(OF, customer);
    }

    private Map<Key, FollowUp> followUps(String where, int customer) {
        return store.read(connection -> {
            Map<Key, FollowUp> found = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT customer, staff, begun, done, result FROM staff_follow_up" + where)) {
                if (!where.isEmpty()) {
                    select.setInt(1, customer);
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.put(
                                new Key(rows.getInt(1), rows.getInt(2), rows.getLong(3)),
                                new FollowUp(rows.getLong(4), rows.getString(5)));
                    }
                }
            }
            return found;
        });
    }

    /** Keeps that somebody was asked. */
    public void followUp(Key key, FollowUp asked, Store.Run run) {
        store.write(run, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO staff_follow_up (customer, begun, staff, done, result, run_id) VALUES (?, ?, ?, ?, ?, ?)")) {
                insert.setInt(1, key.customer());
                insert.setLong(2, key.begun());
                insert.setInt(3, key.staff());
                insert.setLong(4, asked.done());
                insert.setString(5, asked.result());
                insert.setLong(6, Store.run(connection));
                return insert.executeUpdate();
            }
        });
    }
}
