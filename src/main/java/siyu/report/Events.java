package siyu.report;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Vocabulary;

/**
 * Goes through the events of every customer who is there, in order of time and up to the as-of. One instance belongs to one
 * thread; what it gathered is merged afterwards.
 */
abstract class Events implements Population.Visitor {
    private final Groups groups;
    private final long end;

    /** Customers gone through. */
    long customers;

    /** Events that counted; a report adds to it. */
    long counted;

    /** Of the block at hand: when each event was, in microseconds since 1970. */
    long[] at = {};

    /** Of the block at hand: the kind of each event. */
    short[] kinds = {};

    Events(Asked asked) {
        this.groups = asked.groups();
        this.end = asked.facts().asOf().endMicros();
    }

    /** All of it; returns the workers. */
    static <E extends Events> List<E> scan(Asked asked, Needs needs, Supplier<E> worker) {
        return asked.facts().population().scan(needs, asked.facts().asOf(), worker);
    }

    /** Takes the columns of the next block that it wants besides {@link #at} and {@link #kinds}. */
    void block(CustomerBlock block, EventBlock events) {}

    /** One customer: his events are rows {@code from} (inclusive) to {@code to} (exclusive). */
    abstract void customer(int number, int group, int from, int to);

    @Override
    public final void visit(CustomerBlock block) {
        EventBlock events = Objects.requireNonNull(block.events, "events were asked for");
        at = column(events, Vocabulary.EVENT_AT).longs;
        kinds = events.kinds;
        block(block, events);
        byte @Nullable [] present = block.present;
        // Locals, because the quick compiler reads a field again for every row.
        int[] offsets = events.offsets;
        long[] times = at;
        for (int row = 0; row < block.size; row++) {
            if (present == null || present[row] != 0) {
                int from = offsets[row];
                int to = offsets[row + 1];
                while (to > from && times[to - 1] >= end) {
                    to--;
                }
                customers++;
                customer(block.first + row, groups.of(block.first + row), from, to);
            }
        }
    }

    /** The first of some rows of a customer that is not before a time. From the last one: reports are mostly about what was lately. */
    final int since(long time, int from, int to) {
        long[] times = at;
        int row = to;
        while (row > from && times[row - 1] >= time) {
            row--;
        }
        return row;
    }

    static Column column(EventBlock events, int attribute) {
        return Objects.requireNonNull(events.attributes[attribute], "the attribute was asked for");
    }

    /** Adds the elements of one array to those of another. */
    static void add(long[] more, long[] into) {
        for (int i = 0; i < more.length; i++) {
            into[i] += more[i];
        }
    }

    static void add(long[][] more, long[][] into) {
        for (int i = 0; i < more.length; i++) {
            add(more[i], into[i]);
        }
    }

    /** The figures with what the workers looked at. */
    static Figures told(Figures figures, List<? extends Events> workers) {
        long customers = 0;
        long events = 0;
        for (Events worker : workers) {
            customers += worker.customers;
            events += worker.counted;
        }
        return figures.read("customers", customers).read("events", events);
    }
}
