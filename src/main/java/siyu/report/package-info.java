/**
 * What happened: reports over customers and events, one file each, and {@link siyu.report.Reports}, the list of them.
 *
 * <p>A {@link siyu.report.Report} answers an {@link siyu.report.Asked} (facts, dates, groups, options) with {@link
 * siyu.report.Figures}: rows of key columns, which say what a row is about, and of figures. What every report can do is done here
 * once: figures by group ({@link siyu.report.Groups}), beside those of other dates ({@link siyu.report.Compared}), without cells so
 * small that they would tell about single customers ({@link siyu.report.SmallCells}), and as a gate ({@link siyu.report.Gate}).
 *
 * <p>Invariants: a customer who is not there at the as-of and an event after it are in no figure; a window is whole days of the
 * program's zone; parts of a whole add up to it exactly.
 *
 * <p>Imports {@code core}, {@code fact}, {@code out}, {@code rule}, {@code store}, {@code customer}, {@code segment}, {@code
 * points}, {@code level}, {@code benefit}, {@code task}, {@code referral}, {@code group}, {@code staff}, {@code program} and
 * {@code chart}; imported by {@code command} and {@code siyu}.
 */
@NullMarked
package siyu.report;

import org.jspecify.annotations.NullMarked;
