package siyu.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import siyu.fact.Column;
import siyu.fact.Type;
import siyu.store.BlockCodec;
import siyu.store.Scratch;

/** Speed and size of packed blocks of 8,192 rows, one thread, medians of rounds. Run it with {@code -cp} of the test classes. */
public final class BlockCodecBench {
    private static final int ROWS = 8192;
    private static final int BLOCKS = 64;
    private static final int ROUNDS = 41;

    private BlockCodecBench() {}

    public static void main(String[] arguments) {
        SplittableRandom random = new SplittableRandom(1);
        System.out.printf("%-22s %9s %12s %12s%n", "values", "bits/row", "encode M/s", "decode M/s");
        long[] prices = random.longs(200, 100, 500_000).toArray();
        long[] clock = {1_700_000_000_000_000L};
        numbers("small (0 to 99)", i -> random.nextLong(100));
        numbers("random 20 bits", i -> random.nextLong(1 << 20));
        numbers("random 63 bits", i -> random.nextLong() >>> 1);
        numbers("counter", i -> i);
        numbers("money, list of prices", i -> prices[random.nextInt(prices.length)]);
        numbers("times, whole seconds", i -> 1_700_000_000_000_000L + random.nextInt(31_536_000) * 1_000_000L);
        numbers("times, ascending", i -> clock[0] += random.nextInt(60_000_000));
        column("boolean", Type.BOOLEAN, (column, i) -> column.longs[i] = random.nextInt(2));
        column("coordinates", Type.DECIMAL, (column, i) -> column.doubles[i] = random.nextInt(180_000_000) / 1e6);
        column("decimals, any", Type.DECIMAL, (column, i) -> column.doubles[i] = random.nextDouble());
        column("half unknown", Type.INTEGER, (column, i) -> {
            column.known[i] = (byte) random.nextInt(2);
            column.longs[i] = column.known[i] * random.nextLong(1000);
        });
        column("text, 20 distinct", Type.TEXT, (column, i) -> {
            while (column.dictionary.size() < 20) {
                column.dictionary.add("channel " + column.dictionary.size());
            }
            column.longs[i] = random.nextInt(20);
        });
        column(
                "text, ids in order",
                Type.TEXT,
                (column, i) -> column.longs[i] = column.dictionary.add("C" + (10_000_000 + i)));
        column(
                "text, random",
                Type.TEXT,
                (column, i) -> column.longs[i] = column.dictionary.add(Long.toString(random.nextLong() >>> 1, 36)));
    }

    private interface Value {
        long at(int row);
    }

    private interface Filler {
        void fill(Column column, int row);
    }

    private static void numbers(String name, Value value) {
        long[] values = new long[ROWS * BLOCKS];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.at(i);
        }
        byte[][] blocks = new byte[BLOCKS][];
        double encode = median(block -> blocks[block] = BlockCodec.encode(values, block * ROWS, (block + 1) * ROWS));
        long[] into = new long[ROWS];
        Scratch scratch = new Scratch();
        double decode = median(block -> BlockCodec.decode(blocks[block], into, 0, scratch));
        print(name, blocks, encode, decode);
    }

    private static void column(String name, Type type, Filler filler) {
        Column column = new Column(type, ROWS * BLOCKS);
        for (int i = 0; i < ROWS * BLOCKS; i++) {
            column.known[i] = 1;
            filler.fill(column, i);
        }
        byte[][] blocks = new byte[BLOCKS][];
        double encode = median(block -> blocks[block] = BlockCodec.encode(column, block * ROWS, (block + 1) * ROWS));
        Column into = new Column(type, ROWS);
        Scratch scratch = new Scratch();
        double decode = median(block -> {
            into.dictionary.clear();
            BlockCodec.decode(blocks[block], type, into, 0, scratch);
        });
        print(name, blocks, encode, decode);
    }

    /** Millions of rows a second. */
    private static double median(IntConsumer work) {
        double[] times = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int block = 0; block < BLOCKS; block++) {
                work.accept(block);
            }
            times[round] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        return ROWS * BLOCKS * 1000.0 / times[ROUNDS / 2];
    }

    private static void print(String name, byte[][] blocks, double encode, double decode) {
        long bytes = 0;
        for (byte[] block : blocks) {
            bytes += block.length;
        }
        System.out.printf("%-22s %9.2f %12.0f %12.0f%n", name, bytes * 8.0 / (ROWS * BLOCKS), encode, decode);
    }
}
