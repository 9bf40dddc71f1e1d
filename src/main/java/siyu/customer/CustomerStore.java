package siyu.customer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import siyu.fact.Vocabulary;
import siyu.store.BlockTable;
import siyu.store.Store;

/** The SQL of customers: their blocks, their changes, and what all facts share. Changing is {@link ChangeStore}'s. */
final class CustomerStore {
    /** How many customers there are. */
    static final String CUSTOMERS = "customers";

    /** When a customer was last changed, microseconds. */
    static final String CHANGED = "changed";

    /** Customers per range, for ever the same in one data file. */
    static final String RANGE = "range";

    /**
     * The last batch of events that counts. Blocks of events carry the number of their batch in {@code run_id}; those of a higher
     * one were put there ahead of a change that never came to its end.
     */
    static final String BATCH = "batch";

    /** Not 0 while blocks are put into the file ahead of their change: found so, they are left-overs. */
    static final String STAGING = "staging";

    private CustomerStore() {}

    /** A stored piece of a column. Of customers, {@code run} is 0. */
    record Piece(int attribute, long run, int part, int rows, byte[] data) {}

    /** Values before a run. */
    record Old(int attribute, long run, byte[] customers, byte[] data) {}

    /** @param newRange customers per range of a data file that has none yet */
    static KeptFacts kept(Store store, Vocabulary vocabulary, int newRange) {
        return store.read(connection -> {
            Catalogue before = catalogue(connection);
            long range = number(connection, RANGE);
            return new KeptFacts(
                    store,
                    vocabulary,
                    before,
                    before.with(vocabulary),
                    (int) number(connection, CUSTOMERS),
                    range == 0 ? newRange : (int) range,
                    number(connection, CHANGED),
                    number(connection, BATCH),
                    number(connection, STAGING) != 0);
        });
    }

    private static Catalogue catalogue(Connection connection) throws SQLException {
        List<Catalogue.Entry> entries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT subject, number, name, type FROM fact_word ORDER BY subject, number");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Catalogue.Subject subject =
                        Catalogue.Subject.valueOf(rows.getString(1).toUpperCase(java.util.Locale.ROOT));
                entries.add(new Catalogue.Entry(subject, rows.getInt(2), rows.getString(3), rows.getString(4)));
            }
        }
        return new Catalogue(entries);
    }

    /** A kept number, 0 when it was never set. */
    private static long number(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT number FROM fact_number WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** The pieces of some attributes (their numbers) of one range, each attribute's in order. */
    static List<Piece> pieces(Store store, int range, int[] attributes) {
        return attributes.length == 0 ? List.of() : store.read(connection -> pieces(connection, range, attributes));
    }

    private static List<Piece> pieces(Connection connection, int range, int[] attributes) throws SQLException {
        List<Piece> pieces = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT attribute, part, row_count, data FROM customer_block"
                        + " WHERE range_no = ? AND attribute IN (" + list(attributes) + ") ORDER BY attribute, part")) {
            select.setInt(1, range);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    pieces.add(new Piece(rows.getInt(1), 0, rows.getInt(2), rows.getInt(3), BlockTable.block(rows, 4)));
                }
            }
        }
        return pieces;
    }

    /** Numbers as they stand between the brackets of an IN. */
    static String list(int[] numbers) {
        StringBuilder list = new StringBuilder();
        for (int number : numbers) {
            list.append(list.length() == 0 ? "" : ", ").append(number);
        }
        return list.toString();
    }

    /** What was changed after a time (microseconds), the latest first. */
    static List<Old> changes(Store store, int range, int[] attributes, long after) {
        return attributes.length == 0
                ? List.of()
                : store.read(connection -> changes(connection, range, attributes, after));
    }

    private static List<Old> changes(Connection connection, int range, int[] attributes, long after)
            throws SQLException {
        List<Old> changes = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT attribute, run_id, customers, data FROM customer_change"
                        + " WHERE range_no = ? AND attribute IN (" + list(attributes) + ") AND changed > ?"
                        + " ORDER BY run_id DESC")) {
            select.setInt(1, range);
            select.setLong(2, after);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    changes.add(new Old(rows.getInt(1), rows.getLong(2), rows.getBytes(3), rows.getBytes(4)));
                }
            }
        }
        return changes;
    }
}
