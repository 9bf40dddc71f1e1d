package siyu.importing;

import org.jspecify.annotations.Nullable;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.Type;

/** Turns the text of one field into a value of a column. One per worker; no objects are made for a value that is right. */
abstract class Cell {
    final Type type;

    Cell(Type type) {
        this.type = type;
    }

    /**
     * Reads the bytes {@code from} to {@code to} into a row, which has room, and marks it known.
     *
     * @return null, or what is wrong; the row's content is then not to be used
     */
    abstract @Nullable ImportCode read(byte[] bytes, int from, int to, Column into, int row);

    /** Called before the first value of a chunk. */
    void begin(Column into, int rows) {}

    /** Whether spaces around the value mean nothing; texts and ids keep them. */
    boolean trims() {
        return true;
    }

    /** Whether a quoted empty value is a value; only of texts it is. */
    boolean keepsEmpty() {
        return false;
    }

    /** The problem in words: what is wrong with this text. */
    abstract Problem problem(ImportCode code, String text);

    static Problem problem(ImportCode code, String message, @Nullable String hint) {
        return new Problem(code, message, null, hint);
    }

    /** A hint when the digits are those of East Asian typing. */
    static @Nullable String fullWidth(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\uFF01' && c <= '\uFF5E') {
                return "the text has full-width characters; write ASCII digits";
            }
            if (c > 127 && Character.isDigit(c)) {
                return "write ASCII digits";
            }
        }
        return null;
    }

    /** A text for a message: in quotes, at most 60 characters. */
    static String quote(String text) {
        return "'" + (text.length() <= 60 ? text : text.substring(0, 57) + "…") + "'";
    }
}
