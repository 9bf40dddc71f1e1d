package siyu.core;

import org.jspecify.annotations.Nullable;

/**
 * Where a problem is.
 *
 * @param file the file as the user named it, {@code -} for standard input, or a flag such as {@code --set}
 * @param line 1-based, or 0 when the whole file is meant
 * @param column 1-based, in code points, or 0 when the whole line is meant
 * @param length how many code points to mark, at least 1
 * @param excerpt the text of that line, when it is at hand
 */
public record Place(
        String file,
        int line,
        int column,
        int length,
        @Nullable String excerpt) {
    public static Place file(String file) {
        return new Place(file, 0, 0, 1, null);
    }

    public static Place line(String file, int line) {
        return new Place(file, line, 0, 1, null);
    }

    /** {@code file:line:column}, without the parts that are not known. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
