package siyu.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.fact.Type;

/**
 * Why an expression has its value for one customer: the expression and its parts, each with its value. Immutable.
 *
 * @param name the metric, tag, score, segmentation or segment that this is the definition of; null for a part without a name
 * @param text canonical text of the expression; empty for a segmentation, whose text is that of its segments
 * @param type of the value
 * @param value Boolean, Long (integer, minor units, epoch day, epoch microseconds), Double or String (text, word); null when
 *     unknown
 * @param shown the value as people write it, {@code unknown} when it is
 * @param actual for a comparison, the figure that was compared, as {@code shown}; otherwise null
 * @param needed for a comparison, what makes it true, such as {@code >= 100.00}; otherwise null
 * @param unknown when the value is unknown: the attributes, scores and aggregates that made it so
 * @param note a remark such as {@code pinned by hand}, or null
 * @param children the parts, in the order of the text
 */
public record Reason(
        @Nullable String name,
        String text,
        Type type,
        @Nullable Object value,
        String shown,
        @Nullable String actual,
        @Nullable String needed,
        List<String> unknown,
        @Nullable String note,
        List<Reason> children) {
    public Reason {
        unknown = List.copyOf(unknown);
        children = List.copyOf(children);
    }

    Reason named(String newName, @Nullable String newNote) {
        return new Reason(newName, text, type, value, shown, actual, needed, unknown, newNote, children);
    }
}
