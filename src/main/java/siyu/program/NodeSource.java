package siyu.program;

import siyu.config.Node;
import siyu.core.Place;
import siyu.rule.Source;
import siyu.rule.Span;

/** An expression that stands in a scalar of the YAML. */
record NodeSource(Node.Scalar scalar) implements Source {
    @Override
    public String text() {
        return scalar.value();
    }

    @Override
    public Place place(Span span) {
        return scalar.place(span.start(), Math.max(span.start() + 1, span.end()));
    }
}
