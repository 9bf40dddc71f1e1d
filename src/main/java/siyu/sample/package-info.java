/**
 * Made-up banks and shops: files of customers, events, groups, staff, members and referrals as they come out of real systems,
 * with skew, growth, churn, seasons and a little dirt, all of it legal input.
 *
 * <p>Invariants: the same options give the same bytes on any number of cores and any JDK (an own generator, {@code StrictMath}
 * only); customer {@code k} and his events are the same for any number of customers; memory does not grow with the size. Nothing
 * here is about a real person: names, numbers and places are drawn independently of each other.
 *
 * <p>Imports {@code core}; imported by {@code command}.
 */
@NullMarked
package siyu.sample;

import org.jspecify.annotations.NullMarked;
