package siyu.points;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** The SQL of operations. */
final class OperationStore {
    static final String COLUMNS = "number, type, idempotency_key, customer, other_customer, points, amount, total,"
            + " event_kind, event, of_operation, effective, reason";

    private OperationStore() {}

    /** The operations of customers {@code first} to {@code last}, inclusive, by number; of a transfer only the giver's. */
    static List<Operation> read(Connection connection, int first, int last) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM points_operation WHERE customer BETWEEN ? AND ? ORDER BY number")) {
            select.setInt(1, first);
            select.setInt(2, last);
            return read(select);
        }
    }

    /** By operation of {@link #read(Connection, int, int)}: the posting that it is part of. */
    static int[] postings(Connection connection, int first, int last, int size) throws SQLException {
        int[] found = new int[size];
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT posting FROM points_operation WHERE customer BETWEEN ? AND ? ORDER BY number")) {
            select.setInt(1, first);
            select.setInt(2, last);
            try (ResultSet rows = select.executeQuery()) {
                for (int i = 0; rows.next(); i++) {
                    found[i] = rows.getInt(1);
                }
            }
        }
        return found;
    }

    /** The operations of one posting, by number. */
    static List<Operation> ofPosting(Connection connection, int posting) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM points_operation WHERE posting = ? ORDER BY number")) {
            select.setInt(1, posting);
            return read(select);
        }
    }

    /** The operation with a key; none or one. */
    static List<Operation> byKey(Connection connection, String key) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM points_operation WHERE idempotency_key = ?")) {
            select.setString(1, key);
            return read(select);
        }
    }

    /** The operation with a number; none or one. */
    static List<Operation> byNumber(Connection connection, long number) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM points_operation WHERE number = ?")) {
            select.setLong(1, number);
            return read(select);
        }
    }

    static List<Operation> read(PreparedStatement select) throws SQLException {
        List<Operation> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String key = rows.getString(3);
                found.add(new Operation(
                        rows.getLong(1),
                        Operation.Type.of(rows.getInt(2)),
                        key == null ? "" : key,
                        rows.getInt(4),
                        rows.getInt(5),
                        rows.getLong(6),
                        rows.getLong(7),
                        rows.getLong(8),
                        rows.getString(9),
                        rows.getString(10),
                        rows.getLong(11),
                        rows.getLong(12),
                        rows.getString(13)));
            }
        }
        return found;
    }

    static void insert(Connection connection, List<Operation> operations, int posting) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO points_operation (posting, " + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Operation operation : operations) {
                insert.setInt(1, posting);
                insert.setLong(2, operation.number());
                insert.setInt(3, operation.type().number());
                if (operation.key().isEmpty()) {
                    insert.setNull(4, Types.VARCHAR);
                } else {
                    insert.setString(4, operation.key());
                }
                insert.setInt(5, operation.customer());
                insert.setInt(6, operation.other());
                insert.setLong(7, operation.points());
                insert.setLong(8, operation.amount());
                insert.setLong(9, operation.total());
                insert.setString(10, operation.eventKind());
                insert.setString(11, operation.event());
                insert.setLong(12, operation.of());
                insert.setLong(13, operation.effective());
                insert.setString(14, operation.reason());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
