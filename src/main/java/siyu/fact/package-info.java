/**
 * Facts: what is known about a run of customers, as columns.
 *
 * <p>A {@link siyu.fact.Vocabulary} names the attributes of customers and events. Customers have a dense number from 0 in order
 * of first appearance; a {@link siyu.fact.CustomerBlock} holds the needed attributes and events of one range of numbers in
 * primitive arrays, events by customer and then by time. A {@link siyu.fact.Population} hands such blocks to workers, whether it
 * is read from files or from the data file.
 *
 * <p>Imports {@code core}; imported by {@code rule}, {@code store}, {@code importing}, {@code customer}, {@code segment}, {@code
 * points}, {@code level}, {@code benefit}, {@code task}, {@code lottery}, {@code referral}, {@code group}, {@code program}, {@code
 * report} and {@code command}.
 */
@NullMarked
package siyu.fact;

import org.jspecify.annotations.NullMarked;
