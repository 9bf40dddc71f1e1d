package siyu.cli;

import java.util.ArrayList;
import java.util.List;
import siyu.core.Problem;

/** The words of a line, as a POSIX shell splits them without expanding anything: quotes, backslashes, comments. */
final class ShellWords {
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inside;
    private int at;

    private ShellWords(String line) {
        this.line = line;
    }

    /** @throws siyu.core.Failure when a quote is not closed */
    static List<String> split(String line) {
        ShellWords split = new ShellWords(line);
        while (split.at < line.length()) {
            if (!split.next()) {
                break;
            }
        }
        split.end();
        return split.words;
    }

    /** Takes one character, or a quoted part; false when the rest is a comment. */
    private boolean next() {
        char c = line.charAt(at++);
        switch (c) {
            case ' ', '\t', '\r', '\n' -> end();
            case '\'', '"' -> quoted(c);
            case '\\' -> add(at < line.length() ? line.charAt(at++) : c);
            case '#' -> {
                if (!inside) {
                    return false;
                }
                add(c);
            }
            default -> add(c);
        }
        return true;
    }

    private void quoted(char quote) {
        inside = true;
        int start = at;
        while (at < line.length() && line.charAt(at) != quote) {
            boolean escape = quote == '"' && line.charAt(at) == '\\' && at + 1 < line.length();
            if (escape && "\"\\".indexOf(line.charAt(at + 1)) >= 0) {
                at++;
            }
            word.append(line.charAt(at++));
        }
        if (at++ >= line.length()) {
            throw Problem.of(
                            CliCode.BAD_VALUE,
                            "the quote " + quote + " before '" + line.substring(start) + "' is not closed")
                    .failure();
        }
    }

    private void add(char c) {
        inside = true;
        word.append(c);
    }

    private void end() {
        if (inside) {
            words.add(word.toString());
            word.setLength(0);
            inside = false;
        }
    }
}
