package siyu.command;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import siyu.customer.IdTable;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Vocabulary;

/** Numbers of customers by their external ids: a few are looked up one by one, many in a table of all. */
final class CustomerNumbers {
    private static final int FEW = 50;

    private final World world;
    private int asked;
    private @Nullable IdTable table;

    CustomerNumbers(World world) {
        this.world = world;
    }

    /** The number of a customer, or -1. */
    int of(String id) {
        if (table == null && asked++ < FEW) {
            return world.population().number(id);
        }
        if (table == null) {
            table = all();
        }
        byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
        return table.find(utf8, 0, utf8.length);
    }

    private IdTable all() {
        Population population = world.population();
        IdTable ids = new IdTable(population.size());
        BitSet id = new BitSet();
        id.set(Vocabulary.CUSTOMER_ID);
        Needs needs = new Needs(id, new BitSet());
        for (int range = 0; range * Population.RANGE < population.size(); range++) {
            CustomerBlock block = population.range(range, needs, world.asOf());
            Column column = java.util.Objects.requireNonNull(block.attributes[Vocabulary.CUSTOMER_ID]);
            for (int row = 0; row < block.size; row++) {
                int text = (int) column.longs[row];
                ids.add(column.dictionary.bytes(), column.dictionary.start(text), column.dictionary.end(text));
            }
        }
        return ids;
    }
}
