package siyu.store;

import java.time.Clock;

/**
 * Who opens a data file: told to others who find it busy, and the clock that dates the end of runs.
 *
 * @param actor the user's name, or empty
 * @param host the machine's name, or empty
 * @param command the command line's verb, or empty
 */
public record Opener(String actor, String host, String command, Clock clock) {}
