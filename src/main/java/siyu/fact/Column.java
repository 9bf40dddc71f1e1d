package siyu.fact;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values of one type for the rows of a block, in primitive arrays. Row {@code i} is unknown when {@code known[i]} is 0; its
 * value is then 0, so that arithmetic over unknown rows cannot overflow. The arrays may be longer than the block: only the
 * first {@code size} rows of the block count, which lets a scratch column serve many blocks.
 */
public final class Column {
    /** What the values mean. */
    public final Type type;

    /** Values of every kind but decimal; for text, indexes into {@link #dictionary}. Empty for decimal. */
    public long[] longs;

    /** Values of a decimal column; empty otherwise. */
    public double[] doubles;

    /** 1 where the value is known, 0 where it is not. */
    public byte[] known;

    /** The texts of a text column (not sorted, not always distinct, some perhaps used by no row); empty otherwise. */
    public Texts dictionary;

    public Column(Type type, int capacity) {
        this.type = type;
        boolean decimal = type.kind() == Type.Kind.DECIMAL;
        this.longs = decimal ? new long[0] : new long[capacity];
        this.doubles = decimal ? new double[capacity] : new double[0];
        this.known = new byte[capacity];
        this.dictionary = new Texts(0, 0);
    }

    /** Makes room for at least {@code rows} rows; what was there is kept. */
    public void reserve(int rows) {
        if (known.length >= rows) {
            return;
        }
        int capacity = Math.max(rows, known.length + (known.length >> 1));
        known = Arrays.copyOf(known, capacity);
        if (type.kind() == Type.Kind.DECIMAL) {
            doubles = Arrays.copyOf(doubles, capacity);
        } else {
            longs = Arrays.copyOf(longs, capacity);
        }
    }

    /** The value of a row as Boolean, Long (integer, minor units, epoch day, epoch microseconds), Double or String (text, word); null when unknown. Slow: for display. */
    public @Nullable Object get(int row) {
        if (known[row] == 0) {
            return null;
        }
        return switch (type.kind()) {
            case BOOLEAN -> longs[row] != 0;
            case INTEGER, MONEY, DATE, TIME -> longs[row];
            case DECIMAL -> doubles[row];
            case TEXT -> dictionary.get((int) longs[row]);
            case WORD -> type.words().get((int) longs[row]);
        };
    }
}
