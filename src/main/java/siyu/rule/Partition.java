package siyu.rule;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
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
        int words = Column.words(rows);
        // Places go up to that of the rest.
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(in.length);
        // Who is still open, then the places of the others: all their lowest bits, all their next ones, and so on.
        long[] bits = work.sums((1 + width) * words);
        Arrays.fill(bits, words, (1 + width) * words, 0);
        open(work.block.present, rows, bits);
        for (int place = 0; place < in.length; place++) {
            out.undecided[place] = undecided(in[place], bits, words);
            take(in[place], place, bits, words);
        }
        for (int word = 0; segmentation.otherwise() != null && word < words; word++) {
            place(bits[word], in.length, bits, word, words);
            bits[word] = 0;
        }
        for (int word = 0; word < words; word++) {
            spread(there(work.block.present, word, rows) & ~bits[word], bits, width, word, words, out, rows);
        }
        pin(work, out, in, rows);
    }

    /** For how many each rule is unknown, of those who are there and were taken by none before; pins aside. */
    static int[] undecided(Work work, Vector[] in, byte @Nullable [] present, int rows) {
        int words = Column.words(rows);
        long[] open = work.sums(words);
        open(present, rows, open);
        int[] undecided = new int[in.length];
        for (int place = 0; place < in.length; place++) {
            undecided[place] = undecided(in[place], open, words);
            for (int word = 0; word < words; word++) {
                open[word] &= ~in[place].yes[word];
            }
        }
        return undecided;
    }

    private static int undecided(Vector rule, long[] open, int words) {
        long[] yes = rule.yes;
        long[] may = rule.may;
        int undecided = 0;
        for (int word = 0; word < words; word++) {
            undecided += Long.bitCount(open[word] & may[word] & ~yes[word]);
        }
        return undecided;
    }

    private static void open(byte @Nullable [] present, int rows, long[] open) {
        for (int word = 0; word < Column.words(rows); word++) {
            open[word] = there(present, word, rows);
        }
    }

    /** Those among 64 rows who are there. */
    private static long there(byte @Nullable [] present, int word, int rows) {
        int from = word * Long.SIZE;
        long there = rows - from < Long.SIZE ? (1L << (rows - from)) - 1 : -1;
        return present == null ? there : there & Vector.bits(present, from, rows);
    }

    /** A segment takes of the open ones those for whom its rule is true. */
    private static void take(Vector rule, int place, long[] bits, int words) {
        long[] yes = rule.yes;
        for (int word = 0; word < words; word++) {
            long open = bits[word];
            place(open & yes[word], place, bits, word, words);
            bits[word] = open & ~yes[word];
        }
    }

    private static void place(long taken, int place, long[] bits, int word, int words) {
        int at = word;
        for (int left = place; left != 0; left >>= 1) {
            at += words;
            bits[at] |= taken & -(left & 1);
        }
    }

    /** Tells each of 64 rows its place, and whether it has one. */
    private static void spread(long placed, long[] bits, int width, int word, int words, Vector out, int rows) {
        int end = Math.min(rows, (word + 1) * Long.SIZE);
        // Locals, because the quick compiler reads a field again for every row.
        long[] places = out.longs;
        byte[] known = out.known;
        long lowest = bits[words + word];
        for (int i = word * Long.SIZE; i < end; i++) {
            places[i] = (lowest >>> i) & 1;
            known[i] = (byte) ((placed >>> i) & 1);
        }
        for (int bit = 1; bit < width; bit++) {
            long next = bits[(bit + 1) * words + word];
            for (int i = word * Long.SIZE; next != 0 && i < end; i++) {
                places[i] |= ((next >>> i) & 1) << bit;
            }
        }
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
            out.undecided[j] -= 1 - in[j].sure(row);
            open = in[j].yes(row) == 0;
        }
        int taken = pinned;
        for (int j = 0; j < in.length && taken < 0; j++) {
            if (!barred[j]) {
                out.undecided[j] += 1 - in[j].sure(row);
                taken = in[j].yes(row) == 1 ? j : -1;
            }
        }
        if (taken < 0 && segmentation.otherwise() != null && !barred[in.length]) {
            taken = in.length;
        }
        out.known[row] = (byte) (taken < 0 ? 0 : 1);
        out.longs[row] = Math.max(0, taken);
    }
}
