package siyu.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What an expression is made of and what it leans on. */
public final class Dependencies {
    private Dependencies() {}

    /** The definitions an expression names, directly or through others, each after the ones it names itself. */
    public static List<Definition> of(Expression expression) {
        return of(List.of(expression));
    }

    /** The same for a definition, without itself. */
    public static List<Definition> of(Definition definition) {
        return of(expressions(definition));
    }

    private static List<Definition> of(List<Expression> expressions) {
        List<Definition> found = new ArrayList<>();
        // A definition is itself: to compare what it consists of would go through all of it, and of what it leans on,
        // each time.
        Set<Definition> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        expressions.forEach(expression -> collect(expression, seen, found));
        return found;
    }

    /** The expressions a definition consists of. */
    public static List<Expression> expressions(Definition definition) {
        if (definition instanceof Definition.Metric metric) {
            return List.of(metric.expression());
        }
        if (definition instanceof Definition.Tag tag) {
            return List.of(tag.rule());
        }
        if (definition instanceof Definition.Score score) {
            return List.of(score.of());
        }
        List<Expression> rules = new ArrayList<>();
        ((Definition.Segmentation) definition).segments().forEach(segment -> rules.add(segment.rule()));
        return rules;
    }

    /**
     * Whether an expression comes to the same on every date for a customer whose attributes are the same then: it looks at no
     * events, scores or tags, in no group and not at the calendar. Pins to segments are not looked at.
     */
    public static boolean dateless(Expression expression) {
        if (expression instanceof Expression.Reference reference) {
            Definition definition = reference.definition();
            boolean other = definition instanceof Definition.Score || definition instanceof Definition.Tag;
            return !other && expressions(definition).stream().allMatch(Dependencies::dateless);
        }
        if (expression instanceof Expression.Call call) {
            switch (call.function()) {
                case AGE, BIRTHDAY_WITHIN, HAS_TAG, IN_GROUP -> {
                    return false;
                }
                default -> {
                    // Its arguments decide.
                }
            }
        }
        return !(expression instanceof Expression.Today)
                && !(expression instanceof Expression.Aggregate)
                && operands(expression).stream().allMatch(Dependencies::dateless);
    }

    /** The operands of an expression, in order; of a reference none. */
    public static List<Expression> operands(Expression expression) {
        if (expression instanceof Expression.Unary unary) {
            return List.of(unary.operand());
        }
        if (expression instanceof Expression.Binary binary) {
            return List.of(binary.left(), binary.right());
        }
        if (expression instanceof Expression.In in) {
            List<Expression> all = new ArrayList<>(in.options());
            all.add(0, in.operand());
            return all;
        }
        if (expression instanceof Expression.Between between) {
            return List.of(between.operand(), between.low(), between.high());
        }
        if (expression instanceof Expression.Known known) {
            return List.of(known.operand());
        }
        if (expression instanceof Expression.Shift shift) {
            return List.of(shift.operand());
        }
        if (expression instanceof Expression.Convert convert) {
            return List.of(convert.operand());
        }
        if (expression instanceof Expression.Call call) {
            return call.arguments();
        }
        if (expression instanceof Expression.Aggregate aggregate) {
            List<Expression> all = new ArrayList<>();
            if (aggregate.filter() != null) {
                all.add(aggregate.filter());
            }
            if (aggregate.of() != null) {
                all.add(aggregate.of());
            }
            return all;
        }
        return List.of();
    }

    private static void collect(Expression expression, Set<Definition> seen, List<Definition> found) {
        if (expression instanceof Expression.Reference reference) {
            if (seen.add(reference.definition())) {
                expressions(reference.definition()).forEach(part -> collect(part, seen, found));
                found.add(reference.definition());
            }
            return;
        }
        operands(expression).forEach(operand -> collect(operand, seen, found));
    }
}
