/**
 * The data file: opening, locking, migrations, transactions, runs, and packed column blocks (codecs and checksums). Knows
 * nothing of customers or rules; every domain keeps its own SQL in its {@code *Store}.
 *
 * <p>Invariants: a process that changes the file has it alone, several may read it; a change is one transaction with one {@link
 * siyu.store.RunRecord}, and it is on disk when {@link siyu.store.Store#write} returns; a file is made under another name first, and by {@code init},
 * {@code backup} and {@code compact} only; a file that is not siyu's, or of a newer siyu, is left untouched; a released
 * migration never changes; no block is believed without its checksum.
 *
 * <p>H2-only words stay in this package, so that the stores can run on another database.
 *
 * <p>Imports {@code core} and {@code fact}; imported by {@code customer}, {@code segment}, {@code points}, {@code level}, {@code
 * benefit}, {@code task}, {@code lottery}, {@code referral}, {@code group}, {@code staff}, {@code report}, {@code command} and
 * {@code siyu}.
 */
@NullMarked
package siyu.store;

import org.jspecify.annotations.NullMarked;
