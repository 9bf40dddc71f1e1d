package siyu.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FrontierTest {
    /** Against a look at all pairs, with many ties. */
    @Test
    void onItIsWhatNoOtherBeats() {
        Random random = new Random(1);
        for (int round = 0; round < 2000; round++) {
            int size = random.nextInt(12);
            long[] costs = random.longs(size, 0, 5).toArray();
            long[] results = random.longs(size, 0, 5).toArray();
            boolean[] on = Frontier.of(costs, results);
            for (int i = 0; i < size; i++) {
                boolean beaten = false;
                for (int j = 0; j < size; j++) {
                    beaten |= costs[j] <= costs[i]
                            && results[j] >= results[i]
                            && (costs[j] < costs[i] || results[j] > results[i]);
                }
                assertThat(on[i]).as("%d of round %d", i, round).isEqualTo(!beaten);
            }
        }
    }
}
