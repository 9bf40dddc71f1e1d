package siyu.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.core.Diagnostics;
import siyu.core.Problem;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/**
 * Reads the definitions of a program: first all texts are given, then {@link #read} parses, orders, type-checks and reports
 * every problem of all of them at once (syntax, unknown names with the nearest known one, types, cycles between metrics, tags,
 * scores and segmentations, segments that can never be reached).
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
        add(new Draft(name, List.of(new Part(source, diagnostics)), parts -> {
            Expression expression = parts.expression(0);
            return expression == null ? null : new Definition.Metric(name, expression, source);
        }));
    }

    public void tag(String name, Source source) {
        add(new Draft(name, List.of(new Part(source, diagnostics)), parts -> {
            Expression rule = parts.condition(0, "a tag");
            return rule == null ? null : new Definition.Tag(name, rule, source);
        }));
    }

    /** @param segments name → rule, in order */
    public void segmentation(String name, Map<String, Source> segments, @Nullable String otherwise, boolean total) {
        List<Part> parts = new ArrayList<>();
        segments.values().forEach(source -> parts.add(new Part(source, diagnostics)));
        List<String> words = new ArrayList<>(segments.keySet());
        if (otherwise != null && words.contains(otherwise)) {
            report(
                    RuleCode.DUPLICATE_NAME,
                    parts.get(words.indexOf(otherwise)),
                    "'" + otherwise + "' is a segment of '" + name + "' and its otherwise");
            broken.add(name);
        } else if (otherwise != null) {
            words.add(otherwise);
        }
        add(new Draft(name, parts, typing -> {
            List<Definition.Segment> typed = new ArrayList<>();
            Reach reach = new Reach(vocabulary);
            for (int i = 0; i < parts.size(); i++) {
                Expression rule = typing.condition(i, "a segment");
                if (rule != null) {
                    typed.add(new Definition.Segment(
                            words.get(i), rule, parts.get(i).source()));
                    if (!reached(parts.get(i), words.get(i), rule, reach)) {
                        broken.add(name);
                    }
                }
            }
            return typed.isEmpty() || typed.size() < parts.size()
                    ? null
                    : new Definition.Segmentation(name, List.copyOf(typed), otherwise, total, Type.word(words));
        }));
    }

    private boolean reached(Part part, String segment, Expression rule, Reach reach) {
        String reason = reach.next(segment, rule);
        if (reason != null) {
            report(
                    RuleCode.UNREACHABLE,
                    part,
                    "nobody can come into segment '" + segment + "': " + reason,
                    reason.endsWith("first") ? "put the narrower rule first" : null);
        }
        return reason == null;
    }

    /** See {@link Definition.Score}; {@code cuts} are literals as text, each with its place, empty for quantiles. */
    public void score(
            String name, Source of, int quantiles, Map<String, Source> cuts, boolean lowIsBest, boolean tiesFirst) {
        Part part = new Part(of, diagnostics);
        int before = diagnostics.problems().size();
        if (cuts.isEmpty() == (quantiles == 0)) {
            report(RuleCode.BAD_SCORE, part, "score '" + name + "' needs either quantiles or cuts");
        } else if (cuts.isEmpty() && (quantiles < 2 || quantiles > 100)) {
            report(
                    RuleCode.BAD_SCORE,
                    part,
                    "score '" + name + "' cannot have " + quantiles + " quantiles, only 2 to 100");
        } else if (tiesFirst && !cuts.isEmpty()) {
            report(RuleCode.BAD_SCORE, part, "ties of score '" + name + "' mean nothing beside cuts");
        }
        if (diagnostics.problems().size() > before) {
            broken.add(name);
        }
        List<Source> sources = List.copyOf(cuts.values());
        add(new Draft(name, List.of(part), parts -> {
            Expression value = parts.expression(0);
            if (value == null) {
                return null;
            }
            if (!Operands.isOrdered(value.type()) || value.type().kind() == Type.Kind.TEXT) {
                report(
                        RuleCode.BAD_SCORE,
                        part,
                        "a score cannot rank " + Literals.name(value.type()),
                        "rank an integer, decimal, money, date or time");
                return null;
            }
            if (value.type().kind() == Type.Kind.TIME && !sources.isEmpty()) {
                value = new Expression.Convert(value, Type.DATE, value.span());
            }
            List<Expression.Literal> thresholds = new Cuts(vocabulary, diagnostics).read(value.type(), sources);
            return thresholds == null
                    ? null
                    : new Definition.Score(name, value, quantiles, thresholds, lowIsBest, tiesFirst, of);
        }));
    }

    private void add(Draft draft) {
        String name = draft.name();
        String taken = taken(name);
        Part first = draft.parts().isEmpty() ? null : draft.parts().get(0);
        if (first == null) {
            broken.add(name);
        } else if (taken != null) {
            report(RuleCode.RESERVED_NAME, first, "'" + name + "' cannot be the name of a definition: " + taken);
        } else if (drafts.containsKey(name)) {
            report(RuleCode.DUPLICATE_NAME, first, "'" + name + "' is defined twice");
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

    private void report(RuleCode code, Part part, String message) {
        report(code, part, message, null);
    }

    private void report(RuleCode code, Part part, String message, @Nullable String hint) {
        Span whole = new Span(0, Math.max(1, part.source().text().length()));
        diagnostics.add(new Problem(code, message, part.source().place(whole), hint));
    }

    /** What was given, without the definitions that have problems or lean on one that has. */
    public Definitions read() {
        Map<String, Definition> typed = new LinkedHashMap<>();
        Scope scope = new Scope(vocabulary, typed, broken, Scope.CUSTOMER);
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
