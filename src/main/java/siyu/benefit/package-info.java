/**
 * Benefits: things that are given to customers, each with a unit cost, a stock and a budget. A level brings a customer so many
 * units of a benefit in each period; a higher level brings what the lower ones do, unless it says otherwise itself.
 *
 * <p>Invariants: nobody uses more units in a period than his level brings; no stock and no budget is passed; a key uses once; the
 * points of a benefit are in the ledger when and only when its use is recorded.
 *
 * <p>SQL is in {@link siyu.benefit.BenefitStore}, tables for people are made in {@link siyu.benefit.BenefitTables}, the rest is
 * pure.
 *
 * <p>Imports {@code core}, {@code fact}, {@code out}, {@code store}, {@code points} and {@code level}; imported by {@code
 * program}, {@code report}, {@code command} and {@code siyu}.
 */
@NullMarked
package siyu.benefit;

import org.jspecify.annotations.NullMarked;
