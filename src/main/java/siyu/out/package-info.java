/**
 * What a command answers: a {@link siyu.out.Table} of typed headings and rows, and one renderer per format. Masking, width of
 * CJK characters, scrubbing of control characters and the JSON contract live here and nowhere else.
 *
 * <p>Imports {@code core} only.
 */
@NullMarked
package siyu.out;

import org.jspecify.annotations.NullMarked;
