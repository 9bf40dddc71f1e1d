package siyu.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Needs;
import siyu.fact.Vocabulary;

/**
 * Expressions compiled once for a run, to be evaluated over blocks of customers. Immutable and safe for many threads; each
 * worker takes a {@link Frame} of its own.
 *
 * <p>Cost: about a nanosecond a row for each condition, and a nanosecond an event for each set of events that is looked at.
 */
public final class Compiled {
    /** Each after its inputs. */
    final List<Node> nodes;

    final List<Node> roots;
    private final List<Expression> expressions;
    private final List<? extends @Nullable Source> sources;
    private final Compiler compiler;
    private final Needs needs;

    private Compiled(
            Compiler compiler,
            List<Expression> expressions,
            List<? extends @Nullable Source> sources,
            boolean ofEvents) {
        this.compiler = compiler;
        compiler.graph.ofEvents = ofEvents;
        this.expressions = List.copyOf(expressions);
        this.sources = sources;
        List<Node> compiled = new ArrayList<>();
        for (Expression expression : expressions) {
            compiled.add(compiler.compile(expression));
        }
        this.roots = List.copyOf(compiled);
        this.nodes = List.copyOf(compiler.graph.nodes);
        this.needs = Leaves.needs(nodes);
        if (ofEvents) {
            // Without it no events would be brought for a condition that looks at none of their attributes.
            needs.event().set(Vocabulary.EVENT_AT);
        }
    }

    /** @param roots in customer scope; a common part (also a metric named twice) is computed once per block */
    public static Compiled of(Vocabulary vocabulary, AsOf asOf, List<Expression> roots) {
        return of(vocabulary, asOf, roots, Collections.nCopies(roots.size(), null));
    }

    /**
     * The same for roots that stand in texts of their own.
     *
     * @param sources the text of each root, or null where it has none; definitions bring theirs
     */
    public static Compiled of(
            Vocabulary vocabulary, AsOf asOf, List<Expression> roots, List<? extends @Nullable Source> sources) {
        return new Compiled(new Compiler(vocabulary, asOf), roots, sources, false);
    }

    /**
     * Expressions in event scope, whose values have a row for each event of the block (of any kind: whoever asks looks only at
     * those of the kind that the expression was written for).
     *
     * @param roots as {@link Definitions#eventExpression} reads them
     * @param sources the text of each root, or null where it has none
     */
    public static Compiled ofEvents(
            Vocabulary vocabulary, AsOf asOf, List<Expression> roots, List<? extends @Nullable Source> sources) {
        return new Compiled(new Compiler(vocabulary, asOf), roots, sources, true);
    }

    /** What a block must bring for all roots (and, for scores, what must be among its given columns). */
    public Needs needs() {
        return new Needs((java.util.BitSet) needs.customer().clone(), (java.util.BitSet)
                needs.event().clone());
    }

    /** The memory of one worker: some ten bytes a row for each node, kept from block to block. */
    public Frame frame() {
        return new Work(this);
    }

    /** What a part of a root became; null for what is no part of any. */
    @Nullable
    Node nodeOf(Expression expression) {
        return compiler.nodeOf.get(expression);
    }

    /** The problem of an overflow at a node, placed where a root's text comes to it. */
    Problem overflow(int root, int node) {
        Problem problem = Problem.of(RuleCode.OVERFLOW, "the result is too large");
        Expression expression = expressions.get(root);
        Located located = locate(expression, sources.get(root), node);
        if (located == null || located.source == null) {
            return problem;
        }
        Span span = located.expression.span();
        String text = located.source.text();
        boolean inside = span.end() <= text.length() && span.start() <= span.end();
        Problem named = inside
                ? Problem.of(RuleCode.OVERFLOW, "'" + text.substring(span.start(), span.end()) + "' is too large")
                : problem;
        return named.at(located.source.place(span));
    }

    private record Located(Expression expression, @Nullable Source source) {}

    private @Nullable Located locate(Expression expression, @Nullable Source source, int node) {
        if (expression instanceof Expression.Reference reference) {
            return locate(reference.definition(), node);
        }
        if (Objects.requireNonNull(compiler.nodeOf.get(expression)).id == node) {
            return new Located(expression, source);
        }
        for (Expression operand : Dependencies.operands(expression)) {
            Located located = locate(operand, source, node);
            if (located != null) {
                return located;
            }
        }
        return null;
    }

    private @Nullable Located locate(Definition definition, int node) {
        if (definition instanceof Definition.Metric metric) {
            return locate(metric.expression(), metric.source(), node);
        }
        if (definition instanceof Definition.Tag tag) {
            return locate(tag.rule(), tag.source(), node);
        }
        if (definition instanceof Definition.Segmentation segmentation) {
            for (Definition.Segment segment : segmentation.segments()) {
                Located located = locate(segment.rule(), segment.source(), node);
                if (located != null) {
                    return located;
                }
            }
        }
        return null;
    }

    /** The memory of one worker. */
    public interface Frame {
        /** Turns to the next block; nothing is computed yet. */
        void load(CustomerBlock block);

        /**
         * The values of a root for the loaded block, a row for each customer, or for each event if the roots are of events;
         * valid until the next {@code load}.
         *
         * @throws siyu.core.Failure on overflow for a customer, with the place in the expression; other roots stay usable. A row
         *     of an event that overflowed is unknown, and {@link #overflow} tells
         */
        Column value(int root);

        /** The problem of a row whose calculation overflowed, or null. */
        @Nullable
        Problem overflow(int root, int row);

        /**
         * For a root that refers to a segmentation: for each of its segments in order, how many customers of this block could not
         * be decided there: no earlier segment took them and this segment's condition was unknown.
         */
        int[] undecided(int root);

        /**
         * The same of the block as if only some of its customers were there; pins are not looked at.
         *
         * @param present 1 for those who are there, null for all
         */
        int[] undecided(int root, byte @Nullable [] present);
    }
}
