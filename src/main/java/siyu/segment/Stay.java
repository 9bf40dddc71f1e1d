package siyu.segment;

import org.jspecify.annotations.Nullable;

/**
 * One stay of a customer in a segment.
 *
 * @param entered epoch day of the as-of that put him there
 * @param left epoch day of the as-of that took him out, null while he is there
 * @param cause why he entered: the condition that flipped, or the pin
 * @param version the rules' version when he entered
 * @param leftBecause why he left, null while he is there
 */
public record Stay(
        String segmentation,
        String segment,
        long entered,
        @Nullable Long left,
        String cause,
        String version,
        @Nullable String leftBecause) {
    Stay closed(long day, String because) {
        return new Stay(segmentation, segment, entered, day, cause, version, because);
    }
}
