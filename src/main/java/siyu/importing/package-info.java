/**
 * Files in and out: CSV and JSON Lines, plain or gzip, from files or standard input, read in chunks by several threads and
 * handed on in file order as typed columns. A row that is wrong becomes a {@link siyu.importing.Reject} with its place.
 *
 * <p>Invariants: memory does not grow with the file; the answer is the same on any number of threads; bytes that are not of the
 * encoding, numbers out of range and times that do not exist are rejected, never repaired; what {@link
 * siyu.importing.RecordWriter} writes is read back as the same values, down to unknown beside empty.
 *
 * <p>Knows the vocabulary, but not where rows go: whoever reads gives a consumer.
 *
 * <p>Imports {@code core} and {@code fact}; imported by {@code customer}, {@code command} and {@code siyu}.
 */
@NullMarked
package siyu.importing;

import org.jspecify.annotations.NullMarked;
