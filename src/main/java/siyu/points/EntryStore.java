package siyu.points;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The SQL of entries. Read by range of ids, which are clustered by customer: about a microsecond an entry. */
final class EntryStore {
    /** Entries a customer may have, as a power of two. */
    static final int NUMBER_BITS = 24;

    /** Entries in one statement: what the database does once for a statement takes as long as three rows. */
    private static final int TOGETHER = 8;

    /** Entries in one batch of inserts. */
    private static final int BATCH = 1000;

    private static final String COLUMNS = "id, customer, number, posting, kind, points, lot, effective, origin,"
            + " available_from, expires_on, rule, operation, event";

    private static final int COLUMN_COUNT = 14;

    private EntryStore() {}

    /** The id of an entry; of number 0, where a customer's entries begin. */
    static long id(int customer, int number) {
        return ((long) customer << NUMBER_BITS) + number;
    }

    /** Reads the entries of customers {@code first} to {@code last}, inclusive, of postings up to one. */
    static Entries read(Connection connection, int first, int last, int posting) throws SQLException {
        Entries entries = new Entries();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT customer, number, posting, kind, points, lot,"
                        + " effective, origin, available_from, expires_on, rule, operation, event FROM points_entry"
                        + " WHERE id >= ? AND id < ? AND posting <= ? ORDER BY id")) {
            range(select, first, last, posting);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    byte[] event = rows.getString(13).getBytes(StandardCharsets.UTF_8);
                    entries.add(
                            rows.getInt(1),
                            rows.getInt(2),
                            Kind.of(rows.getInt(4)),
                            rows.getLong(5),
                            rows.getInt(6),
                            rows.getLong(7),
                            rows.getLong(8),
                            rows.getInt(9),
                            rows.getInt(10),
                            rows.getInt(11),
                            rows.getLong(12),
                            rows.getInt(3),
                            event,
                            0,
                            event.length);
                }
            }
        }
        return entries;
    }

    /** Shows what the entries of customers {@code first} to {@code last} changed, in their order: half the work of reading all of them. */
    static void changes(Connection connection, int first, int last, int posting, PointsStore.Changes changes)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT customer, number, kind, points, lot, effective, expires_on"
                        + " FROM points_entry WHERE id >= ? AND id < ? AND posting <= ? ORDER BY id")) {
            range(select, first, last, posting);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    changes.entry(
                            rows.getInt(1),
                            rows.getInt(2),
                            Kind.of(rows.getInt(3)),
                            rows.getLong(4),
                            rows.getInt(5),
                            rows.getLong(6),
                            rows.getInt(7));
                }
            }
        }
    }

    /** Shows what customers {@code first} to {@code last} earned, less what was taken back, of what counts in a time. */
    static void earned(
            Connection connection, int first, int last, int posting, long from, long to, PointsStore.Earned earned)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT customer, points FROM points_entry WHERE id >= ? AND id < ? AND posting <= ?"
                        + " AND effective >= ? AND effective < ? AND kind IN (?, ?)")) {
            range(select, first, last, posting);
            select.setLong(4, from);
            select.setLong(5, to);
            select.setInt(6, Kind.EARN.number());
            select.setInt(7, Kind.REVERSE.number());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    earned.points(rows.getInt(1), rows.getLong(2));
                }
            }
        }
    }

    private static void range(PreparedStatement select, int first, int last, int posting) throws SQLException {
        select.setLong(1, id(first, 0));
        select.setLong(2, id(last + 1, 0));
        select.setInt(3, posting);
        select.setFetchSize(10_000);
    }

    /** Writes rows {@code from} to {@code to} of some entries. */
    static void insert(Connection connection, Entries entries, int from, int to) throws SQLException {
        int many = to - (to - from) % TOGETHER;
        insert(connection, entries, from, many, TOGETHER);
        insert(connection, entries, many, to, 1);
    }

    /** The same, so many in one statement, which they are a multiple of. */
    private static void insert(Connection connection, Entries entries, int from, int to, int together)
            throws SQLException {
        if (from == to) {
            return;
        }
        String rows =
                ", (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)".repeat(together).substring(1);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO points_entry (" + COLUMNS + ") VALUES" + rows)) {
            for (int row = from; row < to; row++) {
                int place = (row - from) % together;
                set(insert, place * COLUMN_COUNT, entries, row);
                if (place == together - 1) {
                    insert.addBatch();
                }
                if ((row - from) % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** Sets the parameters of a row, which follow {@code before} others. */
    private static void set(PreparedStatement insert, int before, Entries entries, int row) throws SQLException {
        insert.setLong(before + 1, id(entries.customer[row], entries.number[row]));
        insert.setInt(before + 2, entries.customer[row]);
        insert.setInt(before + 3, entries.number[row]);
        insert.setInt(before + 4, entries.posting[row]);
        insert.setInt(before + 5, entries.kind[row]);
        insert.setLong(before + 6, entries.points[row]);
        insert.setInt(before + 7, entries.lot[row]);
        insert.setLong(before + 8, entries.effective[row]);
        insert.setLong(before + 9, entries.origin[row]);
        insert.setInt(before + 10, entries.from[row]);
        insert.setInt(before + 11, entries.until[row]);
        insert.setInt(before + 12, entries.rule[row]);
        insert.setLong(before + 13, entries.operation[row]);
        insert.setString(before + 14, entries.event.get(row));
    }

    /** The points that all earnings by a rule brought. */
    static long earnedBy(Connection connection, int rule, int posting) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT COALESCE(SUM(points), 0) FROM points_entry WHERE rule = ? AND kind = ? AND posting <= ?")) {
            select.setInt(1, rule);
            select.setInt(2, Kind.EARN.number());
            select.setInt(3, posting);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Removes what was put there ahead of a posting that never came to its end. */
    static void deleteAfter(Connection connection, int posting) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM points_entry WHERE posting > ?")) {
            delete.setInt(1, posting);
            delete.executeUpdate();
        }
    }
}
