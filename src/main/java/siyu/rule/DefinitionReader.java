package siyu.rule;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.core.Diagnostics;
import siyu.fact.Vocabulary;

/**
 * Reads the definitions of a program: first all texts are given, then {@link #read} parses, orders, type-checks and reports
 * every problem of all of them at once (syntax, unknown names with the nearest known one, types, cycles between metrics, tags,
 * scores and segmentations, segments that can never be reached).
 */
public final class DefinitionReader {
    private final Vocabulary vocabulary;
    private final Diagnostics diagnostics;

    public DefinitionReader(Vocabulary vocabulary, Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.diagnostics = diagnostics;
    }

    public void metric(String name, Source source) {
        throw new UnsupportedOperationException();
    }

    public void tag(String name, Source source) {
        throw new UnsupportedOperationException();
    }

    /** @param segments name → rule, in order */
    public void segmentation(String name, Map<String, Source> segments, @Nullable String otherwise, boolean total) {
        throw new UnsupportedOperationException();
    }

    /** See {@link Definition.Score}; {@code cuts} are literals as text, each with its place, empty for quantiles. */
    public void score(
            String name, Source of, int quantiles, Map<String, Source> cuts, boolean lowIsBest, boolean tiesFirst) {
        throw new UnsupportedOperationException();
    }

    /** What was given, without the definitions that have problems or lean on one that has. */
    public Definitions read() {
        throw new UnsupportedOperationException();
    }
}
