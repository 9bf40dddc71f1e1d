package siyu.out;

import java.util.Map;

/** One document: {@code {"schema": …, "rows": […], extras…}}, a row a line, streamed. */
final class JsonRenderer implements Renderer {
    @Override
    public void render(Table table, Look look, Utf8Out out) {
        JsonRow row = new JsonRow(table, look);
        out.put("{\n  \"schema\": ");
        Json.text(table.schema(), out);
        out.put(",\n  \"rows\": [");
        boolean[] some = {false};
        table.rows().each(cells -> {
            out.put(some[0] ? ",\n    " : "\n    ");
            some[0] = true;
            row.write(cells, out);
            return true;
        });
        out.put(some[0] ? "\n  ]" : "]");
        for (Map.Entry<String, Object> extra : table.extras().entrySet()) {
            out.put(",\n  ");
            Json.text(extra.getKey(), out);
            out.put(": ");
            Json.value(Table.extra(extra.getValue()), row.data(), out);
        }
        out.put("\n}\n");
    }
}
