package siyu.rule;

/**
 * One word or sign of an expression's text.
 *
 * @param text for a name, number, date or duration the characters; for a text its value with quotes undone; else empty
 */
record Token(Kind kind, String text, int start, int end) {
    /** What a token is. */
    enum Kind {
        NAME("a name"),
        NUMBER("a number"),
        DURATION("a duration"),
        DATE("a date"),
        TEXT("a text"),
        OPEN("("),
        CLOSE(")"),
        OPEN_BRACKET("["),
        CLOSE_BRACKET("]"),
        COMMA(","),
        DOT("."),
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        OVER("/"),
        PERCENT("%"),
        EQUAL("="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        END("the end");

        /** How messages call it. */
        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    Span span() {
        return new Span(start, end);
    }

    boolean is(String word) {
        return kind == Kind.NAME && text.equals(word);
    }

    /** The token as messages quote it. */
    String quoted() {
        return switch (kind) {
            case NAME, NUMBER, DURATION, DATE -> "'" + text + "'";
            case TEXT -> "the text '" + text + "'";
            case END -> kind.words;
            default -> "'" + kind.words + "'";
        };
    }
}
