package siyu.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.fact.Marks;
import siyu.rule.Expression.BinaryOperator;

/** Builds the tree of reasons of one customer. */
final class Reasons {
    private final Values values;

    Reasons(Values values) {
        this.values = values;
    }

    Reason of(Expression expression) {
        if (expression instanceof Expression.Convert convert) {
            return of(convert.operand());
        }
        if (expression instanceof Expression.Reference reference) {
            return definition(reference);
        }
        List<Reason> children = new ArrayList<>();
        Compared compared = Compared.of(expression);
        if (compared != null) {
            explainFigures(compared, children);
        } else {
            parts(expression).forEach(part -> children.add(of(part)));
        }
        Object value = values.of(expression);
        return new Reason(
                null,
                values.text(expression),
                expression.type(),
                value,
                values.shown(expression),
                compared == null ? null : values.shown(compared.actual()),
                compared == null ? null : needed(compared),
                value == null ? unknown(expression) : List.of(),
                values.overflowed(expression) ? "the result is too large" : null,
                children);
    }

    /** What a reader wants to see opened: definitions, and calculations with the parts they are made of. */
    private void explainFigures(Compared compared, List<Reason> children) {
        for (Expression figure : compared.figures()) {
            Expression inner = figure;
            while (inner instanceof Expression.Convert convert) {
                inner = convert.operand();
            }
            if (inner instanceof Expression.Reference) {
                children.add(of(inner));
            } else {
                parts(inner).forEach(part -> children.add(of(part)));
            }
        }
    }

    /** The operands worth a line of their own: no constants, nothing of inside an aggregate; one chain of and/or is one list. */
    private static List<Expression> parts(Expression expression) {
        List<Expression> parts = new ArrayList<>();
        if (expression instanceof Expression.Binary binary && connective(binary.operator())) {
            flatten(binary, binary.operator(), parts);
        } else if (!(expression instanceof Expression.Aggregate)) {
            for (Expression operand : Dependencies.operands(expression)) {
                if (!(operand instanceof Expression.Literal || operand instanceof Expression.Today)) {
                    parts.add(operand);
                }
            }
        }
        return parts;
    }

    private static boolean connective(BinaryOperator operator) {
        return operator == BinaryOperator.AND || operator == BinaryOperator.OR;
    }

    private static void flatten(Expression expression, BinaryOperator operator, List<Expression> parts) {
        if (expression instanceof Expression.Binary binary && binary.operator() == operator) {
            flatten(binary.left(), operator, parts);
            flatten(binary.right(), operator, parts);
        } else {
            parts.add(expression);
        }
    }

    private String needed(Compared compared) {
        if (compared.expression() instanceof Expression.Known known) {
            return known.wanted() ? "known" : "unknown";
        }
        if (compared.expression() instanceof Expression.Between between) {
            return "between " + values.shown(between.low()) + " and " + values.shown(between.high());
        }
        if (compared.expression() instanceof Expression.In in) {
            List<String> options = in.options().stream().map(values::shown).toList();
            return (in.negated() ? "not in (" : "in (") + String.join(", ", options) + ")";
        }
        return Printer.sign(compared.operator()) + " " + values.shown(compared.other());
    }

    private Reason definition(Expression.Reference reference) {
        Definition definition = reference.definition();
        if (definition instanceof Definition.Metric metric) {
            return of(metric.expression()).named(metric.name(), null);
        }
        if (definition instanceof Definition.Segmentation segmentation) {
            return segmentation(reference, segmentation);
        }
        Expression inner = definition instanceof Definition.Tag tag ? tag.rule() : ((Definition.Score) definition).of();
        Object value = values.of(reference);
        boolean score = definition instanceof Definition.Score;
        boolean pinned = !score && values.tagged(definition.name());
        Reason rule = of(inner);
        return new Reason(
                definition.name(),
                rule.text(),
                definition.type(),
                value,
                values.shown(reference),
                score ? null : rule.actual(),
                score ? null : rule.needed(),
                value == null ? unknown(reference) : List.of(),
                pinned ? "tagged by hand" : rule.note(),
                score ? List.of(rule) : rule.children());
    }

    private Reason segmentation(Expression.Reference reference, Definition.Segmentation segmentation) {
        List<Reason> children = new ArrayList<>();
        List<Marks.Pin> pins = values.pins(segmentation.name());
        for (Definition.Segment segment : segmentation.segments()) {
            children.add(of(segment.rule()).named(segment.name(), pinned(pins, segment.name())));
        }
        Object value = values.of(reference);
        String otherwise = segmentation.otherwise();
        return new Reason(
                segmentation.name(),
                "",
                segmentation.type(),
                value,
                value == null ? "in no segment" : (String) value,
                null,
                null,
                value == null ? unknown(reference) : List.of(),
                otherwise == null ? null : pinned(pins, otherwise),
                children);
    }

    private static @Nullable String pinned(List<Marks.Pin> pins, String segment) {
        String note = null;
        for (Marks.Pin pin : pins) {
            if (pin.segment().equals(segment)) {
                note = pin.in() && note == null ? "pinned in by hand" : pin.in() ? note : "pinned out by hand";
            }
        }
        return note;
    }

    private List<String> unknown(Expression expression) {
        Set<String> names = new LinkedHashSet<>();
        unknown(expression, names);
        return new ArrayList<>(names);
    }

    private void unknown(Expression expression, Set<String> names) {
        if (values.of(expression) != null) {
            return;
        }
        List<Expression> operands = Dependencies.operands(expression);
        if (expression instanceof Expression.Reference reference) {
            Definition definition = reference.definition();
            if (definition instanceof Definition.Score) {
                names.add(definition.name());
            }
            operands = Dependencies.expressions(definition);
        } else if (expression instanceof Expression.Aggregate || operands.isEmpty()) {
            names.add(values.text(expression));
            return;
        }
        int before = names.size();
        operands.forEach(operand -> unknown(operand, names));
        if (names.size() == before && !(expression instanceof Expression.Reference) && noneUnknown(operands)) {
            // Unknown by itself: a division by zero, an age of someone not yet born.
            names.add(values.text(expression).toLowerCase(Locale.ROOT));
        }
    }

    private boolean noneUnknown(List<Expression> operands) {
        return operands.stream().allMatch(operand -> values.of(operand) != null);
    }
}
