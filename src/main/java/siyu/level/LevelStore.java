package siyu.level;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import siyu.fact.Population;
import siyu.store.Store;

/** Levels in the data file: a range of customers is read in well under a millisecond. */
public final class LevelStore {
    private static final String MEMBERSHIP =
            "number, customer, level, idempotency_key, price, first_day, last_day, bought";

    private final Store store;

    public LevelStore(Store store) {
        this.store = store;
    }

    /**
     * The last change.
     *
     * @param number from 1
     * @param day epoch day of its as-of
     */
    public record Last(int number, int day) {
        /** When nothing was stored. */
        public static final Last NOTHING = new Last(0, Standing.NONE);
    }

    public Last last() {
        return store.read(LevelStore::last);
    }

    private static Last last(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT number, as_of_day FROM level_change ORDER BY number DESC FETCH FIRST 1 ROWS ONLY");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? new Last(rows.getInt(1), rows.getInt(2)) : Last.NOTHING;
        }
    }

    /** The day of the last review, or {@link Standing#NONE}. */
    public int lastReview() {
        return store.read(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT MAX(as_of_day) FROM level_change WHERE review");
                    ResultSet rows = select.executeQuery()) {
                rows.next();
                int day = rows.getInt(1);
                return rows.wasNull() ? Standing.NONE : day;
            }
        });
    }

    /** The steps in force, or null before the first run. */
    public @Nullable Scheme scheme() {
        List<Scheme> found = store.read(connection -> {
            List<Scheme> all = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT number, growth FROM level_scheme"
                            + " ORDER BY number DESC FETCH FIRST 1 ROWS ONLY");
                    ResultSet rows = select.executeQuery()) {
                if (rows.next()) {
                    int number = rows.getInt(1);
                    all.add(new Scheme(number, rows.getString(2), ladder(connection, number)));
                }
            }
            return all;
        });
        return found.isEmpty() ? null : found.get(0);
    }

    private static Ladder ladder(Connection connection, int scheme) throws SQLException {
        List<Step> steps = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT name, growth FROM level_step WHERE scheme = ? ORDER BY place")) {
            select.setInt(1, scheme);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long growth = rows.getLong(2);
                    boolean sold = rows.wasNull();
                    steps.add(new Step(rows.getString(1), sold ? Step.NOT_EARNED : growth, Step.NOT_SOLD, null));
                }
            }
        }
        return new Ladder(List.copyOf(steps));
    }

    /** Where the customers of a range stand when a day ends, by place in it. */
    public Standing[] standings(int range, int day) {
        Standing[] standings = new Standing[Population.RANGE];
        Arrays.fill(standings, Standing.LOWEST);
        int first = range * Population.RANGE;
        moves(
                first,
                first + Population.RANGE - 1,
                day,
                move -> standings[move.customer() - first] = standings[move.customer() - first].after(move));
        return standings;
    }

    /** Where one customer stands when a day ends. */
    public Standing standing(int customer, int day) {
        Standing standing = Standing.LOWEST;
        for (Move move : moves(customer, customer, day)) {
            standing = standing.after(move);
        }
        return standing;
    }

    /** What happened to customers {@code first} to {@code last} until a day, by customer, oldest first. */
    public List<Move> moves(int first, int last, int day) {
        List<Move> found = new ArrayList<>();
        moves(first, last, day, found::add);
        if (first < last) {
            found.sort(Comparator.comparingInt(Move::customer));
        }
        return found;
    }

    /** Shows the same in another order: each customer's moves oldest first, but those of other customers may come between them. */
    public void moves(int first, int last, int day, Consumer<Move> moves) {
        store.read(connection -> {
            MoveStore.read(connection, first, last, day, moves);
            return moves;
        });
    }

    /** Writes a plan, all of it or nothing. */
    public void apply(LevelPlan plan, Last before, Store.Run run) {
        store.write(run, connection -> {
            if (!last(connection).equals(before)) {
                throw LevelCode.OUTDATED
                        .problem("another change of levels came between the plan and its storing")
                        .failure();
            }
            int number = before.number() + 1;
            put(connection, plan.scheme());
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO level_change (number, review,"
                    + " as_of_day, scheme, move_count, run_id) VALUES (?, ?, ?, ?, ?, ?)")) {
                insert.setInt(1, number);
                insert.setBoolean(2, plan.review());
                insert.setLong(3, plan.day());
                insert.setInt(4, plan.scheme().number());
                insert.setLong(5, plan.stored().size());
                insert.setLong(6, Store.run(connection));
                insert.executeUpdate();
            }
            MoveStore.insert(connection, plan.stored(), number);
            return number;
        });
    }

    /** Puts a scheme into force, unless it is already. */
    private static void put(Connection connection, Scheme scheme) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM level_scheme WHERE number = ?")) {
            select.setInt(1, scheme.number());
            try (ResultSet rows = select.executeQuery()) {
                if (rows.next()) {
                    return;
                }
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO level_scheme (number, growth) VALUES (?, ?)")) {
            insert.setInt(1, scheme.number());
            insert.setString(2, scheme.growth());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO level_step (scheme, place, name, growth) VALUES (?, ?, ?, ?)")) {
            for (int place = 0; place < scheme.ladder().steps().size(); place++) {
                Step step = scheme.ladder().step(place);
                insert.setInt(1, scheme.number());
                insert.setInt(2, place);
                insert.setString(3, step.name());
                if (step.earned()) {
                    insert.setLong(4, step.growth());
                } else {
                    insert.setNull(4, Types.BIGINT);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What one customer bought, oldest first. */
    public List<Membership> memberships(int customer) {
        return store.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT " + MEMBERSHIP + " FROM level_membership WHERE customer = ? ORDER BY number")) {
                select.setInt(1, customer);
                return memberships(select);
            }
        });
    }

    /** Everything that was bought, by customer, oldest first. */
    public Map<Integer, List<Membership>> memberships() {
        List<Membership> all = store.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT " + MEMBERSHIP + " FROM level_membership ORDER BY customer, number")) {
                return memberships(select);
            }
        });
        Map<Integer, List<Membership>> found = new TreeMap<>();
        for (Membership membership : all) {
            found.computeIfAbsent(membership.customer(), customer -> new ArrayList<>())
                    .add(membership);
        }
        return found;
    }

    /** The purchase with a key, or null. */
    public @Nullable Membership membership(String key) {
        List<Membership> found = store.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT " + MEMBERSHIP + " FROM level_membership WHERE idempotency_key = ?")) {
                select.setString(1, key);
                return memberships(select);
            }
        });
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Membership> memberships(PreparedStatement select) throws SQLException {
        List<Membership> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String key = rows.getString(4);
                found.add(new Membership(
                        rows.getLong(1),
                        rows.getInt(2),
                        rows.getString(3),
                        key == null ? "" : key,
                        rows.getLong(5),
                        rows.getInt(6),
                        rows.getInt(7),
                        rows.getLong(8)));
            }
        }
        return found;
    }

    /** Stores a purchase and returns it with its number. */
    public Membership buy(Membership wanted, Store.Run run) {
        return store.write(run, connection -> {
            long number;
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT COALESCE(MAX(number), 0) + 1 FROM level_membership");
                    ResultSet rows = select.executeQuery()) {
                rows.next();
                number = rows.getLong(1);
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO level_membership (" + MEMBERSHIP + ", run_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, number);
                insert.setInt(2, wanted.customer());
                insert.setString(3, wanted.level());
                if (wanted.key().isEmpty()) {
                    insert.setNull(4, Types.VARCHAR);
                } else {
                    insert.setString(4, wanted.key());
                }
                insert.setLong(5, wanted.price());
                insert.setLong(6, wanted.first());
                insert.setLong(7, wanted.last());
                insert.setLong(8, wanted.bought());
                insert.setLong(9, Store.run(connection));
                insert.executeUpdate();
            }
            return wanted.numbered(number);
        });
    }
}
