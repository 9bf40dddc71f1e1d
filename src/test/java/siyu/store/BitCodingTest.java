package siyu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import siyu.core.Failure;
import siyu.fact.Column;
import siyu.fact.Type;

class BitCodingTest {
    @Test
    void booleansReadAsBitsAreThoseReadAsNumbers() {
        Scratch scratch = new Scratch();
        for (int seed = 0; seed < 3000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Column bits = Column.bits(random.nextInt(3) * 100);
            Column numbers = new Column(Type.BOOLEAN, 0);
            int at = 0;
            int end = 0;
            for (int piece = random.nextInt(3); piece >= 0; piece--) {
                // Pieces of a column begin at whole words.
                int rows = piece == 0 ? random.nextInt(1, 700) : 64 * random.nextInt(1, 12);
                byte[] block = BlockCodec.encode(booleans(rows, random), 0, rows);
                assertThat(BlockCodec.decode(block, Type.BOOLEAN, bits, at, scratch))
                        .isEqualTo(rows);
                BlockCodec.decode(block, Type.BOOLEAN, numbers, at, scratch);
                end = at + rows;
                at = end;
            }
            for (int row = 0; row < end; row++) {
                assertThat(bits.get(row)).as("seed %s, row %s", seed, row).isEqualTo(numbers.get(row));
            }
        }
    }

    /** Of all densities, alone or in runs. */
    private static Column booleans(int rows, SplittableRandom random) {
        Column column = new Column(Type.BOOLEAN, rows);
        int[] percents = {0, 1, 50, 99, 100};
        int known = percents[random.nextInt(percents.length)];
        int yes = percents[random.nextInt(percents.length)];
        int run = random.nextBoolean() ? 1 : 200;
        for (int row = 0; row < rows; row++) {
            boolean same = row > 0 && random.nextInt(run) > 0;
            column.known[row] = same ? column.known[row - 1] : (byte) (random.nextInt(100) < known ? 1 : 0);
            long value = same && column.known[row - 1] == 1 ? column.longs[row - 1] : random.nextInt(100) < yes ? 1 : 0;
            column.longs[row] = column.known[row] == 1 ? value : 0;
        }
        return column;
    }

    @Test
    void bitsGoToTheOnesOfAMaskInOrder() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            long mask = random.nextLong() & (random.nextBoolean() ? random.nextLong() : -1)
                    | (random.nextBoolean() ? random.nextLong() : 0);
            long bits = random.nextLong();
            long expected = 0;
            int next = 0;
            for (int row = 0; row < Long.SIZE; row++) {
                if ((mask >>> row & 1) == 1) {
                    expected |= (bits >>> next++ & 1) << row;
                }
            }
            assertThat(BitCoding.expand(bits, mask)).isEqualTo(expected);
        }
        assertThat(BitCoding.expand(5, 0)).isZero();
        assertThat(BitCoding.expand(5, -1)).isEqualTo(5);
    }

    @Test
    void aNumberThatIsNoBooleanIsRefused() {
        for (long[] values : new long[][] {{2, 2, 2}, {0, 1, 2}, {-1, 0, 0}, {7, 7, 7}}) {
            Column numbers = new Column(Type.INTEGER, values.length);
            numbers.longs = values;
            Arrays.fill(numbers.known, (byte) 1);
            byte[] block = BlockCodec.encode(numbers, 0, values.length);
            block[2] = BlockCodec.encode(new Column(Type.BOOLEAN, 1), 0, 1)[2];
            BlockCodecTest.seal(block);
            assertThatThrownBy(() -> BlockCodec.decode(block, Type.BOOLEAN, Column.bits(3), 0))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure ->
                                    assertThat(failure.problems().get(0).code()).isEqualTo(StoreCode.BLOCK_TYPE));
        }
    }

    @Test
    void halfABlockIsNoMatterOfBits() {
        byte[] block = BlockCodec.encode(booleans(100, new SplittableRandom(1)), 0, 100);
        assertThatThrownBy(() -> BlockCodec.decode(block, 3, 50, Type.BOOLEAN, Column.bits(100), 0, new Scratch()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
