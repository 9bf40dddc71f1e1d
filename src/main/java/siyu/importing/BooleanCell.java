package siyu.importing;

import org.jspecify.annotations.Nullable;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.Type;

/** {@code true false yes no 1 0}, in any case. */
final class BooleanCell extends Cell {
    BooleanCell() {
        super(Type.BOOLEAN);
    }

    @Override
    @Nullable
    ImportCode read(byte[] bytes, int from, int to, Column into, int row) {
        boolean value;
        if (is(bytes, from, to, "true") || is(bytes, from, to, "1") || is(bytes, from, to, "yes")) {
            value = true;
        } else if (is(bytes, from, to, "false") || is(bytes, from, to, "0") || is(bytes, from, to, "no")) {
            value = false;
        } else {
            return ImportCode.NOT_BOOLEAN;
        }
        into.longs[row] = value ? 1 : 0;
        into.known[row] = 1;
        return null;
    }

    private static boolean is(byte[] bytes, int from, int to, String word) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char wanted = word.charAt(i - from);
            // 0x20 turns capitals into small letters; digits have it already.
            if (bytes[i] != wanted && (bytes[i] | 0x20) != wanted) {
                return false;
            }
        }
        return true;
    }

    @Override
    Problem problem(ImportCode code, String text) {
        return problem(code, quote(text) + " is not a boolean", "booleans are true, false, yes, no, 1 or 0");
    }
}
