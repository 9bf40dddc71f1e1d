package siyu.report;

import java.util.Arrays;
import siyu.fact.Column;
import siyu.fact.EventBlock;
import siyu.fact.Texts;

/** Equal numbers for equal texts of a column, whose dictionary may hold a text twice. */
final class SameTexts {
    private SameTexts() {}

    /**
     * By entry of the dictionary: a number that entries of the same text share; only of entries that events of a kind use. -1 for an
     * empty text, which is nobody's.
     */
    static int[] numbers(Column column, EventBlock events, short kind) {
        Texts texts = column.dictionary;
        int[] same = new int[Math.max(1, texts.size())];
        Arrays.fill(same, -1);
        int mask = Integer.highestOneBit(Math.max(8, Math.min(events.size, texts.size()) * 2)) * 2 - 1;
        int[] table = new int[mask + 1];
        for (int event = 0; event < events.size; event++) {
            if (events.kinds[event] != kind || column.known[event] == 0) {
                continue;
            }
            int entry = (int) column.longs[event];
            if (same[entry] < 0 && texts.start(entry) < texts.end(entry)) {
                int slot = hash(texts, entry) & mask;
                while (table[slot] != 0 && texts.compare(table[slot] - 1, texts, entry) != 0) {
                    slot = (slot + 1) & mask;
                }
                table[slot] = table[slot] == 0 ? entry + 1 : table[slot];
                same[entry] = table[slot] - 1;
            }
        }
        return same;
    }

    private static int hash(Texts texts, int entry) {
        int hash = 1;
        byte[] bytes = texts.bytes();
        for (int i = texts.start(entry); i < texts.end(entry); i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash * 0x9E3779B9 >>> 7;
    }

    /** How many different numbers there are among the first {@code size}, whose order is lost. */
    static int different(long[] numbers, int size) {
        if (size < 2) {
            return size;
        }
        Arrays.sort(numbers, 0, size);
        int count = 1;
        for (int i = 1; i < size; i++) {
            count += numbers[i] == numbers[i - 1] ? 0 : 1;
        }
        return count;
    }
}
