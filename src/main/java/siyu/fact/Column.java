package siyu.fact;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values of one type for the rows of a block, in primitive arrays. Row {@code i} is unknown when {@code known[i]} is 0; its
 * value is then 0, so that arithmetic over unknown rows cannot overflow. The arrays may be longer than the block: only the
 * first {@code size} rows of the block count, which lets a scratch column serve many blocks.
 *
 * <p>A boolean column may be one of {@link #bits} instead: then {@link #yes} and {@link #sure} take the place of {@code longs}
 * and {@code known}, which are empty.
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

    /** In a column of bits, 64 rows each, the first in the lowest bit: where it is true. Empty in all others. */
    public long[] yes = {};

    /** The same: where it is known. Beyond the last row as in {@code yes} anything. */
    public long[] sure = {};

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

    private Column() {
        this(Type.BOOLEAN, 0);
    }

    /** A boolean column in bits, for those who ask about many rows at once. */
    public static Column bits(int capacity) {
        Column column = new Column();
        // Of one word at least, as this is what tells such a column.
        column.yes = new long[Math.max(1, words(capacity))];
        column.sure = new long[column.yes.length];
        return column;
    }

    /** How many words hold the bits of so many rows. */
    public static int words(int rows) {
        return (rows + Long.SIZE - 1) / Long.SIZE;
    }

    /** Up to 64 values from one on, each 0 or 1, as bits. */
    public static long word(long[] values, int from, int rows) {
        int end = Math.min(from + Long.SIZE, rows);
        long bits = 0;
        for (int i = from; i < end; i++) {
            bits |= values[i] << i;
        }
        return bits;
    }

    public boolean isBits() {
        return yes.length > 0;
    }

    /** Sets one row of a column of bits. */
    public void set(int row, boolean value, boolean isKnown) {
        long bit = 1L << row;
        int word = row / Long.SIZE;
        yes[word] = value && isKnown ? yes[word] | bit : yes[word] & ~bit;
        sure[word] = isKnown ? sure[word] | bit : sure[word] & ~bit;
    }

    /** Makes room for at least {@code rows} rows; what was there is kept. */
    public void reserve(int rows) {
        if (isBits()) {
            if (yes.length < words(rows)) {
                yes = Arrays.copyOf(yes, words(rows));
                sure = Arrays.copyOf(sure, words(rows));
            }
            return;
        }
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
        if (isBits()) {
            boolean isKnown = (sure[row / Long.SIZE] >>> row & 1) != 0;
            return isKnown ? (Boolean) ((yes[row / Long.SIZE] >>> row & 1) != 0) : null;
        }
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
