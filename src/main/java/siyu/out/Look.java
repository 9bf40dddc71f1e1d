package siyu.out;

/**
 * How a table is to be shown, beside its format.
 *
 * @param headers whether tables, CSV, TSV and Markdown start with the titles
 * @param unmask whether personal cells are shown as they are
 * @param csvSafe whether text cells that a spreadsheet would take for a formula are guarded
 * @param terminal whether the output is a terminal: long cells are cut, control characters of CSV are scrubbed
 * @param width columns of the terminal
 * @param colour whether titles are set off by ANSI sequences
 */
public record Look(boolean headers, boolean unmask, boolean csvSafe, boolean terminal, int width, boolean colour) {
    /** Into a pipe or a file: nothing is cut or coloured. */
    public static final Look PLAIN = new Look(true, false, true, false, 80, false);
}
