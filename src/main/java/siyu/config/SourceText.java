package siyu.config;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import siyu.core.Place;

/**
 * The text of one YAML file, or of a flag's value, in which offsets can be shown as places. Lines end with {@code \n} only. Not
 * for several threads.
 */
public final class SourceText {
    private final String name;
    private final String text;
    private final String shown;
    // Counted when a place is first asked for: a program without a problem has none.
    private int @Nullable [] lineStarts;
    // The excerpt asked for last: a thousand problems on one line of 256 KB share one copy of it.
    private int excerptLine = -1;
    private String excerpt = "";
    // The places in a line asked for last: the next is usually behind, and is counted on from there.
    private int countedLine = -1;
    private int countedColumn;
    private int countedAt;
    private int shownLine = -1;
    private int shownAt;
    private int shownPoints;

    public SourceText(String name, String text) {
        this(name, text, text);
    }

    private SourceText(String name, String text, String shown) {
        this.name = name;
        this.text = text;
        this.shown = shown;
    }

    private int[] lineStarts() {
        int[] starts = lineStarts;
        if (starts == null) {
            int lines = 1;
            for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
                lines++;
            }
            starts = new int[lines];
            int line = 1;
            for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
                starts[line++] = at + 1;
            }
            lineStarts = starts;
        }
        return starts;
    }

    /** The same text with only the characters from {@code start} on to be read; what is before is shown in excerpts still. */
    SourceText from(int start) {
        return new SourceText(name, " ".repeat(start) + text.substring(start), shown);
    }

    /** The same text with the lines {@code first} to {@code last} (exclusive, from 0) left empty; excerpts stay. */
    SourceText without(int first, int last) {
        char[] characters = text.toCharArray();
        for (int i = lineStarts()[first]; i < lineEnd(last - 1); i++) {
            characters[i] = characters[i] == '\n' ? '\n' : ' ';
        }
        return new SourceText(name, new String(characters), shown);
    }

    /** The file as places name it. */
    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    int lines() {
        return lineStarts().length;
    }

    /** The offset of a line's first character; lines count from 0. */
    int lineStart(int line) {
        return lineStarts()[line];
    }

    /** The offset behind a line's last character, its end not included. */
    int lineEnd(int line) {
        return line + 1 < lineStarts().length ? lineStarts()[line + 1] - 1 : text.length();
    }

    /** The line (from 0) that holds an offset. */
    int line(int offset) {
        int at = Arrays.binarySearch(lineStarts(), offset);
        return at >= 0 ? at : -at - 2;
    }

    /** The offset of a line and a column in code points, both from 0; no further than the text's end. */
    int offset(int line, int column) {
        if (line >= lineStarts().length) {
            return text.length();
        }
        int end = lineEnd(line);
        boolean on = line == countedLine && column >= countedColumn;
        int at = on ? countedAt : lineStarts()[line];
        int counted = on ? countedColumn : 0;
        // Nearly all lines are ASCII, where a code point is a character.
        while (counted < column && at < end) {
            at += Character.isHighSurrogate(text.charAt(at)) && at + 1 < end ? 2 : 1;
            counted++;
        }
        countedLine = line;
        countedColumn = counted;
        countedAt = at;
        return at;
    }

    /** The place of the characters from {@code start} to {@code end} (exclusive), as far as they are on one line. */
    public Place place(int start, int end) {
        int from = Math.min(start, text.length());
        int line = line(from);
        int lineEnd = lineEnd(line);
        int to = Math.max(from, Math.min(end, lineEnd));
        return new Place(
                name, line + 1, 1 + before(line, from), Math.max(1, shown.codePointCount(from, to)), excerpt(line));
    }

    /** Code points of a line before an offset. */
    private int before(int line, int from) {
        boolean on = line == shownLine && from >= shownAt;
        int points =
                on ? shownPoints + shown.codePointCount(shownAt, from) : shown.codePointCount(lineStarts()[line], from);
        // Not from within a character of two, which would count twice.
        if (from == shown.length() || !Character.isLowSurrogate(shown.charAt(from))) {
            shownLine = line;
            shownAt = from;
            shownPoints = points;
        }
        return points;
    }

    private String excerpt(int line) {
        if (excerptLine != line) {
            excerptLine = line;
            excerpt = shown.substring(lineStarts()[line], lineEnd(line));
        }
        return excerpt;
    }
}
