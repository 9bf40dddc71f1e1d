package siyu.importing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.Type;

/** External ids: texts without control characters, appended one after the other, because nearly all differ. */
final class IdCell extends Cell {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long SPACE = ' ' * ONES;
    private static final long DELETE = 127 * ONES;

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
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) LONGS.get(bytes, i);
            long delete = word ^ DELETE;
            // High bits of bytes under 32, and of bytes that are 127; exact as to whether there is any.
            if (((word - SPACE) & ~word & HIGH) != 0 || ((delete - ONES) & ~delete & HIGH) != 0) {
                return ImportCode.ID_CONTROL;
            }
        }
        for (; i < to; i++) {
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
