package siyu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * DuckDB in a process of its own: {@code Duck TASK DATA_DIRECTORY FILE}. Prints the answer, then what start and work took:
 * the stock driver unpacks 70 MB at every start, which is no part of the work, so it is counted apart.
 */
final class Duck {
    private static final String CUSTOMER_COLUMNS =
            "id, registered, app_installed, debit_card, credit_card, other_bank_card";
    private static final String EVENT_COLUMNS = "customer, kind, \"at\", amount";

    private Duck() {}

    /** Tasks: load (as it stands), clean (rows once, the last customer wins), facts (events once more, in the order of the file, and points and levels, from beside FILE), file (segments from FILE), ledger (points from FILE), report-NAME (from FILE; a fourth argument says how often to answer it again), csv (from the CSV). */
    public static void main(String[] arguments) throws SQLException, IOException {
        String task = arguments[0];
        Path customers = Path.of(arguments[1], "customers.csv");
        Path events = Path.of(arguments[1], "events.csv");
        Path file = Path.of(arguments[2]);
        boolean loads = task.equals("load") || task.equals("clean");
        if (loads) {
            Files.deleteIfExists(file);
        }
        long start = System.nanoTime();
        Connection connection = DriverManager.getConnection("jdbc:duckdb:" + (task.equals("csv") ? "" : file));
        long ready = System.nanoTime();
        long done;
        try (connection;
                Statement statement = connection.createStatement()) {
            String readCustomers = DuckSql.customersOf(customers);
            String readEvents = DuckSql.eventsOf(events);
            switch (task) {
                case "load" -> {
                    statement.execute("create table customers as from " + readCustomers);
                    statement.execute("create table events as from " + readEvents);
                    statement.execute("checkpoint");
                }
                case "clean" -> {
                    statement.execute(
                            "create table customers as " + DuckSql.lastCustomers(readCustomers, "* exclude n"));
                    statement.execute("create table events as " + DuckSql.onceEvents(readEvents, "*"));
                    statement.execute("checkpoint");
                }
                case "facts" -> {
                    statement.execute("create or replace table events as " + DuckSql.onceEventsInOrder(readEvents));
                    for (String table : List.of("entries", "moves")) {
                        statement.execute("create or replace table " + table + " as from read_csv('"
                                + file.resolveSibling(table + ".csv") + "', header=true)");
                    }
                    statement.execute("checkpoint");
                }
                case "ledger" -> {
                    try (ResultSet row = statement.executeQuery(DuckSql.LEDGER)) {
                        row.next();
                        System.out.println("ledger," + row.getLong(1) + "," + row.getLong(2) + "," + row.getLong(3)
                                + "," + row.getLong(4) + "," + row.getLong(5));
                    }
                }
                case "file" -> print(statement, DuckSql.segments("customers", "events"));
                case "csv" ->
                    print(
                            statement,
                            DuckSql.segments(
                                    "(" + DuckSql.lastCustomers(readCustomers, CUSTOMER_COLUMNS) + ")",
                                    "(" + DuckSql.onceEvents(readEvents, EVENT_COLUMNS) + ")"));
                default -> {
                    if (!task.startsWith("report-")) {
                        throw new IllegalArgumentException(task);
                    }
                    ReportBench.answer(statement, task.substring("report-".length()));
                }
            }
            done = System.nanoTime();
            int again = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
            for (int i = 0; i < again; i++) {
                long begun = System.nanoTime();
                ReportBench.read(statement, task.substring("report-".length()));
                System.out.printf("again %.4f%n", (System.nanoTime() - begun) / 1e9);
            }
        }
        System.out.printf("start %.3f%nwork %.3f%n", (ready - start) / 1e9, (done - ready) / 1e9);
    }

    private static void print(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                System.out.println(rows.getString(1) + "," + rows.getString(2) + "," + rows.getLong(3));
            }
        }
    }
}
