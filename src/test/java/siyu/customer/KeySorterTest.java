package siyu.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeySorterTest {
    @Test
    void sortsKeysOfOnePart() {
        long seed = 5;
        SplittableRandom random = new SplittableRandom(seed);
        KeySorter sorter = new KeySorter();
        for (int round = 0; round < 200; round++) {
            long part = EventKeys.firstOf(random.nextInt(EventKeys.PARTS));
            // Narrow ones have many equal hashes.
            long mask = (1L << random.nextInt(1, 49)) - 1;
            long[] keys = new long[random.nextInt(6000)];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = part | Long.rotateLeft(random.nextLong() & mask, round % 2 * 10) & 0xFFFF_FFFF_FFFFL;
            }
            long[] expected = keys.clone();
            Arrays.sort(expected);
            sorter.sort(keys);
            assertThat(keys).as("seed %d round %d", seed, round).isEqualTo(expected);
        }
    }
}
