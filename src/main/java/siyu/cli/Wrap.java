package siyu.cli;

import siyu.out.Width;

/**
 * Fills lines with words. Between characters that take two columns a line may end too, as Chinese is written without spaces, but
 * not before a mark that closes nor after one that opens. A word longer than a line stays whole: it may be a path to be copied.
 */
final class Wrap {
    private static final String CLOSING = "，。、；：！？）】》」』”’,.;:!?)]'\"";
    private static final String OPENING = "（【《「『“‘([";

    private final StringBuilder out;
    private final int indent;
    private final int width;
    private int at;
    private boolean begun;

    /**
     * @param column where the first line starts already
     * @param indent spaces before the others
     * @param width columns of a line
     */
    Wrap(StringBuilder out, int column, int indent, int width) {
        this.out = out;
        this.at = column;
        this.indent = indent;
        this.width = width;
    }

    /** Adds a text of one line, which has no control characters. */
    void text(String text) {
        for (int start = 0; start <= text.length(); ) {
            int end = text.indexOf(' ', start);
            end = end < 0 ? text.length() : end;
            boolean spaced = true;
            for (int from = start; from < end || spaced; ) {
                int to = piece(text, from, end);
                put(text.substring(from, to), spaced);
                spaced = false;
                from = to;
            }
            start = end + 1;
        }
    }

    private void put(String piece, boolean spaced) {
        int length = Width.of(piece);
        int gap = begun && spaced ? 1 : 0;
        if (begun && at + gap + length > width) {
            out.append('\n').append(" ".repeat(indent));
            at = indent;
        } else {
            out.append(" ".repeat(gap));
            at += gap;
        }
        out.append(piece);
        at += length;
        begun = true;
    }

    /** Where the part of a word that must stay together ends. */
    private static int piece(String text, int from, int end) {
        int i = from;
        while (i < end) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (i < end && breaks(point, text.codePointAt(i))) {
                return i;
            }
        }
        return end;
    }

    private static boolean breaks(int before, int after) {
        return (ideograph(before) || ideograph(after))
                && CLOSING.indexOf(after) < 0
                && OPENING.indexOf(before) < 0
                // A quoted Chinese name begins with a mark that looks like the one it ends with.
                && before != '\''
                && before != '"';
    }

    /** Emoji are left out: they are joined with what follows. */
    private static boolean ideograph(int point) {
        return point < 0x1F000 && Width.of(point) == 2 || point >= 0x20000;
    }
}
