package siyu.importing;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import siyu.core.Nearest;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.Type;

/** One of a list of words, compared exactly, to its index in the list. Also for event kinds. */
final class WordCell extends Cell {
    private final ImportCode unknown;
    private final byte[][] words;
    private final int[] slots;

    WordCell(Type type, ImportCode unknown) {
        super(type);
        this.unknown = unknown;
        int size = Math.max(4, Integer.highestOneBit(type.words().size()) * 4);
        this.words = new byte[type.words().size()][];
        this.slots = new int[size];
        for (int i = 0; i < words.length; i++) {
            byte[] word = type.words().get(i).getBytes(StandardCharsets.UTF_8);
            words[i] = word;
            int slot = Interner.hash(word, 0, word.length) & size - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & size - 1;
            }
            slots[slot] = i + 1;
        }
    }

    @Override
    @Nullable
    ImportCode read(byte[] bytes, int from, int to, Column into, int row) {
        int mask = slots.length - 1;
        for (int slot = Interner.hash(bytes, from, to) & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            int index = slots[slot] - 1;
            if (Interner.same(words[index], 0, words[index].length, bytes, from, to)) {
                into.longs[row] = index;
                into.known[row] = 1;
                return null;
            }
        }
        return unknown;
    }

    @Override
    Problem problem(ImportCode code, String text) {
        String hint = Nearest.hint(text, type.words());
        String all = "one of " + String.join(", ", type.words());
        return problem(
                code,
                code == ImportCode.KIND_UNKNOWN
                        ? "event kind " + quote(text) + " is not declared"
                        : quote(text) + " is not one of the words of this attribute",
                hint != null ? hint : all.length() <= 120 ? all : null);
    }
}
