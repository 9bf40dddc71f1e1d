package siyu.out;

/** One JSON object a row and a line; extras are left out. */
final class JsonLinesRenderer implements Renderer {
    @Override
    public void render(Table table, Look look, Utf8Out out) {
        JsonRow row = new JsonRow(table, look);
        table.rows().each(cells -> {
            row.write(cells, out);
            out.put('\n');
            return true;
        });
    }
}
