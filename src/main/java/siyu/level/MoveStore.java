package siyu.level;

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
import java.util.function.ToLongFunction;
import siyu.fact.Population;
import siyu.store.BlockCodec;
import siyu.store.BlockTable;
import siyu.store.Scratch;

/** Moves in the data file, packed: those of one change within one range of customers are one row, column by column. */
public final class MoveStore {
    private static final List<String> COLUMNS = List.of(
            "customers", "numbers", "kinds", "levels_from", "levels_to", "days", "growth", "needed", "deadlines");

    /** The tables of this package that hold packed blocks, for whoever reads a data file as a whole. */
    public static final List<BlockTable> TABLES = BlockTable.of("level_block", COLUMNS);

    private static final String READ =
            "SELECT " + String.join(", ", COLUMNS) + " FROM level_block WHERE id >= ? AND id < ? ORDER BY id";

    private static final String INSERT = "INSERT INTO level_block (id, " + String.join(", ", COLUMNS) + ") VALUES (?"
            + ", ?".repeat(COLUMNS.size()) + ")";

    private MoveStore() {}

    private static long id(int range, int change) {
        return ((long) range << Integer.SIZE) + change;
    }

    /** Shows the moves of customers {@code first} to {@code last} until a day: range after range, each customer's oldest first. */
    static void read(Connection connection, int first, int last, int day, Consumer<Move> moves) throws SQLException {
        String[] names = names(connection).toArray(new String[0]);
        Scratch scratch = new Scratch();
        long[][] columns = new long[COLUMNS.size()][0];
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            for (int range = first / Population.RANGE; range <= last / Population.RANGE; range++) {
                int start = range * Population.RANGE;
                select.setLong(1, id(range, 0));
                select.setLong(2, id(range + 1, 0));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        byte[] customers = rows.getBytes(1);
                        int count = BlockCodec.rows(customers);
                        if (columns[0].length < count) {
                            Arrays.setAll(columns, column -> new long[Math.max(count, Population.RANGE)]);
                        }
                        BlockCodec.decode(customers, columns[0], 0, scratch);
                        int from = place(columns[0], count, first - start);
                        int to = place(columns[0], count, last - start + 1);
                        if (from < to) {
                            for (int column = 1; column < columns.length; column++) {
                                BlockCodec.decode(rows.getBytes(column + 1), from, to, columns[column], from, scratch);
                            }
                            show(columns, from, to, start, day, names, moves);
                        }
                    }
                }
            }
        }
    }

    /** The first of the rows, which ascend, whose customer is not before a place. */
    private static int place(long[] customers, int count, int place) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (customers[middle] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void show(
            long[][] columns, int from, int to, int start, int day, String[] names, Consumer<Move> moves) {
        for (int row = from; row < to; row++) {
            int at = (int) columns[5][row];
            if (at <= day) {
                int left = (int) columns[8][row];
                moves.accept(new Move(
                        start + (int) columns[0][row],
                        (int) columns[1][row],
                        Move.Kind.of((int) columns[2][row]),
                        names[(int) columns[3][row]],
                        names[(int) columns[4][row]],
                        at,
                        columns[6][row],
                        columns[7][row],
                        left == 0 ? Standing.NONE : at + (left > 0 ? left - 1 : left)));
            }
        }
    }

    /** The names of levels by number, the empty one first. */
    private static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>(List.of(""));
        try (PreparedStatement select = connection.prepareStatement("SELECT name FROM level_name ORDER BY number");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Writes the moves of a change, which are by customer. */
    static void insert(Connection connection, List<Move> moves, int change) throws SQLException {
        if (moves.isEmpty()) {
            return;
        }
        Map<String, Integer> names = numbers(connection, moves);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int from = 0;
            while (from < moves.size()) {
                int range = moves.get(from).customer() / Population.RANGE;
                int to = from;
                while (to < moves.size() && moves.get(to).customer() / Population.RANGE == range) {
                    to++;
                }
                insert.setLong(1, id(range, change));
                List<Move> packed = moves.subList(from, to);
                put(insert, 2, packed, move -> move.customer() % Population.RANGE);
                put(insert, 3, packed, Move::number);
                put(insert, 4, packed, move -> move.kind().number());
                put(insert, 5, packed, move -> names.getOrDefault(move.from(), 0));
                put(insert, 6, packed, move -> names.getOrDefault(move.to(), 0));
                put(insert, 7, packed, Move::day);
                put(insert, 8, packed, Move::growth);
                put(insert, 9, packed, Move::needed);
                put(insert, 10, packed, MoveStore::left);
                insert.addBatch();
                from = to;
            }
            insert.executeBatch();
        }
    }

    private static void put(PreparedStatement insert, int parameter, List<Move> moves, ToLongFunction<Move> column)
            throws SQLException {
        long[] values = moves.stream().mapToLong(column).toArray();
        insert.setBytes(parameter, BlockCodec.encode(values, 0, values.length));
    }

    /** A deadline as it is packed. */
    private static long left(Move move) {
        int days = move.deadline() - move.day();
        return move.deadline() == Standing.NONE ? 0 : days < 0 ? days : days + 1;
    }

    /** The numbers of all names, made for those that have none. */
    private static Map<String, Integer> numbers(Connection connection, List<Move> moves) throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        names(connection).forEach(name -> numbers.put(name, numbers.size()));
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO level_name (number, name) VALUES (?, ?)")) {
            for (Move move : moves) {
                for (String name : List.of(move.from(), move.to())) {
                    if (!numbers.containsKey(name)) {
                        insert.setInt(1, numbers.size());
                        insert.setString(2, name);
                        insert.executeUpdate();
                        numbers.put(name, numbers.size());
                    }
                }
            }
        }
        return numbers;
    }

    /** Packs the moves of a file of an older form, which kept each of them as a row; the step {@code V016} calls it by its name. */
    public static void pack(Connection connection) throws SQLException {
        List<Move> moves = new ArrayList<>();
        int change = 0;
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT change, customer, number, kind, from_level,"
                                + " to_level, move_day, growth, needed, deadline FROM level_move ORDER BY change, customer, number");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                if (rows.getInt(1) != change) {
                    insert(connection, moves, change);
                    moves.clear();
                    change = rows.getInt(1);
                }
                int deadline = rows.getInt(10);
                moves.add(new Move(
                        rows.getInt(2),
                        rows.getInt(3),
                        Move.Kind.of(rows.getInt(4)),
                        rows.getString(5),
                        rows.getString(6),
                        rows.getInt(7),
                        rows.getLong(8),
                        rows.getLong(9),
                        rows.getObject(10) == null ? Standing.NONE : deadline));
            }
        }
        insert(connection, moves, change);
    }
}
