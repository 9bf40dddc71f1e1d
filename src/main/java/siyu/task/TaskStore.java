package siyu.task;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import siyu.store.Store;

/** Tasks done, badges and closed leaderboards in the data file. */
public final class TaskStore {
    private static final int BATCH = 1000;

    private final Store store;

    public TaskStore(Store store) {
        this.store = store;
    }

    /** A task that a customer has done. */
    public record DoneRow(String task, String period, long day, long reward) {}

    /** A badge that a customer bears. */
    public record BadgeRow(String badge, long day) {}

    /** Who has done a task in a period. */
    public BitSet done(String task, String period) {
        return who("SELECT customer FROM task_done WHERE task = ? AND period = ?", task, period);
    }

    /** Who bears a badge. */
    public BitSet bearers(String badge) {
        return who("SELECT customer FROM badge_award WHERE badge = ?", badge);
    }

    private BitSet who(String sql, String... words) {
        return store.read(connection -> {
            BitSet found = new BitSet();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int i = 0; i < words.length; i++) {
                    select.setString(i + 1, words[i]);
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.set(rows.getInt(1));
                    }
                }
            }
            return found;
        });
    }

    /** Takes what was done. */
    @FunctionalInterface
    public interface DoneSink {
        void done(String task, int customer, long reward);
    }

    /** Hands over what was done from one day to another, inclusive. */
    public void between(long from, long to, DoneSink sink) {
        store.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT task, customer, reward FROM task_done WHERE done_day BETWEEN ? AND ?")) {
                select.setLong(1, from);
                select.setLong(2, to);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        sink.done(rows.getString(1), rows.getInt(2), rows.getLong(3));
                    }
                }
            }
            return true;
        });
    }

    /** What a customer has done, latest first. */
    public List<DoneRow> doneBy(int customer) {
        return store.read(connection -> {
            List<DoneRow> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT task, period, done_day, reward FROM task_done WHERE customer = ? ORDER BY done_day DESC, task")) {
                select.setInt(1, customer);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(new DoneRow(rows.getString(1), rows.getString(2), rows.getLong(3), rows.getLong(4)));
                    }
                }
            }
            return found;
        });
    }

    /** The badges of a customer, latest first. */
    public List<BadgeRow> badgesOf(int customer) {
        return store.read(connection -> {
            List<BadgeRow> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT badge, award_day FROM badge_award WHERE customer = ? ORDER BY award_day DESC, badge")) {
                select.setInt(1, customer);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(new BadgeRow(rows.getString(1), rows.getLong(2)));
                    }
                }
            }
            return found;
        });
    }

    /** Writes a plan; for work within a change of the data file. */
    public static void write(Connection connection, TaskPlan plan) throws SQLException {
        long run = Store.run(connection);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO task_done (task, period, customer, done_day, reward, run_id) VALUES (?, ?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (TaskPlan.Done done : plan.done()) {
                insert.setString(1, done.task().name());
                insert.setString(2, done.period().label());
                insert.setInt(3, done.customer());
                insert.setLong(4, done.day());
                insert.setLong(5, done.task().reward());
                insert.setLong(6, run);
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO badge_award (badge, customer, award_day, run_id) VALUES (?, ?, ?, ?)")) {
            int waiting = 0;
            for (TaskPlan.Award award : plan.awards()) {
                insert.setString(1, award.badge().name());
                insert.setInt(2, award.customer());
                insert.setLong(3, award.day());
                insert.setLong(4, run);
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** Whether a leaderboard was closed for a period. */
    public boolean closed(String board, String period) {
        return store.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT 1 FROM board_close WHERE board = ? AND period = ?")) {
                select.setString(1, board);
                select.setString(2, period);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    /** The places of a closed leaderboard. */
    public List<Leaderboard.Place> places(String board, String period) {
        return store.read(connection -> {
            List<Leaderboard.Place> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT customer, score, reached FROM board_place WHERE board = ? AND period = ? ORDER BY place")) {
                select.setString(1, board);
                select.setString(2, period);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(new Leaderboard.Place(rows.getInt(1), rows.getLong(2), rows.getLong(3)));
                    }
                }
            }
            return found;
        });
    }

    /** Closes a leaderboard for a period: it stays as it is. */
    public void close(String board, String period, List<Leaderboard.Place> places, Store.Run run) {
        store.write(run, connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO board_close (board, period, run_id) VALUES (?, ?, ?)")) {
                insert.setString(1, board);
                insert.setString(2, period);
                insert.setLong(3, Store.run(connection));
                insert.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO board_place (board, period, place, customer, score, reached) VALUES (?, ?, ?, ?, ?, ?)")) {
                int place = 0;
                for (Leaderboard.Place each : places) {
                    insert.setString(1, board);
                    insert.setString(2, period);
                    insert.setInt(3, ++place);
                    insert.setInt(4, each.customer());
                    insert.setLong(5, each.score());
                    insert.setLong(6, each.reached());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return places;
        });
    }
}
