/**
 * Customers and their events as they are kept: dense numbers behind external ids, ranges of {@link siyu.fact.Population#RANGE}
 * customers, column blocks per range, and the two populations (from files, from the data file).
 *
 * <p>Invariants: a number is never reused; an event is taken once per (kind, id); the event blocks of an import never change;
 * events of a customer are in order of time, then of arrival.
 */
@NullMarked
package siyu.customer;

import org.jspecify.annotations.NullMarked;
