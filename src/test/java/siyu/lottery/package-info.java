/** Lotteries against a second computation, and their files against damage. */
@NullMarked
package siyu.lottery;

import org.jspecify.annotations.NullMarked;
