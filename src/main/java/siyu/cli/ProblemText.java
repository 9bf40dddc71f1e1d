package siyu.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.core.Place;
import siyu.core.Problem;
import siyu.out.Scrub;
import siyu.out.Width;

/**
 * Problems as people read them: <pre>
 * error[E0312]: no attribute 'ag'
 *   --> segments.yaml:12:9
 *    |
 * 12 |   old: ag > 60
 *    |        ^^
 * hint: did you mean 'age'?</pre>
 */
final class ProblemText {
    /** Further problems are only counted. */
    static final int SHOWN = 50;

    private static final int TAB = 4;
    /** Columns of an excerpt; a longer line is shown from near the place on. */
    private static final int EXCERPT = 100;

    private static final int BEFORE = 40;
    /** Spaces before the further lines of a message. */
    private static final int INDENT = 2;

    private final Theme theme;
    private final int width;
    private final StringBuilder text = new StringBuilder();

    /** @param width columns within which messages and hints are filled, 0 for lines of any length */
    ProblemText(Theme theme, int width) {
        this.theme = theme;
        this.width = width;
    }

    String of(List<Problem> problems) {
        for (int i = 0; i < problems.size() && i < SHOWN; i++) {
            problem(problems.get(i));
        }
        if (problems.size() > SHOWN) {
            int more = problems.size() - SHOWN;
            text.append("and ").append(more).append(more == 1 ? " more problem\n" : " more problems\n");
        }
        return text.toString();
    }

    private void problem(Problem problem) {
        String head = "error[" + problem.code().id() + "]";
        text.append(theme.error(head))
                .append(theme.bold(": " + filled(problem.message(), Width.of(head + ": "))))
                .append('\n');
        Place place = problem.place();
        if (place != null) {
            String number = String.valueOf(place.line());
            String margin = " ".repeat(place.excerpt() == null ? 1 : number.length());
            text.append(margin)
                    .append(theme.dim("--> "))
                    .append(Scrub.text(place.toString()))
                    .append('\n');
            excerpt(place, place.excerpt(), number);
        }
        if (problem.hint() != null) {
            text.append("hint: ")
                    .append(filled(problem.hint(), Width.of("hint: ")))
                    .append('\n');
        }
    }

    /** A message whose first line starts at {@code column}. */
    private String filled(String message, int column) {
        String lines = lines(message);
        if (width <= 0) {
            return lines;
        }
        StringBuilder all = new StringBuilder();
        for (String line : lines.split("\n")) {
            all.append(all.length() == 0 ? "" : "\n");
            int spaces = line.length() - line.stripLeading().length();
            all.append(" ".repeat(spaces));
            new Wrap(all, all.length() == spaces ? column + spaces : spaces, Math.max(INDENT, spaces), width)
                    .text(line.stripLeading());
        }
        return all.toString();
    }

    private void excerpt(Place place, @Nullable String line, String number) {
        if (line == null || place.line() == 0) {
            return;
        }
        int length = line.codePointCount(0, line.length());
        int column = Math.min(Math.max(1, place.column()), length + 1);
        int from = column > EXCERPT - BEFORE ? column - BEFORE : 1;
        int to = Math.min(length, from + EXCERPT - 1);
        String margin = " ".repeat(number.length());
        text.append(margin).append(theme.dim(" |")).append('\n');
        text.append(theme.dim(number + " |")).append(' ');
        text.append(from > 1 ? "…" : "").append(part(line, from, to)).append(to < length ? "…" : "");
        trimEnd();
        text.append('\n').append(margin).append(theme.dim(" |"));
        if (place.column() > 0) {
            int last = Math.min(to, column + place.length() - 1);
            int indent = (from > 1 ? 1 : 0) + Width.of(part(line, from, column - 1));
            int marked = Math.max(1, Width.of(part(line, column, last)));
            text.append(' ').append(" ".repeat(indent)).append(theme.error("^".repeat(marked)));
        }
        text.append('\n');
    }

    private void trimEnd() {
        while (text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
    }

    /** Code points {@code from} to {@code to}, 1-based and inclusive, as shown: tabs are four spaces. */
    private static String part(String line, int from, int to) {
        if (to < from) {
            return "";
        }
        int start = line.offsetByCodePoints(0, from - 1);
        String part = line.substring(start, line.offsetByCodePoints(start, to - from + 1));
        return Scrub.text(part.indexOf('\t') < 0 ? part : part.replace("\t", " ".repeat(TAB)));
    }

    /** A message may have several lines; each is scrubbed and set in. */
    static String lines(String message) {
        if (message.indexOf('\n') < 0) {
            return Scrub.text(message);
        }
        StringBuilder all = new StringBuilder();
        for (String line : message.split("\n")) {
            all.append(all.length() == 0 ? "" : "\n  ").append(Scrub.text(line));
        }
        return all.toString();
    }
}
