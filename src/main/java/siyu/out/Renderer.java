package siyu.out;

/** Turns a table into text. Each format is one class. */
public interface Renderer {
    /**
     * Writes the whole table; the caller flushes.
     *
     * @param table with exactly the columns to be shown
     * @throws WriteException when the output fails
     */
    void render(Table table, Look look, Utf8Out out);
}
