package siyu.importing;

import java.util.Arrays;

/** One row of text fields on its way to typed columns; reused for every row of a chunk. Text is UTF-8. */
final class Row {
    /** Bytes a field may have. */
    static final int FIELD_LIMIT = 1 << 16;

    /** Columns a file may have. */
    static final int COLUMN_LIMIT = 512;

    /** No value: not in the row, or null in JSON. */
    static final byte ABSENT = 0;

    /** A bare value. */
    static final byte PLAIN = 1;

    /** A value in quotes: an empty one is a known empty text. */
    static final byte QUOTED = 2;

    byte[] bytes = new byte[4096];
    int[] from = new int[64];
    int[] to = new int[64];
    byte[] state = new byte[64];

    /** How many fields there are. */
    int count;

    /** Bytes used. */
    int length;

    /** The line the row starts on, 1-based within its chunk. */
    int line;

    void clear() {
        count = 0;
        length = 0;
    }

    /** A row of so many fields, all absent. */
    void absent(int fields) {
        room(fields);
        Arrays.fill(state, 0, fields, ABSENT);
        count = fields;
        length = 0;
    }

    /** Appends a field of characters that stand for one byte each. */
    void append(char[] characters, int offset, int size, boolean quoted) {
        if (count == state.length) {
            room(count + 1);
        }
        int start = length;
        int end = start + size;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, end + (end >> 1));
        }
        byte[] target = bytes;
        for (int i = 0; i < size; i++) {
            target[start + i] = (byte) characters[offset + i];
        }
        from[count] = start;
        to[count] = end;
        state[count++] = quoted ? QUOTED : PLAIN;
        length = end;
    }

    /** Sets one field to text given as UTF-16, which becomes UTF-8; false when there is a lone surrogate in it. */
    boolean set(int field, char[] characters, int offset, int size, byte how) {
        int start = length;
        if (start + 3 * size > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (start + 3 * size));
        }
        int end = Utf8.encode(characters, offset, size, bytes, start);
        if (end < 0) {
            return false;
        }
        length = end;
        from[field] = start;
        to[field] = length;
        state[field] = how;
        return true;
    }

    /** Makes room for so many fields. */
    void room(int fields) {
        if (fields > state.length) {
            int capacity = Math.max(fields, 2 * state.length);
            from = Arrays.copyOf(from, capacity);
            to = Arrays.copyOf(to, capacity);
            state = Arrays.copyOf(state, capacity);
        }
    }
}
