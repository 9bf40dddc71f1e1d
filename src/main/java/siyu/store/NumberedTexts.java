package siyu.store;

import org.jspecify.annotations.Nullable;
import siyu.fact.Texts;

/**
 * Texts that are all one prefix and a decimal number of one number of digits, as external ids and phone numbers often are. They
 * take a bit or two each instead of ten bytes.
 */
final class NumberedTexts {
    private static final int MOST_DIGITS = 18;
    private static final int MOST_PREFIX = 64;

    /** Fewer are not worth looking at. */
    private static final int LEAST_ROWS = 16;

    private final byte[] prefix;
    private final int digits;
    private final long[] numbers;

    private NumberedTexts(byte[] prefix, int digits, long[] numbers) {
        this.prefix = prefix;
        this.digits = digits;
        this.numbers = numbers;
    }

    /** Null when they are not all of that form. */
    static @Nullable NumberedTexts of(Texts texts, long[] indexes, int count) {
        if (count < LEAST_ROWS) {
            return null;
        }
        byte[] bytes = texts.bytes();
        int first = (int) indexes[0];
        int start = texts.start(first);
        int length = texts.end(first) - start;
        int digits = 0;
        while (digits < Math.min(length, MOST_DIGITS) && isDigit(bytes[start + length - 1 - digits])) {
            digits++;
        }
        int prefix = length - digits;
        if (digits == 0 || prefix > MOST_PREFIX) {
            return null;
        }
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            int index = (int) indexes[i];
            int at = texts.start(index);
            if (texts.end(index) - at != length
                    || !java.util.Arrays.equals(bytes, at, at + prefix, bytes, start, start + prefix)) {
                return null;
            }
            long number = 0;
            for (int j = at + prefix; j < at + length; j++) {
                if (!isDigit(bytes[j])) {
                    return null;
                }
                number = number * 10 + (bytes[j] - '0');
            }
            numbers[i] = number;
        }
        return new NumberedTexts(java.util.Arrays.copyOfRange(bytes, start, start + prefix), digits, numbers);
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }

    void write(BlockWriter out, int count) {
        out.putUnsigned(prefix.length);
        out.putBytes(prefix, 0, prefix.length);
        out.putByte(digits);
        WholeCoding.encode(out, numbers, 0, count);
    }

    /** Passes over {@code count} texts and returns the place of the first that is the given one, or -1. */
    static int find(BlockReader in, int count, byte[] text, Scratch scratch) {
        int prefix = in.nextCount(MOST_PREFIX);
        int start = in.skip(prefix);
        int digits = digits(in);
        long[] numbers = scratch.second(count);
        WholeCoding.decode(in, numbers, 0, count, 0, count, scratch);
        if (text.length != prefix + digits
                || !java.util.Arrays.equals(text, 0, prefix, in.bytes, start, start + prefix)) {
            return -1;
        }
        long number = 0;
        for (int i = prefix; i < text.length; i++) {
            if (!isDigit(text[i])) {
                return -1;
            }
            number = number * 10 + (text[i] - '0');
        }
        for (int i = 0; i < count; i++) {
            if (numbers[i] == number) {
                return i;
            }
        }
        return -1;
    }

    private static int digits(BlockReader in) {
        int digits = in.nextByte();
        if (digits == 0 || digits > MOST_DIGITS) {
            throw BlockReader.damaged("its numbers have too many digits");
        }
        return digits;
    }

    static void read(BlockReader in, Texts into, long[] rows, int at, int count, int from, int to, Scratch scratch) {
        int prefix = in.nextCount(MOST_PREFIX);
        int start = in.skip(prefix);
        int digits = digits(in);
        WholeCoding.decode(in, rows, at, count, from, to, scratch);
        int size = to - from;
        if (!Bits.within(rows, at, size, Digits.power(digits))) {
            throw BlockReader.damaged("a number has more digits than it should");
        }
        int length = prefix + digits;
        byte[] bytes = scratch.bytes(Math.multiplyExact(length, size));
        for (int i = 0; i < size; i++) {
            int end = (i + 1) * length;
            System.arraycopy(in.bytes, start, bytes, end - length, prefix);
            Digits.write(rows[at + i], bytes, end, digits);
            rows[at + i] = length;
        }
        long base = into.addAll(bytes, 0, rows, at, size);
        for (int i = 0; i < size; i++) {
            rows[at + i] = base + i;
        }
    }
}
