/**
 * Files in: CSV and JSON Lines, plain or gzip, from files or standard input, read in chunks by several threads and handed on in
 * file order as typed columns. A row that is wrong becomes a {@link siyu.importing.Reject} with its place.
 *
 * <p>Imports {@code core} and {@code fact}.
 */
@NullMarked
package siyu.importing;

import org.jspecify.annotations.NullMarked;
