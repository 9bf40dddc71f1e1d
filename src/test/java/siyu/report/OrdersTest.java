package siyu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import siyu.fact.Column;
import siyu.fact.EventBlock;
import siyu.fact.Type;

/** How many orders purchases are, against a set of their texts. */
final class OrdersTest {
    @Test
    void asManyAsDifferentTexts() {
        SplittableRandom random = new SplittableRandom(20261129);
        Orders orders = new Orders(0);
        Orders none = new Orders(-1);
        for (int round = 0; round < 300; round++) {
            int size = random.nextInt(1 + round);
            Column column = new Column(Type.TEXT, size);
            Set<String> texts = new HashSet<>();
            int without = 0;
            for (int row = 0; row < size; row++) {
                String text = random.nextInt(8) == 0 ? "" : "O" + random.nextInt(1 + size);
                // A text may be in the dictionary more than once.
                column.longs[row] = column.dictionary.add(text);
                column.known[row] = (byte) (random.nextInt(8) == 0 ? 0 : 1);
                if (column.known[row] == 0 || text.isEmpty()) {
                    without++;
                } else {
                    texts.add(text);
                }
            }
            EventBlock events = new EventBlock(new int[] {0, size}, new short[size], new Column[] {column});
            orders.block(events);
            none.block(events);
            for (int row = 0; row < size; row++) {
                orders.add(row);
                none.add(row);
            }
            assertThat(orders.count()).isEqualTo(without + texts.size());
            assertThat(orders.count()).isZero();
            assertThat(none.count()).isEqualTo(size);
        }
    }
}
