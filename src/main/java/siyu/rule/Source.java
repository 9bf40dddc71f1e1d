package siyu.rule;

import siyu.core.Place;

/** The text of one expression and where it stands, so that a span of it can be shown as a place in a file. */
public interface Source {
    String text();

    Place place(Span span);

    /** An expression that stands in no file, such as the value of a flag. */
    static Source of(String name, String text) {
        return new Source() {
            @Override
            public String text() {
                return text;
            }

            @Override
            public Place place(Span span) {
                int start = Math.min(span.start(), text.length());
                int lineStart = text.lastIndexOf('\n', start - 1) + 1;
                int lineEnd = text.indexOf('\n', start);
                int line = 1
                        + (int) text.substring(0, start)
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                return new Place(
                        name,
                        line,
                        1 + text.codePointCount(lineStart, start),
                        Math.max(1, span.end() - span.start()),
                        text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd));
            }
        };
    }
}
