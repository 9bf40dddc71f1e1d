package siyu.rule;

import org.jspecify.annotations.Nullable;
import siyu.core.Diagnostics;
import siyu.core.Problem;

/** Where the problems of one expression go, each with its place in the expression's source. */
final class Problems {
    private final Source source;
    private final Diagnostics diagnostics;
    private boolean any;

    Problems(Source source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    String text() {
        return source.text();
    }

    /** Whether this expression had a problem so far. */
    boolean any() {
        return any;
    }

    void add(RuleCode code, Span span, String message) {
        add(code, span, message, null);
    }

    void add(RuleCode code, Span span, String message, @Nullable String hint) {
        any = true;
        diagnostics.add(new Problem(code, message, source.place(span), hint));
    }
}
