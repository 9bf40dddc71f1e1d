/**
 * Staff and the customers they look after. A live code spreads new customers over several {@link siyu.staff.Person people} by
 * weight; a handover moves customers from one to another.
 *
 * <p>Invariants: a customer has one owner at a time, and keeps him until one of the two removes the other or a handover is done;
 * nobody gets a customer beyond his daily cap or his maximum load, outside his hours, or from whom he has parted; whose turn it is
 * follows from what is in the data file alone, so the same customers in the same order give the same answer.
 *
 * <p>SQL is in the {@code *Store}s, tables for people are made in {@code *Tables}, the rest is pure.
 *
 * <p>Imports {@code core}, {@code out}, {@code rule}, {@code store} and {@code points}; imported by {@code program}, {@code
 * report}, {@code command} and {@code siyu}.
 */
@NullMarked
package siyu.staff;

import org.jspecify.annotations.NullMarked;
