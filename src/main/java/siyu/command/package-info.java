/**
 * The verbs: thin. A verb declares its parameters and its manual, asks the {@code Session} for program, facts and store, calls a
 * pure decision, shows or applies its plan and returns a table.
 *
 * <p>Each thing of a session (program, as-of, data file) is made when it is first asked for, so a verb that needs no data file
 * opens none. A {@code World} is the customers that a question is about, from the data file or straight from files; a verb does
 * not know which. Whatever changes the data file is recorded as a run; showing what is masked is recorded too.
 *
 * <p>To add a verb: a class here and a line in {@code Commands}; its decision belongs into a domain.
 *
 * <p>Imports {@code core}, {@code fact}, {@code out}, {@code config}, {@code rule}, {@code store}, {@code importing}, {@code cli},
 * {@code customer}, {@code segment}, {@code points}, {@code level}, {@code benefit}, {@code task}, {@code lottery}, {@code
 * referral}, {@code group}, {@code staff}, {@code program}, {@code chart}, {@code report} and {@code sample}; imported by {@code
 * siyu}.
 */
@NullMarked
package siyu.command;

import org.jspecify.annotations.NullMarked;
