package siyu.store;

import java.util.Arrays;
import siyu.core.Failure;
import siyu.fact.Column;
import siyu.fact.Type;

/**
 * Packs values of one column into bytes and back: per block the cheapest of constant, bit-packed, delta, dictionary or plain,
 * with a format byte, the number of rows and a CRC-32C over everything. Unknown rows cost one bit, or nothing when there are
 * none (or only such). Decimals keep their exact bits.
 *
 * <p>A block: format byte, version, kind of values, which rows are known; number of rows (4 bytes); the values; length of the
 * block and checksum (4 bytes each). All numbers are little-endian. The layout of a version never changes.
 */
public final class BlockCodec {
    /** The most rows of one block. */
    public static final int MOST_ROWS = 1 << 22;

    private static final int FORMAT = 0xB5;
    private static final int VERSION = 1;
    private static final int HEAD = 8;
    private static final int TAIL = 8;

    /** The kind of blocks of {@code long[]}. */
    private static final int NUMBERS = 255;

    private static final int ALL_KNOWN = 0;
    private static final int NONE_KNOWN = 1;
    private static final int SOME_KNOWN = 2;

    private BlockCodec() {}

    /** Rows {@code from} to {@code to} (exclusive) of a column. */
    public static byte[] encode(Column column, int from, int to) {
        int rows = to - from;
        int known = 0;
        for (int i = from; i < to; i++) {
            known += column.known[i];
        }
        BlockWriter out = new BlockWriter(64 + rows);
        int which = known == rows ? ALL_KNOWN : known == 0 ? NONE_KNOWN : SOME_KNOWN;
        head(out, kind(column.type), which, rows);
        if (which == SOME_KNOWN) {
            for (int i = from; i < to; i += 8) {
                int eight = 0;
                for (int j = i; j < Math.min(i + 8, to); j++) {
                    eight |= column.known[j] << (j - i);
                }
                out.putByte(eight);
            }
        }
        if (known > 0) {
            values(out, column, from, to, known);
        }
        return tail(out);
    }

    private static void values(BlockWriter out, Column column, int from, int to, int known) {
        if (column.type.kind() == Type.Kind.DECIMAL) {
            double[] values = new double[known];
            int next = 0;
            for (int i = from; i < to; i++) {
                if (column.known[i] != 0) {
                    values[next++] = column.doubles[i];
                }
            }
            DecimalCoding.encode(out, values, known);
            return;
        }
        long[] values = column.longs;
        int start = from;
        if (known < to - from || column.type.kind() == Type.Kind.TEXT) {
            values = new long[known];
            start = 0;
            int next = 0;
            for (int i = from; i < to; i++) {
                if (column.known[i] != 0) {
                    values[next++] = column.longs[i];
                }
            }
        }
        if (column.type.kind() == Type.Kind.TEXT) {
            TextCoding.encode(out, column.dictionary, values, known);
        } else {
            WholeCoding.encode(out, values, start, known);
        }
    }

    /**
     * Reads a block into rows {@code at} onward of {@code into} (reserved as needed; texts join its dictionary) and returns how
     * many rows it held.
     *
     * @throws siyu.core.Failure when the checksum or the form is wrong, or the block holds another kind of values or a word that
     *     the type does not have
     */
    public static int decode(byte[] block, Type type, Column into, int at) {
        return decode(block, type, into, at, new Scratch());
    }

    /** The same without allocating, but for {@code into} when it has to grow. */
    public static int decode(byte[] block, Type type, Column into, int at, Scratch scratch) {
        int rows = rows(block);
        decode(block, 0, rows, type, into, at, scratch);
        return rows;
    }

    /**
     * Reads rows {@code from} to {@code to} (exclusive) of a block alone, into rows {@code at} onward of {@code into}. Cheaper
     * than all of them, unless they are kept as differences. The checksum is that of the whole block; a value outside its type is
     * noticed among these rows only.
     */
    public static void decode(byte[] block, int from, int to, Type type, Column into, int at, Scratch scratch) {
        BlockReader in = open(block, kind(type));
        int rows = rows(block, from, to);
        int which = block[3];
        int size = to - from;
        into.reserve(Math.addExact(at, size));
        if (into.isBits()) {
            close(bits(in, rows, from, to, into, at, scratch));
            return;
        }
        // Only known values are kept: which of them the first of the rows has, and how many the rows have.
        int known = which == ALL_KNOWN ? rows : 0;
        int first = which == ALL_KNOWN ? from : 0;
        int count = which == ALL_KNOWN ? size : 0;
        if (which == SOME_KNOWN) {
            int bitmap = in.skip((rows + 7) >>> 3);
            first = Bits.ones(block, bitmap, 0, from);
            count = Bits.spread(block, bitmap, from, to, into.known, at);
            known = first + count + Bits.ones(block, bitmap, to, rows);
        } else {
            Arrays.fill(into.known, at, at + size, (byte) (which == ALL_KNOWN ? 1 : 0));
        }
        boolean decimal = type.kind() == Type.Kind.DECIMAL;
        if (known > 0) {
            int last = first + count;
            switch (type.kind()) {
                case DECIMAL -> DecimalCoding.decode(in, into.doubles, at, known, first, last, scratch);
                case TEXT -> TextCoding.decode(in, into.dictionary, into.longs, at, known, first, last, scratch);
                case BOOLEAN, WORD -> {
                    WholeCoding.decode(in, into.longs, at, known, first, last, scratch);
                    int limit = type.kind() == Type.Kind.WORD ? type.words().size() : 2;
                    if (!Bits.within(into.longs, at, count, limit)) {
                        throw wrong(type);
                    }
                }
                case INTEGER, MONEY, DATE, TIME -> WholeCoding.decode(in, into.longs, at, known, first, last, scratch);
            }
        }
        close(in);
        if (count < size && decimal) {
            spread(into.doubles, into.known, at, size, count);
        } else if (count < size) {
            spread(into.longs, into.known, at, size, count);
        }
    }

    /** The same of booleans that are wanted as bits: whole words of whole blocks, as they always are unless one row is wanted. */
    private static BlockReader bits(BlockReader in, int rows, int from, int to, Column into, int at, Scratch scratch) {
        if (from > 0 || to < rows || at % Long.SIZE != 0) {
            throw new IllegalArgumentException("rows " + from + " to " + to + " of " + rows + " in bits from " + at);
        }
        int which = in.bytes[3];
        int first = at / Long.SIZE;
        int words = Column.words(rows);
        int known = which == ALL_KNOWN ? rows : 0;
        if (which == SOME_KNOWN) {
            BitCoding.copy(in.bytes, in.skip((rows + 7) >>> 3), rows, into.sure, first);
            known = BitCoding.ones(into.sure, first, first + words);
        } else {
            Arrays.fill(into.sure, first, first + words, which == ALL_KNOWN ? -1 : 0);
        }
        long[] values = scratch.longs(words + 1);
        if (known == 0) {
            Arrays.fill(values, 0, words + 1, 0);
        } else if (!WholeCoding.decodeBits(in, values, known, scratch)) {
            throw wrong(Type.BOOLEAN);
        }
        if (known < rows) {
            BitCoding.spread(values, into.sure, into.yes, first, words);
        } else {
            System.arraycopy(values, 0, into.yes, first, words);
        }
        return in;
    }

    private static Failure wrong(Type type) {
        return StoreCode.BLOCK_TYPE.failure(
                "a packed block holds a value that is not " + type + " as the program says");
    }

    /** Moves the known values, which lie together, to their rows; from the end, so that none is overwritten. */
    private static void spread(long[] values, byte[] known, int at, int rows, int count) {
        int next = at + count;
        for (int i = at + rows - 1; i >= at; i--) {
            next -= known[i];
            values[i] = known[i] == 0 ? 0 : values[next];
        }
    }

    private static void spread(double[] values, byte[] known, int at, int rows, int count) {
        int next = at + count;
        for (int i = at + rows - 1; i >= at; i--) {
            next -= known[i];
            values[i] = known[i] == 0 ? 0 : values[next];
        }
    }

    /** Whole numbers, such as kinds, counts per customer and keys; the same packing. */
    public static byte[] encode(long[] values, int from, int to) {
        BlockWriter out = new BlockWriter(64 + (to - from));
        head(out, NUMBERS, ALL_KNOWN, to - from);
        WholeCoding.encode(out, values, from, to - from);
        return tail(out);
    }

    /** Reads whole numbers into {@code into} from {@code at} on, which must have room, and returns how many there were. */
    public static int decode(byte[] block, long[] into, int at) {
        return decode(block, into, at, new Scratch());
    }

    /** The same without allocating. */
    public static int decode(byte[] block, long[] into, int at, Scratch scratch) {
        int rows = rows(block);
        if (rows > into.length - at) {
            throw BlockReader.damaged("it holds " + rows + " rows where at most " + (into.length - at) + " belong");
        }
        decode(block, 0, rows, into, at, scratch);
        return rows;
    }

    /** Reads whole numbers {@code from} to {@code to} (exclusive) alone. */
    public static void decode(byte[] block, int from, int to, long[] into, int at, Scratch scratch) {
        BlockReader in = open(block, NUMBERS);
        int rows = rows(block, from, to);
        if (block[3] != ALL_KNOWN) {
            throw BlockReader.damaged("its rows cannot be unknown");
        }
        WholeCoding.decode(in, into, at, rows, from, to, scratch);
        close(in);
    }

    /** The first row of a block of texts whose text is the given one (UTF-8), or -1. Cheap where texts are numbers behind a prefix. */
    public static int find(byte[] block, byte[] text, Scratch scratch) {
        int rows = rows(block);
        BlockReader in = open(block, kind(Type.TEXT));
        if (rows > 0 && block[3] == ALL_KNOWN && TextCoding.numbered(in)) {
            int row = NumberedTexts.find(in, rows, text, scratch);
            close(in);
            return row;
        }
        Column all = new Column(Type.TEXT, 0);
        decode(block, 0, rows, Type.TEXT, all, 0, scratch);
        for (int row = 0; row < rows; row++) {
            if (all.known[row] != 0 && all.dictionary.is((int) all.longs[row], text, 0, text.length)) {
                return row;
            }
        }
        return -1;
    }

    private static int rows(byte[] block, int from, int to) {
        int rows = rows(block);
        if (from < 0 || from > to || to > rows) {
            throw BlockReader.damaged("it holds " + rows + " rows where " + from + " to " + to + " belong");
        }
        return rows;
    }

    /** How many rows a block holds, from its head alone; the rest of it is not looked at. */
    public static int rows(byte[] block) {
        if (block.length < HEAD + TAIL || (block[0] & 0xFF) != FORMAT) {
            throw BlockReader.damaged("it does not begin as one");
        }
        int rows = (int) Bits.longAt(block, 4);
        if (rows < 0 || rows > MOST_ROWS) {
            throw BlockReader.damaged("it says it has " + Integer.toUnsignedString(rows) + " rows");
        }
        return rows;
    }

    /** Checks form and checksum without reading the values, and returns the number of rows. */
    public static int check(byte[] block) {
        int rows = rows(block);
        long tail = Bits.longAt(block, block.length - TAIL);
        if ((int) tail != block.length) {
            throw BlockReader.damaged("it is cut off");
        }
        if ((int) (tail >>> 32) != Bits.checksum(block, block.length - 4)) {
            throw BlockReader.damaged("its checksum is wrong");
        }
        if (block[1] != VERSION) {
            throw StoreCode.NEWER.failure(
                    "a packed block has version " + (block[1] & 0xFF) + ", this siyu reads " + VERSION);
        }
        if (block[3] < ALL_KNOWN || block[3] > SOME_KNOWN) {
            throw BlockReader.damaged("it is packed in an unknown way");
        }
        return rows;
    }

    private static int kind(Type type) {
        return switch (type.kind()) {
            case BOOLEAN -> 0;
            case INTEGER -> 1;
            case DECIMAL -> 2;
            case MONEY -> 3;
            case TEXT -> 4;
            case DATE -> 5;
            case TIME -> 6;
            case WORD -> 7;
        };
    }

    private static void head(BlockWriter out, int kind, int which, int rows) {
        if (rows < 0 || rows > MOST_ROWS) {
            throw new IllegalArgumentException("a block of " + rows + " rows");
        }
        out.putByte(FORMAT);
        out.putByte(VERSION);
        out.putByte(kind);
        out.putByte(which);
        out.putInt(rows);
    }

    private static byte[] tail(BlockWriter out) {
        out.putInt(out.size() + TAIL);
        out.putInt(out.checksum());
        return out.toBytes();
    }

    private static BlockReader open(byte[] block, int kind) {
        check(block);
        int found = block[2] & 0xFF;
        if (found != kind) {
            throw StoreCode.BLOCK_TYPE.failure(
                    "a packed block holds " + name(found) + " where " + name(kind) + " belongs");
        }
        return new BlockReader(block, HEAD, block.length - TAIL);
    }

    private static String name(int kind) {
        for (Type.Kind each : Type.Kind.values()) {
            if (kind(new Type(each, java.util.List.of())) == kind) {
                return each.name().toLowerCase(java.util.Locale.ROOT);
            }
        }
        return kind == NUMBERS ? "numbers" : "kind " + kind;
    }

    private static void close(BlockReader in) {
        if (in.rest() > 0) {
            throw BlockReader.damaged("there is more in it than its rows");
        }
    }
}
