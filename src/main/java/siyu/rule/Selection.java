package siyu.rule;

import org.jspecify.annotations.Nullable;

/**
 * The events that count: of one kind (or any), in one window, with the filter true. Written as the list of their rows by customer,
 * once for all aggregates over the same events. Costs about a nanosecond an event, without a branch.
 */
final class Selection extends Node {
    private final int kind;
    private final Window.Bounds bounds;

    /**
     * @param key its input, if any, is the filter
     * @param kind index of the kind, -1 for any
     */
    Selection(Key key, int id, int kind, Window.Bounds bounds) {
        super(key, id);
        this.kind = kind;
        this.bounds = bounds;
    }

    @Override
    void compute(Work work, Vector out, Vector[] in, int rows) {
        if (out.starts.length < rows + 1) {
            out.starts = new int[rows + 1];
        }
        int events = work.events.size;
        if (out.rows.length < events) {
            out.rows = new int[events + (events >> 2)];
        }
        if (events == 0) {
            java.util.Arrays.fill(out.starts, 0, rows + 1, 0);
        } else {
            select(work, out, in.length == 0 ? null : in[0].yes, rows);
        }
        if (in.length > 0 && in[0].overflow != null) {
            inherit(work, out, in[0].overflow, rows);
        }
    }

    /**
     * One loop over all events, whoever they belong to: customers have few events each, and a loop for each of them would cost more
     * in mispredicted ends than the events themselves. How many were selected before each event is noted on the way.
     */
    private void select(Work work, Vector out, long @Nullable [] wanted, int rows) {
        int events = work.events.size;
        int[] before = work.counts(events + 1);
        int selected = wanted == null
                ? all(work.events.kinds, work.at(), out.rows, before, events)
                : filtered(work.events.kinds, work.at(), wanted, out.rows, before, events);
        before[events] = selected;
        int[] offsets = work.events.offsets;
        for (int customer = 0; customer <= rows; customer++) {
            out.starts[customer] = before[offsets[customer]];
        }
    }

    private int all(short[] kinds, long[] at, int[] to, int[] before, int events) {
        long from = bounds.from();
        // Unsigned, so that one comparison tells both ends.
        long length = bounds.to() - from + Long.MIN_VALUE;
        int mask = kind < 0 ? 0 : -1;
        int wanted = kind & mask;
        int n = 0;
        for (int event = 0; event < events; event++) {
            before[event] = n;
            to[n] = event;
            n += ((kinds[event] & mask) == wanted ? 1 : 0) & (at[event] - from + Long.MIN_VALUE < length ? 1 : 0);
        }
        return n;
    }

    private int filtered(short[] kinds, long[] at, long[] yes, int[] to, int[] before, int events) {
        long from = bounds.from();
        long length = bounds.to() - from + Long.MIN_VALUE;
        int mask = kind < 0 ? 0 : -1;
        int wanted = kind & mask;
        int n = 0;
        for (int event = 0; event < events; event++) {
            before[event] = n;
            to[n] = event;
            n += ((kinds[event] & mask) == wanted ? 1 : 0)
                    & (at[event] - from + Long.MIN_VALUE < length ? 1 : 0)
                    & (int) (yes[event / Long.SIZE] >>> event);
        }
        return n;
    }

    /** An overflow in the filter counts only for events of the kind and window: the filter is not asked about others. */
    private void inherit(Work work, Vector out, int[] overflow, int rows) {
        long[] at = work.at();
        for (int customer = 0; customer < rows; customer++) {
            for (int i = work.events.offsets[customer]; i < work.events.offsets[customer + 1]; i++) {
                boolean asked =
                        (kind < 0 || work.events.kinds[i] == kind) && at[i] >= bounds.from() && at[i] < bounds.to();
                if (asked && overflow[i] != 0) {
                    if (out.overflow == null) {
                        out.overflow = new int[rows];
                    }
                    if (out.overflow[customer] == 0) {
                        out.overflow[customer] = overflow[i];
                    }
                }
            }
        }
    }
}
