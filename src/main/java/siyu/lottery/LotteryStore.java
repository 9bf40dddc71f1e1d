package siyu.lottery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.store.Store;

/** Lotteries in the data file. Each commitment, batch of draws and revealing is one transaction with one run. */
public final class LotteryStore {
    private final Store store;

    public LotteryStore(Store store) {
        this.store = store;
    }

    /** How far every lottery is that is committed to, in the order of commitment. */
    public List<State> states() {
        return store.read(connection -> states(connection, null));
    }

    /** How far one is; null when it is not committed to. */
    public @Nullable State state(String name) {
        List<State> found = store.read(connection -> states(connection, name));
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<State> states(Connection connection, @Nullable String name) throws SQLException {
        List<Committed> committed = new ArrayList<>();
        String where = name == null ? "" : " WHERE name = ?";
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT number, name, committed, rules, seed, salt FROM lottery" + where + " ORDER BY number")) {
            if (name != null) {
                select.setString(1, name);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String text = rows.getString(4);
                    committed.add(new Committed(
                            rows.getInt(1),
                            rows.getString(2),
                            rows.getLong(3),
                            RulesReader.of("rules of '" + rows.getString(2) + "'", text)
                                    .rules(),
                            text,
                            rows.getString(5),
                            rows.getString(6)));
                }
            }
        }
        List<State> states = new ArrayList<>();
        for (Committed one : committed) {
            states.add(state(connection, one));
        }
        return states;
    }

    private static State state(Connection connection, Committed committed) throws SQLException {
        Long[] won = new Long[committed.rules().prizes().size()];
        Arrays.fill(won, 0L);
        long draws = 0;
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT prize, COUNT(*) FROM lottery_draw WHERE lottery = ? GROUP BY prize")) {
            select.setInt(1, committed.number());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    won[rows.getInt(1)] = rows.getLong(2);
                    draws += rows.getLong(2);
                }
            }
        }
        String head = committed.firstHead();
        long last = committed.at();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT head, drawn_at FROM lottery_draw WHERE lottery = ? AND number = ?")) {
            select.setInt(1, committed.number());
            select.setLong(2, draws);
            try (ResultSet rows = select.executeQuery()) {
                if (rows.next()) {
                    head = rows.getString(1);
                    last = rows.getLong(2);
                }
            }
        }
        return new State(committed, draws, head, last, List.of(won), revealed(connection, committed.number()));
    }

    private static @Nullable Revealed revealed(Connection connection, int lottery) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT revealed, draws, head FROM lottery_reveal WHERE lottery = ?")) {
            select.setInt(1, lottery);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? new Revealed(rows.getLong(1), rows.getLong(2), rows.getString(3)) : null;
            }
        }
    }

    /** Commits to a lottery that is not committed to yet. */
    public void commit(Committed committed, Store.Run run) {
        store.write(run, connection -> {
            if (!states(connection, committed.name()).isEmpty()) {
                throw outdated(committed.name());
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO lottery (number, name, run_id, committed, rules, rules_hash, seed, salt, commitment)"
                            + " SELECT COALESCE(MAX(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ? FROM lottery")) {
                insert.setString(1, committed.name());
                insert.setLong(2, Store.run(connection));
                insert.setLong(3, committed.at());
                insert.setString(4, committed.text());
                insert.setString(5, committed.rulesHash());
                insert.setString(6, committed.seed());
                insert.setString(7, committed.salt());
                insert.setString(8, committed.commitment());
                return insert.executeUpdate();
            }
        });
    }

    private static siyu.core.Failure outdated(String name) {
        return LotteryCode.OUTDATED
                .problem("the lottery '" + name + "' was changed meanwhile")
                .failure();
    }

    /** What was done by a key, or null. */
    public @Nullable Batch batch(String key) {
        List<Batch> found = store.read(connection -> {
            List<Batch> batches = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT l.name, b.customers, b.times, b.first_draw, b.draws FROM lottery_batch b"
                            + " JOIN lottery l ON l.number = b.lottery WHERE b.idempotency_key = ?")) {
                select.setString(1, key);
                try (ResultSet rows = select.executeQuery()) {
                    if (rows.next()) {
                        batches.add(new Batch(
                                rows.getString(1),
                                key,
                                rows.getString(2),
                                rows.getLong(3),
                                rows.getLong(4),
                                rows.getLong(5)));
                    }
                }
            }
            return batches;
        });
        return found.isEmpty() ? null : found.get(0);
    }

    /** Writes a plan, all of it or nothing. */
    public void apply(DrawPlan plan, Store.Run run) {
        store.write(run, connection -> write(connection, plan));
    }

    /** The same within a change that does more. */
    public static int write(Connection connection, DrawPlan plan) throws SQLException {
        Committed committed = plan.before().committed();
        State now = states(connection, committed.name()).get(0);
        if (!now.equals(plan.before())) {
            throw outdated(committed.name());
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO lottery_batch (lottery, first_draw, draws, run_id, idempotency_key, customers, times)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, committed.number());
            insert.setLong(2, now.draws() + 1);
            insert.setLong(3, plan.drawn().size());
            insert.setLong(4, Store.run(connection));
            if (plan.batch().key().isEmpty()) {
                insert.setNull(5, Types.VARCHAR);
            } else {
                insert.setString(5, plan.batch().key());
            }
            insert.setString(6, plan.batch().customers());
            insert.setLong(7, plan.batch().times());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO lottery_draw (lottery, number, customer, drawn_at, prize, head) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < plan.drawn().size(); i++) {
                Drawn drawn = plan.drawn().get(i);
                insert.setInt(1, committed.number());
                insert.setLong(2, drawn.number());
                insert.setInt(3, plan.customers().get(i));
                insert.setLong(4, drawn.at());
                insert.setInt(5, plan.prizes().get(i));
                insert.setString(6, drawn.head());
                insert.addBatch();
                if (i % 1000 == 999) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        return plan.drawn().size();
    }

    /** Closes a lottery as far as it is. */
    public void reveal(State state, Revealed revealed, Store.Run run) {
        store.write(run, connection -> {
            if (!states(connection, state.committed().name()).get(0).equals(state)) {
                throw outdated(state.committed().name());
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO lottery_reveal (lottery, run_id, revealed, draws, head) VALUES (?, ?, ?, ?, ?)")) {
                insert.setInt(1, state.committed().number());
                insert.setLong(2, Store.run(connection));
                insert.setLong(3, revealed.at());
                insert.setLong(4, revealed.draws());
                insert.setString(5, revealed.head());
                return insert.executeUpdate();
            }
        });
    }

    /** How often customers drew: {in all, since a moment}, by dense number. */
    public Map<Integer, long[]> drawn(Committed committed, long since) {
        return drawn(committed, since, "", 0);
    }

    /** The same of one customer; {0, 0} when he never did. */
    public long[] drawn(Committed committed, long since, int customer) {
        long[] none = {0, 0};
        return drawn(committed, since, " AND customer = ?", customer).getOrDefault(customer, none);
    }

    private Map<Integer, long[]> drawn(Committed committed, long since, String where, int customer) {
        return store.read(connection -> {
            Map<Integer, long[]> found = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT customer, COUNT(*), SUM(CASE WHEN drawn_at >= ? THEN 1 ELSE 0 END) FROM lottery_draw"
                            + " WHERE lottery = ?" + where + " GROUP BY customer")) {
                select.setLong(1, since);
                select.setInt(2, committed.number());
                if (!where.isEmpty()) {
                    select.setInt(3, customer);
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.put(rows.getInt(1), new long[] {rows.getLong(2), rows.getLong(3)});
                    }
                }
            }
            return found;
        });
    }

    /** Takes draws one at a time; says whether it wants more. */
    @FunctionalInterface
    public interface Sink {
        boolean draw(long number, int customer, long at, int prize, String head);
    }

    /** Hands over draws in order, from a number on. */
    public void draws(Committed committed, long from, Sink sink) {
        store.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT number, customer, drawn_at, prize, head FROM lottery_draw WHERE lottery = ? AND number >= ?"
                            + " ORDER BY number")) {
                select.setInt(1, committed.number());
                select.setLong(2, from);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()
                            && sink.draw(
                                    rows.getLong(1),
                                    rows.getInt(2),
                                    rows.getLong(3),
                                    rows.getInt(4),
                                    rows.getString(5))) {
                        // The sink has taken it.
                    }
                }
            }
            return true;
        });
    }
}
