package siyu.customer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import siyu.store.Store;

/** The SQL by which facts are changed, within one transaction. For one thread. */
final class ChangeStore implements AutoCloseable {
    /** Bytes of blocks in one stage: a larger transaction is written twice by the database. */
    private static final long STAGE_BYTES = 2_500_000;

    private final Store store;
    private final Connection connection;
    private final long run;
    private final List<Consumer<ChangeStore>> waiting = new ArrayList<>();
    private long waitingBytes;
    private boolean staging;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private ChangeStore(Store store, Connection connection) throws SQLException {
        this.store = store;
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
        return store.write(run, connection -> within(store, connection, work));
    }

    private static <T> T within(Store store, Connection connection, Function<ChangeStore, T> work) throws SQLException {
        try (ChangeStore change = new ChangeStore(store, connection)) {
            return work.apply(change);
        } catch (Wrapped e) {
            throw e.wrapped;
        }
    }

    /** Removes what an interrupted import put there ahead of its change. */
    void start(KeptFacts kept) {
        if (!kept.leftOver()) {
            return;
        }
        ahead(other -> {
            other.execute("DELETE FROM event_block WHERE run_id > ?", kept.batch());
            other.execute("DELETE FROM key_block WHERE space = ? AND run_id > ?", KeyStore.EVENTS, kept.batch());
            other.execute("DELETE FROM customer_block WHERE range_no >= ?", kept.ranges());
            other.number(CustomerStore.STAGING, 0);
        });
    }

    private void ahead(Consumer<ChangeStore> work) {
        store.stage(connection -> within(store, connection, other -> {
            work.accept(other);
            return true;
        }));
    }

    /** Puts events there ahead of this change; they count when the number of their batch is changed. */
    void stage(List<EventStore.NewBlocks> columns, long batch) {
        long bytes = 0;
        for (EventStore.NewBlocks column : columns) {
            for (Block block : column.blocks()) {
                bytes += block.data().length;
            }
        }
        stage(other -> other.events(columns, batch), bytes);
    }

    /** Puts a range of new customers there ahead of this change; they count when their number is changed. */
    void stage(CustomerRange.Change change, int[] numbers) {
        long bytes = 0;
        for (CustomerRange.NewColumn column : change.columns()) {
            for (Block block : column.blocks()) {
                bytes += block.data().length;
            }
        }
        stage(other -> other.customers(change, numbers, false, 0), bytes);
    }

    private void stage(Consumer<ChangeStore> work, long bytes) {
        waiting.add(work);
        waitingBytes += bytes;
        if (waitingBytes > STAGE_BYTES) {
            flush();
        }
    }

    private void flush() {
        List<Consumer<ChangeStore>> now = List.copyOf(waiting);
        waiting.clear();
        waitingBytes = 0;
        if (!staging) {
            staging = true;
            ahead(other -> other.number(CustomerStore.STAGING, 1));
        }
        ahead(other -> now.forEach(each -> each.accept(other)));
    }

    /** Everything is there: what waits goes along with this change, and what was put there ahead is no left-over any more. */
    void finish() {
        waiting.forEach(each -> each.accept(this));
        waiting.clear();
        if (staging) {
            number(CustomerStore.STAGING, 0);
        }
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

    /** Writes blocks of events as those of a batch. */
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

    /** Writes key blocks of a run, or of a batch of events. */
    void keys(int space, List<KeyStore.Keys> all, long ofRun) {
        int part = 0;
        for (KeyStore.Keys keys : all) {
            execute(
                    "INSERT INTO key_block (space, low, high, run_id, part, row_count, hashes, ranges)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    space,
                    keys.low(),
                    keys.high(),
                    ofRun,
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
