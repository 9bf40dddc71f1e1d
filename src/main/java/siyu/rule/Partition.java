package siyu.rule;

import java.util.Arrays;
import java.util.List;
import siyu.fact.Marks;

/** A segmentation: the first segment whose rule is true takes the customer, pins aside. */
final class Partition extends Node {
    private final Definition.Segmentation segmentation;
    private final List<String> names;

    /** @param key its inputs are the rules of the segments, in order */
    Partition(Key key, int id, Definition.Segmentation segmentation) {
        super(key, id);
        this.segmentation = segmentation;
        this.names = segmentation.type().words();
    }

    @Override
    void compute(Work work, Vector out, Vector[] in, int rows) {
        out.reserve(rows);
        if (out.undecided.length != in.length) {
            out.undecided = new int[in.length];
        }
        byte[] open = work.scratch(rows);
        byte[] takes = out.scratch(rows);
        byte[] present = work.block.present;
        if (present == null) {
            Arrays.fill(open, 0, rows, (byte) 1);
        } else {
            System.arraycopy(present, 0, open, 0, rows);
        }
        // Locals, because the quick compiler reads a field again for every row.
        long[] taken = out.longs;
        byte[] known = out.known;
        Arrays.fill(taken, 0, rows, 0);
        for (int j = 0; j < in.length; j++) {
            byte[] truth = in[j].truth;
            int unknown = 0;
            for (int i = 0; i < rows; i++) {
                int left = open[i];
                int yes = truth[i] >> 1;
                int take = left & yes;
                unknown += left & (truth[i] ^ yes);
                takes[i] = (byte) take;
                open[i] = (byte) (left ^ take);
            }
            for (int i = 0; j > 0 && i < rows; i++) {
                taken[i] |= -takes[i] & j;
            }
            out.undecided[j] = unknown;
        }
        int rest = segmentation.otherwise() == null ? 0 : 1;
        for (int i = 0; i < rows; i++) {
            int there = present == null ? 1 : present[i];
            known[i] = (byte) (there & (rest | (1 ^ open[i])));
            taken[i] += (long) (open[i] & rest) * in.length;
        }
        pin(work, out, in, rows);
    }

    /** Decides the pinned customers anew, one by one: they are few. */
    private void pin(Work work, Vector out, Vector[] in, int rows) {
        List<Marks.Pin> pins = work.block.marks.pins(segmentation.name(), work.block.first, rows);
        for (int from = 0; from < pins.size(); ) {
            int customer = pins.get(from).customer();
            int to = from;
            boolean[] barred = new boolean[names.size()];
            for (; to < pins.size() && pins.get(to).customer() == customer; to++) {
                int segment = names.indexOf(pins.get(to).segment());
                if (segment >= 0 && !pins.get(to).in()) {
                    barred[segment] = true;
                }
            }
            int pinned = -1;
            for (Marks.Pin pin : pins.subList(from, to)) {
                int segment = names.indexOf(pin.segment());
                pinned = segment >= 0 && pin.in() && !barred[segment] ? segment : pinned;
            }
            int row = customer - work.block.first;
            if (work.block.present == null || work.block.present[row] == 1) {
                decide(row, pinned, barred, out, in);
            }
            from = to;
        }
    }

    private void decide(int row, int pinned, boolean[] barred, Vector out, Vector[] in) {
        boolean open = true;
        for (int j = 0; j < in.length && open; j++) {
            out.undecided[j] -= in[j].truth[row] == Vector.UNKNOWN ? 1 : 0;
            open = in[j].truth[row] != Vector.TRUE;
        }
        int taken = pinned;
        for (int j = 0; j < in.length && taken < 0; j++) {
            if (!barred[j]) {
                out.undecided[j] += in[j].truth[row] == Vector.UNKNOWN ? 1 : 0;
                taken = in[j].truth[row] == Vector.TRUE ? j : -1;
            }
        }
        if (taken < 0 && segmentation.otherwise() != null && !barred[in.length]) {
            taken = in.length;
        }
        out.known[row] = (byte) (taken < 0 ? 0 : 1);
        out.longs[row] = Math.max(0, taken);
    }
}
