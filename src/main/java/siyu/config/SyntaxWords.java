package siyu.config;

import org.jspecify.annotations.Nullable;

/**
 * What the YAML parser says, put so that somebody who does not know its grammar can act on it.
 *
 * @param atContext whether the place to look at is where the broken thing begins, not where the parser gave up
 */
record SyntaxWords(String message, @Nullable String hint, boolean atContext) {
    /**
     * @param problem the parser's words
     * @param sameLine whether the broken thing begins on the line where the parser gave up
     */
    static SyntaxWords of(@Nullable String problem, boolean sameLine) {
        String said = problem == null ? "" : problem;
        if (said.startsWith("mapping values are not allowed")) {
            return new SyntaxWords(
                    "a colon is not expected here",
                    "quote the text if ': ' belongs to it, or check the indentation",
                    false);
        }
        if (said.contains("unexpected end of stream")) {
            return new SyntaxWords("the quote that begins here is never closed", "add the closing quote", true);
        }
        if (said.contains("could not find expected ':'")) {
            return new SyntaxWords("a key without a colon", "write `key: value`, with a space after the colon", true);
        }
        if (said.contains("that cannot start any token")) {
            return new SyntaxWords("a text cannot begin with this character", "quote the text", false);
        }
        if (said.contains("<block end>")) {
            return new SyntaxWords(
                    "this does not fit what is before it",
                    "check the indentation, and that what is before ends where it should",
                    false);
        }
        if (said.startsWith("expected ',' or") && sameLine) {
            return new SyntaxWords(
                    "a comma or the closing bracket is missing here",
                    "texts with brackets, braces or commas must be quoted within [ ] and { }",
                    false);
        }
        if (said.startsWith("expected ',' or")) {
            return new SyntaxWords("the bracket that begins here is never closed", "add the closing bracket", true);
        }
        if (said.contains("escape")) {
            return new SyntaxWords(
                    "an unknown escape in double quotes", "write \\\\ for a backslash, or use single quotes", false);
        }
        return new SyntaxWords("this is not YAML" + (said.isEmpty() ? "" : ": " + said), null, false);
    }
}
