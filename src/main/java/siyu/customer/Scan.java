package siyu.customer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import siyu.core.Watch;
import siyu.fact.CustomerBlock;
import siyu.fact.Population.Visitor;

/** Visits all ranges of a population over all processors. */
final class Scan {
    private Scan() {}

    /**
     * @param customers of all ranges
     * @param reader makes what one thread reads ranges with
     */
    static <W extends Visitor> List<W> over(
            int ranges,
            long customers,
            Watch watch,
            Supplier<W> worker,
            Supplier<? extends IntFunction<CustomerBlock>> reader) {
        AtomicLong visited = new AtomicLong();
        List<W> workers = Collections.synchronizedList(new ArrayList<>());
        Parallel.each(ranges, () -> {
            W mine = worker.get();
            workers.add(mine);
            IntFunction<CustomerBlock> blocks = reader.get();
            return number -> {
                CustomerBlock block = blocks.apply(number);
                mine.visit(block);
                watch.at(visited.addAndGet(block.size), customers);
            };
        });
        return List.copyOf(workers);
    }
}
