package siyu.staff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.store.Store;

/** Handovers and the transfers of their customers, in the data file. */
public final class HandoverStore {
    private final Store store;

    public HandoverStore(Store store) {
        this.store = store;
    }

    /** All transfers, the latest handover first, then by day, receiver, batch and customer. */
    public List<Transfer> transfers() {
        return transfers("", -1);
    }

    /** Those of one customer that are planned or waiting for him. */
    public List<Transfer> open(int customer) {
        return transfers(" WHERE t.state IN (1, 2) AND t.customer = ?", customer);
    }

    private List<Transfer> transfers(String where, int customer) {
        return store.read(connection -> {
            List<Transfer> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT t.handover, t.customer, h.staff, t.staff, h.leaving, t.due_day, t.batch, t.state, t.requested,"
                            + " t.settled FROM staff_transfer t JOIN staff_handover h ON h.number = t.handover"
                            + where)) {
                if (!where.isEmpty()) {
                    select.setInt(1, customer);
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(new Transfer(
                                rows.getInt(1),
                                rows.getInt(2),
                                rows.getInt(3),
                                rows.getInt(4),
                                rows.getBoolean(5),
                                LocalDate.ofEpochDay(rows.getLong(6)),
                                rows.getInt(7),
                                Transfer.State.of(rows.getInt(8)),
                                time(rows, 9),
                                time(rows, 10)));
                    }
                }
            }
            if (found.size() > 1) {
                found.sort(Comparator.comparingInt(Transfer::handover)
                        .reversed()
                        .thenComparing(Transfer::due)
                        .thenComparingInt(Transfer::to)
                        .thenComparingInt(Transfer::batch)
                        .thenComparingInt(Transfer::customer));
            }
            return found;
        });
    }

    private static @Nullable Long time(ResultSet rows, int column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? null : (Long) value;
    }

    /** Puts a plan in the place of what was planned for the same person before. */
    public void plan(int from, boolean leaving, List<HandoverPlan.Move> moves, long now, Store.Run run) {
        store.write(run, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE staff_transfer SET state = ?, settled = ? WHERE state = ? AND handover IN"
                            + " (SELECT number FROM staff_handover WHERE staff = ?)")) {
                update.setInt(1, Transfer.State.CANCELLED.number());
                update.setLong(2, now);
                update.setInt(3, Transfer.State.PLANNED.number());
                update.setInt(4, from);
                update.executeUpdate();
            }
            int number = next(connection);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO staff_handover (number, staff, leaving, made, run_id) VALUES (?, ?, ?, ?, ?)")) {
                insert.setInt(1, number);
                insert.setInt(2, from);
                insert.setBoolean(3, leaving);
                insert.setLong(4, now);
                insert.setLong(5, Store.run(connection));
                insert.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO staff_transfer (handover, customer, staff, due_day, batch, state) VALUES (?, ?, ?, ?, ?, ?)")) {
                for (HandoverPlan.Move move : moves) {
                    LocalDate day = move.day();
                    if (day != null) {
                        insert.setInt(1, number);
                        insert.setInt(2, move.customer());
                        insert.setInt(3, move.to());
                        insert.setLong(4, day.toEpochDay());
                        insert.setInt(5, move.batch());
                        insert.setInt(6, Transfer.State.PLANNED.number());
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
            return number;
        });
    }

    private static int next(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT COALESCE(MAX(number), 0) + 1 FROM staff_handover");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Keeps how far transfers are now; those that are done give their customer to the other one. */
    public void write(List<Transfer> changed, Store.Run run) {
        store.write(run, connection -> {
            long id = Store.run(connection);
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE staff_transfer SET batch = ?, state = ?, requested = ?, settled = ? WHERE handover = ? AND"
                            + " customer = ?")) {
                for (Transfer transfer : changed) {
                    update.setInt(1, transfer.batch());
                    update.setInt(2, transfer.state().number());
                    time(update, 3, transfer.requested());
                    time(update, 4, transfer.settled());
                    update.setInt(5, transfer.handover());
                    update.setInt(6, transfer.customer());
                    update.addBatch();
                }
                update.executeBatch();
            }
            for (Transfer transfer : changed) {
                Long settled = transfer.settled();
                if (transfer.state() == Transfer.State.DONE && settled != null) {
                    OwnerStore.end(connection, transfer.customer(), settled, OwnerStore.HANDED_OVER, id);
                    OwnerStore.begin(
                            connection, transfer.customer(), transfer.to(), settled, OwnerStore.BY_HANDOVER, id);
                }
            }
            return id;
        });
    }

    private static void time(PreparedStatement update, int column, @Nullable Long time) throws SQLException {
        if (time == null) {
            update.setNull(column, Types.BIGINT);
        } else {
            update.setLong(column, time);
        }
    }
}
