/**
 * The expression language: text → {@code Parser} → syntax → {@code Typer} → {@link siyu.rule.Expression} (typed tree) →
 * {@code Compiled} (works on whole {@link siyu.fact.CustomerBlock}s, nothing is interpreted per row).
 *
 * <p>Invariants: three truth values (false, unknown, true) as Kleene has them; integers and money are exact and overflow is an
 * error with its position; division by zero is unknown; every operand is evaluated (no short circuit), so an answer does not
 * depend on the order of operands.
 *
 * <p>Imports {@code core} and {@code fact} only.
 */
@NullMarked
package siyu.rule;

import org.jspecify.annotations.NullMarked;
