package siyu.rule;

import java.util.List;
import siyu.core.AsOf;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Needs;
import siyu.fact.Vocabulary;

/**
 * Expressions compiled once for a run, to be evaluated over blocks of customers. Immutable and safe for many threads; each
 * worker takes a {@link Frame} of its own.
 */
public final class Compiled {
    private Compiled() {}

    /** @param roots in customer scope; a common part (also a metric named twice) is computed once per block */
    public static Compiled of(Vocabulary vocabulary, AsOf asOf, List<Expression> roots) {
        throw new UnsupportedOperationException();
    }

    /** What a block must bring for all roots (and, for scores, what must be among its given columns). */
    public Needs needs() {
        throw new UnsupportedOperationException();
    }

    public Frame frame() {
        throw new UnsupportedOperationException();
    }

    /** The memory of one worker. */
    public interface Frame {
        /** Turns to the next block; nothing is computed yet. */
        void load(CustomerBlock block);

        /**
         * The values of a root for the loaded block; valid until the next {@code load}.
         *
         * @throws siyu.core.Failure on overflow, with the place in the expression; other roots stay usable
         */
        Column value(int root);

        /**
         * For a root that refers to a segmentation: for each of its segments in order, how many customers of this block could not
         * be decided there: no earlier segment took them and this segment's condition was unknown.
         */
        int[] undecided(int root);
    }
}
