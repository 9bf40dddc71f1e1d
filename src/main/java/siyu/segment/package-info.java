/**
 * Segmentations over a population: who is in which segment ({@link siyu.segment.Segmenting}), what that changes ({@link
 * siyu.segment.SegmentPlan}, which a dry run shows and a run applies), how it was before, and what people decided by hand
 * ({@link siyu.segment.Pins}).
 *
 * <p>Invariants: membership = (rule or pinned in) and not pinned out; the first segment that takes a customer keeps him, so he
 * is in at most one segment of a segmentation at any time. Stored memberships are intervals, from the date of one applied run to
 * that of a later one, each with its cause; runs are applied in order of their dates. A segmentation that breaks does not stop
 * the others.
 *
 * <p>SQL is in the {@code *Store}s, tables for people are made in {@code *Tables}, the rest is pure.
 *
 * <p>Imports {@code core}, {@code fact}, {@code out}, {@code rule} and {@code store}; imported by {@code level}, {@code task},
 * {@code group}, {@code report}, {@code command} and {@code siyu}.
 */
@NullMarked
package siyu.segment;

import org.jspecify.annotations.NullMarked;
