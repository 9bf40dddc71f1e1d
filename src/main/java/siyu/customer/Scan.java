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

    /** Reads one range after the other, on one thread. */
    @FunctionalInterface
    interface Ranges<W> {
        /** Shows a range to a worker and says how many customers it has. */
        int show(int range, W worker);
    }

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
        return show(ranges, customers, watch, worker, () -> {
            IntFunction<CustomerBlock> blocks = reader.get();
            return (range, mine) -> {
                CustomerBlock block = blocks.apply(range);
                mine.visit(block);
                return block.size;
            };
        });
    }

    /** The same for workers of any kind. */
    static <W> List<W> show(
            int ranges, long customers, Watch watch, Supplier<W> worker, Supplier<? extends Ranges<W>> reader) {
        AtomicLong visited = new AtomicLong();
        List<W> workers = Collections.synchronizedList(new ArrayList<>());
        Parallel.each(ranges, () -> {
            W mine = worker.get();
            workers.add(mine);
            Ranges<W> all = reader.get();
            return number -> watch.at(visited.addAndGet(all.show(number, mine)), customers);
        });
        return List.copyOf(workers);
    }
}
