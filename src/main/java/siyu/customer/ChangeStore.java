package siyu.customer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import siyu.store.Store;

/** The SQL by which facts are changed, within one transaction. For one thread. */
final class ChangeStore implements AutoCloseable {
    private final Connection connection;
    private final long run;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private ChangeStore(Connection connection) throws SQLException {
        this.connection = connection;
        this.run = Store.run(connection);
    }

    /** Carries an SQL failure through code that knows nothing of SQL. */
    private static final class Wrapped extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final SQLException wrapped;

        Wrapped(SQLException wrapped) {
            super(wrapped);
            this.wrapped = wrapped;
        }
    }

    /** Does some work in one transaction of the data file. */
    static <T> T write(Store store, Store.Run run, Function<ChangeStore, T> work) {
        return store.write(run, connection -> {
            try (ChangeStore change = new ChangeStore(connection)) {
                return work.apply(change);
            } catch (Wrapped e) {
                throw e.wrapped;
            }
        });
    }

    /** The number of the run this change is. */
    long run() {
        return run;
    }

    private int execute(String sql, Object... values) {
        try {
            PreparedStatement statement = statements.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                statements.put(sql, statement);
            }
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof byte[] bytes) {
                    statement.setBytes(i + 1, bytes);
                } else if (values[i] instanceof String text) {
                    statement.setString(i + 1, text);
                } else {
                    statement.setLong(i + 1, ((Number) values[i]).longValue());
                }
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new Wrapped(e);
        }
    }

    /** Writes entries that are new or have another type than before. */
    void put(List<Catalogue.Entry> entries) {
        for (Catalogue.Entry entry : entries) {
            String subject = entry.subject().key();
            execute("DELETE FROM fact_word WHERE subject = ? AND number = ?", subject, entry.number());
            execute(
                    "INSERT INTO fact_word (subject, number, name, type) VALUES (?, ?, ?, ?)",
                    subject,
                    entry.number(),
                    entry.name(),
                    entry.type());
        }
    }

    void number(String name, long number) {
        if (execute("UPDATE fact_number SET number = ? WHERE name = ?", number, name) == 0) {
            execute("INSERT INTO fact_number (number, name) VALUES (?, ?)", number, name);
        }
    }

    /**
     * Writes the change of one range of customers.
     *
     * @param numbers by index of the vocabulary's customer attributes
     * @param there whether the range had customers before
     * @param changed the time of the change, microseconds
     */
    void customers(CustomerRange.Change change, int[] numbers, boolean there, long changed) {
        for (CustomerRange.NewColumn column : change.columns()) {
            int attribute = numbers[column.attribute()];
            if (there) {
                execute("DELETE FROM customer_block WHERE range_no = ? AND attribute = ?", change.range(), attribute);
            }
            for (Block block : column.blocks()) {
                execute(
                        "INSERT INTO customer_block (range_no, attribute, part, row_count, data) VALUES (?, ?, ?, ?, ?)",
                        change.range(),
                        attribute,
                        block.part(),
                        block.rows(),
                        block.data());
            }
        }
        for (CustomerRange.OldValues old : change.old()) {
            execute(
                    "INSERT INTO customer_change"
                            + " (range_no, attribute, run_id, part, changed, row_count, customers, data)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    change.range(),
                    numbers[old.attribute()],
                    run,
                    old.part(),
                    changed,
                    old.rows(),
                    old.customers(),
                    old.data());
        }
    }

    /** Writes blocks of events as those of a run. */
    void events(List<EventStore.NewBlocks> columns, long ofRun) {
        for (EventStore.NewBlocks column : columns) {
            for (Block block : column.blocks()) {
                execute(
                        "INSERT INTO event_block (range_no, attribute, run_id, part, row_count, data)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        column.partition(),
                        column.attribute(),
                        ofRun,
                        block.part(),
                        block.rows(),
                        block.data());
            }
        }
    }

    /** Removes all events of a partition, which are then written anew. */
    void deleteEvents(int partition) {
        execute("DELETE FROM event_block WHERE range_no = ?", partition);
    }

    /** Writes key blocks of this run. */
    void keys(int space, List<KeyStore.Keys> all) {
        int part = 0;
        for (KeyStore.Keys keys : all) {
            execute(
                    "INSERT INTO key_block (space, low, high, run_id, part, row_count, hashes, ranges)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    space,
                    keys.low(),
                    keys.high(),
                    run,
                    part++,
                    keys.rows(),
                    keys.hashes(),
                    keys.ranges());
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }
}
