package siyu.store;

import org.jspecify.annotations.Nullable;
import siyu.fact.Texts;

/**
 * Texts as a dictionary with codes, as lengths and bytes, or, when all are the same words with other numbers ({@code C0000123},
 * {@code E00000646-8}), as numbers: whichever is smallest.
 */
final class TextCoding {
    private static final int PLAIN = 0;
    private static final int DICTIONARY = 1;
    private static final int NUMBERED = 2;
    private static final int COMPOSED = 3;

    /** Rows that say whether texts come again and again, which a dictionary holds best. */
    private static final int SAMPLE = 256;

    private TextCoding() {}

    /** Appends the texts with these indexes, in order. */
    static void encode(BlockWriter out, Texts texts, long[] indexes, int count) {
        if (count == 0) {
            return;
        }
        NumberedTexts numbered = NumberedTexts.of(texts, indexes, count);
        if (numbered != null) {
            out.putByte(NUMBERED);
            numbered.write(out, count);
            return;
        }
        if (TextDictionary.of(texts, indexes, Math.min(count, SAMPLE)) == null) {
            ComposedTexts composed = ComposedTexts.of(texts, indexes, count);
            if (composed != null) {
                out.putByte(COMPOSED);
                composed.write(out, count);
                return;
            }
        }
        TextDictionary dictionary = TextDictionary.of(texts, indexes, count);
        if (dictionary == null) {
            out.putByte(PLAIN);
            writeTexts(out, texts, indexes, count);
            return;
        }
        out.putByte(DICTIONARY);
        out.putUnsigned(dictionary.size);
        writeTexts(out, texts, dictionary.indexes, dictionary.size);
        WholeCoding.encode(out, dictionary.codes, 0, count);
    }

    private static void writeTexts(BlockWriter out, Texts texts, long[] indexes, int count) {
        long[] lengths = new long[count];
        long total = 0;
        for (int i = 0; i < count; i++) {
            int index = (int) indexes[i];
            int length = texts.end(index) - texts.start(index);
            lengths[i] = length;
            total += length;
        }
        out.putUnsigned(total);
        WholeCoding.encode(out, lengths, 0, count);
        byte[] bytes = texts.bytes();
        for (int i = 0; i < count; i++) {
            int index = (int) indexes[i];
            out.putBytes(bytes, texts.start(index), texts.end(index));
        }
    }

    /**
     * Passes over {@code count} texts, adds at least those from {@code from} to {@code to} (exclusive) to {@code into} and puts
     * the index of each of them into {@code rows} from {@code at} on.
     */
    static void decode(BlockReader in, Texts into, long[] rows, int at, int count, int from, int to, Scratch scratch) {
        if (count == 0) {
            return;
        }
        int form = in.nextByte();
        switch (form) {
            case PLAIN -> {
                long base = readTexts(in, into, count, from, to, scratch);
                for (int i = 0; i < to - from; i++) {
                    rows[at + i] = base + i;
                }
            }
            case DICTIONARY -> {
                int size = in.nextCount(count);
                long base = readTexts(in, into, size, 0, size, scratch);
                WholeCoding.decode(in, rows, at, count, from, to, scratch);
                if (!Bits.within(rows, at, to - from, size)) {
                    throw BlockReader.damaged("a code is not in its dictionary");
                }
                for (int i = at; i < at + to - from; i++) {
                    rows[i] += base;
                }
            }
            case NUMBERED -> NumberedTexts.read(in, into, rows, at, count, from, to, scratch);
            case COMPOSED -> ComposedTexts.read(in, into, rows, at, count, from, to, scratch);
            default -> throw BlockReader.damaged("it is packed in an unknown way");
        }
    }

    /** Whether the texts that follow are {@link NumberedTexts}. */
    static boolean numbered(BlockReader in) {
        return in.nextByte() == NUMBERED;
    }

    /** Adds texts {@code from} to {@code to} (exclusive) of {@code count} and returns the index of the first. */
    private static int readTexts(BlockReader in, Texts into, int count, int from, int to, Scratch scratch) {
        int total = in.nextCount(in.rest());
        long[] lengths = scratch.second(count);
        WholeCoding.decode(in, lengths, 0, count, 0, count, scratch);
        if (!Bits.within(lengths, 0, count, total + 1L)) {
            throw BlockReader.damaged("a text is longer than all of them");
        }
        long sum = 0;
        long before = 0;
        for (int i = 0; i < count; i++) {
            before = i == from ? sum : before;
            sum += lengths[i];
        }
        if (sum != total) {
            throw BlockReader.damaged("its texts do not have the length they should");
        }
        int start = in.skip(total);
        return into.addAll(in.bytes, start + (int) before, lengths, from, to - from);
    }

    /** The distinct texts of some rows, by index, with a code per row in order of first appearance. */
    private static final class TextDictionary {
        /** A longer search means that the texts were chosen to collide; then there is no dictionary. */
        private static final int PROBES = 256;

        private final long[] indexes;
        private final int size;
        private final long[] codes;

        private TextDictionary(long[] indexes, int size, long[] codes) {
            this.indexes = indexes;
            this.size = size;
            this.codes = codes;
        }

        /** Null when more than three texts in four are distinct. */
        static @Nullable TextDictionary of(Texts texts, long[] rows, int count) {
            int most = count - count / 4;
            int slots = Integer.highestOneBit(Math.max(most, 8)) << 2;
            int shift = Long.SIZE - Integer.numberOfTrailingZeros(slots);
            int[] table = new int[slots];
            // Codes of texts already met under the same index, so that a shared dictionary is hashed once per text.
            int[] met = texts.size() <= 4L * count + 1024 ? new int[texts.size()] : new int[0];
            long[] distinct = new long[most];
            long[] codes = new long[count];
            int size = 0;
            for (int i = 0; i < count; i++) {
                int index = (int) rows[i];
                if (met.length > 0 && met[index] != 0) {
                    codes[i] = met[index] - 1L;
                    continue;
                }
                int slot = (int) (hash(texts, index) >>> shift);
                int probes = 0;
                while (table[slot] != 0 && !same(texts, (int) distinct[table[slot] - 1], index)) {
                    slot = (slot + 1) & (slots - 1);
                    if (++probes > PROBES) {
                        return null;
                    }
                }
                if (table[slot] == 0) {
                    if (size == most) {
                        return null;
                    }
                    distinct[size++] = index;
                    table[slot] = size;
                }
                codes[i] = table[slot] - 1L;
                if (met.length > 0) {
                    met[index] = table[slot];
                }
            }
            return new TextDictionary(distinct, size, codes);
        }

        private static boolean same(Texts texts, int one, int other) {
            return texts.is(one, texts.bytes(), texts.start(other), texts.end(other));
        }

        private static long hash(Texts texts, int index) {
            byte[] bytes = texts.bytes();
            int at = texts.start(index);
            int end = texts.end(index);
            long hash = (long) end - at;
            for (; at + Long.BYTES <= end; at += Long.BYTES) {
                hash = (hash ^ Bits.longAt(bytes, at)) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 32;
            }
            for (; at < end; at++) {
                hash = (hash ^ bytes[at]) * 0x9E3779B97F4A7C15L;
            }
            hash ^= hash >>> 29;
            return hash * 0xBF58476D1CE4E5B9L;
        }
    }
}
