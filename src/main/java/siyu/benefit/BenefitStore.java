package siyu.benefit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.points.Period;
import siyu.store.Store;

/** What was given, in the data file. */
public final class BenefitStore {
    private static final int BATCH = 1000;

    private static final String COLUMNS = "number, benefit, customer, level, bought, unit_name, units, cost, points,"
            + " used_day, used_at, idempotency_key";

    private final Store store;

    public BenefitStore(Store store) {
        this.store = store;
    }

    /** The number of the last use, 0 for none. */
    public long last() {
        return store.read(BenefitStore::last);
    }

    private static long last(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT COALESCE(MAX(number), 0) FROM benefit_use");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What is gone of a benefit. */
    public Benefit.Gone gone(String benefit) {
        return store.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT COALESCE(SUM(units), 0), COALESCE(SUM(cost), 0) FROM benefit_use WHERE benefit = ?")) {
                select.setString(1, benefit);
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                    return new Benefit.Gone(rows.getLong(1), rows.getLong(2));
                }
            }
        });
    }

    /** Units of a benefit by customer in a period. */
    public Map<Integer, Long> used(String benefit, Period period) {
        return store.read(connection -> {
            Map<Integer, Long> found = new HashMap<>();
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT customer, SUM(units) FROM benefit_use WHERE benefit = ?"
                            + " AND used_day BETWEEN ? AND ? GROUP BY customer")) {
                select.setString(1, benefit);
                select.setLong(2, period.first().toEpochDay());
                select.setLong(3, period.last().toEpochDay());
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.put(rows.getInt(1), rows.getLong(2));
                    }
                }
            }
            return found;
        });
    }

    /** What one customer got, oldest first. */
    public List<BenefitUse> of(int customer) {
        return store.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT " + COLUMNS + " FROM benefit_use WHERE customer = ? ORDER BY number")) {
                select.setInt(1, customer);
                return uses(select);
            }
        });
    }

    /** What was given from one day to another, inclusive, oldest first. */
    public List<BenefitUse> between(long from, long to) {
        return store.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT " + COLUMNS + " FROM benefit_use WHERE used_day BETWEEN ? AND ? ORDER BY number")) {
                select.setLong(1, from);
                select.setLong(2, to);
                return uses(select);
            }
        });
    }

    /** The use with a key, or null. */
    public @Nullable BenefitUse byKey(String key) {
        List<BenefitUse> found = store.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT " + COLUMNS + " FROM benefit_use WHERE idempotency_key = ?")) {
                select.setString(1, key);
                return uses(select);
            }
        });
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<BenefitUse> uses(PreparedStatement select) throws SQLException {
        List<BenefitUse> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String key = rows.getString(12);
                found.add(new BenefitUse(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getInt(3),
                        rows.getString(4),
                        rows.getBoolean(5),
                        rows.getString(6),
                        rows.getLong(7),
                        rows.getLong(8),
                        rows.getLong(9),
                        rows.getInt(10),
                        rows.getLong(11),
                        key == null ? "" : key));
            }
        }
        return found;
    }

    /**
     * What was given of a benefit at a level.
     *
     * @param bought to customers who had the level only by a membership
     * @param cost minor units
     */
    public record Sum(String benefit, String level, boolean bought, long units, long cost, long points) {}

    /** What was given from one day to another, inclusive. */
    public List<Sum> sums(long from, long to) {
        return store.read(connection -> {
            List<Sum> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT benefit, level, bought,"
                    + " SUM(units), SUM(cost), SUM(points) FROM benefit_use"
                    + " WHERE used_day BETWEEN ? AND ? GROUP BY benefit, level, bought"
                    + " ORDER BY benefit, level, bought")) {
                select.setLong(1, from);
                select.setLong(2, to);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(new Sum(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getBoolean(3),
                                rows.getLong(4),
                                rows.getLong(5),
                                rows.getLong(6)));
                    }
                }
            }
            return found;
        });
    }

    /** How many customers got something of a benefit from one day to another, by benefit. */
    public Map<String, Long> customers(long from, long to) {
        return store.read(connection -> {
            Map<String, Long> found = new HashMap<>();
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT benefit, COUNT(DISTINCT customer) FROM benefit_use"
                            + " WHERE used_day BETWEEN ? AND ? GROUP BY benefit")) {
                select.setLong(1, from);
                select.setLong(2, to);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
            return found;
        });
    }

    /**
     * Writes uses; for work within a change of the data file.
     *
     * @param before the number of the last one when they were decided
     */
    public static void write(Connection connection, List<BenefitUse> uses, long before) throws SQLException {
        if (last(connection) != before) {
            throw BenefitCode.OUTDATED
                    .problem("something else was given between the plan and its storing")
                    .failure();
        }
        long run = Store.run(connection);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO benefit_use (" + COLUMNS + ", run_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < uses.size(); i++) {
                BenefitUse use = uses.get(i);
                insert.setLong(1, use.number());
                insert.setString(2, use.benefit());
                insert.setInt(3, use.customer());
                insert.setString(4, use.level());
                insert.setBoolean(5, use.bought());
                insert.setString(6, use.unit());
                insert.setLong(7, use.units());
                insert.setLong(8, use.cost());
                insert.setLong(9, use.points());
                insert.setLong(10, use.day());
                insert.setLong(11, use.at());
                if (use.key().isEmpty()) {
                    insert.setNull(12, Types.VARCHAR);
                } else {
                    insert.setString(12, use.key());
                }
                insert.setLong(13, run);
                insert.addBatch();
                if (i % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
