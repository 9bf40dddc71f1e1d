package siyu.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;
import siyu.core.Failure;

/** Reads everything a data file holds: every row of every table, the checksum of every packed block, the chain of runs. */
final class Inspection {
    /** Problems beyond these are counted only. */
    private static final int MOST_PROBLEMS = 100;

    private final Connection connection;
    private final List<BlockTable> blockTables;
    private final List<DataFile.TableFacts> tables = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private long more;

    private Inspection(Connection connection, List<BlockTable> blockTables) {
        this.connection = connection;
        this.blockTables = blockTables;
    }

    /** @param complete whether a table that is not there is missed; a file of an older form does not have all yet */
    static DataFile.Check of(Connection connection, List<BlockTable> blockTables, boolean complete)
            throws SQLException {
        Inspection inspection = new Inspection(connection, blockTables);
        // Otherwise the database would gather all rows of a query before it hands out the first.
        Connections.execute(connection, "SET LAZY_QUERY_EXECUTION TRUE");
        try {
            List<String> names = names(connection);
            for (String name : names) {
                inspection.table(name);
            }
            List<String> late = Migrations.all().stream()
                    .filter(Migrations.Step::late)
                    .flatMap(step -> step.tables().stream())
                    .toList();
            for (BlockTable table : blockTables) {
                if (complete && !names.contains(table.name()) && !late.contains(table.name())) {
                    inspection.problem("table " + table.name() + " is missing");
                }
            }
            inspection.chain();
        } finally {
            Connections.execute(connection, "SET LAZY_QUERY_EXECUTION FALSE");
        }
        if (inspection.more > 0) {
            inspection.problems.add("and " + inspection.more + " more");
        }
        return new DataFile.Check(List.copyOf(inspection.tables), List.copyOf(inspection.problems));
    }

    /** The tables of the file, lower case, by name. */
    static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT table_name FROM INFORMATION_SCHEMA.TABLES"
                        + " WHERE table_schema = CURRENT_SCHEMA AND table_type = 'BASE TABLE' ORDER BY table_name");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /** A name as it may stand in a statement, whatever it holds. */
    static String quoted(String name) {
        return '"' + name.toUpperCase(Locale.ROOT).replace("\"", "\"\"") + '"';
    }

    private void table(String name) {
        long rows = 0;
        long blocks = 0;
        long bytes = 0;
        long digest = 0;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM " + quoted(name))) {
            ResultSetMetaData columns = result.getMetaData();
            boolean[] blockColumns = blockColumns(name, columns);
            while (result.next()) {
                rows++;
                CRC32C crc = new CRC32C();
                for (int i = 1; i <= blockColumns.length; i++) {
                    byte[] value = bytes(result, columns, i);
                    crc.update(i);
                    if (value == null) {
                        continue;
                    }
                    crc.update(value);
                    if (blockColumns[i - 1]) {
                        blocks++;
                        bytes += value.length;
                        block(name, result, columns, value);
                    }
                }
                // A sum, so that the order in which the rows come does not count.
                digest += (crc.getValue() + 1) * 0x9E3779B97F4A7C15L;
            }
        } catch (SQLException e) {
            problem("table " + name + " could not be read after " + rows + " rows: " + e.getMessage());
        }
        tables.add(new DataFile.TableFacts(name, rows, blocks, bytes, digest));
    }

    private boolean[] blockColumns(String name, ResultSetMetaData columns) throws SQLException {
        boolean[] found = new boolean[columns.getColumnCount()];
        for (BlockTable table : blockTables) {
            if (!table.name().equals(name)) {
                continue;
            }
            boolean has = false;
            for (int i = 0; i < found.length; i++) {
                if (columns.getColumnLabel(i + 1).toLowerCase(Locale.ROOT).equals(table.column())) {
                    found[i] = true;
                    has = true;
                }
            }
            if (!has) {
                problem("table " + name + " has no column " + table.column());
            }
        }
        return found;
    }

    private static byte @org.jspecify.annotations.Nullable [] bytes(ResultSet row, ResultSetMetaData columns, int index)
            throws SQLException {
        if (isBinary(columns, index)) {
            return row.getBytes(index);
        }
        String text = row.getString(index);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isBinary(ResultSetMetaData columns, int index) throws SQLException {
        return switch (columns.getColumnType(index)) {
            case java.sql.Types.BINARY, java.sql.Types.VARBINARY, java.sql.Types.LONGVARBINARY, java.sql.Types.BLOB ->
                true;
            default -> false;
        };
    }

    private void block(String name, ResultSet row, ResultSetMetaData columns, byte[] block) throws SQLException {
        try {
            BlockCodec.check(block);
        } catch (Failure failure) {
            List<String> key = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount() && key.size() < 4; i++) {
                if (!isBinary(columns, i)) {
                    key.add(columns.getColumnLabel(i).toLowerCase(Locale.ROOT) + " " + row.getString(i));
                }
            }
            problem("table " + name + ", " + String.join(", ", key) + ": " + failure.getMessage());
        }
    }

    /** Every run follows the one before, and the head is where the last one left it. */
    private void chain() {
        try {
            long last = 0;
            String hash = "";
            try (PreparedStatement select = connection.prepareStatement("SELECT run, hash FROM head WHERE id = 1");
                    ResultSet head = select.executeQuery()) {
                if (head.next()) {
                    last = head.getLong(1);
                    hash = head.getString(2);
                }
            }
            String found = RunRecord.FIRST_HEAD;
            long expected = 1;
            for (List<RunRecord> page = RunRecord.page(connection, 0);
                    !page.isEmpty();
                    page = RunRecord.page(connection, expected - 1)) {
                for (RunRecord run : page) {
                    if (run.id() != expected || !run.headBefore().equals(found) || !run.holds()) {
                        problem("run " + run.id() + " does not follow run " + (expected - 1));
                    }
                    expected = run.id() + 1;
                    found = run.headAfter();
                }
            }
            if (expected != last + 1 || !found.equals(hash)) {
                problem("the head stands at run " + last + ", the runs end with " + (expected - 1));
            }
        } catch (SQLException e) {
            problem("the runs could not be read: " + e.getMessage());
        }
    }

    private void problem(String words) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(words);
        } else {
            more++;
        }
    }
}
