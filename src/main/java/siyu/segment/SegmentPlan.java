package siyu.segment;

import java.util.List;
import siyu.core.AsOf;

/**
 * What applying a run would change. The dry run prints it, {@link SegmentStore#apply} writes exactly it.
 *
 * @param parts one per segmentation that could be worked out
 */
public record SegmentPlan(AsOf asOf, List<Part> parts) {
    /**
     * The moves of one segmentation.
     *
     * @param version SHA-256 of the rules, hexadecimal
     * @param text the rules
     * @param causes distinct causes
     * @param causeOf by move, index into {@code causes}
     */
    public record Part(Segmented after, Moves moves, String version, String text, List<String> causes, int[] causeOf) {}
}
