package siyu.rule;

/**
 * A stretch of an expression's source text.
 *
 * @param start offset of the first character (UTF-16 unit) in the text
 * @param end offset behind the last character
 */
public record Span(int start, int end) {
    public Span to(Span last) {
        return new Span(start, last.end);
    }
}
