package siyu.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is in which segment of one segmentation, whether just worked out, stored, or worked out under another program.
 *
 * @param names the segments the codes stand for
 * @param codes by customer number: an index into {@code names}, {@link Segmented#NOBODY} or {@link Segmented#ABSENT}
 */
public record Membership(String segmentation, List<String> names, short[] codes) {
    /** The code of a customer; nobody's for one who came later. */
    public short code(int customer) {
        return customer < codes.length ? codes[customer] : Segmented.ABSENT;
    }

    /** The segment of a code, null for none. */
    public @Nullable String name(short code) {
        return code < 0 ? null : names.get(code);
    }
}
