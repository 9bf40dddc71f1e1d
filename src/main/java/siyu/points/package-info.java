/**
 * The points ledger. Points are whole numbers and a liability on somebody's books, so the ledger is append-only and the balance is
 * the sum of its entries: nothing is ever changed or taken out.
 *
 * <p>An entry that brings points opens a <em>lot</em>: so many points, usable from one date to another. An entry that takes points
 * names the lot it takes them from; lot 0 is what the customer owes when more had to be taken back than was left (his debt). The
 * entries of a customer are numbered from 1 without gaps, and a lot has the number of the entry that opened it.
 *
 * <p>Deciders ({@link siyu.points.Earning}, {@link siyu.points.Spending}, {@link siyu.points.Expiring}, {@link
 * siyu.points.Reversing}, …) are pure: they look at one customer's {@link siyu.points.Account} and write through its {@link
 * siyu.points.Book}, which keeps the rules that hold for every entry. What they wrote is a {@link siyu.points.PointsPlan}, which a
 * dry run shows and {@link siyu.points.PointsStore} posts as one block of a SHA-256 chain.
 *
 * <p>Invariants, each also a query of {@code points verify}: a lot never holds less than nothing or more than it opened with; a
 * customer owes only while no lot of his has points that are not expired; an event earns once by a rule, for ever; nothing is
 * dated inside a closed period that was closed before; recorded times never go back.
 *
 * <p>Imports {@code core}, {@code fact}, {@code out}, {@code rule}, {@code store} and {@code customer}; imported by {@code level},
 * {@code benefit}, {@code task}, {@code lottery}, {@code referral}, {@code staff}, {@code program}, {@code report}, {@code
 * command} and {@code siyu}.
 */
@NullMarked
package siyu.points;

import org.jspecify.annotations.NullMarked;
