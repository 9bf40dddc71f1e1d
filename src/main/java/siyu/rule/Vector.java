package siyu.rule;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.Texts;
import siyu.fact.Type;

/**
 * The values of one {@link Node} for the rows of a block. Arrays either belong to this vector and are reused, or are those of the
 * block itself; a row beyond the block's size means nothing. As in {@link siyu.fact.Column}, an unknown row holds 0.
 *
 * <p>Truth values are two bits, kept apart, 64 rows to a word: {@link #yes} says "is true", {@link #may} "may be true". With both,
 * {@code and} is {@code &} and {@code or} is {@code |} as Kleene has them.
 */
final class Vector {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final Texts NO_TEXTS = new Texts(0, 0);

    final Type type;
    long[] longs = {};
    double[] doubles = {};
    byte[] known = {};

    /** Only for booleans, which have neither {@code longs} nor {@code known}: who is true. */
    long[] yes = {};

    /** Only for booleans: who is true or unknown. */
    long[] may = {};

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
            if (yes.length < Column.words(count)) {
                yes = new long[Column.words(count)];
                may = new long[yes.length];
            }
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

    /** 1 where a row is true. */
    int yes(int row) {
        return (int) (yes[row / Long.SIZE] >>> row) & 1;
    }

    /** 1 where it is known whether a row is true. */
    int sure(int row) {
        return (int) (sure64(row / Long.SIZE) >>> row) & 1;
    }

    /** The same of 64 rows. */
    long sure64(int word) {
        return yes[word] | ~may[word];
    }

    /** Sets the truth of a row. For whole blocks, words are much quicker. */
    void put(int row, boolean isTrue, boolean isKnown) {
        long bit = 1L << row;
        int word = row / Long.SIZE;
        yes[word] = isTrue && isKnown ? yes[word] | bit : yes[word] & ~bit;
        may[word] = isTrue || !isKnown ? may[word] | bit : may[word] & ~bit;
    }

    /** Sets the truth of 64 rows, where {@code isTrue} counts for those that are known. */
    void put64(int word, long isTrue, long isKnown) {
        yes[word] = isTrue & isKnown;
        may[word] = isTrue | ~isKnown;
    }

    /** The flags (0 or 1) of up to 64 rows from {@code from} on as bits. */
    static long bits(byte[] flags, int from, int rows) {
        int end = Math.min(from + Long.SIZE, rows);
        long bits = 0;
        int row = from;
        for (; row + 8 <= end; row += 8) {
            // Adds the eight bytes, each shifted to a bit of its own of the highest one.
            bits |= ((long) EIGHT.get(flags, row) * 0x0102040810204080L >>> 56) << row;
        }
        for (; row < end; row++) {
            bits |= (long) flags[row] << row;
        }
        return bits;
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
            case BOOLEAN -> put(row, false, false);
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

    static Texts single(String text) {
        return Texts.of(text);
    }

    void fill(int count, @Nullable Object value) {
        reserve(count);
        if (value == null) {
            Arrays.fill(may, -1);
            return;
        }
        if (value instanceof Boolean isTrue) {
            Arrays.fill(yes, isTrue ? -1 : 0);
            Arrays.fill(may, isTrue ? -1 : 0);
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
