/**
 * Around every command: streams, options, failures to exit codes, colour, pager, progress, help.
 *
 * <p>Knows no domain: a {@link siyu.cli.Verb} tells its parameters and its manual, is run with a {@link siyu.cli.Call} and hands
 * back an {@link siyu.cli.Outcome}; it never prints. picocli is seen here and nowhere else.
 *
 * <p>Invariants: only the answer goes to stdout; a flag means the same in every command ({@link siyu.cli.Common}); no question
 * without a terminal; a reader who goes away ends a command quietly; whatever is thrown becomes problems and one exit code. The
 * world (streams, environment, clock) comes in as {@link siyu.cli.Io}. Only what a command needs is loaded: this package is most
 * of what a short command costs.
 *
 * <p>Imports {@code core} and {@code out}; imported by {@code command} and {@code siyu}.
 */
@NullMarked
package siyu.cli;

import org.jspecify.annotations.NullMarked;
