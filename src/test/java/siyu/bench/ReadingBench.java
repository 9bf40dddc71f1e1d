package siyu.bench;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import siyu.fact.Attribute;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.importing.RecordChunk;
import siyu.importing.RecordReader;

/**
 * Rows a second of reading files into typed chunks: {@code ReadingBench DIRECTORY [ROUNDS [THREADS…]]}, where the directory
 * holds {@code customers.csv} and {@code events.csv}.
 */
public final class ReadingBench {
    private ReadingBench() {}

    static Vocabulary vocabulary() {
        Map<String, List<Attribute>> kinds = new LinkedHashMap<>();
        kinds.put("purchase", List.of(new Attribute("category", Type.TEXT, false)));
        kinds.put("login", List.of());
        kinds.put("card_bound", List.of());
        return new Vocabulary(
                ZoneId.of("Asia/Shanghai"),
                "CNY",
                2,
                List.of(
                        new Attribute("app_installed", Type.BOOLEAN, false),
                        new Attribute("debit_card", Type.BOOLEAN, false),
                        new Attribute("credit_card", Type.BOOLEAN, false),
                        new Attribute("risk", Type.word(List.of("conservative", "balanced", "aggressive")), false),
                        new Attribute("aum", Type.MONEY, false)),
                kinds);
    }

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int[] threads = arguments.length > 2
                ? java.util.Arrays.stream(arguments)
                        .skip(2)
                        .mapToInt(Integer::parseInt)
                        .toArray()
                : new int[] {1, 4};
        for (int count : threads) {
            for (RecordReader.Of of : RecordReader.Of.values()) {
                for (int round = 0; round < rounds; round++) {
                    round(directory, of, count);
                }
            }
        }
    }

    private static void round(Path directory, RecordReader.Of of, int threads) {
        String file = of == RecordReader.Of.EVENTS ? "events.csv" : "customers.csv";
        long[] sum = new long[1];
        com.sun.management.OperatingSystemMXBean system =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long processor = system.getProcessCpuTime();
        long start = System.nanoTime();
        RecordReader.Result result = RecordReader.read(
                of,
                vocabulary(),
                RecordReader.Options.of(List.of(file)),
                RecordReader.Setting.of(directory, InputStream.nullInputStream())
                        .threads(threads),
                new RecordReader.Consumer() {
                    @Override
                    public void ordered(RecordChunk chunk) {
                        sum[0] += chunk.rows();
                    }
                });
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%s threads=%d rows=%d %.3f s  %.2f M rows/s  %.0f MB/s  %.0f ns of processor a row%n",
                file,
                threads,
                result.rows(),
                seconds,
                result.rows() / seconds / 1e6,
                result.bytes() / seconds / 1e6,
                (system.getProcessCpuTime() - processor) / (double) result.rows());
    }
}
