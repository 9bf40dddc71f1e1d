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

    static void read(BlockReader in, Texts into, long[] rows, int at, int count, Scratch scratch) {
        int prefix = in.nextCount(MOST_PREFIX);
        int start = in.skip(prefix);
        int digits = in.nextByte();
        if (digits == 0 || digits > MOST_DIGITS) {
            throw BlockReader.damaged("its numbers have too many digits");
        }
        WholeCoding.decode(in, rows, at, count, scratch);
        long limit = 1;
        for (int i = 0; i < digits; i++) {
            limit *= 10;
        }
        if (!Bits.within(rows, at, count, limit)) {
            throw BlockReader.damaged("a number has more digits than it should");
        }
        int length = prefix + digits;
        byte[] bytes = scratch.bytes(Math.multiplyExact(length, count));
        for (int i = 0; i < count; i++) {
            int end = (i + 1) * length;
            System.arraycopy(in.bytes, start, bytes, end - length, prefix);
            write(rows[at + i], bytes, end, digits);
            rows[at + i] = length;
        }
        long base = into.addAll(bytes, 0, rows, at, count);
        for (int i = 0; i < count; i++) {
            rows[at + i] = base + i;
        }
    }

    /** Writes a number with leading zeros so that it ends before {@code end}. */
    private static void write(long number, byte[] bytes, int end, int digits) {
        long rest = number;
        int place = end;
        int left = digits;
        // Nine digits at a time are int arithmetic, which is several times faster to divide.
        while (left > 0) {
            int part = (int) (rest % 1_000_000_000);
            rest /= 1_000_000_000;
            for (int i = Math.min(left, 9); i > 0; i--) {
                int tens = part / 10;
                bytes[--place] = (byte) ('0' + part - tens * 10);
                part = tens;
            }
            left -= 9;
        }
    }
}
