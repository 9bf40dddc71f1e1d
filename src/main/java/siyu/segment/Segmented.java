package siyu.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.core.Problem;
import siyu.rule.Definition;

/**
 * One segmentation worked out over a population.
 *
 * @param codes by customer number: the index of the segment in {@link #names}, or {@link #NOBODY}'s
 * @param undecided by segment of the rule list: customers left out there because the condition was unknown
 * @param problems why it could not be worked out; then {@code codes} is empty
 */
public record Segmented(Definition.Segmentation segmentation, short[] codes, long[] undecided, List<Problem> problems) {
    /** The code of a customer who is in no segment. */
    public static final short NOBODY = -1;

    /** The code of a number that is no customer yet at the as-of. */
    public static final short ABSENT = -2;

    public boolean broken() {
        return !problems.isEmpty();
    }

    /** The segments in order, with the one named by {@code otherwise} last if there is one. */
    public List<String> names() {
        return segmentation.type().words();
    }

    /** The segment of a customer, null for nobody's. */
    public @Nullable String segment(int customer) {
        return name(codes[customer]);
    }

    public @Nullable String name(int code) {
        return code < 0 ? null : names().get(code);
    }

    /** Customers per segment, in order; the last element counts those in no segment. */
    public long[] counts() {
        long[] counts = new long[names().size() + 1];
        for (short code : codes) {
            if (code != ABSENT) {
                counts[code == NOBODY ? names().size() : code]++;
            }
        }
        return counts;
    }

    public Membership membership() {
        return new Membership(segmentation.name(), names(), codes);
    }

    static Segmented broken(Definition.Segmentation segmentation, List<Problem> problems) {
        return new Segmented(segmentation, new short[0], new long[0], problems);
    }
}
