/**
 * The commands, one file a noun: thin. A verb reads its parameters, asks the session for program, facts and store, calls a pure
 * decision, shows or applies its plan and returns a table.
 *
 * <p>Imports everything but {@code Commands} and {@code Main}; imported by those two only.
 */
@NullMarked
package siyu.command;

import org.jspecify.annotations.NullMarked;
