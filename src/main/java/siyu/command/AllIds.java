package siyu.command;

import java.util.BitSet;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Texts;
import siyu.fact.Vocabulary;

/** External ids by customer number, asked in any order: all are read at once when the first is asked for. */
final class AllIds implements IntFunction<String> {
    private final World world;
    private Texts @Nullable [] ranges;

    AllIds(World world) {
        this.world = world;
    }

    @Override
    public String apply(int customer) {
        if (ranges == null) {
            ranges = read();
        }
        return ranges[customer / Population.RANGE].get(customer % Population.RANGE);
    }

    private Texts[] read() {
        int size = world.population().size();
        Texts[] all = new Texts[(size + Population.RANGE - 1) / Population.RANGE];
        BitSet id = new BitSet();
        id.set(Vocabulary.CUSTOMER_ID);
        world.population().scan(new Needs(id, new BitSet()), world.asOf(), () -> block -> {
            Column column = Objects.requireNonNull(block.attributes[Vocabulary.CUSTOMER_ID]);
            Texts texts = new Texts(block.size, 12 * block.size);
            for (int row = 0; row < block.size; row++) {
                int text = (int) column.longs[row];
                texts.add(column.dictionary.bytes(), column.dictionary.start(text), column.dictionary.end(text));
            }
            all[block.first / Population.RANGE] = texts;
        });
        return all;
    }
}
