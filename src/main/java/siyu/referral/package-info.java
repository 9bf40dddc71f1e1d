/**
 * Who brought whom, and what that brings. Invitations are events ({@link siyu.referral.Gathering}); where each of them is follows
 * from the events, the program and what people decided ({@link siyu.referral.Decided}), and is never stored; what is stored is
 * what was paid. {@link siyu.referral.Settling} says what is to be paid and taken back, so that a referrer always has what the
 * tiers come to for the referrals that stand.
 *
 * <p>Invariants: everybody is credited to one referrer at most, and nobody is below himself; a reward is paid once for an
 * invitation and side, and taken back once at most; however often it is settled, the sums are the same; no limit and no budget is
 * passed; points of rewards are in the ledger if and only if they are on record here.
 *
 * <p>SQL is in {@link siyu.referral.ReferralStore}, tables for people are made in {@link siyu.referral.ReferralTables}, the rest
 * is pure.
 *
 * <p>Imports {@code core}, {@code fact}, {@code out}, {@code rule}, {@code store}, {@code customer} and {@code
 * points}; imported by {@code program}, {@code report}, {@code command} and {@code siyu}.
 */
@NullMarked
package siyu.referral;

import org.jspecify.annotations.NullMarked;
