package siyu.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Rows as bytes of CSV or JSON Lines in one growing buffer: fields are given in the order of the columns, an unknown one by
 * {@link #skip}. No allocation per row. Not for several threads.
 */
final class Rows {
    private static final int DAYS = 4096;
    private static final int LONGEST_ROW = 4096;
    private static final long[] POWERS = powers();
    private static final byte[] TRUE = utf8("true");
    private static final byte[] FALSE = utf8("false");
    private static final byte[] OFFSET = utf8("+08:00");

    private final byte[][] keys;
    private final boolean json;
    private final int firstDay;
    private final byte[] days = new byte[DAYS * 10];
    private final boolean[] dayKnown = new boolean[DAYS];
    private byte[] bytes = new byte[1 << 16];
    private int size;
    private int column;
    private boolean first;

    /** @param firstDay dates from this epoch day on are kept formatted */
    Rows(String[] columns, boolean json, int firstDay) {
        this.json = json;
        this.firstDay = firstDay;
        this.keys = new byte[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            keys[i] = utf8("\"" + columns[i] + "\":");
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    byte[] bytes() {
        return bytes;
    }

    /** A whole row made elsewhere. */
    void copy(Rows from, int start, int end) {
        reserve();
        System.arraycopy(from.bytes, start, bytes, size, end - start);
        size += end - start;
    }

    private void reserve() {
        if (bytes.length - size < LONGEST_ROW) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }

    void begin() {
        column = 0;
        first = true;
        reserve();
        if (json) {
            bytes[size++] = '{';
        }
    }

    void end() {
        if (json) {
            bytes[size++] = '}';
        }
        bytes[size++] = '\n';
    }

    /** An unknown value: an empty field, or a key left out. */
    void skip() {
        if (!json && column > 0) {
            bytes[size++] = ',';
        }
        column++;
    }

    private void open() {
        if (json) {
            if (!first) {
                bytes[size++] = ',';
            }
            first = false;
            raw(keys[column]);
        } else if (column > 0) {
            bytes[size++] = ',';
        }
        column++;
    }

    private void quote() {
        if (json) {
            bytes[size++] = '"';
        }
    }

    private void raw(byte[] part) {
        System.arraycopy(part, 0, bytes, size, part.length);
        size += part.length;
    }

    /** Text without quotes, backslashes, commas and control characters. */
    void text(byte[] value) {
        open();
        quote();
        raw(value);
        quote();
    }

    /** Text of two parts, quoted in CSV too when {@code comma} stands between them. */
    void text(byte[] front, byte[] between, byte[] back, boolean comma) {
        open();
        if (comma || json) {
            bytes[size++] = '"';
        }
        raw(front);
        raw(between);
        raw(back);
        if (comma || json) {
            bytes[size++] = '"';
        }
    }

    /** A letter and a number of at least {@code width} digits. */
    void id(char letter, long number, int width) {
        open();
        quote();
        bytes[size++] = (byte) letter;
        digits(number, width);
        quote();
    }

    /** A letter, a number, a dash and another number. */
    void id(char letter, long number, int width, int part) {
        open();
        quote();
        bytes[size++] = (byte) letter;
        digits(number, width);
        bytes[size++] = '-';
        digits(part, 1);
        quote();
    }

    /** Digits behind a prefix: a telephone number. */
    void digitsText(byte[] prefix, long number, int width) {
        open();
        quote();
        raw(prefix);
        digits(number, width);
        quote();
    }

    void bool(boolean value) {
        open();
        raw(value ? TRUE : FALSE);
    }

    void integer(long value) {
        open();
        digits(value, 1);
    }

    /** A number with {@code decimals} places, given in units of the last of them. */
    void fixed(long units, int decimals) {
        open();
        long value = units;
        if (value < 0) {
            bytes[size++] = '-';
            value = -value;
        }
        long scale = decimals == 2 ? 100 : 1_000_000;
        digits(value / scale, 1);
        bytes[size++] = '.';
        digits(value % scale, decimals);
    }

    /** A date by its epoch day. */
    void date(int day) {
        open();
        quote();
        day(day);
        quote();
    }

    /** A local time at +08:00, in seconds since the local 1970. */
    void time(long localSecond) {
        open();
        quote();
        day((int) (localSecond / 86_400));
        int second = (int) (localSecond % 86_400);
        bytes[size++] = 'T';
        digits(second / 3600, 2);
        bytes[size++] = ':';
        digits(second / 60 % 60, 2);
        bytes[size++] = ':';
        digits(second % 60, 2);
        raw(OFFSET);
        quote();
    }

    private void day(int day) {
        int slot = day - firstDay;
        if (slot < 0 || slot >= DAYS) {
            plainDay(day);
            return;
        }
        if (!dayKnown[slot]) {
            plainDay(day);
            System.arraycopy(bytes, size - 10, days, slot * 10, 10);
            dayKnown[slot] = true;
            return;
        }
        System.arraycopy(days, slot * 10, bytes, size, 10);
        size += 10;
    }

    private void plainDay(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        digits(date.getYear(), 4);
        bytes[size++] = '-';
        digits(date.getMonthValue(), 2);
        bytes[size++] = '-';
        digits(date.getDayOfMonth(), 2);
    }

    private void digits(long value, int width) {
        int count = width;
        for (long limit = POWERS[width]; value >= limit && count < POWERS.length; limit = POWERS[count]) {
            count++;
        }
        int at = size + count;
        long rest = value;
        for (; rest > Integer.MAX_VALUE; rest /= 10) {
            bytes[--at] = (byte) ('0' + rest % 10);
        }
        for (int small = (int) rest; at > size; small /= 10) {
            bytes[--at] = (byte) ('0' + small % 10);
        }
        size += count;
    }

    private static long[] powers() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
