package siyu.program;

import static siyu.config.Shape.optional;
import static siyu.config.Shape.required;
import static siyu.config.Shape.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.config.Form;
import siyu.config.Node;
import siyu.config.Node.Entry;
import siyu.config.Node.Mapping;
import siyu.config.Node.Scalar;
import siyu.config.Node.Sequence;
import siyu.config.Shape;
import siyu.rule.Source;

/** The sections that define things by expressions; {@code siyu.rule} reads what is in them. */
final class RuleSections {
    private static final int MOST_QUANTILES = 100;

    private RuleSections() {}

    private static @Nullable Source source(@Nullable Node node) {
        return node instanceof Scalar scalar && !scalar.isNull() ? new NodeSource(scalar) : null;
    }

    /** {@code metrics:}. */
    static final class Metrics implements Section {
        @Override
        public String name() {
            return "metrics";
        }

        @Override
        public Shape shape() {
            return Shape.names(
                    "named expressions over a customer's attributes and events",
                    value("an expression", Form.EXPRESSION));
        }

        @Override
        public void read(Node node, Draft draft) {
            if (node instanceof Mapping mapping) {
                for (Entry entry : mapping.entries().values()) {
                    Source source = source(entry.value());
                    if (source != null && Form.isName(entry.key().value())) {
                        draft.rules().metric(entry.key().value(), source);
                    }
                }
            }
        }
    }

    /** {@code tags:}. */
    static final class Tags implements Section {
        @Override
        public String name() {
            return "tags";
        }

        @Override
        public Shape shape() {
            return Shape.names(
                    "named yes/no rules; false for a tag that is only pinned by hand",
                    value("a condition", Form.EXPRESSION));
        }

        @Override
        public void read(Node node, Draft draft) {
            if (node instanceof Mapping mapping) {
                for (Entry entry : mapping.entries().values()) {
                    Source source = source(entry.value());
                    if (source != null && Form.isName(entry.key().value())) {
                        draft.rules().tag(entry.key().value(), source);
                    }
                }
            }
        }
    }

    /** {@code segmentations:}. */
    static final class Segmentations implements Section {
        private static final Shape ONE = Shape.keys(
                "an ordered partition: the first segment whose rule is true takes the customer",
                required(
                        "segments",
                        new Shape.Names(
                                "segments in order, each with its rule", value("a condition", Form.EXPRESSION), 1)),
                optional(
                        "otherwise",
                        value(
                                "who is left over: none (in no segment), error (must not happen), or the name of one more segment",
                                Form.NAME)));

        @Override
        public String name() {
            return "segmentations";
        }

        @Override
        public Shape shape() {
            return Shape.names(
                    "ordered partitions of the customers into segments, such as rings and lifecycle stages", ONE);
        }

        @Override
        public void read(Node node, Draft draft) {
            if (!(node instanceof Mapping mapping)) {
                return;
            }
            for (Entry entry : mapping.entries().values()) {
                if (entry.value() instanceof Mapping one && one.get("segments") instanceof Mapping rules) {
                    segmentation(entry.key().value(), one, rules, draft);
                }
            }
        }

        private static void segmentation(String name, Mapping one, Mapping rules, Draft draft) {
            Map<String, Source> segments = new LinkedHashMap<>();
            for (Entry segment : rules.entries().values()) {
                Source source = source(segment.value());
                if (source != null && Form.isName(segment.key().value())) {
                    segments.put(segment.key().value(), source);
                }
            }
            String otherwise = one.text("otherwise");
            boolean total = "error".equals(otherwise);
            String left = total || "none".equals(otherwise) ? null : otherwise;
            if (!segments.isEmpty() && Form.isName(name)) {
                draft.rules().segmentation(name, segments, left, total);
            }
        }
    }

    /** {@code scores:}. */
    static final class Scores implements Section {
        private static final Shape.Keys ONE = new Shape.Keys(
                "a rank over all customers, from 1 to n, n being the best; either quantiles or cuts",
                List.of(
                        required("of", value("what is ranked", Form.EXPRESSION)),
                        optional("quantiles", new Shape.Whole("into how many equal parts", 2, MOST_QUANTILES)),
                        optional(
                                "cuts",
                                new Shape.Items(
                                        "ascending thresholds; a value at a threshold belongs above it",
                                        value("a number, amount or date", Form.EXPRESSION),
                                        1,
                                        MOST_QUANTILES - 1)),
                        optional("best", Shape.word("which end scores highest (high, unless told)", "high", "low")),
                        optional(
                                "ties",
                                Shape.word(
                                        "equal values: same score (the default), or ranked by first appearance",
                                        "same",
                                        "first"))));

        @Override
        public String name() {
            return "scores";
        }

        @Override
        public Shape shape() {
            return Shape.names("ranks across the population, such as recency, frequency and monetary", ONE);
        }

        @Override
        public void read(Node node, Draft draft) {
            if (!(node instanceof Mapping mapping)) {
                return;
            }
            for (Entry entry : mapping.entries().values()) {
                if (entry.value() instanceof Mapping one
                        && Form.isName(entry.key().value())) {
                    score(entry.key().value(), one, draft);
                }
            }
        }

        private static void score(String name, Mapping one, Draft draft) {
            Source of = source(one.get("of"));
            // An unknown key is most often the rest of an expression with a comma, which then makes no sense either.
            if (of == null || !ONE.names().containsAll(one.entries().keySet())) {
                return;
            }
            int quantiles = small(one.text("quantiles"));
            if (one.get("quantiles") != null && (quantiles < 2 || quantiles > MOST_QUANTILES)) {
                return;
            }
            Map<String, Source> cuts = new LinkedHashMap<>();
            List<Node> items = one.get("cuts") instanceof Sequence sequence ? sequence.items() : List.of();
            for (Node item : items) {
                Source source = source(item);
                if (source != null) {
                    cuts.put(cuts.size() + " " + source.text(), source);
                }
            }
            boolean low = "low".equals(one.text("best"));
            boolean first = "first".equals(one.text("ties"));
            draft.rules().score(name, of, quantiles, cuts, low, first);
        }

        /** A number of at most three digits; 0 for none, and for one that is refused anyway. */
        private static int small(@Nullable String text) {
            int number = 0;
            for (int i = 0; text != null && i < text.length(); i++) {
                char c = text.charAt(i);
                if (c < '0' || c > '9' || i > 2) {
                    return 0;
                }
                number = number * 10 + c - '0';
            }
            return number;
        }
    }
}
