package siyu.out;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row as a JSON object. Cost: keys are bytes made once; a cell is written straight into the buffer. */
final class JsonRow {
    private final byte[][] keys;
    private final boolean[] masked;
    private final Data data;

    JsonRow(Table table, Look look) {
        List<Heading> headings = table.headings();
        keys = new byte[headings.size()][];
        masked = new boolean[keys.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Json.key(headings.get(i).name());
            masked[i] = headings.get(i).kind() == Heading.Kind.PERSONAL && !look.unmask();
        }
        data = new Data(table.zone());
    }

    void write(@Nullable Object[] cells, Utf8Out out) {
        out.put('{');
        for (int i = 0; i < keys.length; i++) {
            if (i > 0) {
                out.put(',').put(' ');
            }
            out.put(keys[i]);
            Object cell = cells[i];
            if (masked[i] && cell != null) {
                Json.text(Mask.of(cell.toString()), out);
            } else {
                Json.value(cell, data, out);
            }
        }
        out.put('}');
    }

    Data data() {
        return data;
    }
}
