/**
 * Values without I/O: exit codes, problems and failures, places in files, money, the as-of.
 *
 * <p>Everybody may import this package; it imports nothing of siyu.
 */
@NullMarked
package siyu.core;

import org.jspecify.annotations.NullMarked;
