/**
 * Lotteries that anybody can check. The rules ({@link siyu.lottery.Rules}) and a secret seed are fixed by a commitment that is
 * published; every draw is a function of the seed, the rules, its number and its customer ({@link siyu.lottery.Spin}); and when
 * the seed is revealed, whoever has the published files can work out every draw again ({@link siyu.lottery.Verification}), with
 * this program or by hand.
 *
 * <p>A draw takes one of the prizes still in stock with a chance in proportion to its weight: exact integers, no remainder that
 * favours anybody ({@link siyu.lottery.Wheel}). The weight of a prize that is out of stock leaves the wheel. Draws are numbered
 * from 1 without gaps, and each names the one before it by a chain of SHA-256.
 *
 * <p>Invariants: rules do not change after the commitment; no prize is won more often than it is in stock; nobody draws more often
 * than his tickets and the limit allow; a draw asked for by a key happens once; the seed leaves the data file only by revealing it,
 * after which there are no more draws.
 *
 * <p>What it does not prove: who holds the seed can foresee draws, so the order in which customers draw must not be his to choose.
 *
 * <p>Imports {@code core}, {@code fact}, {@code out}, {@code config}, {@code rule}, {@code store} and {@code points}; imported by
 * {@code program}, {@code command} and {@code siyu}.
 */
@NullMarked
package siyu.lottery;

import org.jspecify.annotations.NullMarked;
