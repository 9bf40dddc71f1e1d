package siyu.points;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SQL of postings, rules and the small numbers of the ledger. */
final class PostingStore {
    /** Not 0 while entries are put there ahead of their posting: found so, they are left-overs. */
    private static final String STAGING = "staging";

    /** The last posting whose entries, and those of all before it, are there as columns too. */
    private static final String PACKED = "packed";

    private static final String COLUMNS = "number, run_id, type, recorded, program_hash, entry_count, operation_count,"
            + " points, considered_batch, considered_end, closed_through, content, head_before, head_after";

    private PostingStore() {}

    static Ledger ledger(Connection connection) throws SQLException {
        Posting last = last(connection);
        Map<String, Long> numbers = numbers(connection);
        boolean leftOver = numbers.containsKey(STAGING);
        if (last == null) {
            return new Ledger(0, Ledger.FIRST_HEAD, Long.MIN_VALUE, Considered.NOTHING, Ledger.OPEN, 0, leftOver, true);
        }
        return new Ledger(
                last.number(),
                last.headAfter(),
                last.recorded(),
                last.considered(),
                last.closedThrough(),
                operations(connection),
                leftOver,
                numbers.getOrDefault(PACKED, 0L) == last.number());
    }

    private static long operations(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT COALESCE(MAX(number), 0) FROM points_operation");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static @Nullable Posting last(Connection connection) throws SQLException {
        List<Posting> found = postings(connection, "ORDER BY number DESC FETCH FIRST 1 ROWS ONLY");
        return found.isEmpty() ? null : found.get(0);
    }

    /** All postings by number. */
    static List<Posting> all(Connection connection) throws SQLException {
        return postings(connection, "ORDER BY number");
    }

    static List<Posting> postings(Connection connection, String order) throws SQLException {
        List<Posting> found = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT " + COLUMNS + " FROM points_posting " + order);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Posting(
                        rows.getInt(1),
                        rows.getLong(2),
                        rows.getString(3),
                        rows.getLong(4),
                        rows.getString(5),
                        rows.getLong(6),
                        rows.getLong(7),
                        rows.getLong(8),
                        new Considered(rows.getInt(9), rows.getLong(10)),
                        rows.getInt(11),
                        rows.getString(12),
                        rows.getString(13),
                        rows.getString(14)));
            }
        }
        return found;
    }

    static void insert(Connection connection, Posting posting) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO points_posting (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, posting.number());
            insert.setLong(2, posting.run());
            insert.setString(3, posting.type());
            insert.setLong(4, posting.recorded());
            insert.setString(5, posting.programHash());
            insert.setLong(6, posting.entries());
            insert.setLong(7, posting.operations());
            insert.setLong(8, posting.points());
            insert.setLong(9, posting.considered().batch());
            insert.setLong(10, posting.considered().end());
            insert.setLong(11, posting.closedThrough());
            insert.setString(12, posting.content());
            insert.setString(13, posting.headBefore());
            insert.setString(14, posting.headAfter());
            insert.executeUpdate();
        }
    }

    static RuleNumbers rules(Connection connection) throws SQLException {
        List<RuleNumbers.Rule> found = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT number, name, kind FROM points_rule ORDER BY number");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new RuleNumbers.Rule(rows.getInt(1), rows.getString(2), rows.getString(3)));
            }
        }
        return new RuleNumbers(found);
    }

    static void insert(Connection connection, List<RuleNumbers.Rule> rules, int posting) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO points_rule (number, name, kind, posting) VALUES (?, ?, ?, ?)")) {
            for (RuleNumbers.Rule rule : rules) {
                insert.setInt(1, rule.number());
                insert.setString(2, rule.name());
                insert.setString(3, rule.kind());
                insert.setInt(4, posting);
                insert.executeUpdate();
            }
        }
    }

    static void staging(Connection connection, boolean on) throws SQLException {
        set(connection, STAGING, on ? 1 : 0);
    }

    /** Notes that the columns have everything up to a posting. */
    static void packed(Connection connection, int posting) throws SQLException {
        set(connection, PACKED, posting);
    }

    /** @param number 0 for what is not kept */
    private static void set(Connection connection, String name, long number) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM points_number WHERE name = ?")) {
            delete.setString(1, name);
            delete.executeUpdate();
        }
        if (number != 0) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO points_number (name, number) VALUES (?, ?)")) {
                insert.setString(1, name);
                insert.setLong(2, number);
                insert.executeUpdate();
            }
        }
    }

    private static Map<String, Long> numbers(Connection connection) throws SQLException {
        Map<String, Long> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT name, number FROM points_number");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getLong(2));
            }
        }
        return found;
    }
}
