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
}
