package siyu.segment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.fact.Population;
import siyu.store.BlockCodec;

/**
 * Memberships in the data file. Current ones are blocks of segment ids per range; every applied run adds the moves of the ranges
 * that have any, so that a membership at a date is the moves up to it, replayed.
 *
 * <p>One instance serves one connection.
 */
final class MembershipStore {
    private final Connection connection;

    MembershipStore(Connection connection) {
        this.connection = connection;
    }

    /** The last applied run of a segmentation, or null. */
    @Nullable
    Applied last(String segmentation) throws SQLException {
        List<Applied> all = applied(segmentation);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** All applied runs of a segmentation in order. */
    List<Applied> applied(String segmentation) throws SQLException {
        String sql = "SELECT id, segmentation, as_of_day, as_of_end, rule_version, moved FROM segment_run"
                + " WHERE segmentation = ? ORDER BY id";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, segmentation);
            List<Applied> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Applied(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getString(5),
                            rows.getLong(6)));
                }
            }
            return found;
        }
    }

    /** The current membership, or one in which nobody is in a segment when none was stored. */
    Membership current(String segmentation, int population) throws SQLException {
        Names names = names(segmentation);
        short[] codes = new short[population];
        Arrays.fill(codes, Segmented.NOBODY);
        String sql = "SELECT range_no, data FROM membership_block WHERE segmentation = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, segmentation);
            long[] ids = new long[Population.RANGE];
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    int first = rows.getInt(1) * Population.RANGE;
                    int size = BlockCodec.decode(rows.getBytes(2), ids, 0);
                    for (int i = 0; i < size; i++) {
                        codes[first + i] = names.code((int) ids[i]);
                    }
                }
            }
        }
        return new Membership(segmentation, names.inOrder(), codes);
    }

    /** The membership as it was when the given day ended: the moves of all runs applied up to it. */
    Membership at(String segmentation, long day, int population) throws SQLException {
        Names names = names(segmentation);
        short[] codes = new short[population];
        Arrays.fill(codes, Segmented.NOBODY);
        String sql = "SELECT c.range_no, c.customers, c.segments_entered FROM membership_change c"
                + " JOIN segment_run r ON r.id = c.segment_run"
                + " WHERE r.segmentation = ? AND r.as_of_day <= ? ORDER BY r.id";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, segmentation);
            select.setLong(2, day);
            long[] offsets = new long[Population.RANGE];
            long[] entered = new long[Population.RANGE];
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    int first = rows.getInt(1) * Population.RANGE;
                    int size = BlockCodec.decode(rows.getBytes(2), offsets, 0);
                    BlockCodec.decode(rows.getBytes(3), entered, 0);
                    for (int i = 0; i < size; i++) {
                        codes[first + (int) offsets[i]] = names.code((int) entered[i]);
                    }
                }
            }
        }
        return new Membership(segmentation, names.inOrder(), codes);
    }

    /** The stays of one customer, oldest first, over all segmentations or one. */
    List<Stay> history(int customer, @Nullable String segmentation) throws SQLException {
        Map<Integer, String> causes = causes();
        Map<Integer, String> segmentNames = segmentNames();
        Map<String, Stay> open = new LinkedHashMap<>();
        List<Stay> closed = new ArrayList<>();
        String sql = "SELECT r.segmentation, r.as_of_day, r.rule_version, c.customers, c.segments_left,"
                + " c.segments_entered, c.causes FROM membership_change c JOIN segment_run r ON r.id = c.segment_run"
                + " WHERE c.range_no = ? ORDER BY r.id";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, customer / Population.RANGE);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String name = rows.getString(1);
                    long[] move = move(rows, customer % Population.RANGE);
                    if (move.length == 0 || (segmentation != null && !segmentation.equals(name))) {
                        continue;
                    }
                    String cause = causes.getOrDefault((int) move[2], "");
                    Stay before = open.remove(name);
                    if (before != null) {
                        closed.add(before.closed(rows.getLong(2), cause));
                    }
                    if (move[1] != 0) {
                        String segment = segmentNames.getOrDefault((int) move[1], "?");
                        open.put(name, new Stay(name, segment, rows.getLong(2), null, cause, rows.getString(3), null));
                    }
                }
            }
        }
        closed.addAll(open.values());
        return closed;
    }

    /** {left, entered, cause} of the customer at this offset, or nothing when he did not move. */
    private static long[] move(ResultSet rows, int offset) throws SQLException {
        byte[] customers = rows.getBytes(4);
        long[] values = new long[BlockCodec.rows(customers)];
        int size = BlockCodec.decode(customers, values, 0);
        int at = Arrays.binarySearch(values, 0, size, offset);
        if (at < 0) {
            return new long[0];
        }
        long[] found = new long[3];
        for (int i = 0; i < 3; i++) {
            BlockCodec.decode(rows.getBytes(5 + i), values, 0);
            found[i] = values[at];
        }
        return found;
    }

    private Map<Integer, String> causes() throws SQLException {
        return texts("SELECT id, text FROM membership_cause");
    }

    private Map<Integer, String> segmentNames() throws SQLException {
        return texts("SELECT id, name FROM segment_name");
    }

    private Map<Integer, String> texts(String sql) throws SQLException {
        Map<Integer, String> found = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getInt(1), rows.getString(2));
            }
        }
        return found;
    }

    /** The stored names of a segmentation's segments. */
    Names names(String segmentation) throws SQLException {
        String sql = "SELECT id, name FROM segment_name WHERE segmentation = ? ORDER BY id";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, segmentation);
            Names names = new Names();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getInt(1), rows.getString(2));
                }
            }
            return names;
        }
    }

    /** Adds a pin; its id is given here. */
    void add(Pins.Entry pin, long run) throws SQLException {
        String sql =
                "INSERT INTO segment_pin (id, run_id, customer, segmentation, segment, direction, from_day, until_day,"
                        + " reason) SELECT COALESCE(MAX(id), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ? FROM segment_pin";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, run);
            insert.setInt(2, pin.customer());
            insert.setString(3, pin.segmentation());
            insert.setString(4, pin.segment());
            insert.setString(5, pin.direction().name().toLowerCase(java.util.Locale.ROOT));
            insert.setLong(6, pin.fromDay());
            if (pin.untilDay() == null) {
                insert.setNull(7, Types.BIGINT);
            } else {
                insert.setLong(7, pin.untilDay());
            }
            insert.setString(8, pin.reason());
            insert.executeUpdate();
        }
    }

    /** Every pin ever made, oldest first. */
    List<Pins.Entry> pins() throws SQLException {
        String sql = "SELECT id, customer, segmentation, segment, direction, from_day, until_day, reason"
                + " FROM segment_pin ORDER BY id";
        List<Pins.Entry> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                long until = rows.getLong(7);
                Long untilDay = rows.wasNull() ? null : until;
                found.add(new Pins.Entry(
                        rows.getLong(1),
                        rows.getInt(2),
                        rows.getString(3),
                        rows.getString(4),
                        Pins.Direction.valueOf(rows.getString(5).toUpperCase(java.util.Locale.ROOT)),
                        rows.getLong(6),
                        untilDay,
                        rows.getString(8)));
            }
        }
        return found;
    }
}
