package siyu.importing;

import org.jspecify.annotations.Nullable;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.Type;

/** External ids: texts without control characters, appended one after the other, because nearly all differ. */
final class IdCell extends Cell {
    IdCell() {
        super(Type.TEXT);
    }

    @Override
    boolean trims() {
        return false;
    }

    @Override
    void begin(Column into, int rows) {
        into.dictionary = new siyu.fact.Texts(rows, 8 * rows);
    }

    @Override
    @Nullable
    ImportCode read(byte[] bytes, int from, int to, Column into, int row) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < ' ' && bytes[i] >= 0 || bytes[i] == 127) {
                return ImportCode.ID_CONTROL;
            }
        }
        into.longs[row] = into.dictionary.add(bytes, from, to);
        into.known[row] = 1;
        return null;
    }

    @Override
    Problem problem(ImportCode code, String text) {
        return problem(code, "the id " + quote(text) + " has a control character", null);
    }
}
