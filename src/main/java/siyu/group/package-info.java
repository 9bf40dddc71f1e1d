/**
 * Groups of customers: who may be in which, who is, and who is put where. A {@link siyu.group.GroupRules.Kind} says who may be in a
 * group of it; {@link siyu.group.Planning} places those who are in none at the least total distance under the capacities.
 *
 * <p>Invariants: a plan places as many customers as is possible, and no way of placing so many has a smaller total; the bound that is
 * told comes from prices of seats alone and is never above the best; the same facts give the same plan on any number of processors;
 * who is in a group stays.
 *
 * <p>SQL is in the {@code *Store}, tables for people are made in {@code *Tables}, the rest is pure.
 *
 * <p>Imports {@code core}, {@code fact}, {@code out}, {@code rule}, {@code store}, {@code customer} and {@code
 * segment}; imported by {@code program}, {@code report}, {@code command} and {@code siyu}.
 */
@NullMarked
package siyu.group;

import org.jspecify.annotations.NullMarked;
