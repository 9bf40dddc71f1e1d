package siyu.customer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import siyu.store.BlockTable;

/** The SQL of events. Changing is {@link ChangeStore}'s. */
final class EventStore {
    /** What every event has, as attributes below the numbered ones. */
    static final int CUSTOMER = -1;

    static final int KIND = -2;
    static final int WHO = -3;

    private EventStore() {}

    /**
     * New blocks of one partition.
     *
     * @param attribute its number
     */
    record NewBlocks(int partition, int attribute, List<Block> blocks) {}

    /** The pieces of some attributes of one partition, by run, part and attribute. */
    static List<CustomerStore.Piece> pieces(KeptFacts kept, int partition, int[] attributes) {
        return kept.store().read(connection -> pieces(connection, partition, attributes, kept.batch()));
    }

    private static List<CustomerStore.Piece> pieces(Connection connection, int partition, int[] attributes, long batch)
            throws SQLException {
        List<CustomerStore.Piece> pieces = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT attribute, run_id, part, row_count, data FROM event_block"
                        + " WHERE range_no = ? AND attribute IN (" + CustomerStore.list(attributes)
                        + ") AND run_id <= ?"
                        + " ORDER BY attribute, run_id, part")) {
            select.setInt(1, partition);
            select.setLong(2, batch);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    pieces.add(new CustomerStore.Piece(
                            rows.getInt(1),
                            rows.getLong(2),
                            rows.getInt(3),
                            rows.getInt(4),
                            BlockTable.block(rows, 5)));
                }
            }
        }
        return pieces;
    }

    /** The partitions from {@code from} on that have events. */
    static int[] partitions(KeptFacts kept, int from) {
        return kept.store().read(connection -> partitions(connection, from, kept.batch()));
    }

    private static int[] partitions(Connection connection, int from, long batch) throws SQLException {
        List<Integer> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT DISTINCT range_no FROM event_block WHERE range_no >= ? AND attribute = ? AND run_id <= ? ORDER BY range_no")) {
            select.setInt(1, from);
            select.setInt(2, KIND);
            select.setLong(3, batch);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getInt(1));
                }
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }
}
