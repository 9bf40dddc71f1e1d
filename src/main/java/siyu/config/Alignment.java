package siyu.config;

import siyu.config.Node.Scalar;

/**
 * Finds, for each character of a scalar's value, the character of the file it came from, through quotes, escapes, folded lines
 * and block indentation. Worked out only when a place inside a value must be shown.
 */
final class Alignment {
    private final String source;
    private final String value;
    private final int[] offsets;
    private int at;
    private int out;

    private Alignment(Scalar scalar) {
        this.source = scalar.range().source().text();
        this.value = scalar.value();
        this.offsets = new int[value.length() + 1];
        this.at = scalar.range().start();
    }

    /** Offsets in the source's text, one for each character of the value and one for its end. */
    static int[] of(Scalar scalar) {
        Alignment alignment = new Alignment(scalar);
        switch (scalar.style()) {
            case PLAIN -> alignment.flow('\0');
            case SINGLE_QUOTED -> alignment.flow('\'');
            case DOUBLE_QUOTED -> alignment.flow('"');
            case LITERAL, FOLDED -> alignment.block();
        }
        return alignment.offsets;
    }

    private void flow(char quote) {
        if (quote != '\0') {
            at++;
        }
        while (out < value.length() && at < source.length()) {
            char c = source.charAt(at);
            int next = blankEnd(at);
            if (breaksIn(at, next) > 0) {
                int breaks = breaksIn(at, next);
                for (int i = 0; i < Math.max(1, breaks - 1) && out < value.length(); i++) {
                    offsets[out++] = at;
                }
                at = next;
            } else if (quote == '"' && c == '\\') {
                escape();
            } else {
                offsets[out++] = at;
                at += quote == '\'' && c == '\'' ? 2 : 1;
            }
        }
        fillFrom(out, at);
    }

    private void escape() {
        char kind = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
        if (kind == '\n') {
            at = blankEnd(at + 2);
            return;
        }
        int digits = switch (kind) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
        int units = Character.isHighSurrogate(value.charAt(out)) && kind == 'U' ? 2 : 1;
        for (int i = 0; i < units && out < value.length(); i++) {
            offsets[out++] = at;
        }
        at = Math.min(source.length(), at + 2 + digits);
    }

    private int blankEnd(int from) {
        int end = from;
        while (end < source.length() && isBlank(source.charAt(end))) {
            end++;
        }
        return end;
    }

    private int breaksIn(int from, int to) {
        int breaks = 0;
        for (int i = from; i < to; i++) {
            breaks += source.charAt(i) == '\n' ? 1 : 0;
        }
        return breaks;
    }

    /** Every line of the block that holds something stands in the value as it is, without its indentation, in order. */
    private void block() {
        int line = nextLine(at);
        int indent = -1;
        while (line < source.length() && out < value.length()) {
            int end = source.indexOf('\n', line);
            end = end < 0 ? source.length() : end;
            int text = line;
            while (text < end && source.charAt(text) == ' ') {
                text++;
            }
            if (text < end) {
                indent = indent < 0 ? indent(text - line) : indent;
                String content = source.substring(Math.min(line + indent, end), end);
                int found = value.indexOf(content, out);
                if (found < 0) {
                    break;
                }
                fill(found, line + indent);
                for (int i = 0; i < content.length(); i++) {
                    offsets[out++] = line + indent + i;
                }
            }
            line = end + 1;
        }
        fillFrom(out, out == 0 ? at : offsets[out - 1] + 1);
    }

    /** The indentation of a block: that of its first line, unless the header names one by more spaces in front of the text. */
    private int indent(int ofFirstLine) {
        int leading = 0;
        while (leading < value.length() && value.charAt(leading) == '\n') {
            leading++;
        }
        int spaces = 0;
        while (leading + spaces < value.length() && value.charAt(leading + spaces) == ' ') {
            spaces++;
        }
        return Math.max(0, ofFirstLine - spaces);
    }

    private int nextLine(int from) {
        int end = source.indexOf('\n', from);
        return end < 0 ? source.length() : end + 1;
    }

    /** Separators up to {@code to}, that is folded or kept line ends, point at the line that follows. */
    private void fill(int to, int offset) {
        while (out < to) {
            offsets[out++] = offset;
        }
    }

    private void fillFrom(int from, int offset) {
        for (int i = from; i < offsets.length; i++) {
            offsets[i] = Math.min(offset, source.length());
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }
}
