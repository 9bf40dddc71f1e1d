package siyu.customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.fact.Attribute;
import siyu.fact.Column;
import siyu.fact.Texts;
import siyu.fact.Type;

/**
 * How the attributes of one row lie in a {@link Spool}: a mask of the attributes the file has, a mask of the known ones, then
 * their values in order. One byte for most masks, small numbers and texts that come often; about 20 bytes a typical event.
 */
final class RowFormat {
    /** Attributes per word of a mask. */
    private static final int WORD = 63;

    private final Type.Kind[] kinds;
    private final int words;
    private final SharedTexts shared;

    RowFormat(List<Attribute> attributes) {
        this.kinds = attributes.stream().map(each -> each.type().kind()).toArray(Type.Kind[]::new);
        this.words = (kinds.length + WORD - 1) / WORD;
        this.shared = new SharedTexts(kinds.length);
    }

    /** What of a chunk is written, worked out once for all its rows. */
    final class Layout {
        private final int[] attributes;
        private final Column[] columns;
        private final int[] @Nullable [] codes;
        private final long[] given = new long[words];
        private final long[] known = new long[words];
        private final int fixed;
        private final boolean raw;

        private Layout(List<Integer> indexes, @Nullable Column[] all, int rows) {
            int count = indexes.size();
            attributes = new int[count];
            columns = new Column[count];
            codes = new int[count][];
            boolean anyRaw = false;
            for (int i = 0; i < count; i++) {
                Column column = all[indexes.get(i)];
                if (column == null) {
                    throw new IllegalStateException("a column that the chunk does not have");
                }
                attributes[i] = indexes.get(i);
                columns[i] = column;
                given[attributes[i] / WORD] |= 1L << (attributes[i] % WORD);
                if (kinds[attributes[i]] == Type.Kind.TEXT) {
                    codes[i] = shared.codes(attributes[i], column, rows);
                    anyRaw |= codes[i] == null || Arrays.stream(codes[i]).anyMatch(code -> code == 0);
                }
            }
            // Two masks, and ten bytes for every number or for the code and length of a text.
            fixed = words * 20 + count * 16;
            raw = anyRaw;
        }

        /** Bytes a row takes at most. */
        int most(int row) {
            int most = fixed;
            if (raw) {
                for (int i = 0; i < columns.length; i++) {
                    Column column = columns[i];
                    if (column.dictionary.size() > 0 && column.known[row] != 0) {
                        int text = (int) column.longs[row];
                        most += column.dictionary.end(text) - column.dictionary.start(text);
                    }
                }
            }
            return most;
        }

        void write(Spool.Writer out, int row) {
            Arrays.fill(known, 0);
            for (int i = 0; i < columns.length; i++) {
                known[attributes[i] / WORD] |= (long) columns[i].known[row] << (attributes[i] % WORD);
            }
            for (int word = 0; word < words; word++) {
                out.whole(given[word]);
                out.whole(known[word]);
            }
            for (int i = 0; i < columns.length; i++) {
                Column column = columns[i];
                if (column.known[row] == 0) {
                    continue;
                }
                switch (kinds[attributes[i]]) {
                    case DECIMAL -> out.fixed(Double.doubleToRawLongBits(column.doubles[row]));
                    case TEXT -> text(out, column, codes[i], (int) column.longs[row]);
                    default -> out.signed(column.longs[row]);
                }
            }
        }

        private void text(Spool.Writer out, Column column, int @Nullable [] code, int text) {
            int number = code == null ? 0 : code[text];
            out.whole(number);
            if (number == 0) {
                Texts texts = column.dictionary;
                out.text(texts.bytes(), texts.start(text), texts.end(text));
            }
        }
    }

    /** @param without attributes that are not written among the others, being in the head of the row */
    Layout layout(@Nullable Column[] columns, int rows, int... without) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            int index = i;
            if (columns[i] != null && Arrays.stream(without).noneMatch(each -> each == index)) {
                indexes.add(i);
            }
        }
        return new Layout(indexes, columns, rows);
    }

    Reader reader() {
        return new Reader();
    }

    /** Reads rows into columns; for one thread. */
    final class Reader {
        /** By attribute: shared text → index in the dictionary of the columns at hand + 1. */
        private final int[] @Nullable [] translated = new int[kinds.length][];

        /** Starts new columns, whose dictionaries hold none of the shared texts. */
        void start() {
            for (int i = 0; i < translated.length; i++) {
                if (kinds[i] == Type.Kind.TEXT) {
                    int size = shared.texts(i).size();
                    int[] old = translated[i];
                    if (old != null && old.length == size) {
                        Arrays.fill(old, 0);
                    } else {
                        translated[i] = new int[size];
                    }
                }
            }
        }

        /**
         * Reads one row. What the file has is set, to unknown if need be; what it does not have is left alone.
         *
         * @param into by attribute; null for one that is passed over
         */
        void read(Spool.Cursor in, @Nullable Column[] into, int row) {
            read(in, into, row, false);
        }

        /** The same for a row that is unknown in all columns so far. */
        void readFresh(Spool.Cursor in, @Nullable Column[] into, int row) {
            read(in, into, row, true);
        }

        private void read(Spool.Cursor in, @Nullable Column[] into, int row, boolean fresh) {
            // At most 512 attributes; nearly always one word, so the masks of further ones are read as they come.
            if (words == 1) {
                long given = in.whole();
                long known = in.whole();
                values(in, into, row, 0, fresh ? given & known : given, known);
                return;
            }
            long[] masks = new long[words * 2];
            for (int i = 0; i < masks.length; i++) {
                masks[i] = in.whole();
            }
            for (int word = 0; word < words; word++) {
                long known = masks[word * 2 + 1];
                values(in, into, row, word * WORD, fresh ? masks[word * 2] & known : masks[word * 2], known);
            }
        }

        private void values(Spool.Cursor in, @Nullable Column[] into, int row, int first, long given, long known) {
            for (long rest = given; rest != 0; rest &= rest - 1) {
                int bit = Long.numberOfTrailingZeros(rest);
                int attribute = first + bit;
                Column column = into[attribute];
                if ((known >>> bit & 1) == 0) {
                    if (column != null) {
                        unknown(column, row);
                    }
                    continue;
                }
                switch (kinds[attribute]) {
                    case DECIMAL -> {
                        long bits = in.fixed();
                        if (column != null) {
                            column.doubles[row] = Double.longBitsToDouble(bits);
                        }
                    }
                    case TEXT -> text(in, column, row, attribute);
                    default -> {
                        long value = in.signed();
                        if (column != null) {
                            column.longs[row] = value;
                        }
                    }
                }
                if (column != null) {
                    column.known[row] = 1;
                }
            }
        }

        private void text(Spool.Cursor in, @Nullable Column column, int row, int attribute) {
            int code = (int) in.whole();
            int from = 0;
            int length = 0;
            if (code == 0) {
                length = (int) in.whole();
                from = in.at;
                in.at += length;
            }
            if (column == null) {
                return;
            }
            if (code == 0) {
                column.longs[row] = column.dictionary.add(in.bytes, from, from + length);
                return;
            }
            int[] known = translated[attribute];
            if (known == null) {
                throw new IllegalStateException("start() was not called");
            }
            if (known[code - 1] == 0) {
                Texts texts = shared.texts(attribute);
                known[code - 1] = 1 + column.dictionary.add(texts.bytes(), texts.start(code - 1), texts.end(code - 1));
            }
            column.longs[row] = known[code - 1] - 1L;
        }

        private void unknown(Column column, int row) {
            column.known[row] = 0;
            if (column.type.kind() == Type.Kind.DECIMAL) {
                column.doubles[row] = 0;
            } else {
                column.longs[row] = 0;
            }
        }
    }
}
