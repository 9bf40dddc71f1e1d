package siyu.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import siyu.core.Failure;
import siyu.core.Problem;

/** A data file as a whole: what it is, whether it is sound, checked copies of it, and the same in less space. */
public final class DataFile {
    private DataFile() {}

    /**
     * One table.
     *
     * @param rows how many
     * @param blocks how many packed blocks
     * @param bytes of all blocks together; 0 when they were not read
     * @param digest of all rows in any order; 0 when they were not read
     */
    public record TableFacts(String name, long rows, long blocks, long bytes, long digest) {}

    /**
     * What {@code db info} tells.
     *
     * @param path as the user named it, with its suffix
     * @param bytes size of the file
     * @param form the number of the last migration
     * @param runs how many changes there were
     * @param last the latest of them, latest first
     */
    public record Info(
            String path,
            long bytes,
            int form,
            String program,
            Instant created,
            List<TableFacts> tables,
            long runs,
            List<RunRecord> last) {}

    /** What {@code db check} found: the tables as they were read, and every problem in words; none means sound. */
    public record Check(List<TableFacts> tables, List<String> problems) {
        public boolean sound() {
            return problems.isEmpty();
        }

        private void requireSound(DataPath path) {
            if (!sound()) {
                List<Problem> all = new ArrayList<>();
                problems.forEach(words -> all.add(path.problem(StoreCode.DAMAGED, words)));
                throw new Failure(all);
            }
        }
    }

    /** A copy that was opened, read as a whole and found equal. */
    public record Copy(String path, long bytes, List<TableFacts> tables) {}

    /** Sizes of a file before and after, in bytes. */
    public record Compaction(String path, long before, long after) {}

    /** @param runs how many of the last runs to tell */
    public static Info info(Store store, List<BlockTable> blockTables, int runs) {
        return store.inspect(connection -> {
            List<TableFacts> tables = new ArrayList<>();
            for (String name : Inspection.names(connection)) {
                long rows = Long.parseLong(single(connection, "SELECT COUNT(*) FROM " + Inspection.quoted(name)));
                boolean packed =
                        blockTables.stream().anyMatch(table -> table.name().equals(name));
                tables.add(new TableFacts(name, rows, packed ? rows : 0, 0, 0));
            }
            return new Info(
                    store.path().shown(),
                    store.path().size(),
                    Integer.parseInt(single(connection, "SELECT MAX(number) FROM schema_step")),
                    single(connection, "SELECT content FROM db_meta WHERE name = 'program'"),
                    Times.instant(
                            Long.parseLong(single(connection, "SELECT content FROM db_meta WHERE name = 'created'"))),
                    List.copyOf(tables),
                    Long.parseLong(single(connection, "SELECT run FROM head WHERE id = 1")),
                    RunRecord.last(connection, runs));
        });
    }

    private static String single(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            String value = rows.next() ? rows.getString(1) : null;
            return value == null ? "0" : value;
        }
    }

    /** Reads everything. What is wrong is in the answer; only a file that cannot be opened is a failure. */
    public static Check check(Store store, List<BlockTable> blockTables) {
        return store.inspect(connection -> Inspection.of(connection, blockTables, store.complete()));
    }

    /**
     * Copies an open data file as it is between two changes. The copy is opened, read as a whole and compared before it gets its
     * name; a damaged file is not copied.
     *
     * @param target with or without {@code .mv.db}; refused when it exists
     */
    public static Copy backup(Store store, Path target, List<BlockTable> blockTables) {
        DataPath to = DataPath.of(target);
        to.refuseExisting();
        DataPath making = to.temporary();
        try {
            Check source = store.copyTo(making, connection -> Inspection.of(connection, blockTables, store.complete()));
            source.requireSound(store.path());
            requireEqual(source, making, blockTables);
            to.publish(making);
            return new Copy(to.shown(), to.size(), source.tables());
        } finally {
            making.discard();
        }
    }

    private static void requireEqual(Check source, DataPath copy, List<BlockTable> blockTables) {
        try (Store opened = Store.open(copy.file(), Duration.ZERO)) {
            Check found = check(opened, blockTables);
            found.requireSound(copy);
            if (!found.tables().equals(source.tables())) {
                throw copy.failure(StoreCode.DAMAGED, "the copy '" + copy.shown() + "' is not equal to its source");
            }
        }
    }

    /** Brings a data file up to date, writes it anew without its unused space, checks that nothing else changed, and puts it in its place. */
    public static Compaction compact(Path file, Duration lockTimeout, Opener opener, List<BlockTable> blockTables) {
        try (Store store = Store.open(file, lockTimeout, opener)) {
            DataPath path = store.path();
            long before = path.size();
            store.upgrade();
            DataPath making = path.temporary();
            try {
                Check source = store.copyTo(making, connection -> Inspection.of(connection, blockTables, true));
                source.requireSound(path);
                Rewrite.compact(making);
                requireEqual(source, making, blockTables);
                path.replace(making);
                return new Compaction(path.shown(), before, path.size());
            } finally {
                making.discard();
            }
        }
    }
}
