package siyu.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import siyu.rule.Expression.BinaryOperator;
import siyu.rule.Flip.Change;

/**
 * Finds the fewest conditions that would have to change to give an expression a wanted truth. A condition that occurs twice has
 * one truth; different conditions are taken to be independent of one another. Of two ways with equally many changes, the first in
 * the text is chosen. Exact as long as no part has more than {@link #WAYS} ways; beyond that the cheapest so far are followed.
 */
final class Flipping {
    private static final int WAYS = 64;

    private final Values values;
    private final Gaps gaps;
    private final Map<String, List<Way>> known = new HashMap<>();

    Flipping(Values values) {
        this.values = values;
        this.gaps = new Gaps(values);
    }

    /**
     * One way to get there.
     *
     * @param truths what every condition must be, also those that already are, by text
     * @param changes those that are not
     */
    private record Way(Map<String, Boolean> truths, List<Change> changes) {
        private static final Way NOTHING = new Way(Map.of(), List.of());

        private static final Comparator<Way> CHEAPEST =
                Comparator.comparingInt(way -> way.changes().size());

        /** Both ways at once, or null when they want a condition to be true and false. */
        private @Nullable Way and(Way other) {
            Map<String, Boolean> both = new LinkedHashMap<>(truths);
            List<Change> all = new ArrayList<>(changes);
            for (Map.Entry<String, Boolean> truth : other.truths.entrySet()) {
                Boolean before = both.put(truth.getKey(), truth.getValue());
                if (before != null && !before.equals(truth.getValue())) {
                    return null;
                }
            }
            other.changes.stream().filter(change -> !changes.contains(change)).forEach(all::add);
            return new Way(both, all);
        }
    }

    /** Empty when no change of the customer can do it. */
    Optional<List<Change>> to(Expression expression, boolean wanted) {
        return search(expression, wanted).stream().findFirst().map(Way::changes);
    }

    /** What would bring the customer into a segment, given by its index among the words. */
    Optional<List<Change>> into(Definition.Segmentation segmentation, int segment) {
        return enter(segmentation, segment).stream().findFirst().map(Way::changes);
    }

    /** The ways, cheapest first. */
    private List<Way> search(Expression expression, boolean wanted) {
        if (expression instanceof Expression.Unary unary) {
            return search(unary.operand(), !wanted);
        }
        if (expression instanceof Expression.Binary binary) {
            BinaryOperator operator = binary.operator();
            if (operator == BinaryOperator.AND || operator == BinaryOperator.OR) {
                List<Way> left = search(binary.left(), wanted);
                List<Way> right = search(binary.right(), wanted);
                return (operator == BinaryOperator.AND) == wanted ? all(left, right) : any(left, right);
            }
            List<Way> bySegment = bySegment(binary, wanted);
            if (bySegment != null) {
                return bySegment;
            }
        }
        if (expression instanceof Expression.Reference reference) {
            // A definition that is named often is searched once.
            String key = wanted + " " + reference.definition().name();
            List<Way> ways = known.get(key);
            if (ways == null) {
                ways = reference(reference, wanted);
                known.put(key, ways);
            }
            return ways;
        }
        boolean right = values.of(expression) instanceof Boolean truth && truth == wanted;
        if (Compared.constant(expression)) {
            return right ? List.of(Way.NOTHING) : List.of();
        }
        return List.of(way(values.text(expression), wanted, right ? null : gaps.change(expression, wanted)));
    }

    private static Way way(String condition, boolean wanted, @Nullable Change change) {
        return new Way(Map.of(condition, wanted), change == null ? List.of() : List.of(change));
    }

    private List<Way> reference(Expression.Reference reference, boolean wanted) {
        String name = reference.definition().name();
        if (reference.definition() instanceof Definition.Metric metric) {
            return search(metric.expression(), wanted);
        }
        if (!(reference.definition() instanceof Definition.Tag tag)) {
            return List.of();
        }
        boolean byHand = values.tagged(name);
        List<Way> byRule = search(tag.rule(), wanted);
        String condition = name + " by hand";
        if (!wanted) {
            Change untie = byHand ? new Change(name, "the tag " + name + " was given by hand") : null;
            return all(List.of(way(condition, false, untie)), byRule);
        }
        Change give = byHand ? null : new Change(name, "the tag " + name + " would have to be given by hand");
        return byHand || byRule.isEmpty() ? any(byRule, List.of(way(condition, true, give))) : byRule;
    }

    /** {@code ring = 'inner'}: through the rules of the segmentation. Null for any other comparison. */
    private @Nullable List<Way> bySegment(Expression.Binary binary, boolean wanted) {
        boolean equal = binary.operator() == BinaryOperator.EQUAL;
        if ((equal || binary.operator() == BinaryOperator.NOT_EQUAL)
                && binary.left() instanceof Expression.Reference reference
                && reference.definition() instanceof Definition.Segmentation segmentation
                && binary.right() instanceof Expression.Literal literal
                && literal.value() instanceof Long segment) {
            return equal == wanted ? enter(segmentation, segment.intValue()) : leave(segmentation, segment.intValue());
        }
        return null;
    }

    private List<Way> enter(Definition.Segmentation segmentation, int segment) {
        if (!values.pins(segmentation.name()).isEmpty()) {
            return List.of();
        }
        List<Way> ways = List.of(Way.NOTHING);
        for (int i = 0; i < segmentation.segments().size() && i <= segment; i++) {
            ways = all(ways, search(segmentation.segments().get(i).rule(), i == segment));
        }
        return ways;
    }

    private List<Way> leave(Definition.Segmentation segmentation, int segment) {
        if (!values.pins(segmentation.name()).isEmpty()) {
            return List.of();
        }
        List<Way> ways = List.of();
        for (int i = 0; i < segmentation.segments().size() && i <= segment; i++) {
            ways = any(ways, search(segmentation.segments().get(i).rule(), i != segment));
        }
        return ways;
    }

    private static List<Way> all(List<Way> first, List<Way> second) {
        List<Way> ways = new ArrayList<>();
        for (Way a : first) {
            for (Way b : second) {
                Way both = a.and(b);
                if (both != null) {
                    ways.add(both);
                }
            }
        }
        return cheapest(ways);
    }

    private static List<Way> any(List<Way> first, List<Way> second) {
        List<Way> ways = new ArrayList<>(first);
        ways.addAll(second);
        return cheapest(ways);
    }

    private static List<Way> cheapest(List<Way> ways) {
        ways.sort(Way.CHEAPEST);
        return ways.size() > WAYS ? new ArrayList<>(ways.subList(0, WAYS)) : ways;
    }
}
