package siyu.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import siyu.core.AsOf;
import siyu.fact.CustomerBlock;
import siyu.fact.Needs;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/**
 * Explains the value of one expression for single customers: every condition with its value, down through the definitions it
 * names, and what is nearest to changing it. Computed by the same nodes as the value itself, so it cannot disagree. Immutable and
 * safe for many threads.
 */
public final class Explain {
    private final Vocabulary vocabulary;
    private final Expression root;
    private final Compiled compiled;
    private final UnaryOperator<String> personal;

    /**
     * Explains one expression.
     *
     * @param root in customer scope; mostly a {@link Expression.Reference} to a segmentation or tag
     * @param personal how a text that says who the customer is is shown: masked, or as it is
     */
    public Explain(Vocabulary vocabulary, AsOf asOf, Expression root, UnaryOperator<String> personal) {
        this.vocabulary = vocabulary;
        this.personal = personal;
        this.root = root;
        List<Expression> roots = new ArrayList<>();
        roots.add(root);
        for (Definition definition : Dependencies.of(root)) {
            // What a score ranks is not computed for the score itself, which is given.
            if (definition instanceof Definition.Score score) {
                roots.add(score.of());
            }
        }
        this.compiled = Compiled.of(vocabulary, asOf, roots);
    }

    /** What the block must bring; scores must be among its given columns. More than for the value alone: also what scores rank. */
    public Needs needs() {
        return compiled.needs();
    }

    /**
     * Explains one row. An overflow anywhere makes that part unknown with a note, and throws nothing.
     *
     * @param row of the block, from 0
     */
    public Explanation explain(CustomerBlock block, int row) {
        Work work = new Work(compiled);
        work.load(block);
        Values values = new Values(vocabulary, compiled, work, row, personal);
        Reason reason = new Reasons(values).of(root);
        return new Explanation(reason, flips(new Flipping(values), values));
    }

    private List<Flip> flips(Flipping flipping, Values values) {
        List<Flip> flips = new ArrayList<>();
        if (root.type().kind() == Type.Kind.BOOLEAN) {
            boolean wanted = !Boolean.TRUE.equals(values.of(root));
            flipping.to(root, wanted).ifPresent(changes -> flips.add(new Flip(Boolean.toString(wanted), changes)));
        } else if (root instanceof Expression.Reference reference
                && reference.definition() instanceof Definition.Segmentation segmentation) {
            Object current = values.of(root);
            for (int i = 0; i < segmentation.type().words().size(); i++) {
                String segment = segmentation.type().words().get(i);
                if (!segment.equals(current)) {
                    flipping.into(segmentation, i).ifPresent(changes -> flips.add(new Flip(segment, changes)));
                }
            }
        }
        return flips;
    }
}
