package siyu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import siyu.core.Failure;
import siyu.fact.Column;
import siyu.fact.Type;

class BlockCodecTest {
    private static final List<Type> TYPES = List.of(
            Type.BOOLEAN,
            Type.INTEGER,
            Type.DECIMAL,
            Type.MONEY,
            Type.TEXT,
            Type.DATE,
            Type.TIME,
            Type.word(List.of("low", "middle", "high")));

    @Test
    void columnsOfAllTypesAndShapesComeBackExactly() {
        long seed = 20261122;
        SplittableRandom random = new SplittableRandom(seed);
        Scratch scratch = new Scratch();
        for (int round = 0; round < 6000; round++) {
            Type type = TYPES.get(round % TYPES.size());
            Column column = SampleColumns.random(type, random.nextInt(5) == 0 ? 3000 : random.nextInt(300), random);
            int rows = column.known.length;
            int from = rows == 0 ? 0 : random.nextInt(rows);
            int to = from + random.nextInt(rows - from + 1);
            if (random.nextBoolean()) {
                from = 0;
                to = rows;
            }
            byte[] block = BlockCodec.encode(column, from, to);
            Column back = new Column(type, random.nextInt(10));
            int at = random.nextInt(20);
            back.dictionary.add("already there");
            String words = "seed " + seed + " round " + round + " " + type;
            assertThat(BlockCodec.rows(block)).as(words).isEqualTo(to - from);
            assertThat(BlockCodec.decode(block, type, back, at, scratch))
                    .as(words)
                    .isEqualTo(to - from);
            for (int i = from; i < to; i++) {
                if (column.known[i] != back.known[at + i - from]) {
                    throw new AssertionError(words + " row " + i + " known");
                }
                Object expected = column.get(i);
                Object actual = back.get(at + i - from);
                boolean same = expected instanceof Double one && actual instanceof Double other
                        ? Double.doubleToRawLongBits(one) == Double.doubleToRawLongBits(other)
                        : java.util.Objects.equals(expected, actual);
                if (!same) {
                    throw new AssertionError(words + " row " + i + ": " + expected + " came back as " + actual);
                }
                if (expected == null && type.kind() != Type.Kind.DECIMAL && back.longs[at + i - from] != 0) {
                    throw new AssertionError(words + " row " + i + ": unknown but not 0");
                }
            }
        }
    }

    @Test
    void numbersOfAllShapesComeBackExactly() {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 4000; round++) {
            long[] values = SampleColumns.numbers(random.nextInt(4) == 0 ? 4000 : random.nextInt(400), random);
            byte[] block = BlockCodec.encode(values, 0, values.length);
            long[] back = new long[values.length + 3];
            assertThat(BlockCodec.decode(block, back, 2)).isEqualTo(values.length);
            assertThat(Arrays.copyOfRange(back, 2, 2 + values.length))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(values);
        }
    }

    /** Rows from the middle are the same alone as with all others. */
    @Test
    void anyRowsOfAColumnAreReadAlone() {
        long seed = 20261129;
        SplittableRandom random = new SplittableRandom(seed);
        Scratch scratch = new Scratch();
        for (int round = 0; round < 6000; round++) {
            Type type = TYPES.get(round % TYPES.size());
            Column column = SampleColumns.random(type, random.nextInt(5) == 0 ? 3000 : random.nextInt(300), random);
            int rows = column.known.length;
            byte[] block = BlockCodec.encode(column, 0, rows);
            Column all = new Column(type, 0);
            BlockCodec.decode(block, type, all, 0, scratch);
            for (int[] slice : slices(rows, random)) {
                Column some = new Column(type, random.nextInt(10));
                some.dictionary.add("already there");
                int at = random.nextInt(20);
                BlockCodec.decode(block, slice[0], slice[1], type, some, at, scratch);
                for (int row = slice[0]; row < slice[1]; row++) {
                    int other = at + row - slice[0];
                    boolean same = all.known[row] == some.known[other]
                            && (type.kind() == Type.Kind.DECIMAL
                                    ? Double.doubleToRawLongBits(all.doubles[row])
                                            == Double.doubleToRawLongBits(some.doubles[other])
                                    : java.util.Objects.equals(all.get(row), some.get(other))
                                            && (all.known[row] != 0 || some.longs[other] == 0));
                    if (!same) {
                        throw new AssertionError("seed " + seed + " round " + round + " " + type + " rows " + slice[0]
                                + " to " + slice[1] + " of " + rows + ": row " + row + " is " + some.get(other)
                                + " alone and " + all.get(row) + " with all");
                    }
                }
            }
        }
    }

    @Test
    void anyNumbersAreReadAlone() {
        long seed = 11;
        SplittableRandom random = new SplittableRandom(seed);
        Scratch scratch = new Scratch();
        for (int round = 0; round < 4000; round++) {
            long[] values = SampleColumns.numbers(random.nextInt(4) == 0 ? 4000 : random.nextInt(400), random);
            byte[] block = BlockCodec.encode(values, 0, values.length);
            for (int[] slice : slices(values.length, random)) {
                // Whatever lies around the rows stays.
                long[] back = new long[slice[1] - slice[0] + 4];
                Arrays.fill(back, 77);
                BlockCodec.decode(block, slice[0], slice[1], back, 2, scratch);
                assertThat(Arrays.copyOfRange(back, 2, back.length - 2))
                        .as("seed %d round %d rows %d to %d", seed, round, slice[0], slice[1])
                        .isEqualTo(Arrays.copyOfRange(values, slice[0], slice[1]));
                assertThat(new long[] {back[0], back[1], back[back.length - 2], back[back.length - 1]})
                        .containsOnly(77);
            }
        }
    }

    /** None, the first, the last, all of them, and some that begin and end anywhere. */
    private static int[][] slices(int rows, SplittableRandom random) {
        int from = random.nextInt(rows + 1);
        int few = Math.min(rows, from + random.nextInt(20));
        int many = random.nextInt(from, rows + 1);
        return new int[][] {
            {0, 0},
            {rows, rows},
            {from, from},
            {0, Math.min(1, rows)},
            {Math.max(0, rows - 1), rows},
            {0, rows},
            {0, from},
            {from, few},
            {from, many}
        };
    }

    @Test
    void aTextIsFoundInEveryForm() {
        long seed = 17;
        SplittableRandom random = new SplittableRandom(seed);
        Scratch scratch = new Scratch();
        for (int round = 0; round < 3000; round++) {
            Column column = SampleColumns.random(Type.TEXT, random.nextInt(200), random);
            int rows = column.known.length;
            byte[] block = BlockCodec.encode(column, 0, rows);
            List<String> wanted = new java.util.ArrayList<>(List.of("", "C0000001", "C" + "0".repeat(30), "客户1x"));
            for (int i = 0; i < 5 && rows > 0; i++) {
                if (column.get(random.nextInt(rows)) instanceof String text) {
                    wanted.add(text);
                    wanted.add(text + "0");
                    wanted.add("X" + text.substring(Math.min(1, text.length())));
                }
            }
            for (String text : wanted) {
                int expected = -1;
                for (int row = rows - 1; row >= 0; row--) {
                    expected = text.equals(column.get(row)) ? row : expected;
                }
                assertThat(BlockCodec.find(block, text.getBytes(java.nio.charset.StandardCharsets.UTF_8), scratch))
                        .as("seed %d round %d '%s'", seed, round, text)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void rowsThatABlockDoesNotHaveAreRefused() {
        Column column = new Column(Type.INTEGER, 9);
        byte[] block = BlockCodec.encode(column, 0, 9);
        byte[] numbers = BlockCodec.encode(new long[9], 0, 9);
        for (int[] slice : new int[][] {{0, 10}, {10, 10}, {-1, 2}, {5, 4}}) {
            assertThatThrownBy(() -> BlockCodec.decode(
                            block, slice[0], slice[1], Type.INTEGER, new Column(Type.INTEGER, 0), 0, new Scratch()))
                    .isInstanceOf(Failure.class);
            assertThatThrownBy(() -> BlockCodec.decode(numbers, slice[0], slice[1], new long[20], 0, new Scratch()))
                    .isInstanceOf(Failure.class);
        }
    }

    @Test
    void everyWidthComesBack() {
        for (int width = 0; width <= 64; width++) {
            for (int count : new int[] {1, 2, 7, 8, 9, 127, 128, 129, 1000}) {
                SplittableRandom random = new SplittableRandom(width * 31L + count);
                long[] values = new long[count];
                for (int i = 0; i < count; i++) {
                    values[i] = width == 0 ? 5 : random.nextLong() >>> (64 - width);
                }
                long[] back = new long[count];
                BlockCodec.decode(BlockCodec.encode(values, 0, count), back, 0);
                assertThat(back).as("width %d count %d", width, count).isEqualTo(values);
            }
        }
    }

    @Test
    void regularColumnsTakeFewBytes() {
        long[] times = new long[8192];
        long[] prices = new long[8192];
        long[] outliers = new long[8192];
        SplittableRandom random = new SplittableRandom(1);
        long[] list = random.longs(60, 100, 10_000_000).toArray();
        for (int i = 0; i < times.length; i++) {
            times[i] = 1_700_000_000_000_000L + random.nextInt(86_400 * 30) * 1_000_000L;
            prices[i] = list[random.nextInt(list.length)];
            outliers[i] = i % 1000 == 999 ? Long.MAX_VALUE - i : random.nextInt(4);
        }
        // Whole seconds of a month take 22 bits, not the 42 of their microseconds.
        assertThat(BlockCodec.encode(times, 0, 8192).length).isLessThan(8192 * 22 / 8 + 64);
        assertThat(BlockCodec.encode(prices, 0, 8192).length).isLessThan(8192 * 6 / 8 + 600);
        assertThat(BlockCodec.encode(outliers, 0, 8192).length).isLessThan(8192 * 2 / 8 + 9 * 1024 + 1024);
        assertThat(BlockCodec.encode(new long[8192], 0, 8192).length).isLessThan(30);
        Column ids = new Column(Type.TEXT, 8192);
        for (int i = 0; i < 8192; i++) {
            ids.longs[i] = ids.dictionary.add(String.format("C%07d", i));
            ids.known[i] = 1;
        }
        assertThat(BlockCodec.encode(ids, 0, 8192).length).isLessThan(40);
    }

    @Test
    void idsOfEventsTakeAByteOrTwo() {
        Column ids = new Column(Type.TEXT, 8192);
        for (int i = 0; i < 8192; i++) {
            ids.longs[i] = ids.dictionary.add(String.format("E%08d-%d", 4000 + i / 5, i % 5 * 3));
            ids.known[i] = 1;
        }
        assertThat(BlockCodec.encode(ids, 0, 8192).length).isLessThan(2 * 8192);
        // One text that would not come back from numbers alone, wherever it stands.
        for (String other :
                List.of("E4000-07", "E00004000-", "E00004000-1 ", "e00004000-1", "E00004000-1234567890123456789")) {
            for (int row : new int[] {0, 100, 8191}) {
                long before = ids.longs[row];
                ids.longs[row] = ids.dictionary.add(other);
                Column back = new Column(Type.TEXT, 0);
                BlockCodec.decode(BlockCodec.encode(ids, 0, 8192), Type.TEXT, back, 0);
                for (int i = 0; i < 8192; i++) {
                    assertThat(back.get(i)).isEqualTo(ids.get(i));
                }
                ids.longs[row] = before;
            }
        }
    }

    @Test
    void everyFlippedBitIsDetected() {
        SplittableRandom random = new SplittableRandom(99);
        for (Type type : TYPES) {
            byte[] block = BlockCodec.encode(SampleColumns.random(type, 60, random), 0, 60);
            for (int bit = 0; bit < block.length * 8; bit++) {
                refusesFlip(block, bit, type);
            }
            byte[] large = BlockCodec.encode(SampleColumns.random(type, 5000, random), 0, 5000);
            for (int i = 0; i < 300; i++) {
                refusesFlip(large, random.nextInt(large.length * 8), type);
            }
        }
    }

    private static void refusesFlip(byte[] block, int bit, Type type) {
        byte[] copy = block.clone();
        copy[bit >> 3] ^= (byte) (1 << (bit & 7));
        assertThatThrownBy(() -> BlockCodec.decode(copy, type, new Column(type, 0), 0))
                .as("%s bit %d of %d bytes", type, bit, block.length)
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> BlockCodec.decode(copy, 3, 4, type, new Column(type, 0), 0, new Scratch()))
                .as("%s bit %d of %d bytes", type, bit, block.length)
                .isInstanceOf(Failure.class);
    }

    @Test
    void everyTruncationAndEveryAddedByteIsDetected() {
        SplittableRandom random = new SplittableRandom(5);
        for (Type type : TYPES) {
            byte[] block = BlockCodec.encode(SampleColumns.random(type, 200, random), 0, 200);
            for (int length = 0; length <= block.length + 9; length++) {
                if (length == block.length) {
                    continue;
                }
                byte[] other = Arrays.copyOf(block, length);
                assertThatThrownBy(() -> BlockCodec.decode(other, type, new Column(type, 0), 0))
                        .as("%s %d of %d bytes", type, length, block.length)
                        .isInstanceOf(Failure.class);
                assertThatThrownBy(() -> BlockCodec.check(other)).isInstanceOf(Failure.class);
            }
        }
    }

    /** Bytes that were made to have a right checksum: whatever they say, the answer is a Failure or some rows, at once. */
    @Test
    void hostileBytesWithRightChecksumsAreFailuresOrRows() {
        long seed = 4711;
        SplittableRandom random = new SplittableRandom(seed);
        Scratch scratch = new Scratch();
        int refused = 0;
        for (int round = 0; round < 60_000; round++) {
            Type type = TYPES.get(round % TYPES.size());
            byte[] block = BlockCodec.encode(SampleColumns.random(type, random.nextInt(400), random), 0, 0);
            if (round % 64 < 60) {
                Column column = SampleColumns.random(type, random.nextInt(200), random);
                block = BlockCodec.encode(column, 0, column.known.length);
            }
            int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes; i++) {
                int at = random.nextInt(3, block.length - 8);
                // Keep the row count small here, so that the test is about form and not about memory.
                if (at < 5 || at > 7) {
                    block[at] = (byte) random.nextInt(256);
                }
            }
            seal(block);
            try {
                Column into = new Column(type, 0);
                int rows = BlockCodec.decode(block, type, into, 0, scratch);
                for (int i = 0; i < Math.min(rows, 50); i++) {
                    into.get(i);
                }
                some(block, type, rows, random, scratch);
                if (type.kind() == Type.Kind.BOOLEAN) {
                    BlockCodec.decode(block, type, Column.bits(0), 0, scratch);
                }
            } catch (Failure expected) {
                refused++;
            } catch (RuntimeException defect) {
                throw new AssertionError("seed " + seed + " round " + round + " " + type, defect);
            }
        }
        assertThat(refused).isGreaterThan(10_000);
    }

    /** Fewer rows are no way around a check: what all of them can be read of, some can. */
    private static void some(byte[] block, Type type, int rows, SplittableRandom random, Scratch scratch) {
        int from = random.nextInt(rows + 1);
        int to = random.nextInt(from, rows + 1);
        Column into = new Column(type, 0);
        BlockCodec.decode(block, from, to, type, into, 0, scratch);
        for (int i = 0; i < to - from; i++) {
            into.get(i);
        }
    }

    static void seal(byte[] block) {
        CRC32C crc = new CRC32C();
        crc.update(block, 0, block.length - 4);
        int value = (int) crc.getValue();
        for (int i = 0; i < 4; i++) {
            block[block.length - 4 + i] = (byte) (value >>> (8 * i));
        }
    }

    @Test
    void otherKindsWordsAndVersionsHaveTheirOwnCodes() {
        Column column = new Column(Type.INTEGER, 3);
        Arrays.fill(column.known, (byte) 1);
        column.longs[1] = 7;
        byte[] block = BlockCodec.encode(column, 0, 3);
        assertThatThrownBy(() -> BlockCodec.decode(block, Type.DATE, new Column(Type.DATE, 3), 0))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.problems().get(0).code()).isEqualTo(StoreCode.BLOCK_TYPE);
                    assertThat(failure).hasMessage("a packed block holds integer where date belongs");
                });
        Type three = Type.word(List.of("a", "b", "c"));
        Column words = new Column(three, 1);
        words.known[0] = 1;
        words.longs[0] = 2;
        byte[] wordBlock = BlockCodec.encode(words, 0, 1);
        Type two = Type.word(List.of("a", "b"));
        assertThatThrownBy(() -> BlockCodec.decode(wordBlock, two, new Column(two, 1), 0))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.problems().get(0).code()).isEqualTo(StoreCode.BLOCK_TYPE));
        byte[] newer = block.clone();
        newer[1] = 2;
        seal(newer);
        assertThatThrownBy(() -> BlockCodec.decode(newer, Type.INTEGER, new Column(Type.INTEGER, 3), 0))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.problems().get(0).code()).isEqualTo(StoreCode.NEWER));
        assertThatThrownBy(() -> BlockCodec.decode(BlockCodec.encode(new long[9], 0, 9), new long[8], 0))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.problems().get(0).code()).isEqualTo(StoreCode.BLOCK_DAMAGED));
    }
}
