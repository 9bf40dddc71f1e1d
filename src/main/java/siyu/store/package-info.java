/**
 * The data file: opening, locking, migrations, transactions, runs, and packed column blocks (codecs and checksums). Knows
 * nothing of customers or rules; every domain keeps its own SQL in its {@code *Store}.
 *
 * <p>H2-only words stay in this package. Imports {@code core} and {@code fact}.
 */
@NullMarked
package siyu.store;

import org.jspecify.annotations.NullMarked;
