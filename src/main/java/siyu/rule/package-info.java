/**
 * The expression language: text → {@code Parser} → syntax → {@code Typer} → {@link siyu.rule.Expression} (typed tree) → {@link
 * siyu.rule.Compiled} (works on whole {@link siyu.fact.CustomerBlock}s, nothing is interpreted per row). {@link
 * siyu.rule.Definitions} are the named ones: metrics, tags, scores and segmentations, each naming only earlier ones. {@link
 * siyu.rule.Explain} says why, by the same nodes; {@link siyu.rule.Ranking} makes scores, which need the whole population.
 *
 * <p>Invariants: three truth values (false, unknown, true) as Kleene has them; integers and money are exact and overflow is an
 * error with its position; division by zero is unknown; every operand is evaluated (no short circuit), so an answer does not
 * depend on the order of operands. A second, slow evaluator in the tests says the same about random expressions and facts.
 *
 * <p>Pure: no I/O, no clock; the date of the question comes in as {@link siyu.core.AsOf}.
 *
 * <p>Imports {@code core} and {@code fact}; imported by {@code segment}, {@code points}, {@code level}, {@code task}, {@code
 * lottery}, {@code referral}, {@code group}, {@code staff}, {@code program}, {@code report}, {@code command} and {@code siyu}.
 */
@NullMarked
package siyu.rule;

import org.jspecify.annotations.NullMarked;
