/**
 * Pictures of figures: SVG text, bars for a terminal, and a page of HTML that needs nothing else.
 *
 * <p>A picture is a pure function of its figures: it reads no clock and no file, and the same figures give the same bytes. Texts
 * from data are escaped in one place ({@code Canvas.escape}), so nothing in them can become markup. Colours are CSS variables,
 * which is why a picture is readable in light, in dark and on paper; what a colour says is written beside it.
 *
 * <p>Imports {@code out}; imported by {@code report} and {@code command}.
 */
@NullMarked
package siyu.chart;

import org.jspecify.annotations.NullMarked;
