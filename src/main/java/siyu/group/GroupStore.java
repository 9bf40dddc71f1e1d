package siyu.group;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.store.RunRecord;
import siyu.store.Store;

/** Groups and who was in them when, in the data file. */
public final class GroupStore {
    private static final int BATCH = 1000;

    private final Store store;

    public GroupStore(Store store) {
        this.store = store;
    }

    /** All groups in order of their numbers, which are their places in the list. */
    public List<Group> groups() {
        return store.read(connection -> {
            List<Group> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT number, id, name, kind, latitude, longitude, region, capacity, owner, code, place, closed"
                                    + " FROM customer_group ORDER BY number");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(group(rows));
                }
            }
            return found;
        });
    }

    private static Group group(ResultSet rows) throws SQLException {
        return new Group(
                rows.getInt(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                decimal(rows, 5),
                decimal(rows, 6),
                rows.getString(7),
                rows.getInt(8),
                rows.getString(9),
                rows.getString(10),
                whole(rows, 11),
                rows.getBoolean(12));
    }

    private static @Nullable Double decimal(ResultSet rows, int column) throws SQLException {
        double value = rows.getDouble(column);
        return rows.wasNull() ? null : value;
    }

    private static @Nullable Long whole(ResultSet rows, int column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? null : value;
    }

    /** Writes groups that are new or changed. */
    public void writeGroups(List<Group> created, List<Group> changed, Store.Run run) {
        store.write(run, connection -> {
            long number = Store.run(connection);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO customer_group (id, name, kind, latitude, longitude, region, capacity, owner, code, place, closed,"
                            + " run_id, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                setGroups(insert, created, number);
            }
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE customer_group SET id = ?, name = ?, kind = ?, latitude = ?, longitude = ?, region = ?, capacity = ?,"
                            + " owner = ?, code = ?, place = ?, closed = ?, run_id = ? WHERE number = ?")) {
                setGroups(update, changed, number);
            }
            return created;
        });
    }

    private static void setGroups(PreparedStatement statement, List<Group> groups, long run) throws SQLException {
        for (Group group : groups) {
            statement.setString(1, group.id());
            statement.setString(2, group.name());
            statement.setString(3, group.kind());
            statement.setObject(4, group.latitude(), Types.DOUBLE);
            statement.setObject(5, group.longitude(), Types.DOUBLE);
            statement.setString(6, group.region());
            statement.setInt(7, group.capacity());
            statement.setString(8, group.owner());
            statement.setString(9, group.code());
            statement.setObject(10, group.place(), Types.BIGINT);
            statement.setBoolean(11, group.closed());
            statement.setLong(12, run);
            statement.setInt(13, group.number());
            statement.addBatch();
        }
        statement.executeBatch();
    }

    /** Every membership there was or is, by customer, group and day of joining. */
    public Stays stays() {
        return stays("", -1);
    }

    /** Every membership of one customer, by group and day of joining. */
    public Stays stays(int customer) {
        return stays(" WHERE customer = ?", customer);
    }

    private Stays stays(String which, int customer) {
        return store.read(connection -> {
            Stays found = new Stays();
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT customer, group_no, joined_day, left_day FROM group_stay"
                            + which + " ORDER BY customer, group_no, joined_day")) {
                select.setFetchSize(BATCH);
                if (!which.isEmpty()) {
                    select.setInt(1, customer);
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        int left = rows.getInt(4);
                        int end = rows.wasNull() ? Stay.OPEN : left;
                        found.add(rows.getInt(1), rows.getInt(2), rows.getInt(3), end);
                    }
                }
            }
            return found;
        });
    }

    /** What happened in each group until the end of an epoch day, and since the beginning of another. */
    public Standing standing(long since, long day) {
        return store.read(connection -> {
            int groups;
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM customer_group");
                    ResultSet rows = select.executeQuery()) {
                rows.next();
                groups = rows.getInt(1);
            }
            Standing standing = new Standing(new int[groups], new int[groups], new int[groups], new int[groups]);
            java.util.Arrays.fill(standing.first(), Integer.MAX_VALUE);
            try (PreparedStatement select = connection.prepareStatement("SELECT group_no, MIN(joined_day),"
                    + " SUM(CASE WHEN left_day IS NULL OR left_day > ? THEN 1 ELSE 0 END),"
                    + " SUM(CASE WHEN joined_day >= ? THEN 1 ELSE 0 END),"
                    + " SUM(CASE WHEN left_day >= ? AND left_day <= ? THEN 1 ELSE 0 END)"
                    + " FROM group_stay WHERE joined_day <= ? GROUP BY group_no")) {
                select.setLong(1, day);
                select.setLong(2, since);
                select.setLong(3, since);
                select.setLong(4, day);
                select.setLong(5, day);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        int group = rows.getInt(1);
                        standing.first()[group] = rows.getInt(2);
                        standing.members()[group] = rows.getInt(3);
                        standing.joined()[group] = rows.getInt(4);
                        standing.left()[group] = rows.getInt(5);
                    }
                }
            }
            return standing;
        });
    }

    /**
     * Groups on a day, by number.
     *
     * @param members who is in it
     * @param joined memberships that began since another day
     * @param left those that ended since then
     * @param first epoch day on which the first one joined, {@link Integer#MAX_VALUE} when nobody did
     */
    public record Standing(int[] members, int[] joined, int[] left, int[] first) {}

    /** Who of some customers is in a group on an epoch day: a flag for each of {@code size} from {@code first} on. */
    public boolean[] inGroup(String id, int first, int size, long day) {
        return store.read(connection -> {
            boolean[] in = new boolean[size];
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT customer FROM group_stay WHERE customer >= ? AND customer < ? AND joined_day <= ?"
                            + " AND (left_day IS NULL OR left_day > ?)"
                            + " AND group_no = (SELECT number FROM customer_group WHERE id = ?)")) {
                select.setInt(1, first);
                select.setLong(2, (long) first + size);
                select.setLong(3, day);
                select.setLong(4, day);
                select.setString(5, id);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        in[rows.getInt(1) - first] = true;
                    }
                }
            }
            return in;
        });
    }

    /** Writes memberships: new ones, and others that have another end now. */
    public void write(List<Stay> created, List<Stay> changed, Store.Run run) {
        store.write(run, connection -> {
            write(connection, created, changed);
            return created;
        });
    }

    private static void write(Connection connection, List<Stay> created, List<Stay> changed) throws SQLException {
        long number = Store.run(connection);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO group_stay (left_day, run_id, customer, group_no, joined_day) VALUES (?, ?, ?, ?, ?)")) {
            set(insert, created, number);
        }
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE group_stay SET left_day = ?, run_id = ? WHERE customer = ? AND group_no = ? AND joined_day = ?")) {
            set(update, changed, number);
        }
    }

    private static void set(PreparedStatement statement, List<Stay> stays, long run) throws SQLException {
        int waiting = 0;
        for (Stay stay : stays) {
            statement.setObject(1, stay.left() == Stay.OPEN ? null : stay.left(), Types.INTEGER);
            statement.setLong(2, run);
            statement.setInt(3, stay.customer());
            statement.setInt(4, stay.group());
            statement.setInt(5, stay.joined());
            statement.addBatch();
            if (++waiting % BATCH == 0) {
                statement.executeBatch();
            }
        }
        statement.executeBatch();
    }

    /** What the data file is at: the head of its last change. */
    public String head() {
        List<RunRecord> last = store.runs(1);
        return last.isEmpty() ? "0".repeat(64) : last.get(0).headAfter();
    }
}
