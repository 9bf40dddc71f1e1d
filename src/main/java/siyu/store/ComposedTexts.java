package siyu.store;

import org.jspecify.annotations.Nullable;
import siyu.fact.Texts;

/**
 * Texts that are all the same words with other numbers between them, as ids of events and orders often are ({@code
 * E00000646-8}): each number is packed for itself, a byte or two a text where the text has a dozen.
 *
 * <p>Exact for every text: a number is either as wide in all texts, with its leading zeros, or has none.
 */
final class ComposedTexts {
    /** Numbers kept in a {@link Scratch} while texts are put together. */
    static final int MOST_NUMBERS = 4;

    private static final int MOST_DIGITS = 18;
    private static final int MOST_WORDS = 64;
    private static final long LIMIT = 1_000_000_000_000_000_000L;

    /** Fewer are not worth looking at. */
    private static final int LEAST_ROWS = 16;

    private final byte[] words = new byte[MOST_WORDS];

    /** Where the words before each number end, and those behind the last one. */
    private final int[] ends = new int[MOST_NUMBERS + 1];

    /** The digits of each number in the first text. */
    private final int[] digits = new int[MOST_NUMBERS];

    private final boolean[] mixed = new boolean[MOST_NUMBERS];
    private final boolean[] leading = new boolean[MOST_NUMBERS];
    private final long[][] numbers = new long[MOST_NUMBERS][];
    private int count;

    private ComposedTexts() {}

    /** Null when they are not all of that form. */
    static @Nullable ComposedTexts of(Texts texts, long[] indexes, int rows) {
        if (rows < LEAST_ROWS) {
            return null;
        }
        ComposedTexts composed = new ComposedTexts();
        int first = (int) indexes[0];
        if (!composed.model(texts.bytes(), texts.start(first), texts.end(first))) {
            return null;
        }
        for (int number = 0; number < composed.count; number++) {
            composed.numbers[number] = new long[rows];
        }
        for (int i = 0; i < rows; i++) {
            int index = (int) indexes[i];
            if (!composed.take(texts.bytes(), texts.start(index), texts.end(index), i)) {
                return null;
            }
        }
        for (int number = 0; number < composed.count; number++) {
            if (composed.mixed[number] && composed.leading[number]) {
                return null;
            }
        }
        return composed;
    }

    /** Takes the words and the numbers' widths from the first text. */
    private boolean model(byte[] bytes, int from, int to) {
        int size = 0;
        for (int at = from; at < to; ) {
            if (!isDigit(bytes[at])) {
                if (size == MOST_WORDS) {
                    return false;
                }
                words[size++] = bytes[at++];
                continue;
            }
            int start = at;
            while (at < to && isDigit(bytes[at])) {
                at++;
            }
            if (count == MOST_NUMBERS) {
                return false;
            }
            ends[count] = size;
            digits[count++] = at - start;
        }
        ends[count] = size;
        return count > 0;
    }

    /** Takes one text apart; false when it is of another form. */
    private boolean take(byte[] bytes, int from, int to, int row) {
        int at = from;
        int word = 0;
        for (int number = 0; number < count; number++) {
            for (; word < ends[number]; word++) {
                if (at == to || bytes[at++] != words[word]) {
                    return false;
                }
            }
            int start = at;
            long value = 0;
            for (; at < to && isDigit(bytes[at]); at++) {
                if (at - start == MOST_DIGITS) {
                    return false;
                }
                value = value * 10 + (bytes[at] - '0');
            }
            if (at == start) {
                return false;
            }
            mixed[number] |= at - start != digits[number];
            leading[number] |= bytes[start] == '0' && at - start > 1;
            numbers[number][row] = value;
        }
        for (; word < ends[count]; word++) {
            if (at == to || bytes[at++] != words[word]) {
                return false;
            }
        }
        return at == to;
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }

    void write(BlockWriter out, int rows) {
        out.putByte(count);
        for (int number = 0; number <= count; number++) {
            out.putByte(ends[number]);
        }
        out.putBytes(words, 0, ends[count]);
        for (int number = 0; number < count; number++) {
            out.putByte(mixed[number] ? 0 : digits[number]);
        }
        for (int number = 0; number < count; number++) {
            WholeCoding.encode(out, numbers[number], 0, rows);
        }
    }

    static void read(BlockReader in, Texts into, long[] rows, int at, int rowCount, int from, int to, Scratch scratch) {
        ComposedTexts composed = new ComposedTexts();
        int longest = composed.head(in);
        int size = to - from;
        for (int number = 0; number < composed.count; number++) {
            long[] values = scratch.number(number, size);
            WholeCoding.decode(in, values, 0, rowCount, from, to, scratch);
            long limit = composed.digits[number] == 0 ? LIMIT : Digits.power(composed.digits[number]);
            if (!Bits.within(values, 0, size, limit)) {
                throw BlockReader.damaged("a number has more digits than it should");
            }
            composed.numbers[number] = values;
        }
        byte[] bytes = scratch.bytes(Math.multiplyExact(longest, size));
        int end = 0;
        for (int i = 0; i < size; i++) {
            int start = end;
            end = composed.put(bytes, start, i);
            rows[at + i] = (long) end - start;
        }
        long base = into.addAll(bytes, 0, rows, at, size);
        for (int i = 0; i < size; i++) {
            rows[at + i] = base + i;
        }
    }

    /** Reads what all texts have in common and returns how long the longest may be. */
    private int head(BlockReader in) {
        count = in.nextByte();
        if (count == 0 || count > MOST_NUMBERS) {
            throw BlockReader.damaged("its texts have too many numbers");
        }
        for (int number = 0; number <= count; number++) {
            ends[number] = in.nextByte();
            if (ends[number] > MOST_WORDS || (number > 0 && ends[number] < ends[number - 1])) {
                throw BlockReader.damaged("its texts have too many words");
            }
        }
        int longest = ends[count];
        System.arraycopy(in.bytes, in.skip(longest), words, 0, longest);
        for (int number = 0; number < count; number++) {
            digits[number] = in.nextByte();
            if (digits[number] > MOST_DIGITS) {
                throw BlockReader.damaged("its numbers have too many digits");
            }
            longest += digits[number] == 0 ? MOST_DIGITS : digits[number];
        }
        return longest;
    }

    /** Puts one text together and returns where it ends. */
    private int put(byte[] bytes, int from, int row) {
        int at = from;
        int word = 0;
        for (int number = 0; number < count; number++) {
            for (; word < ends[number]; word++) {
                bytes[at++] = words[word];
            }
            long value = numbers[number][row];
            int wide = digits[number] == 0 ? Digits.of(value) : digits[number];
            at += wide;
            Digits.write(value, bytes, at, wide);
        }
        for (; word < ends[count]; word++) {
            bytes[at++] = words[word];
        }
        return at;
    }
}
