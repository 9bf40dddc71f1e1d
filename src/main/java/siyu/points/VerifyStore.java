package siyu.points;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import siyu.store.Store;

/** The SQL of a verification. It takes nothing for granted of what stands in the file. */
final class VerifyStore {
    /** Operations and postings of one read. */
    static final int PAGE = 10_000;

    private final Store store;

    VerifyStore(Store store) {
        this.store = store;
    }

    Ledger ledger() {
        return store.read(PostingStore::ledger);
    }

    RuleNumbers rules() {
        return store.read(PostingStore::rules);
    }

    /** By posting: the rules that came with it, by number. */
    Map<Integer, List<RuleNumbers.Rule>> rulesByPosting() {
        return store.read(connection -> {
            Map<Integer, List<RuleNumbers.Rule>> found = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT posting, number, name, kind FROM points_rule ORDER BY number");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getInt(1), none -> new ArrayList<>())
                            .add(new RuleNumbers.Rule(rows.getInt(2), rows.getString(3), rows.getString(4)));
                }
            }
            return found;
        });
    }

    /** Asks the queries of a scope, and hands over each row as a difference. */
    void ask(Invariant.Scope scope, Map<String, Long> numbers, Consumer<Difference> differences) {
        store.read(connection -> {
            for (Invariant invariant : Invariant.ALL) {
                if (invariant.scope() == scope) {
                    ask(connection, invariant, numbers, differences);
                }
            }
            return true;
        });
    }

    static void ask(
            Connection connection, Invariant invariant, Map<String, Long> numbers, Consumer<Difference> differences)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(filled(invariant.sql(), numbers));
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                int customer = rows.getInt(1);
                differences.accept(new Difference(
                        rows.wasNull() ? -1 : customer,
                        rows.getInt(2),
                        rows.getInt(3),
                        invariant.name(),
                        rows.getString(4),
                        rows.getString(5)));
            }
        }
    }

    /** What one posting comes to in one range, with the first and the last moment of its entries. */
    record Total(int posting, long entries, BigDecimal points, long first, long last) {}

    /** What each posting comes to in a range. */
    List<Total> totals(Map<String, Long> numbers) {
        return store.read(connection -> totals(connection, numbers));
    }

    private static List<Total> totals(Connection connection, Map<String, Long> numbers) throws SQLException {
        List<Total> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(filled(Invariant.TOTALS, numbers));
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Total(
                        rows.getInt(1), rows.getLong(2), rows.getBigDecimal(3), rows.getLong(4), rows.getLong(5)));
            }
        }
        return found;
    }

    private static String filled(String sql, Map<String, Long> numbers) {
        String filled = sql;
        for (Map.Entry<String, Long> number : numbers.entrySet()) {
            filled = filled.replace(":" + number.getKey(), number.getValue().toString());
        }
        return filled;
    }

    /** The last id of an entry, -1 when there is none. */
    long lastId() {
        return store.read(connection -> number(connection, "SELECT COALESCE(MAX(id), -1) FROM points_entry"));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /**
     * Adds the entries with ids from {@code from} to before {@code to}, of postings up to the last one, whatever stands in them;
     * and says whether each stands where it says and is of a posting that there is, as far as that can be told here.
     */
    boolean entries(long from, long to, Ledger ledger, Entries into) {
        return store.read(connection -> entries(connection, from, to, ledger, into));
    }

    private static boolean entries(Connection connection, long from, long to, Ledger ledger, Entries into)
            throws SQLException {
        boolean sane = true;
        byte[] event = new byte[256];
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, customer, number, posting, kind, points, lot,"
                        + " effective, origin, available_from, expires_on, rule, operation, event FROM points_entry"
                        + " WHERE id >= ? AND id < ? ORDER BY id")) {
            select.setLong(1, from);
            select.setLong(2, to);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    int customer = rows.getInt(2);
                    int number = rows.getInt(3);
                    int kind = rows.getInt(5);
                    int posting = rows.getInt(4);
                    sane &= rows.getLong(1) == EntryStore.id(customer, number) && kind == (byte) kind;
                    if (posting > ledger.posting()) {
                        // What an interrupted posting left behind counts for nothing, and is known to be there.
                        sane &= ledger.leftOver();
                        continue;
                    }
                    String text = rows.getString(14);
                    event = room(event, text.length());
                    int length = ascii(text, event);
                    byte[] bytes = length < 0 ? text.getBytes(StandardCharsets.UTF_8) : event;
                    int row = into.add(
                            customer,
                            number,
                            Kind.EARN,
                            rows.getLong(6),
                            rows.getInt(7),
                            rows.getLong(8),
                            rows.getLong(9),
                            rows.getInt(10),
                            rows.getInt(11),
                            rows.getInt(12),
                            rows.getLong(13),
                            posting,
                            bytes,
                            0,
                            length < 0 ? bytes.length : length);
                    into.kind[row] = (byte) kind;
                }
            }
        }
        return sane;
    }

    private static byte[] room(byte[] bytes, int length) {
        return bytes.length < length ? new byte[2 * length] : bytes;
    }

    /** Writes a text as bytes, and returns how many; -1 for one that is not plain ASCII. */
    private static int ascii(String text, byte[] into) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                return -1;
            }
            into[i] = (byte) c;
        }
        return length;
    }

    /** What the columns have of a range. */
    ColumnStore.Rows columns(int range, Ledger ledger) {
        return store.read(connection -> ColumnStore.read(connection, range, ledger.posting()));
    }

    /** How many rows the columns have. */
    long columns(Ledger ledger) {
        return store.read(connection -> ColumnStore.count(connection, ledger.posting()));
    }

    /** The operations that entries are part of: of customers {@code first} to {@code last}, and those by which others gave to them. */
    Asked operations(int first, int last, Entries entries) {
        return store.read(connection -> operations(connection, first, last, entries));
    }

    private static Asked operations(Connection connection, int first, int last, Entries entries) throws SQLException {
        List<Operation> found;
        int[] postings;
        String own = " FROM points_operation WHERE customer BETWEEN ? AND ? AND type BETWEEN 0 AND 5 ORDER BY number";
        try (PreparedStatement select = connection.prepareStatement("SELECT " + OperationStore.COLUMNS + own)) {
            select.setInt(1, first);
            select.setInt(2, last);
            found = OperationStore.read(select);
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT posting" + own)) {
            select.setInt(1, first);
            select.setInt(2, last);
            postings = postings(select, found.size());
        }
        long before = 0;
        for (int row = 0; row < entries.size(); row++) {
            boolean received = entries.kind[row] == Kind.TRANSFER.number() && entries.points[row] > 0;
            if (received && entries.operation[row] != before) {
                before = entries.operation[row];
                Page page = page(connection, before - 1, before);
                for (int i = 0; i < page.operations().size(); i++) {
                    Operation operation = page.operations().get(i);
                    if (operation.customer() < first || operation.customer() > last) {
                        found.add(operation);
                        postings = Arrays.copyOf(postings, found.size());
                        postings[found.size() - 1] = page.postings()[i];
                    }
                }
            }
        }
        return new Asked(found, postings);
    }

    private static int[] postings(PreparedStatement select, int size) throws SQLException {
        int[] postings = new int[size];
        try (ResultSet rows = select.executeQuery()) {
            for (int i = 0; rows.next(); i++) {
                postings[i] = rows.getInt(1);
            }
        }
        return postings;
    }

    /** Hands over all postings by number, some thousand at a time. */
    void postings(Consumer<Posting> each) {
        long last = store.read(connection -> number(connection, "SELECT COALESCE(MAX(number), 0) FROM points_posting"));
        for (long from = 0; from < last; from += PAGE) {
            String some = "WHERE number > " + from + " AND number <= " + (from + PAGE) + " ORDER BY number";
            store.read(connection -> PostingStore.postings(connection, some)).forEach(each);
        }
    }

    /** The number of the last operation. */
    long lastOperation() {
        return store.read(connection -> number(connection, "SELECT COALESCE(MAX(number), 0) FROM points_operation"));
    }

    /** Some operations, each with the posting that it is part of. */
    record Page(List<Operation> operations, int[] postings) {
        static final Page EMPTY = new Page(List.of(), new int[0]);
    }

    /** The operations after a number, by number; at most some thousand numbers further. */
    Page page(long after) {
        return store.read(connection -> page(connection, after, after + PAGE));
    }

    private static Page page(Connection connection, long after, long through) throws SQLException {
        List<Operation> operations;
        String some =
                " FROM points_operation WHERE number > ? AND number <= ? AND type BETWEEN 0 AND 5 ORDER BY number";
        try (PreparedStatement select = connection.prepareStatement("SELECT " + OperationStore.COLUMNS + some)) {
            select.setLong(1, after);
            select.setLong(2, through);
            operations = OperationStore.read(select);
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT posting" + some)) {
            select.setLong(1, after);
            select.setLong(2, through);
            return new Page(operations, postings(select, operations.size()));
        }
    }
}
