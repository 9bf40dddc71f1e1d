package siyu.rule;

import java.util.Arrays;
import java.util.stream.IntStream;
import siyu.fact.Texts;
import siyu.fact.Type;

/** {@code distinct}: how many different known values the selected events of each customer have. */
final class Distinct extends Node {
    Distinct(Key key, int id) {
        super(key, id);
    }

    @Override
    void compute(Work work, Vector out, Vector[] in, int rows) {
        out.reserve(rows);
        Vector values = in[1];
        int[] starts = in[0].starts;
        int[] events = in[0].rows;
        int[] same = numbers(values, events, starts[rows]);
        if (same.length > 0 && same.length <= Long.SIZE) {
            countBits(values, same, starts, events, out, rows);
            return;
        }
        long[] found = new long[64];
        for (int i = 0; i < rows; i++) {
            if (found.length < starts[i + 1] - starts[i]) {
                found = new long[2 * (starts[i + 1] - starts[i])];
            }
            int n = 0;
            for (int j = starts[i]; j < starts[i + 1]; j++) {
                int event = events[j];
                if (values.type.kind() == Type.Kind.BOOLEAN) {
                    found[n] = values.yes(event);
                    n += values.sure(event);
                } else if (values.known[event] == 1) {
                    found[n++] = switch (values.type.kind()) {
                        // +0.0 makes both zeros one.
                        case DECIMAL -> Double.doubleToLongBits(values.doubles[event] + 0.0);
                        case TEXT -> same[(int) values.longs[event]];
                        default -> values.longs[event];
                    };
                }
            }
            out.longs[i] = different(found, n);
            out.known[i] = 1;
        }
    }

    /** Equal numbers for equal values of a text or word, by entry; empty for other types. */
    private static int[] numbers(Vector values, int[] events, int selected) {
        return switch (values.type.kind()) {
            case TEXT -> equalTexts(values, events, selected);
            case WORD -> IntStream.range(0, values.type.words().size()).toArray();
            default -> new int[0];
        };
    }

    /** So few different values that each has a bit. */
    private static void countBits(Vector values, int[] numbers, int[] starts, int[] events, Vector out, int rows) {
        for (int i = 0; i < rows; i++) {
            long bits = 0;
            for (int j = starts[i]; j < starts[i + 1]; j++) {
                int event = events[j];
                bits |= (long) values.known[event] << numbers[(int) values.longs[event]];
            }
            out.longs[i] = Long.bitCount(bits);
            out.known[i] = 1;
        }
    }

    private static int different(long[] found, int n) {
        if (n < 2) {
            return n;
        }
        if (n > 32) {
            Arrays.sort(found, 0, n);
            int count = 1;
            for (int j = 1; j < n; j++) {
                count += found[j] == found[j - 1] ? 0 : 1;
            }
            return count;
        }
        int count = 0;
        for (int j = 0; j < n; j++) {
            long value = found[j];
            int k = 0;
            while (k < count && found[k] != value) {
                k++;
            }
            found[k] = value;
            count = Math.max(count, k + 1);
        }
        return count;
    }

    /** For each dictionary entry in use, the first entry with the same text; a dictionary may hold a text twice. */
    private static int[] equalTexts(Vector values, int[] events, int selected) {
        Texts texts = values.dictionary;
        int[] same = new int[Math.max(1, texts.size())];
        Arrays.fill(same, -1);
        int mask = Integer.highestOneBit(Math.max(8, Math.min(selected, texts.size()) * 2)) * 2 - 1;
        int[] table = new int[mask + 1];
        for (int j = 0; j < selected; j++) {
            int entry = (int) values.longs[events[j]];
            if (values.known[events[j]] == 0 || same[entry] >= 0) {
                continue;
            }
            int slot = texts.hash(entry) & mask;
            while (table[slot] != 0 && texts.compare(table[slot] - 1, texts, entry) != 0) {
                slot = (slot + 1) & mask;
            }
            if (table[slot] == 0) {
                table[slot] = entry + 1;
            }
            same[entry] = table[slot] - 1;
        }
        return same;
    }
}
