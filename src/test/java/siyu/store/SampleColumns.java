package siyu.store;

import java.util.SplittableRandom;
import siyu.fact.Column;
import siyu.fact.Type;

/** Random columns of every shape the codec knows a trick for, and of those it does not. */
final class SampleColumns {
    private SampleColumns() {}

    static Column random(Type type, int rows, SplittableRandom random) {
        Column column = new Column(type, rows);
        int unknown = random.nextInt(3) == 0 ? random.nextInt(101) : random.nextInt(2) * 100;
        for (int i = 0; i < rows; i++) {
            column.known[i] = (byte) (random.nextInt(100) < unknown ? 0 : 1);
        }
        switch (type.kind()) {
            case BOOLEAN -> fill(column, () -> random.nextInt(2));
            case WORD -> fill(column, () -> random.nextInt(type.words().size()));
            case DECIMAL -> decimals(column, random);
            case TEXT -> texts(column, random);
            case INTEGER, MONEY, DATE, TIME -> {
                long[] values = numbers(rows, random);
                for (int i = 0; i < rows; i++) {
                    column.longs[i] = column.known[i] == 0 ? 0 : values[i];
                }
            }
        }
        return column;
    }

    private static void fill(Column column, java.util.function.LongSupplier value) {
        for (int i = 0; i < column.known.length; i++) {
            column.longs[i] = column.known[i] == 0 ? 0 : value.getAsLong();
        }
    }

    static long[] numbers(int rows, SplittableRandom random) {
        long[] values = new long[rows];
        int shape = random.nextInt(10);
        long base = random.nextLong() >> random.nextInt(64);
        long step = random.nextInt(1, 2_000_000);
        long[] few = random.longs(1 + random.nextInt(40)).toArray();
        int width = random.nextInt(64);
        for (int i = 0; i < rows; i++) {
            values[i] = switch (shape) {
                case 0 -> base;
                case 1 -> base + random.nextInt(1000);
                case 2 -> base + i * step;
                case 3 -> base + i * step + random.nextInt(50);
                case 4 -> random.nextInt(100) == 0 ? random.nextLong() : random.nextInt(5);
                case 5 -> base + random.nextInt(100_000) * 1_000_000L;
                case 6 -> few[random.nextInt(few.length)];
                case 7 -> random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE;
                case 8 -> i == 0 ? base : values[i - 1] + (random.nextLong() >>> (63 - width / 2));
                default -> random.nextLong() >>> width;
            };
        }
        return values;
    }

    private static void decimals(Column column, SplittableRandom random) {
        int shape = random.nextInt(5);
        double[] special = {0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, -1.5, 1e-300, 0.1, 1e16, 9007199254740994.0};
        for (int i = 0; i < column.known.length; i++) {
            double value = switch (shape) {
                case 0 -> random.nextInt(1_000_000) / 100.0;
                case 1 -> random.nextInt(-180_000_000, 180_000_000) / 1e6;
                case 2 -> random.nextDouble(-1e9, 1e9);
                case 3 -> special[random.nextInt(special.length)];
                default -> random.nextInt(10);
            };
            column.doubles[i] = column.known[i] == 0 ? 0 : value;
        }
    }

    private static void texts(Column column, SplittableRandom random) {
        int shape = random.nextInt(11);
        int odd = random.nextInt(50);
        String[] few = {
            "", "微信", "app", "branch", "😀", "a very long text that goes on for some time and then some more"
        };
        if (shape == 6) {
            for (String text : few) {
                column.dictionary.add(text);
            }
        }
        for (int i = 0; i < column.known.length; i++) {
            if (column.known[i] == 0) {
                continue;
            }
            column.longs[i] = switch (shape) {
                case 0 -> column.dictionary.add(few[random.nextInt(few.length)]);
                case 1 -> column.dictionary.add(String.format("C%07d", random.nextInt(10_000_000)));
                case 2 -> column.dictionary.add("1" + random.nextLong(1_000_000_000_000_000L, 9_999_999_999_999_999L));
                case 3 -> column.dictionary.add(Long.toString(random.nextLong() >>> random.nextInt(60), 36));
                case 4 -> column.dictionary.add("客户" + random.nextInt(10, 100));
                case 5 -> column.dictionary.add("x".repeat(random.nextInt(30)) + random.nextInt(3));
                case 7 ->
                    column.dictionary.add(String.format("E%08d-%d", random.nextInt(100_000_000), random.nextInt(200)));
                case 8 -> column.dictionary.add(composed(random) + (random.nextInt(20_000) == odd ? "0" : ""));
                case 9 ->
                    column.dictionary.add("A" + random.nextInt(3) + zeros(random, odd) + random.nextInt(90) + "號");
                case 10 -> column.dictionary.add((random.nextLong() >>> random.nextInt(1, 60)) + "." + (i % 9) + "..");
                default -> random.nextInt(few.length);
            };
        }
    }

    /** With numbers of one width and of several. */
    private static String composed(SplittableRandom random) {
        return String.format("%03d/%d-%02d", random.nextInt(1000), random.nextInt(1_000_000), random.nextInt(100));
    }

    private static String zeros(SplittableRandom random, int odd) {
        return random.nextInt(1000) == odd ? "-0" : "-";
    }
}
