/**
 * Customers and their events as they are kept: dense numbers behind external ids, ranges of {@link siyu.fact.Population#RANGE}
 * customers, column blocks per range, and the two populations (from files, from the data file).
 *
 * <p>Both ways in share one path: {@code CustomerIntake} and {@code EventIntake} sort rows out by range as they are parsed
 * ({@code Spool}, in memory or spilled), {@code CustomerRange} and {@code EventRange} make one range after the other. Out of the
 * data file come {@code StoredPopulation} and {@code Export}.
 *
 * <p>Large imports put their blocks into the file ahead of their transaction (Store.stage), which then changes a number that
 * makes them count: the batch of events, the number of customers. What an interrupted import put there counts for nothing, and
 * the next import removes it.
 *
 * <p>Invariants: a number is never reused; an event is taken once per (kind, id), the first wins; events of a customer are in
 * order of time, then of arrival; event blocks are immutable, but for those of events kept apart, which leave when their
 * customer comes. An import is one transaction: interrupted it leaves nothing, repeated it changes nothing, so it is resumed by
 * repeating it.
 *
 * <p>Idempotency rests on key blocks: 40 bits of the hash of (kind, id) with the range behind them. Equal hashes only choose
 * which events are compared, byte by byte; so no answer is a matter of chance, and a key costs about 3.5 bytes where a
 * fingerprint trusted by itself would need 16.
 *
 * <p>A look back ({@code --as-of}) takes back, latest first, what imports changed after it; before a customer's first import he
 * was as that import said. A change made at the very moment of the as-of counts. Event kinds that the program no longer has are
 * passed over, not lost.
 *
 * <p>Imports {@code core}, {@code fact}, {@code store} and {@code importing}; imported by {@code points}, {@code referral}, {@code
 * group}, {@code report}, {@code command} and {@code siyu}.
 */
@NullMarked
package siyu.customer;

import org.jspecify.annotations.NullMarked;
