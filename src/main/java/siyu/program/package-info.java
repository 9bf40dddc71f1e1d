/**
 * The program: the whole YAML of a workspace as one immutable value, read by {@link siyu.program.ProgramReader} with all
 * problems of all files at once. No file outside the workspace is read.
 *
 * <p>The YAML is a map of {@link siyu.program.Section}s. To add one (points, referral, groups, …): write a {@code Section} with
 * its {@code Shape} and its reading, which leaves what it read in the {@link siyu.program.Draft}; add it to {@link
 * siyu.program.Sections#ALL}; give {@link siyu.program.Program} a component for the result. Checks of structure, {@code --set},
 * {@code --against}, the JSON Schema and the places of problems come from the shape and need nothing more. What the section
 * means is shown by {@code siyu validate} through one method in {@link siyu.program.Validation}.
 *
 * <p>Imports {@code core}, {@code fact}, {@code config}, {@code rule}, {@code points}, {@code level}, {@code benefit}, {@code
 * task}, {@code lottery}, {@code referral}, {@code group} and {@code staff}; imported by {@code report}, {@code command} and
 * {@code siyu}.
 */
@NullMarked
package siyu.program;

import org.jspecify.annotations.NullMarked;
