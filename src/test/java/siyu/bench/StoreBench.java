package siyu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import java.util.SplittableRandom;
import org.h2.jdbc.JdbcConnection;
import siyu.store.BlockCodec;

/** 200 MB of packed blocks of 100 to 500 KB through H2, with and without its compression: size, insert and read, medians of three. */
public final class StoreBench {
    private static final long TOTAL = 200L << 20;
    private static final String SETTINGS = ";FILE_LOCK=FS;WRITE_DELAY=0;MAX_COMPACT_TIME=0;OPTIMIZE_REUSE_RESULTS=0"
            + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    private StoreBench() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        Path folder = Files.createTempDirectory("siyu-bench");
        System.out.printf("%-40s %8s %10s %10s %10s%n", "settings", "MB", "insert s", "read s", "cold s");
        for (String setting : arguments.length > 0 ? arguments : new String[] {";COMPRESS=FALSE", ";COMPRESS=TRUE"}) {
            double[][] times = new double[3][3];
            long size = 0;
            for (int round = 0; round < 3; round++) {
                Path file = folder.resolve("bench");
                Files.deleteIfExists(folder.resolve("bench.mv.db"));
                String url = "jdbc:h2:file:" + file + SETTINGS + setting;
                times[0][round] = insert(url);
                size = Files.size(folder.resolve("bench.mv.db"));
                times[1][round] = read(url);
                times[2][round] = read(url);
            }
            Arrays.stream(times).forEach(Arrays::sort);
            System.out.printf(
                    "%-40s %8d %10.2f %10.2f %10.2f%n", setting, size >> 20, times[0][1], times[1][1], times[2][1]);
            Files.deleteIfExists(folder.resolve("bench.mv.db"));
        }
        Files.delete(folder);
    }

    private static double insert(String url) throws SQLException {
        byte[][] blocks = blocks();
        long start = System.nanoTime();
        try (Connection connection = new JdbcConnection(url, new Properties(), "SIYU", "", false);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE block (id BIGINT PRIMARY KEY, bytes BINARY VARYING(1048576))");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO block VALUES (?, ?)")) {
                long written = 0;
                for (int i = 0; written < TOTAL; i++) {
                    byte[] block = blocks[i % blocks.length];
                    insert.setLong(1, i);
                    insert.setBytes(2, block);
                    insert.executeUpdate();
                    written += block.length;
                }
            }
            connection.commit();
            statement.execute("CHECKPOINT SYNC");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double read(String url) throws SQLException {
        long start = System.nanoTime();
        long sum = 0;
        try (Connection connection = new JdbcConnection(url, new Properties(), "SIYU", "", false);
                PreparedStatement select = connection.prepareStatement("SELECT bytes FROM block WHERE id = ?")) {
            for (long id = 0; ; id++) {
                select.setLong(1, id);
                try (ResultSet rows = select.executeQuery()) {
                    if (!rows.next()) {
                        break;
                    }
                    sum += rows.getBytes(1).length;
                }
            }
        }
        if (sum < TOTAL) {
            throw new IllegalStateException("read " + sum);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Half bit-packed numbers, half plain texts: what customers and events are made of. */
    private static byte[][] blocks() {
        SplittableRandom random = new SplittableRandom(1);
        byte[][] blocks = new byte[40][];
        for (int i = 0; i < blocks.length; i++) {
            if (i % 2 == 0) {
                long[] values = new long[50_000 + random.nextInt(100_000)];
                for (int j = 0; j < values.length; j++) {
                    values[j] = random.nextLong(1 << 20);
                }
                blocks[i] = BlockCodec.encode(values, 0, values.length);
            } else {
                siyu.fact.Column column = new siyu.fact.Column(siyu.fact.Type.TEXT, 10_000 + random.nextInt(15_000));
                for (int j = 0; j < column.known.length; j++) {
                    column.known[j] = 1;
                    column.longs[j] =
                            column.dictionary.add("customer " + random.nextInt(100_000_000) + "@mail.example");
                }
                blocks[i] = BlockCodec.encode(column, 0, column.known.length);
            }
        }
        return blocks;
    }
}
