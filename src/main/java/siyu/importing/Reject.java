package siyu.importing;

import siyu.core.Problem;

/**
 * A row that was not taken.
 *
 * @param problem what is wrong, with file, line and column
 * @param field the name of the field, empty when the row as a whole is wrong
 * @param row the row as it stood in the file, cut at 1,000 characters
 */
public record Reject(Problem problem, String field, String row) {}
