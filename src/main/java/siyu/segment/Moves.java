package siyu.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is in another segment afterwards than before, in order of customer number.
 *
 * @param before the names {@code from} stands for
 * @param after the names {@code to} stands for
 * @param from index into the names before, or {@link Segmented#NOBODY} (also for customers who were not there yet)
 * @param to index into the names after, or {@link Segmented#NOBODY}
 */
public record Moves(Membership before, Membership after, int[] customers, short[] from, short[] to) {
    /** Segments are the same when their names are: rules may change and places in the list may too. */
    public static Moves between(Membership before, Membership after) {
        short[] renamed = new short[before.names().size()];
        for (int i = 0; i < renamed.length; i++) {
            renamed[i] = (short) after.names().indexOf(before.names().get(i));
        }
        int population = Math.max(before.codes().length, after.codes().length);
        int[] customers = new int[16];
        int moved = 0;
        for (int customer = 0; customer < population; customer++) {
            if (moved(before.code(customer), after.code(customer), renamed)) {
                if (moved == customers.length) {
                    customers = Arrays.copyOf(customers, moved * 2);
                }
                customers[moved++] = customer;
            }
        }
        customers = Arrays.copyOf(customers, moved);
        short[] from = new short[moved];
        short[] to = new short[moved];
        for (int i = 0; i < moved; i++) {
            from[i] = present(before.code(customers[i]));
            to[i] = present(after.code(customers[i]));
        }
        return new Moves(before, after, customers, from, to);
    }

    private static boolean moved(short before, short after, short[] renamed) {
        short old = present(before);
        short now = present(after);
        // An old segment that the other side does not have (-1 in renamed) is not the same as none.
        return old < 0 ? now >= 0 : now < 0 || renamed[old] != now;
    }

    private static short present(short code) {
        return code < 0 ? Segmented.NOBODY : code;
    }

    public int size() {
        return customers.length;
    }

    public @Nullable String from(int move) {
        return before.name(from[move]);
    }

    public @Nullable String to(int move) {
        return after.name(to[move]);
    }

    /**
     * Moves from one segment to another, counted.
     *
     * @param samples the first few customer numbers
     */
    public record Flow(@Nullable String from, @Nullable String to, long customers, int[] samples) {}

    /** The flows in order of segments before, then after; none last. */
    public List<Flow> flows(int samples) {
        int width = after.names().size() + 1;
        long[] counts = new long[(before.names().size() + 1) * width];
        int[][] first = new int[counts.length][];
        for (int i = 0; i < customers.length; i++) {
            int cell = row(from[i], before) * width + row(to[i], after);
            if (counts[cell] < samples) {
                first[cell] = first[cell] == null ? new int[0] : first[cell];
                first[cell] = Arrays.copyOf(first[cell], first[cell].length + 1);
                first[cell][first[cell].length - 1] = customers[i];
            }
            counts[cell]++;
        }
        List<Flow> flows = new ArrayList<>();
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] > 0) {
                String source =
                        cell / width < before.names().size() ? before.names().get(cell / width) : null;
                String target =
                        cell % width < after.names().size() ? after.names().get(cell % width) : null;
                flows.add(new Flow(source, target, counts[cell], first[cell] == null ? new int[0] : first[cell]));
            }
        }
        return flows;
    }

    private static int row(short code, Membership side) {
        return code < 0 ? side.names().size() : code;
    }
}
