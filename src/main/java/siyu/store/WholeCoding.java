package siyu.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;

/**
 * Whole numbers in as few bytes as a cheap estimate finds: bit-packed above a base, or as differences; with one width for all or
 * a width and base per {@value #MINI} values, so that an outlier spoils only its own neighbours; divided by a common divisor; or
 * as codes of a dictionary. Arithmetic wraps on purpose: base plus difference comes back exactly, whatever the range.
 *
 * <p>Cost: encoding about four passes over the values, decoding one to three. A few values from the middle are read alone, but
 * for differences, which are added up to there.
 */
final class WholeCoding {
    /** Values that share a width and a base. */
    private static final int MINI = 128;

    private static final int DELTA = 1;
    private static final int DIVISOR = 2;
    private static final int DICTIONARY = 4;
    private static final int MINIS = 8;

    /** Ranges below this are not worth dividing. */
    private static final long LEAST_RANGE = 64;

    private static final int SAMPLE = 64;

    private WholeCoding() {}

    /** Appends {@code count} values; nothing when there are none. */
    static void encode(BlockWriter out, long[] values, int from, int count) {
        encode(out, values, from, count, true);
    }

    private static void encode(BlockWriter out, long[] values, int from, int count, boolean dictionaries) {
        if (count == 0) {
            return;
        }
        long least = values[from];
        long most = least;
        for (int i = from + 1; i < from + count; i++) {
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
        }
        long range = most - least;
        long divisor = range >= LEAST_RANGE ? divisor(values, from, count, least) : 1;
        long[] stream = values;
        int start = from;
        if (divisor > 1) {
            stream = new long[count];
            for (int i = 0; i < count; i++) {
                stream[i] = (values[from + i] - least) / divisor;
            }
            start = 0;
        }
        Plan plain = Plan.of(stream, start, count);
        long[] steps = stream;
        Plan plan = plain;
        if (count > 1 && plain.bytes > count / 16) {
            steps = new long[count - 1];
            for (int i = 1; i < count; i++) {
                steps[i - 1] = stream[start + i] - stream[start + i - 1];
            }
            Plan delta = Plan.of(steps, 0, count - 1);
            plan = delta.bytes + Long.BYTES < plain.bytes ? delta : plain;
        }
        if (dictionaries && count >= 2 * SAMPLE && plan.bytes > count) {
            WholeDictionary dictionary = WholeDictionary.of(values, from, count);
            if (dictionary != null && dictionary.bytes(count) < plan.bytes - plan.bytes / 8) {
                out.putByte(DICTIONARY);
                out.putUnsigned(dictionary.size);
                encode(out, dictionary.values, 0, dictionary.size, false);
                encode(out, dictionary.codes, 0, count, false);
                return;
            }
        }
        boolean delta = plan != plain;
        out.putByte((delta ? DELTA : 0) | (divisor > 1 ? DIVISOR : 0) | (plan.minis ? MINIS : 0));
        if (divisor > 1) {
            out.putSigned(least);
            out.putUnsigned(divisor);
        }
        if (delta) {
            out.putSigned(stream[start]);
            plan.write(out, steps, 0, count - 1);
        } else {
            plan.write(out, stream, start, count);
        }
    }

    /** The greatest number that divides every distance from the least value; 1 when there is none worth it. */
    private static long divisor(long[] values, int from, int count, long least) {
        long divisor = 0;
        int stride = Math.max(1, count / SAMPLE);
        for (int i = from; i < from + count && divisor != 1; i += stride) {
            divisor = gcd(divisor, values[i] - least);
        }
        for (int i = from; i < from + count && divisor > 1; i++) {
            long distance = values[i] - least;
            if (distance < 0 || distance % divisor != 0) {
                divisor = gcd(divisor, distance);
            }
        }
        return divisor;
    }

    /** 1 for distances too wide to be numbers of their own. */
    private static long gcd(long one, long other) {
        if (one < 0 || other < 0) {
            return 1;
        }
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    /**
     * Passes over {@code count} values and reads those from {@code from} to {@code to} (exclusive) into {@code into} from {@code
     * at} on.
     */
    static void decode(BlockReader in, long[] into, int at, int count, int from, int to, Scratch scratch) {
        if (count == 0) {
            return;
        }
        any(in, in.nextByte(), into, at, count, from, to, scratch);
    }

    private static void any(
            BlockReader in, int form, long[] into, int at, int count, int from, int to, Scratch scratch) {
        if (form != DICTIONARY) {
            decode(in, form, into, at, count, from, to, scratch);
            return;
        }
        int size = in.nextCount(count);
        long[] dictionary = scratch.longs(size);
        decode(in, in.nextByte(), dictionary, 0, size, 0, size, scratch);
        decode(in, in.nextByte(), into, at, count, from, to, scratch);
        if (!Bits.within(into, at, to - from, size)) {
            throw BlockReader.damaged("a code is not in its dictionary");
        }
        for (int i = at; i < at + to - from; i++) {
            into[i] = dictionary[(int) into[i]];
        }
    }

    /**
     * Reads values that are all 0 or 1 as bits into the first words of {@code into}. Returns whether they are; if not, what was
     * read means nothing.
     */
    static boolean decodeBits(BlockReader in, long[] into, int count, Scratch scratch) {
        int form = in.nextByte();
        long[] values = scratch.second(count);
        if (form == 0) {
            long base = in.nextSigned();
            int width = width(in.nextByte());
            int start = in.skip(((long) count * width + 7) >>> 3);
            if (width == 0) {
                Arrays.fill(into, 0, Column.words(count), -base);
                return base == 0 || base == 1;
            }
            if (width == 1 && base == 0) {
                BitCoding.copy(in.bytes, start, count, into, 0);
                return true;
            }
            Bits.unpack(in.bytes, start, width, base, values, 0, 0, count);
        } else {
            any(in, form, values, 0, count, 0, count, scratch);
        }
        for (int word = 0; word < Column.words(count); word++) {
            into[word] = Column.word(values, word * Long.SIZE, count);
        }
        return Bits.within(values, 0, count, 2);
    }

    private static void decode(
            BlockReader in, int form, long[] into, int at, int count, int from, int to, Scratch scratch) {
        if ((form & ~(DELTA | DIVISOR | MINIS)) != 0 || count == 0) {
            throw BlockReader.damaged("it is packed in an unknown way");
        }
        boolean divided = (form & DIVISOR) != 0;
        long least = divided ? in.nextSigned() : 0;
        long divisor = divided ? in.nextUnsigned() : 1;
        boolean minis = (form & MINIS) != 0;
        if ((form & DELTA) == 0) {
            read(in, minis, into, at, count, from, to);
        } else if (from == 0) {
            sum(in, minis, into, at, count, to);
        } else {
            // A value is the sum of all differences before it, so these are read as well.
            long[] sums = scratch.sums(to);
            sum(in, minis, sums, 0, count, to);
            System.arraycopy(sums, from, into, at, to - from);
        }
        if (divided) {
            for (int i = at; i < at + to - from; i++) {
                into[i] = least + into[i] * divisor;
            }
        }
    }

    /** The first {@code to} of {@code count} values that are kept as a first one and differences. */
    private static void sum(BlockReader in, boolean minis, long[] into, int at, int count, int to) {
        long value = in.nextSigned();
        read(in, minis, into, at + Math.min(to, 1), count - 1, 0, Math.max(to - 1, 0));
        if (to > 0) {
            into[at] = value;
        }
        for (int i = at + 1; i < at + to; i++) {
            value += into[i];
            into[i] = value;
        }
    }

    private static void read(BlockReader in, boolean minis, long[] into, int at, int count, int from, int to) {
        if (minis) {
            readMinis(in, into, at, count, from, to);
            return;
        }
        long base = in.nextSigned();
        int width = width(in.nextByte());
        int start = in.skip(((long) count * width + 7) >>> 3);
        Bits.unpack(in.bytes, start, width, base, into, at, from, to - from);
    }

    private static int width(int width) {
        if (width > Bits.WIDEST && width != Long.SIZE) {
            throw BlockReader.damaged("a width is out of range");
        }
        return width;
    }

    private static void readMinis(BlockReader in, long[] into, int at, int count, int from, int to) {
        long base = in.nextSigned();
        int baseBytes = in.nextByte();
        if (baseBytes > Long.BYTES) {
            throw BlockReader.damaged("a width is out of range");
        }
        int minis = minis(count);
        int widths = in.skip(minis);
        int bases = in.skip((long) minis * baseBytes);
        long mask = baseBytes == 0 ? 0 : -1L >>> (Long.SIZE - 8 * baseBytes);
        for (int mini = 0; mini < minis; mini++) {
            int done = mini * MINI;
            int rows = Math.min(MINI, count - done);
            int width = width(in.bytes[widths + mini] & 0xFF);
            int start = in.skip(((long) rows * width + 7) >>> 3);
            int first = Math.max(from, done);
            int last = Math.min(to, done + rows);
            if (first < last) {
                // The eight bytes that end every block let this read pass the last base.
                long own = base + (Bits.longAt(in.bytes, bases + mini * baseBytes) & mask);
                Bits.unpack(in.bytes, start, width, own, into, at + first - from, first - done, last - first);
            }
        }
    }

    private static int minis(int count) {
        return (count + MINI - 1) / MINI;
    }

    /** How a stream of values would be packed above a base, and what that costs. */
    private static final class Plan {
        private final long base;
        private final int width;
        private final boolean minis;
        private final int baseBytes;
        private final long bytes;
        private final byte @Nullable [] widths;
        private final long @Nullable [] bases;

        private Plan(
                long base, int width, int baseBytes, long bytes, byte @Nullable [] widths, long @Nullable [] bases) {
            this.base = base;
            this.width = width;
            this.minis = widths != null;
            this.baseBytes = baseBytes;
            this.bytes = bytes;
            this.widths = widths;
            this.bases = bases;
        }

        static Plan of(long[] values, int from, int count) {
            int minis = minis(count);
            byte[] widths = new byte[minis];
            long[] bases = new long[minis];
            long least = Long.MAX_VALUE;
            long most = Long.MIN_VALUE;
            long greatestBase = Long.MIN_VALUE;
            long packed = 0;
            for (int mini = 0; mini < minis; mini++) {
                int start = from + mini * MINI;
                int end = Math.min(start + MINI, from + count);
                long low = values[start];
                long high = low;
                for (int i = start + 1; i < end; i++) {
                    low = Math.min(low, values[i]);
                    high = Math.max(high, values[i]);
                }
                int width = Bits.width(high - low);
                widths[mini] = (byte) width;
                bases[mini] = low;
                packed += Bits.length(end - start, width);
                least = Math.min(least, low);
                most = Math.max(most, high);
                greatestBase = Math.max(greatestBase, low);
            }
            int width = Bits.width(most - least);
            long flat = Bits.length(count, width);
            int baseBytes = (Long.SIZE - Long.numberOfLeadingZeros(greatestBase - least) + 7) / 8;
            packed += 1 + (long) minis * (1 + baseBytes);
            return packed < flat
                    ? new Plan(least, width, baseBytes, packed, widths, bases)
                    : new Plan(least, width, 0, flat, null, null);
        }

        void write(BlockWriter out, long[] values, int from, int count) {
            out.putSigned(base);
            if (widths == null || bases == null) {
                out.putByte(width);
                out.putBits(values, from, count, base, width);
                return;
            }
            out.putByte(baseBytes);
            out.putBytes(widths, 0, widths.length);
            for (long own : bases) {
                out.putLow(own - base, baseBytes);
            }
            for (int mini = 0; mini < widths.length; mini++) {
                int done = mini * MINI;
                out.putBits(values, from + done, Math.min(MINI, count - done), bases[mini], widths[mini]);
            }
        }
    }
}
