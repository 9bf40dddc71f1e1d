package siyu.points;

import java.util.Objects;
import siyu.core.AsOf;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Vocabulary;

/** Counts events that happened before a moment and were not considered yet; for one thread. */
public final class Unconsidered implements Population.Visitor {
    private final Considered considered;
    private final long end;
    private long count;

    /** @param end microseconds, exclusive */
    public Unconsidered(Considered considered, long end) {
        this.considered = considered;
        this.end = end;
    }

    /** What a block must bring. */
    public static Needs needs() {
        Needs needs = Needs.nothing();
        needs.event().set(Vocabulary.EVENT_AT);
        return needs;
    }

    /** Tells the events of one customer that wait, in the order in which he has them. */
    public static void explain(
            Population population, Vocabulary vocabulary, Considered considered, AsOf end, int customer, Why why) {
        Needs needs = needs();
        needs.event().set(Vocabulary.EVENT_ID);
        CustomerBlock block = population.customer(customer, needs, end);
        EventBlock events = Objects.requireNonNull(block.events, "events were asked for");
        Column ids = Objects.requireNonNull(events.attributes[Vocabulary.EVENT_ID], "asked for");
        long[] at = Objects.requireNonNull(events.attributes[Vocabulary.EVENT_AT]).longs;
        Unconsidered waiting = new Unconsidered(considered, end.endMicros());
        int row = customer - block.first;
        for (int event = events.offsets[row]; event < events.offsets[row + 1]; event++) {
            if (waiting.waits(events, at, event)) {
                int kind = events.kinds[event];
                String word = kind < 0 ? "" : vocabulary.kinds().get(kind);
                why.about(at[event], word, ids.dictionary.get((int) ids.longs[event]))
                        .nothing("", Why.Reason.WAITS, 0);
            }
        }
    }

    private boolean waits(EventBlock events, long[] at, int event) {
        int[] batches = Objects.requireNonNull(events.batches, "a data file keeps batches");
        return at[event] < end && !considered.covers(batches[event], at[event]);
    }

    public long count() {
        return count;
    }

    @Override
    public void visit(CustomerBlock block) {
        EventBlock events = Objects.requireNonNull(block.events, "events were asked for");
        long[] at = Objects.requireNonNull(events.attributes[Vocabulary.EVENT_AT]).longs;
        for (int event = 0; event < events.size; event++) {
            count += waits(events, at, event) ? 1 : 0;
        }
    }
}
