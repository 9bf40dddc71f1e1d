package siyu.rule;

import java.util.List;
import siyu.fact.Type;

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

    static Key key(int kind, Window.Bounds bounds, List<Node> filter) {
        return new Key(Selection.class, List.of(kind, bounds), Type.INTEGER, false, filter);
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
        } else if (in.length == 0) {
            all(work, out, rows);
        } else {
            filtered(work, out, in[0].truth, rows);
            if (in[0].overflow != null) {
                inherit(work, out, in[0].overflow, rows);
            }
        }
    }

    private void all(Work work, Vector out, int rows) {
        int[] offsets = work.events.offsets;
        short[] kinds = work.events.kinds;
        long[] at = work.at();
        int[] to = out.rows;
        long from = bounds.from();
        long end = bounds.to();
        int anyKind = kind < 0 ? 1 : 0;
        int n = 0;
        int event = offsets[0];
        for (int customer = 0; customer < rows; customer++) {
            out.starts[customer] = n;
            int next = offsets[customer + 1];
            for (; event < next; event++) {
                to[n] = event;
                n += (anyKind | (kinds[event] == kind ? 1 : 0))
                        & (at[event] >= from ? 1 : 0)
                        & (at[event] < end ? 1 : 0);
            }
        }
        out.starts[rows] = n;
    }

    private void filtered(Work work, Vector out, byte[] truth, int rows) {
        int[] offsets = work.events.offsets;
        short[] kinds = work.events.kinds;
        long[] at = work.at();
        int[] to = out.rows;
        long from = bounds.from();
        long end = bounds.to();
        int anyKind = kind < 0 ? 1 : 0;
        int n = 0;
        int event = offsets[0];
        for (int customer = 0; customer < rows; customer++) {
            out.starts[customer] = n;
            int next = offsets[customer + 1];
            for (; event < next; event++) {
                to[n] = event;
                n += (anyKind | (kinds[event] == kind ? 1 : 0))
                        & (at[event] >= from ? 1 : 0)
                        & (at[event] < end ? 1 : 0)
                        & (truth[event] >> 1);
            }
        }
        out.starts[rows] = n;
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
