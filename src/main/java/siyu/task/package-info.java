/**
 * Tasks, badges and leaderboards. A {@link siyu.task.Task} has a goal that a customer reaches at most once in each of its periods;
 * a badge is borne for good; a {@link siyu.task.Leaderboard} ranks customers by what they got or did in a week or a month.
 *
 * <p>Invariants: a task is done once per customer and period, and its reward is posted once, with the record of it in one
 * transaction; of two with the same score the one who got there first is ahead; a leaderboard that was closed never changes.
 *
 * <p>SQL is in the {@code *Store}s, tables for people are made in {@code *Tables}, the rest is pure.
 *
 * <p>Imports {@code core}, {@code fact}, {@code out}, {@code rule}, {@code store}, {@code segment} and {@code points}; imported by
 * {@code program}, {@code report}, {@code command} and {@code siyu}.
 */
@NullMarked
package siyu.task;

import org.jspecify.annotations.NullMarked;
