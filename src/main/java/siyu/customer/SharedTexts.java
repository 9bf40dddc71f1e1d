package siyu.customer;

import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.Texts;

/**
 * Texts that come again and again, by attribute, so that a row carries a small number in their place. Only columns whose chunks
 * have few different texts take part, and only so many texts of each attribute: the rest travel as they are.
 */
final class SharedTexts {
    /** Texts shared per attribute at most. */
    private static final int MOST = 16_384;

    /** A chunk's column takes part when it has at most one text in so many rows. */
    private static final int ROWS_PER_TEXT = 8;

    private final @Nullable IdTable[] byAttribute;

    SharedTexts(int attributes) {
        byAttribute = new IdTable[attributes];
    }

    /** By index in the column's dictionary: number of the shared text + 1, or 0; null when the column does not take part. */
    synchronized int @Nullable [] codes(int attribute, Column column, int rows) {
        Texts texts = column.dictionary;
        if (texts.size() > Math.max(4, rows / ROWS_PER_TEXT)) {
            return null;
        }
        IdTable table = byAttribute[attribute];
        if (table == null) {
            table = new IdTable();
            byAttribute[attribute] = table;
        }
        int[] codes = new int[texts.size()];
        for (int i = 0; i < codes.length; i++) {
            byte[] bytes = texts.bytes();
            boolean full = table.size() >= MOST;
            int number = full
                    ? table.find(bytes, texts.start(i), texts.end(i))
                    : table.add(bytes, texts.start(i), texts.end(i));
            codes[i] = number + 1;
        }
        return codes;
    }

    /** The shared texts of an attribute; read when nobody adds any more. */
    synchronized Texts texts(int attribute) {
        IdTable table = byAttribute[attribute];
        return table == null ? new Texts(0, 0) : table.ids();
    }
}
