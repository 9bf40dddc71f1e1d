package siyu.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.fact.Type;

/** Something a program defines by expressions and that other expressions name. Definitions form no cycle. Immutable. */
public sealed interface Definition {
    String name();

    Type type();

    /** A named expression. */
    record Metric(String name, Expression expression, Source source) implements Definition {
        @Override
        public Type type() {
            return expression.type();
        }
    }

    /** A named yes/no rule; a customer may also bear the tag by a mark. */
    record Tag(String name, Expression rule, Source source) implements Definition {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }
    }

    /**
     * An ordered partition: the first segment whose rule is true takes the customer. Its type is a word: the segments in
     * order, then {@code otherwise} when it names one; unknown stands for nobody's segment.
     *
     * @param segments at least one
     * @param otherwise the segment of those whom no rule took; null for none (the customer is then in no segment)
     * @param total whether {@code otherwise: error} demands that nobody is left over
     */
    record Segmentation(
            String name, List<Segment> segments, @Nullable String otherwise, boolean total, Type type)
            implements Definition {}

    /** One segment and its rule. */
    record Segment(String name, Expression rule, Source source) {}

    /**
     * A rank over the population, 1 to n, n being the best. Exactly one of {@code quantiles} and {@code cuts} is set.
     *
     * @param of what is ranked: integer, decimal, money, date or time
     * @param quantiles how many equal parts, 2 to 100; 0 when there are cuts
     * @param cuts ascending thresholds; a value at a threshold belongs above it
     * @param lowIsBest whether the lowest value gets the highest score
     * @param tiesFirst whether equal values are ranked by first appearance (customer number); otherwise equal values score the same
     */
    record Score(
            String name,
            Expression of,
            int quantiles,
            List<Expression.Literal> cuts,
            boolean lowIsBest,
            boolean tiesFirst,
            Source source)
            implements Definition {
        @Override
        public Type type() {
            return Type.INTEGER;
        }
    }
}
