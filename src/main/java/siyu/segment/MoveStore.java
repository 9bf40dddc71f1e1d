package siyu.segment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import siyu.fact.Population;
import siyu.store.BlockCodec;

/** Writes one part of a plan to the data file, inside a transaction: names, the run, moves by range, current blocks. */
final class MoveStore {
    private final Connection connection;
    private final long run;

    MoveStore(Connection connection, long run) {
        this.connection = connection;
        this.run = run;
    }

    void apply(SegmentPlan.Part part, long day, long end) throws SQLException {
        String segmentation = part.after().segmentation().name();
        int[] ids = ids(segmentation, part.moves().after().names());
        Names stored = new MembershipStore(connection).names(segmentation);
        int[] beforeIds = new int[part.moves().before().names().size()];
        for (int i = 0; i < beforeIds.length; i++) {
            beforeIds[i] = stored.id(part.moves().before().names().get(i));
        }
        long segmentRun = insertRun(part, day, end);
        int[] causes = causes(segmentation, part.causes());
        writeMoves(part.moves(), segmentRun, beforeIds, ids, part.causeOf(), causes);
        writeCurrent(part, ids);
    }

    private long insertRun(SegmentPlan.Part part, long day, long end) throws SQLException {
        long id = next("SELECT MAX(id) FROM segment_run");
        String sql =
                "INSERT INTO segment_run (id, run_id, segmentation, as_of_day, as_of_end, rule_version, rule_text, moved)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, id);
            insert.setLong(2, run);
            insert.setString(3, part.after().segmentation().name());
            insert.setLong(4, day);
            insert.setLong(5, end);
            insert.setString(6, part.version());
            insert.setString(7, part.text());
            insert.setLong(8, part.moves().size());
            insert.executeUpdate();
        }
        return id;
    }

    /** The lasting ids of these segments, made for those that have none. */
    private int[] ids(String segmentation, List<String> names) throws SQLException {
        Names known = new MembershipStore(connection).names(segmentation);
        int[] ids = new int[names.size()];
        String sql = "INSERT INTO segment_name (id, segmentation, name) VALUES (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < ids.length; i++) {
                ids[i] = known.id(names.get(i));
                if (ids[i] == 0) {
                    ids[i] = (int) next("SELECT MAX(id) FROM segment_name");
                    insert.setInt(1, ids[i]);
                    insert.setString(2, segmentation);
                    insert.setString(3, names.get(i));
                    insert.executeUpdate();
                }
            }
        }
        return ids;
    }

    private int[] causes(String segmentation, List<String> texts) throws SQLException {
        Map<String, Integer> known = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT text, id FROM membership_cause WHERE segmentation = ?")) {
            select.setString(1, segmentation);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    known.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        int[] ids = new int[texts.size()];
        String sql = "INSERT INTO membership_cause (id, segmentation, text) VALUES (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < ids.length; i++) {
                Integer id = known.get(texts.get(i));
                if (id == null) {
                    id = (int) next("SELECT MAX(id) FROM membership_cause");
                    insert.setInt(1, id);
                    insert.setString(2, segmentation);
                    insert.setString(3, texts.get(i));
                    insert.executeUpdate();
                    known.put(texts.get(i), id);
                }
                ids[i] = id;
            }
        }
        return ids;
    }

    private void writeMoves(
            Moves moves, long segmentRun, int[] beforeIds, int[] afterIds, int[] causeOf, int[] causeIds)
            throws SQLException {
        String sql = "INSERT INTO membership_change"
                + " (segment_run, range_no, customers, segments_left, segments_entered, causes)"
                + " VALUES (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int from = 0;
            while (from < moves.size()) {
                int range = moves.customers()[from] / Population.RANGE;
                int to = from;
                while (to < moves.size() && moves.customers()[to] / Population.RANGE == range) {
                    to++;
                }
                long[] values = new long[to - from];
                insert.setLong(1, segmentRun);
                insert.setInt(2, range);
                for (int i = 0; i < values.length; i++) {
                    values[i] = moves.customers()[from + i] % Population.RANGE;
                }
                insert.setBytes(3, BlockCodec.encode(values, 0, values.length));
                for (int i = 0; i < values.length; i++) {
                    values[i] = moves.from()[from + i] < 0 ? 0 : beforeIds[moves.from()[from + i]];
                }
                insert.setBytes(4, BlockCodec.encode(values, 0, values.length));
                for (int i = 0; i < values.length; i++) {
                    values[i] = moves.to()[from + i] < 0 ? 0 : afterIds[moves.to()[from + i]];
                }
                insert.setBytes(5, BlockCodec.encode(values, 0, values.length));
                for (int i = 0; i < values.length; i++) {
                    values[i] = causeIds[causeOf[from + i]];
                }
                insert.setBytes(6, BlockCodec.encode(values, 0, values.length));
                insert.addBatch();
                from = to;
            }
            insert.executeBatch();
        }
    }

    /** Rewrites the current blocks of the ranges somebody moved in. */
    private void writeCurrent(SegmentPlan.Part part, int[] ids) throws SQLException {
        String segmentation = part.after().segmentation().name();
        short[] codes = part.after().codes();
        boolean[] touched = new boolean[codes.length / Population.RANGE + 1];
        for (int customer : part.moves().customers()) {
            touched[customer / Population.RANGE] = true;
        }
        try (PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM membership_block WHERE segmentation = ? AND range_no = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO membership_block (segmentation, range_no, data) VALUES (?, ?, ?)")) {
            for (int range = 0; range < touched.length; range++) {
                if (!touched[range]) {
                    continue;
                }
                int first = range * Population.RANGE;
                long[] values = new long[Math.min(Population.RANGE, codes.length - first)];
                Arrays.setAll(values, i -> codes[first + i] < 0 ? 0 : ids[codes[first + i]]);
                delete.setString(1, segmentation);
                delete.setInt(2, range);
                delete.executeUpdate();
                insert.setString(1, segmentation);
                insert.setInt(2, range);
                insert.setBytes(3, BlockCodec.encode(values, 0, values.length));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private long next(String maximum) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(maximum);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) + 1 : 1;
        }
    }
}
