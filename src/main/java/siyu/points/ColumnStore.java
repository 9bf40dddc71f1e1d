package siyu.points;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import siyu.core.Failure;
import siyu.core.Problem;
import siyu.fact.Population;
import siyu.store.BlockCodec;
import siyu.store.BlockTable;
import siyu.store.Scratch;
import siyu.store.StoreCode;

/**
 * The SQL of the entries as columns, which whoever reads those of many customers goes through some ten times as fast as through
 * rows. They come with the same transaction as the rows.
 */
public final class ColumnStore {
    private static final List<String> COLUMNS =
            List.of("places", "numbers", "kinds", "points", "lots", "effectives", "ends");

    /** The blocks, for whoever reads a data file as a whole. */
    public static final List<BlockTable> TABLES = BlockTable.of("ledger_block", COLUMNS);

    private static final int PLACE = 0;
    private static final int NUMBER = 1;
    private static final int KIND = 2;
    private static final int POINTS = 3;
    private static final int LOT = 4;
    private static final int EFFECTIVE = 5;
    private static final int END = 6;

    private static final int[] ALL = {PLACE, NUMBER, KIND, POINTS, LOT, EFFECTIVE, END};

    /** What tells who earned what when. */
    private static final int[] EARNED = {PLACE, KIND, POINTS, EFFECTIVE};

    /** Rows of one block: of so many, no column can be longer than a block may be. */
    private static final int MOST_ROWS = 20_000;

    /** Blocks of fewer rows are small ones; every so many postings those of its ranges become one. */
    private static final int SMALL = 4096;

    static final int FOLDED_EVERY = 64;

    private ColumnStore() {}

    /** Some entries of one range, each column in an array of its own; the place is always read. */
    static final class Rows {
        private final int range;
        private final int[] read;
        private final long[][] columns = new long[COLUMNS.size()][0];
        private int size;

        Rows(int range, int[] read) {
            this.range = range;
            this.read = read;
        }

        int size() {
            return size;
        }

        int customer(int row) {
            return range * Population.RANGE + place(row);
        }

        private int place(int row) {
            return (int) columns[PLACE][row];
        }

        int number(int row) {
            return (int) columns[NUMBER][row];
        }

        int kind(int row) {
            return (int) columns[KIND][row];
        }

        long points(int row) {
            return columns[POINTS][row];
        }

        int lot(int row) {
            return (int) columns[LOT][row];
        }

        long effective(int row) {
            return columns[EFFECTIVE][row];
        }

        int until(int row) {
            return (int) columns[END][row];
        }

        private void reserve(int rows) {
            if (rows > columns[PLACE].length) {
                int room = Math.max(rows, 2 * columns[PLACE].length);
                for (int column : read) {
                    columns[column] = Arrays.copyOf(columns[column], room);
                }
            }
        }

        private void add(ResultSet row, int first, Scratch scratch) throws SQLException {
            int count = row.getInt(first);
            if (count < 0 || count > BlockCodec.MOST_ROWS) {
                throw damaged(range, "a block says it has " + count + " rows");
            }
            reserve(size + count);
            for (int i = 0; i < read.length; i++) {
                if (BlockCodec.decode(BlockTable.block(row, first + 1 + i), columns[read[i]], size, scratch) != count) {
                    throw damaged(range, "the columns of a block have different lengths");
                }
            }
            size += count;
        }

        private void add(Entries entries, int from, int to) {
            reserve(size + to - from);
            for (int row = from; row < to; row++, size++) {
                columns[PLACE][size] = entries.customer[row] - (long) range * Population.RANGE;
                columns[NUMBER][size] = entries.number[row];
                columns[KIND][size] = entries.kind[row];
                columns[POINTS][size] = entries.points[row];
                columns[LOT][size] = entries.lot[row];
                columns[EFFECTIVE][size] = entries.effective[row];
                columns[END][size] = entries.until[row];
            }
        }

        /** By customer, then by number. */
        private void sort() {
            int[] next = new int[Population.RANGE + 1];
            boolean sorted = true;
            for (int row = 0; row < size; row++) {
                next[checkedPlace(row) + 1]++;
                sorted &= row == 0 || !before(row, row - 1);
            }
            if (sorted) {
                return;
            }
            for (int place = 0; place < Population.RANGE; place++) {
                next[place + 1] += next[place];
            }
            int[] order = new int[size];
            for (int row = 0; row < size; row++) {
                order[next[place(row)]++] = row;
            }
            // Blocks come by posting, so only what was folded past a large one is not in the order of numbers yet.
            for (int i = 1; i < size; i++) {
                int row = order[i];
                int at = i;
                for (; at > 0 && before(row, order[at - 1]); at--) {
                    order[at] = order[at - 1];
                }
                order[at] = row;
            }
            for (int column = 0; column < columns.length; column++) {
                long[] from = columns[column];
                long[] to = new long[size];
                for (int i = 0; i < size; i++) {
                    to[i] = from[order[i]];
                }
                columns[column] = to;
            }
        }

        private int checkedPlace(int row) {
            int place = place(row);
            if (place < 0 || place >= Population.RANGE) {
                throw damaged(range, "there is no place " + place);
            }
            return place;
        }

        /** Shows what was earned from one time to another (exclusive). */
        private void earned(long from, long to, PointsStore.Earned earned) {
            long[] effectives = columns[EFFECTIVE];
            for (int row = 0; row < size; row++) {
                long effective = effectives[row];
                if (effective >= from
                        && effective < to
                        && (kind(row) == Kind.EARN.number() || kind(row) == Kind.REVERSE.number())) {
                    earned.points(range * Population.RANGE + checkedPlace(row), points(row));
                }
            }
        }

        private boolean before(int row, int other) {
            return place(row) < place(other) || place(row) == place(other) && number(row) < number(other);
        }
    }

    private static Failure damaged(int range, String what) {
        return Problem.of(StoreCode.DAMAGED, "the columns of the ledger in range " + range + " are damaged: " + what)
                .failure();
    }

    /** What the postings up to one put into a range, in order. */
    static Rows read(Connection connection, int range, int posting) throws SQLException {
        Rows rows = new Rows(range, ALL);
        add(rows, connection, posting, Integer.MAX_VALUE, () -> {});
        rows.sort();
        return rows;
    }

    /** Shows what the postings up to one made of a range earned from one time to another (exclusive), block by block. */
    static void earned(Connection connection, int range, int posting, long from, long to, PointsStore.Earned earned)
            throws SQLException {
        Rows rows = new Rows(range, EARNED);
        add(rows, connection, posting, Integer.MAX_VALUE, () -> {
            rows.earned(from, to, earned);
            rows.size = 0;
        });
    }

    private static String names(int[] columns) {
        return Arrays.stream(columns).mapToObj(COLUMNS::get).collect(Collectors.joining(", "));
    }

    /** @param added told after every block */
    private static void add(Rows rows, Connection connection, int posting, int fewerThan, Runnable added)
            throws SQLException {
        Scratch scratch = new Scratch();
        try (PreparedStatement select = connection.prepareStatement("SELECT row_count, " + names(rows.read)
                + " FROM ledger_block WHERE id >= ? AND id < ? AND posting <= ? AND row_count < ? ORDER BY id")) {
            range(select, rows.range);
            select.setInt(3, posting);
            select.setInt(4, fewerThan);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(found, 1, scratch);
                    added.run();
                }
            }
        }
    }

    private static void range(PreparedStatement statement, int range) throws SQLException {
        statement.setLong(1, id(range));
        statement.setLong(2, id(range + 1));
    }

    /** The id where the blocks of a range begin. */
    private static long id(int range) {
        return (long) range << Integer.SIZE;
    }

    /** How many rows there are in all blocks of postings up to one. */
    static long count(Connection connection, int posting) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT COALESCE(SUM(row_count), 0) FROM ledger_block WHERE posting <= ?")) {
            select.setInt(1, posting);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Writes rows {@code from} to {@code to} of the entries that a posting brings to a range. */
    static void insert(Connection connection, int range, int posting, Entries entries, int from, int to)
            throws SQLException {
        Rows rows = new Rows(range, ALL);
        rows.add(entries, from, to);
        insert(connection, rows, posting);
    }

    private static void insert(Connection connection, Rows rows, int posting) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO ledger_block (id, posting, row_count, "
                + names(rows.read) + ") VALUES (?, ?, ?" + ", ?".repeat(COLUMNS.size()) + ")")) {
            long id = next(connection, rows.range);
            for (int from = 0; from < rows.size; from += MOST_ROWS) {
                int to = Math.min(rows.size, from + MOST_ROWS);
                insert.setLong(1, id++);
                insert.setInt(2, posting);
                insert.setInt(3, to - from);
                for (int column = 0; column < rows.columns.length; column++) {
                    insert.setBytes(4 + column, BlockCodec.encode(rows.columns[column], from, to));
                }
                insert.executeUpdate();
            }
        }
    }

    /** The id of the next block of a range. */
    private static long next(Connection connection, int range) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id FROM ledger_block WHERE id >= ? AND id < ? ORDER BY id DESC FETCH FIRST ROW ONLY")) {
            range(select, range);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) + 1 : id(range);
            }
        }
    }

    /** Makes one of the small blocks of a range, where there are several; part of the posting that brought the last of them. */
    static void fold(Connection connection, int range, int posting) throws SQLException {
        Rows rows = new Rows(range, ALL);
        add(rows, connection, posting, SMALL, () -> {});
        rows.sort();
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM ledger_block WHERE id >= ? AND id < ? AND row_count < ?")) {
            range(delete, range);
            delete.setInt(3, SMALL);
            delete.executeUpdate();
        }
        insert(connection, rows, posting);
    }

    /** Removes what was put there ahead of a posting that never came to its end. */
    static void deleteAfter(Connection connection, int posting) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM ledger_block WHERE posting > ?")) {
            delete.setInt(1, posting);
            delete.executeUpdate();
        }
    }
}
