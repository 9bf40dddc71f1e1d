package siyu.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.core.Diagnostics;
import siyu.fact.Vocabulary;

/**
 * Reads the definitions of a program: first all texts are given, then {@link #read} parses, orders, type-checks and reports
 * every problem of all of them at once (syntax, unknown names with the nearest known one, types, cycles between metrics, tags,
 * scores and segmentations, segments that can never be reached). Nothing is said of what merely leans on something wrong.
 */
public final class DefinitionReader {
    private final Vocabulary vocabulary;
    private final Diagnostics diagnostics;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();

    public DefinitionReader(Vocabulary vocabulary, Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.diagnostics = diagnostics;
    }

    public void metric(String name, Source source) {
        add(new Draft.Metric(name, new Part(source, diagnostics)));
    }

    public void tag(String name, Source source) {
        add(new Draft.Tag(name, new Part(source, diagnostics)));
    }

    /** @param segments name → rule, in order */
    public void segmentation(String name, Map<String, Source> segments, @Nullable String otherwise, boolean total) {
        List<Part> parts = new ArrayList<>();
        for (Source source : segments.values()) {
            parts.add(new Part(source, diagnostics));
        }
        List<String> words = new ArrayList<>(segments.keySet());
        if (otherwise != null && words.contains(otherwise)) {
            parts.get(words.indexOf(otherwise))
                    .report(
                            RuleCode.DUPLICATE_NAME,
                            "'" + otherwise + "' is a segment of '" + name + "' and its otherwise",
                            null);
            broken.add(name);
        } else if (otherwise != null) {
            words.add(otherwise);
        }
        add(new Draft.Segmentation(name, List.copyOf(parts), List.copyOf(words), otherwise, total));
    }

    /** See {@link Definition.Score}; {@code cuts} are literals as text, each with its place, empty for quantiles. */
    public void score(
            String name, Source of, int quantiles, Map<String, Source> cuts, boolean lowIsBest, boolean tiesFirst) {
        Part part = new Part(of, diagnostics);
        Draft.Score score =
                new Draft.Score(name, part, quantiles, List.copyOf(cuts.values()), lowIsBest, tiesFirst, diagnostics);
        if (!score.consistent()) {
            broken.add(name);
        }
        add(score);
    }

    private void add(Draft draft) {
        String name = draft.name();
        if (draft.parts().isEmpty()) {
            broken.add(name);
            return;
        }
        Part first = draft.parts().get(0);
        String taken = taken(name);
        if (taken != null) {
            first.report(RuleCode.RESERVED_NAME, "'" + name + "' cannot be the name of a definition: " + taken, null);
        } else if (drafts.containsKey(name)) {
            first.report(RuleCode.DUPLICATE_NAME, "'" + name + "' is defined twice", null);
        } else {
            drafts.put(name, draft);
        }
    }

    private @Nullable String taken(String name) {
        if (!Words.isName(name)) {
            return "names consist of letters, digits and _ and do not start with a digit";
        }
        if (Words.reserved(name)) {
            return "it is a word of the language";
        }
        if (vocabulary.customer(name) >= 0) {
            return "it is an attribute of the customers";
        }
        return vocabulary.kind(name) >= 0 ? "it is a kind of event" : null;
    }

    /** What was given, without the definitions that have problems or lean on one that has. */
    public Definitions read() {
        Map<String, Definition> typed = new LinkedHashMap<>();
        Scope scope = new Scope(vocabulary, typed, broken, Scope.CUSTOMER, Window.EVER);
        for (Draft draft : new Ordering(drafts).order(broken)) {
            Definition definition = draft.typed(scope);
            if (definition == null || broken.contains(draft.name())) {
                broken.add(draft.name());
            } else {
                typed.put(draft.name(), definition);
            }
        }
        return new Definitions(vocabulary, List.copyOf(typed.values()), broken);
    }
}
