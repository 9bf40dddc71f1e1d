package siyu.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.rule.Definition;
import siyu.rule.Definitions;
import siyu.rule.Dependencies;
import siyu.rule.Expression;

/**
 * Writes definitions in one way, whatever their layout, so that equal meaning gives equal text: every operator with its
 * brackets, every conversion shown, literals by type. The definitions a definition leans on follow it, one a line. The form is
 * hashed for the version of a rule, so it must not change without need.
 */
final class Canonical {
    private final Vocabulary vocabulary;
    private final StringBuilder text = new StringBuilder();

    private Canonical(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static Map<String, String> texts(Definitions definitions) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Definition definition : definitions.all()) {
            Canonical canonical = new Canonical(definitions.vocabulary());
            canonical.definition(definition);
            Dependencies.of(definition).forEach(canonical::definition);
            texts.put(definition.name(), canonical.text.toString());
        }
        return texts;
    }

    static String text(Expression expression, Vocabulary vocabulary) {
        Canonical canonical = new Canonical(vocabulary);
        canonical.expression(expression);
        return canonical.text.toString();
    }

    private void definition(Definition definition) {
        text.append(definition.name());
        if (definition instanceof Definition.Metric metric) {
            text.append(" := ");
            expression(metric.expression());
        } else if (definition instanceof Definition.Tag tag) {
            text.append(" ?= ");
            expression(tag.rule());
        } else if (definition instanceof Definition.Score score) {
            score(score);
        } else if (definition instanceof Definition.Segmentation segmentation) {
            segmentation(segmentation);
        }
        text.append('\n');
    }

    private void score(Definition.Score score) {
        text.append(" #= ");
        expression(score.of());
        text.append(" quantiles ").append(score.quantiles()).append(" cuts");
        for (Expression.Literal cut : score.cuts()) {
            text.append(' ');
            expression(cut);
        }
        text.append(score.lowIsBest() ? " low" : " high").append(score.tiesFirst() ? " first" : " same");
    }

    private void segmentation(Definition.Segmentation segmentation) {
        text.append(" in");
        for (Definition.Segment segment : segmentation.segments()) {
            text.append(' ').append(segment.name()).append(" if ");
            expression(segment.rule());
            text.append(';');
        }
        String otherwise = segmentation.otherwise();
        text.append(" otherwise ").append(otherwise == null ? "-" : otherwise);
        text.append(segmentation.total() ? " total" : "");
    }

    private void expression(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            literal(literal);
        } else if (expression instanceof Expression.Today) {
            text.append("today");
        } else if (expression instanceof Expression.CustomerAttribute attribute) {
            text.append("customer.")
                    .append(vocabulary.customer().get(attribute.index()).name());
        } else if (expression instanceof Expression.EventAttribute attribute) {
            text.append("event.")
                    .append(vocabulary.event().get(attribute.index()).name());
        } else if (expression instanceof Expression.EventKind) {
            text.append("event.kind");
        } else if (expression instanceof Expression.Reference reference) {
            text.append(reference.definition().name());
        } else if (expression instanceof Expression.Aggregate aggregate) {
            aggregate(aggregate);
        } else {
            operation(expression);
        }
    }

    /** Everything that is a sign and its operands. */
    private void operation(Expression expression) {
        text.append('(').append(sign(expression));
        for (Expression operand : Dependencies.operands(expression)) {
            text.append(' ');
            expression(operand);
        }
        text.append(')');
    }

    private static String sign(Expression expression) {
        if (expression instanceof Expression.Unary unary) {
            return lower(unary.operator());
        }
        if (expression instanceof Expression.Binary binary) {
            return lower(binary.operator());
        }
        if (expression instanceof Expression.In in) {
            return in.negated() ? "not_in" : "in";
        }
        if (expression instanceof Expression.Between) {
            return "between";
        }
        if (expression instanceof Expression.Known known) {
            return known.wanted() ? "is_known" : "is_unknown";
        }
        if (expression instanceof Expression.Convert convert) {
            return "to_" + lower(convert.type().kind());
        }
        if (expression instanceof Expression.Shift shift) {
            return "shift " + shift.amount() + lower(shift.unit());
        }
        return lower(((Expression.Call) expression).function());
    }

    private void aggregate(Expression.Aggregate aggregate) {
        text.append('(').append(lower(aggregate.function())).append(' ');
        text.append(aggregate.kind() < 0 ? "any" : vocabulary.kinds().get(aggregate.kind()));
        part(" [", aggregate.filter(), "]");
        part(" .", aggregate.of(), "");
        text.append(' ')
                .append(aggregate.window().amount())
                .append(lower(aggregate.window().unit()))
                .append(')');
    }

    private void part(String before, @Nullable Expression part, String after) {
        if (part != null) {
            text.append(before);
            expression(part);
            text.append(after);
        }
    }

    private void literal(Expression.Literal literal) {
        Object value = literal.value();
        Type type = literal.type();
        if (value == null) {
            text.append("unknown");
        } else if (value instanceof String string) {
            text.append('\'').append(string.replace("'", "''")).append('\'');
        } else if (type.kind() == Type.Kind.WORD && value instanceof Long index) {
            List<String> words = type.words();
            text.append('\'')
                    .append(words.get(Math.toIntExact(index)).replace("'", "''"))
                    .append('\'');
        } else {
            text.append(lower(type.kind())).append(':').append(value);
        }
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
