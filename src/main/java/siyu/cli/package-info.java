/**
 * Around every command: streams, options, failures to exit codes, colour, pager, progress, help.
 *
 * <p>Knows no domain: a {@link siyu.cli.Verb} tells its parameters and is run. picocli is seen here and nowhere else. Imported
 * by {@code command}, {@code Commands} and {@code Main}; imports {@code core} and {@code out}.
 */
@NullMarked
package siyu.cli;

import org.jspecify.annotations.NullMarked;
