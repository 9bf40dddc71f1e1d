/**
 * Values without I/O: exit codes, problems and failures, places in files, the as-of, the nearest of some words, and threads beside
 * the caller's.
 *
 * <p>A {@link siyu.core.Problem} is one thing that is wrong: a code, one sentence, a place and at most one hint. A {@link
 * siyu.core.Failure} ends a command with one or more of them; the first decides the exit code. Every package has its own enum of
 * {@link siyu.core.Code}s; an id and an exit code never change their meaning.
 *
 * <p>Imports nothing of siyu; imported by everybody who has problems to tell.
 */
@NullMarked
package siyu.core;

import org.jspecify.annotations.NullMarked;
