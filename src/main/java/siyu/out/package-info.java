/**
 * What a command answers: a {@link siyu.out.Table} of typed headings and rows, and one renderer per format. Masking, width of
 * CJK characters, scrubbing of control characters and the JSON contract live here and nowhere else.
 *
 * <p>Invariants: rows are handed over one at a time, so an answer of millions needs no memory (a table for people measures its
 * first rows); formats for programs are exact and complete, those for people may round and cut; control characters of data never
 * reach a terminal as such; a schema's keys are only ever added to.
 *
 * <p>Imports nothing of siyu; imported by {@code cli}, {@code segment}, {@code points}, {@code level}, {@code benefit}, {@code
 * task}, {@code lottery}, {@code referral}, {@code group}, {@code staff}, {@code chart}, {@code report}, {@code command} and
 * {@code siyu}.
 */
@NullMarked
package siyu.out;

import org.jspecify.annotations.NullMarked;
