package siyu.importing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;

/** Fields that have one value for every row, read once. */
final class Constants {
    private final Fields fields;
    private final @Nullable Column[] values;

    Constants(Layout layout, Cell[] cells) {
        this.fields = layout.fields;
        this.values = new Column[fields.size()];
        for (Map.Entry<String, String> constant : layout.options.constants().entrySet()) {
            int target = fields.target(constant.getKey());
            byte[] text = constant.getValue().getBytes(StandardCharsets.UTF_8);
            Column value = new Column(fields.type(target), 1);
            cells[target].begin(value, 1);
            ImportCode wrong = text.length == 0
                    ? fields.required(target) ? ImportCode.VALUE_MISSING : null
                    : cells[target].read(text, 0, text.length, value, 0);
            if (wrong == ImportCode.VALUE_MISSING) {
                throw Cell.problem(wrong, "the constant " + constant.getKey() + " is empty", null)
                        .failure();
            }
            if (wrong != null) {
                throw cells[target].problem(wrong, constant.getValue()).failure();
            }
            values[target] = value;
        }
    }

    boolean has(int target) {
        return values[target] != null;
    }

    /** The kind that every row has. */
    int kind() {
        Column kind = values[fields.kind];
        if (kind == null) {
            throw new IllegalStateException("neither a column nor a constant gives the kind");
        }
        return (int) kind.longs[0];
    }

    /** Adds a column for every constant. */
    void fill(@Nullable Column[] columns, int rows) {
        for (int target = 0; target < values.length; target++) {
            Column value = values[target];
            if (value == null) {
                continue;
            }
            Column column = new Column(value.type, rows);
            Arrays.fill(column.known, value.known[0]);
            if (column.doubles.length > 0) {
                Arrays.fill(column.doubles, value.doubles[0]);
            } else {
                Arrays.fill(column.longs, value.longs[0]);
            }
            column.dictionary = value.dictionary;
            columns[target] = column;
        }
    }
}
