package siyu.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.core.Diagnostics;
import siyu.fact.Type;

/** A definition whose expressions are parsed but not yet typed. */
sealed interface Draft {
    String name();

    /** Its expressions. */
    List<Part> parts();

    /** The definition, once everything it names is in the scope; null when it has problems, which are then reported. */
    @Nullable
    Definition typed(Scope scope);

    record Metric(String name, Part part) implements Draft {
        @Override
        public List<Part> parts() {
            return List.of(part);
        }

        @Override
        public @Nullable Definition typed(Scope scope) {
            Expression expression = part.typed(scope);
            return expression == null ? null : new Definition.Metric(name, expression, part.source());
        }
    }

    record Tag(String name, Part part) implements Draft {
        @Override
        public List<Part> parts() {
            return List.of(part);
        }

        @Override
        public @Nullable Definition typed(Scope scope) {
            Expression rule = part.condition(scope, "a tag");
            return rule == null ? null : new Definition.Tag(name, rule, part.source());
        }
    }

    /** @param words the names of the parts, then {@code otherwise} when it names a segment of its own */
    record Segmentation(
            String name,
            List<Part> parts,
            List<String> words,
            @Nullable String otherwise,
            boolean total) implements Draft {
        @Override
        public @Nullable Definition typed(Scope scope) {
            List<Definition.Segment> segments = new ArrayList<>();
            Reach reach = new Reach(scope.vocabulary());
            boolean whole = true;
            for (int i = 0; i < parts.size(); i++) {
                Expression rule = parts.get(i).condition(scope, "a segment");
                if (rule == null) {
                    whole = false;
                } else {
                    segments.add(new Definition.Segment(
                            words.get(i), rule, parts.get(i).source()));
                    whole &= reached(i, reach.next(words.get(i), rule));
                }
            }
            return whole
                    ? new Definition.Segmentation(name, List.copyOf(segments), otherwise, total, Type.word(words))
                    : null;
        }

        private boolean reached(int segment, @Nullable String reason) {
            if (reason != null) {
                parts.get(segment)
                        .report(
                                RuleCode.UNREACHABLE,
                                "nobody can come into segment '" + words.get(segment) + "': " + reason,
                                reason.endsWith("first") ? "put the narrower rule first" : null);
            }
            return reason == null;
        }
    }

    record Score(
            String name,
            Part part,
            int quantiles,
            List<Source> cuts,
            boolean lowIsBest,
            boolean tiesFirst,
            Diagnostics diagnostics)
            implements Draft {
        @Override
        public List<Part> parts() {
            return List.of(part);
        }

        /** Whether quantiles, cuts and ties go together; reports what does not. */
        boolean consistent() {
            if (cuts.isEmpty() == (quantiles == 0)) {
                part.report(RuleCode.BAD_SCORE, "score '" + name + "' needs either quantiles or cuts", null);
            } else if (cuts.isEmpty() && (quantiles < 2 || quantiles > 100)) {
                part.report(
                        RuleCode.BAD_SCORE,
                        "score '" + name + "' cannot have " + quantiles + " quantiles, only 2 to 100",
                        null);
            } else if (tiesFirst && !cuts.isEmpty()) {
                part.report(RuleCode.BAD_SCORE, "ties of score '" + name + "' mean nothing beside cuts", null);
            } else {
                return true;
            }
            return false;
        }

        @Override
        public @Nullable Definition typed(Scope scope) {
            Expression value = part.typed(scope);
            if (value == null) {
                return null;
            }
            if (!Operands.isOrdered(value.type()) || value.type().kind() == Type.Kind.TEXT) {
                part.report(
                        RuleCode.BAD_SCORE,
                        "a score cannot rank " + Literals.name(value.type()),
                        "rank an integer, decimal, money, date or time");
                return null;
            }
            if (value.type().kind() == Type.Kind.TIME && !cuts.isEmpty()) {
                value = new Expression.Convert(value, Type.DATE, value.span());
            }
            List<Expression.Literal> thresholds = new Cuts(scope.vocabulary(), diagnostics).read(value.type(), cuts);
            return thresholds == null
                    ? null
                    : new Definition.Score(name, value, quantiles, thresholds, lowIsBest, tiesFirst, part.source());
        }
    }
}
