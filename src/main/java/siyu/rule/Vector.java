package siyu.rule;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import siyu.fact.Texts;
import siyu.fact.Type;

/**
 * The values of one {@link Node} for the rows of a block. Arrays either belong to this vector and are reused, or are those of the
 * block itself; a row beyond the block's size means nothing. As in {@link siyu.fact.Column}, an unknown row holds 0.
 *
 * <p>Truth values are bytes in which {@code and} is {@code &} and {@code or} is {@code |} as Kleene has them: bit 0 says "may be
 * true", bit 1 "is true".
 */
final class Vector {
    static final byte FALSE = 0;
    static final byte UNKNOWN = 1;
    static final byte TRUE = 3;

    private static final Texts NO_TEXTS = new Texts(0, 0);

    final Type type;
    long[] longs = {};
    double[] doubles = {};
    byte[] known = {};

    /** Only for booleans, which have neither {@code longs} nor {@code known}. */
    byte[] truth = {};

    Texts dictionary = NO_TEXTS;

    /** For a selection of events: their rows, by customer; those of customer {@code i} from {@code starts[i]} to {@code starts[i + 1]}. */
    int[] rows = {};

    int[] starts = {};

    /** For a segmentation: by segment, how many customers could not be decided there. */
    int[] undecided = {};

    /** Where a calculation overflowed: by row, 1 + the id of the node that did, or 0. Null, as nearly always, for nowhere. */
    int @Nullable [] overflow;

    private @Nullable Texts own;

    Vector(Type type) {
        this.type = type;
    }

    /** Makes room of its own for the rows of a block; what was there is lost. */
    void reserve(int count) {
        if (type.kind() == Type.Kind.BOOLEAN) {
            truth = truth.length < count ? new byte[count] : truth;
            return;
        }
        if (known.length < count) {
            known = new byte[count];
            if (type.kind() == Type.Kind.DECIMAL) {
                doubles = new double[count];
            } else {
                longs = new long[count];
            }
        }
    }

    /** Bytes for passing use by a node that has no truth values. */
    byte[] scratch(int count) {
        truth = truth.length < count ? new byte[count] : truth;
        return truth;
    }

    /** An empty dictionary of its own, kept from block to block. */
    Texts ownDictionary() {
        if (own == null) {
            own = new Texts();
        }
        own.clear();
        dictionary = own;
        return own;
    }

    /** Notes that a row overflowed at a node; the first note stays. The row becomes unknown. */
    void overflow(int row, int node, int count) {
        if (overflow == null) {
            overflow = new int[count];
        }
        if (overflow[row] == 0) {
            overflow[row] = node + 1;
        }
        forget(row);
    }

    /** Takes over the overflows of an operand. */
    void inherit(int[] other, int count) {
        if (overflow == null) {
            overflow = new int[count];
        }
        for (int i = 0; i < count; i++) {
            if (overflow[i] == 0) {
                overflow[i] = other[i];
            }
        }
    }

    void forget(int row) {
        switch (type.kind()) {
            case BOOLEAN -> truth[row] = UNKNOWN;
            case DECIMAL -> {
                known[row] = 0;
                doubles[row] = 0;
            }
            default -> {
                known[row] = 0;
                longs[row] = 0;
            }
        }
    }

    /** Turns a yes or no (1 or 0) of a row into a truth value, unknown where {@code known} is 0. Without a branch. */
    static byte truth(int yes, int known) {
        return (byte) ((-yes & -known & TRUE) | (known ^ 1));
    }

    static Texts single(String text) {
        return Texts.of(text);
    }

    void fill(int count, @Nullable Object value) {
        reserve(count);
        if (value == null) {
            if (type.kind() == Type.Kind.BOOLEAN) {
                Arrays.fill(truth, UNKNOWN);
            }
            return;
        }
        if (value instanceof Boolean yes) {
            Arrays.fill(truth, yes ? TRUE : FALSE);
        } else {
            Arrays.fill(known, (byte) 1);
        }
        if (value instanceof Double number) {
            Arrays.fill(doubles, number + 0.0);
        } else if (value instanceof Long number) {
            Arrays.fill(longs, number);
        } else if (value instanceof String text) {
            dictionary = single(text);
        }
    }
}
