/**
 * Levels. A {@link siyu.level.Ladder} has steps that customers reach by growth, by a price for a term (a paid membership), or by
 * either. Growth is an expression over the customer, so that spending points never lowers it.
 *
 * <p>A customer's level goes up at once ({@link siyu.level.Ruling} at every run) and down only at a review, at most once in a
 * review period, and only when the grace he was given is over; a membership ends with its term. What happened is a list of {@link
 * siyu.level.Move}s, added to and never changed; where he stands is these moves one after the other. Who has none is on the lowest
 * step.
 *
 * <p>Invariants: the thresholds in force are those of the last review that was applied, whatever the program says meanwhile; moves
 * never go back in time; a key buys once.
 *
 * <p>SQL is in {@link siyu.level.LevelStore} and {@link siyu.level.MoveStore}, tables for people are made in {@link
 * siyu.level.LevelTables}, the rest is pure.
 *
 * <p>Imports {@code core}, {@code fact}, {@code out}, {@code rule}, {@code store}, {@code segment} and {@code points}; imported by
 * {@code benefit}, {@code program}, {@code report}, {@code command} and {@code siyu}.
 */
@NullMarked
package siyu.level;

import org.jspecify.annotations.NullMarked;
