package siyu.segment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import siyu.fact.Population;
import siyu.store.BlockCodec;

/** All stays in the segments of one segmentation, from the moves of its applied runs, range by range. */
final class StayStore {
    private final Connection connection;

    StayStore(Connection connection) {
        this.connection = connection;
    }

    /** Hands over every stay that began by the end of a day; one that ended later is still going on. */
    void each(String segmentation, long day, SegmentStore.Stays sink) throws SQLException {
        Names names = new MembershipStore(connection).names(segmentation);
        String sql = "SELECT c.range_no, r.as_of_day, c.customers, c.segments_entered FROM membership_change c"
                + " JOIN segment_run r ON r.id = c.segment_run"
                + " WHERE r.segmentation = ? AND r.as_of_day <= ? ORDER BY c.range_no, r.id";
        int[] entered = new int[Population.RANGE];
        long[] since = new long[Population.RANGE];
        long[] customers = new long[Population.RANGE];
        long[] segments = new long[Population.RANGE];
        int range = -1;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, segmentation);
            select.setLong(2, day);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (rows.getInt(1) != range) {
                        going(range, names, entered, since, sink);
                        range = rows.getInt(1);
                        Arrays.fill(entered, 0);
                    }
                    int size = BlockCodec.decode(rows.getBytes(3), customers, 0);
                    BlockCodec.decode(rows.getBytes(4), segments, 0);
                    for (int i = 0; i < size; i++) {
                        int place = (int) customers[i];
                        if (entered[place] != 0) {
                            String name = names.inOrder().get(names.code(entered[place]));
                            sink.stay(range * Population.RANGE + place, name, since[place], rows.getLong(2));
                        }
                        entered[place] = (int) segments[i];
                        since[place] = rows.getLong(2);
                    }
                }
            }
        }
        going(range, names, entered, since, sink);
    }

    private static void going(int range, Names names, int[] entered, long[] since, SegmentStore.Stays sink) {
        for (int place = 0; range >= 0 && place < entered.length; place++) {
            if (entered[place] != 0) {
                String name = names.inOrder().get(names.code(entered[place]));
                sink.stay(range * Population.RANGE + place, name, since[place], -1);
            }
        }
    }
}
