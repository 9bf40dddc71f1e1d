package siyu.customer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import siyu.fact.CustomerBlock;
import siyu.fact.Population.Visitor;

/** Visits all ranges of a population over all processors. */
final class Scan {
    private Scan() {}

    /** @param reader makes what one thread reads ranges with */
    static <W extends Visitor> List<W> over(
            int ranges, Supplier<W> worker, Supplier<? extends IntFunction<CustomerBlock>> reader) {
        List<W> workers = Collections.synchronizedList(new ArrayList<>());
        Parallel.each(ranges, () -> {
            W mine = worker.get();
            workers.add(mine);
            IntFunction<CustomerBlock> blocks = reader.get();
            return number -> mine.visit(blocks.apply(number));
        });
        return List.copyOf(workers);
    }
}
