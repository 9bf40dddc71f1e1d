package siyu.referral;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.customer.IdTable;
import siyu.fact.Texts;
import siyu.fact.Vocabulary;
import siyu.store.Store;

/** What was paid for referrals and what people decided about them, in the data file. */
public final class ReferralStore {
    private static final int BATCH = 1000;

    private final Store store;

    public ReferralStore(Store store) {
        this.store = store;
    }

    /**
     * One reward or what was taken back of it, as it is on record.
     *
     * @param invitation its external id
     * @param back whether it takes back
     * @param at when it counts, microseconds
     */
    public record Row(
            String invitation,
            Side side,
            boolean back,
            int customer,
            Award award,
            boolean refused,
            long at,
            long run) {}

    /**
     * What is on record about some invitations.
     *
     * @throws siyu.core.Failure when a side was paid in another unit than the rules have now
     */
    public Recorded record(Invitations invitations, ReferralRules rules, Vocabulary vocabulary) {
        requireUnits(rules, vocabulary);
        return record(invitations, true);
    }

    /** What people decided, as if nothing had been paid. */
    public Recorded decisions(Invitations invitations) {
        return record(invitations, false);
    }

    private void requireUnits(ReferralRules rules, Vocabulary vocabulary) {
        store.read(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT DISTINCT side, unit, coupon FROM referral_reward");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Side side = Side.of(rows.getInt(1));
                    Award paid = new Award(Award.Unit.of(rows.getInt(2)), rows.getString(3), 0);
                    Award now = rules.award(side);
                    if (now != null && !now.sameUnit(paid)) {
                        throw ReferralCode.UNIT_CHANGED
                                .problem("the " + side.word() + " was paid in " + paid.unitName(vocabulary)
                                        + ", and the" + " program gives " + now.unitName(vocabulary))
                                .failure();
                    }
                }
            }
            return true;
        });
    }

    private Recorded record(Invitations invitations, boolean paid) {
        IdTable ids = new IdTable(invitations.size());
        Texts texts = invitations.ids();
        for (int i = 0; i < invitations.size(); i++) {
            ids.add(texts.bytes(), texts.start(invitations.text(i)), texts.end(invitations.text(i)));
        }
        return store.read(connection -> {
            Rewards rewards = new Rewards();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT invitation, side, back, customer, amount, refused, qualified, effective FROM referral_reward"
                            + " ORDER BY number")) {
                select.setFetchSize(10_000);
                try (ResultSet rows = select.executeQuery()) {
                    while (paid && rows.next()) {
                        int invitation = find(ids, rows.getString(1));
                        if (invitation >= 0) {
                            rewards.add(
                                    invitation,
                                    Side.of(rows.getInt(2)),
                                    rows.getBoolean(3),
                                    rows.getInt(4),
                                    rows.getLong(5),
                                    rows.getBoolean(6),
                                    rows.getLong(7),
                                    rows.getLong(8));
                        }
                    }
                }
            }
            Recorded record = new Recorded(invitations.size(), rewards);
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT invitation, accepted, decided FROM referral_decision ORDER BY number");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    int invitation = find(ids, rows.getString(1));
                    if (invitation >= 0) {
                        record.decide(invitation, rows.getBoolean(2), rows.getLong(3));
                    }
                }
            }
            return record;
        });
    }

    private static int find(IdTable ids, String id) {
        byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
        return ids.find(utf8, 0, utf8.length);
    }

    /** Rewards as they are on record, in that order; of one customer, or of everybody for -1. */
    public List<Row> rewards(int customer) {
        return rewards(customer < 0 ? "" : " WHERE customer = " + customer, null);
    }

    /** What was paid for one invitation and taken back of it. */
    public List<Row> rewardsFor(String invitation) {
        return rewards(" WHERE invitation = ?", invitation);
    }

    private List<Row> rewards(String which, @Nullable String invitation) {
        return store.read(connection -> {
            List<Row> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT invitation, side, back, customer, unit, coupon, amount, refused, effective, run_id FROM"
                            + " referral_reward" + which + " ORDER BY number")) {
                if (invitation != null) {
                    select.setString(1, invitation);
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        Award award = new Award(Award.Unit.of(rows.getInt(5)), rows.getString(6), rows.getLong(7));
                        found.add(new Row(
                                rows.getString(1),
                                Side.of(rows.getInt(2)),
                                rows.getBoolean(3),
                                rows.getInt(4),
                                award,
                                rows.getBoolean(8),
                                rows.getLong(9),
                                rows.getLong(10)));
                    }
                }
            }
            return found;
        });
    }

    private static long last(Connection connection, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT COALESCE(MAX(number), 0) FROM " + table);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Writes rewards; for work within a change of the data file. */
    public static void write(Connection connection, Decided decided, Rewards rewards) throws SQLException {
        long run = Store.run(connection);
        long number = last(connection, "referral_reward");
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO referral_reward (number, invitation, side, back, customer, unit, coupon, amount, refused,"
                        + " qualified, effective, run_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int row = 0; row < rewards.size(); row++) {
                Award award = decided.award(rewards.side(row));
                insert.setLong(1, ++number);
                insert.setString(2, decided.invitations().id(rewards.invitation(row)));
                insert.setInt(3, rewards.side[row]);
                insert.setBoolean(4, rewards.back(row));
                insert.setInt(5, rewards.customer(row));
                insert.setInt(6, award == null ? 0 : award.unit().number());
                insert.setString(7, award == null ? "" : award.coupon());
                insert.setLong(8, rewards.amount(row));
                insert.setBoolean(9, rewards.refused(row));
                insert.setLong(10, rewards.qualified[row]);
                insert.setLong(11, rewards.at(row));
                insert.setLong(12, run);
                insert.addBatch();
                if (row % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** Records what a person decided about an invitation; a later decision takes the place of an earlier one. */
    public void decide(String invitation, boolean accept, long at, String reason, Store.Run run) {
        store.write(run, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO referral_decision (number, invitation, accepted, decided, reason, run_id) VALUES (?, ?,"
                            + " ?, ?, ?, ?)")) {
                insert.setLong(1, last(connection, "referral_decision") + 1);
                insert.setString(2, invitation);
                insert.setBoolean(3, accept);
                insert.setLong(4, at);
                insert.setString(5, reason);
                insert.setLong(6, Store.run(connection));
                insert.executeUpdate();
            }
            return accept;
        });
    }
}
