/** The composition root: {@code Main} (streams, environment, clock, exit) and {@code Commands} (the command tree). */
@NullMarked
package siyu;

import org.jspecify.annotations.NullMarked;
