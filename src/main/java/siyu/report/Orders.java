package siyu.report;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.EventBlock;
import siyu.fact.Texts;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/**
 * Counts orders: purchases of a customer with the same text of an attribute are one, and each without a text is one. The texts of
 * most are never looked at, as there is but one purchase. Belongs to one thread.
 */
final class Orders {
    /** The attribute by which rows are one order. */
    private static final String ORDER = "order";

    /** Index of the event attribute, or -1 when each purchase is an order. */
    final int attribute;

    private @Nullable Column column;
    private int[] rows = new int[16];
    private int found;

    /** Entries of the dictionary by hash, each plus one; four times as many as there is room for rows. */
    private int[] table = new int[64];

    /** @param attribute index of the event attribute, or -1 when each purchase is an order */
    Orders(int attribute) {
        this.attribute = attribute;
    }

    /** @param purchase the kind of purchases, or -1 when there is none */
    static Orders of(Asked asked, int purchase) {
        Vocabulary vocabulary = asked.facts().vocabulary();
        boolean known = purchase >= 0 && vocabulary.attributesOf(purchase).contains(ORDER);
        int index = known ? vocabulary.event(ORDER) : -1;
        return new Orders(index >= 0 && vocabulary.event().get(index).type().kind() == Type.Kind.TEXT ? index : -1);
    }

    /** What is added from now on are rows of this block. */
    void block(EventBlock events) {
        column = attribute < 0 ? null : Events.column(events, attribute);
    }

    void add(int row) {
        if (found == rows.length) {
            rows = Arrays.copyOf(rows, 2 * found);
            table = new int[8 * found];
        }
        rows[found++] = row;
    }

    /** How many orders the rows are that were added since the last call. */
    int count() {
        int size = found;
        found = 0;
        return column == null || size < 2 ? size : different(column, size);
    }

    private int different(Column orders, int size) {
        Texts texts = orders.dictionary;
        int mask = Integer.highestOneBit(size) * 4 - 1;
        int count = 0;
        for (int i = 0; i < size; i++) {
            int row = rows[i];
            int text = (int) orders.longs[row];
            if (orders.known[row] == 0 || texts.start(text) == texts.end(text)) {
                count++;
                continue;
            }
            int slot = texts.hash(text) & mask;
            while (table[slot] != 0 && texts.compare(table[slot] - 1, texts, text) != 0) {
                slot = (slot + 1) & mask;
            }
            if (table[slot] == 0) {
                table[slot] = text + 1;
                count++;
            }
        }
        Arrays.fill(table, 0, mask + 1, 0);
        return count;
    }
}
