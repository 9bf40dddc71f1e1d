package siyu.rule;

import org.jspecify.annotations.Nullable;
import siyu.core.Diagnostics;

/**
 * One expression of a definition, parsed.
 *
 * @param syntax null when it could not be parsed
 */
record Part(Source source, Problems problems, @Nullable Syntax syntax) {
    Part(Source source, Diagnostics diagnostics) {
        this(source, new Problems(source, diagnostics));
    }

    private Part(Source source, Problems problems) {
        this(source, problems, Parser.parse(problems));
    }

    int height() {
        return syntax == null ? 0 : Parser.height(syntax);
    }

    /** The expression typed in a scope; null when it has problems, which are then reported. */
    @Nullable
    Expression typed(Scope scope) {
        Expression typed = syntax == null ? null : new Typer(scope, problems).type(syntax);
        return problems.any() ? null : typed;
    }

    /** As {@link #typed}, but must be boolean. */
    @Nullable
    Expression condition(Scope scope, String place) {
        Expression typed = syntax == null ? null : new Typer(scope, problems).condition(syntax, place);
        return problems.any() ? null : typed;
    }

    /** Reports a problem of the whole expression. */
    void report(RuleCode code, String message, @Nullable String hint) {
        problems.add(code, new Span(0, Math.max(1, source.text().length())), message, hint);
    }
}
