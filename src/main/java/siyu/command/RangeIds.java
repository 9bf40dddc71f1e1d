package siyu.command;

import java.util.BitSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Vocabulary;

/** External ids by customer number; asked in order of number, each range is read once. */
final class RangeIds implements IntFunction<String> {
    private final Population population;
    private final AsOf asOf;
    private final Needs needs;
    private @Nullable CustomerBlock block;

    RangeIds(Population population, AsOf asOf) {
        this.population = population;
        this.asOf = asOf;
        BitSet id = new BitSet();
        id.set(Vocabulary.CUSTOMER_ID);
        this.needs = new Needs(id, new BitSet());
    }

    @Override
    public String apply(int customer) {
        CustomerBlock at = block;
        if (at == null || customer < at.first || customer >= at.first + at.size) {
            at = population.range(customer / Population.RANGE, needs, asOf);
            block = at;
        }
        Column ids = java.util.Objects.requireNonNull(at.attributes[Vocabulary.CUSTOMER_ID]);
        return ids.dictionary.get((int) ids.longs[customer - at.first]);
    }
}
