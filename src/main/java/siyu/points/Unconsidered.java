package siyu.points;

import java.util.Objects;
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

    public long count() {
        return count;
    }

    @Override
    public void visit(CustomerBlock block) {
        EventBlock events = Objects.requireNonNull(block.events, "events were asked for");
        long[] at = Objects.requireNonNull(events.attributes[Vocabulary.EVENT_AT]).longs;
        int[] batches = Objects.requireNonNull(events.batches, "a data file keeps batches");
        for (int event = 0; event < events.size; event++) {
            count += at[event] < end && !considered.covers(batches[event], at[event]) ? 1 : 0;
        }
    }
}
