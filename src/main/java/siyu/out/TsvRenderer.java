package siyu.out;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tabs between cells; a tab, line end or backslash inside a text is {@code \t \n \r \\}, an unknown cell is empty. */
final class TsvRenderer implements Renderer {
    @Override
    public void render(Table table, Look look, Utf8Out out) {
        List<Heading> headings = table.headings();
        Data data = new Data(table.zone());
        if (look.headers()) {
            for (int i = 0; i < headings.size(); i++) {
                if (i > 0) {
                    out.put('\t');
                }
                text(headings.get(i).name(), look, out);
            }
            out.put('\n');
        }
        table.rows().each(cells -> {
            for (int i = 0; i < headings.size(); i++) {
                if (i > 0) {
                    out.put('\t');
                }
                cell(headings.get(i).kind(), cells[i], data, look, out);
            }
            out.put('\n');
            return true;
        });
    }

    private static void cell(Heading.Kind kind, @Nullable Object cell, Data data, Look look, Utf8Out out) {
        if (cell == null) {
            return;
        }
        if (kind == Heading.Kind.PERSONAL && !look.unmask()) {
            text(Mask.of(cell.toString()), look, out);
        } else if (cell instanceof String text) {
            text(text, look, out);
        } else if (kind == Heading.Kind.NESTED) {
            text(CsvRenderer.nested(cell, data), look, out);
        } else {
            data.bare(cell, out);
        }
    }

    private static void text(String text, Look look, Utf8Out out) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            int kind = "\t\n\r\\".indexOf(text.charAt(i));
            if (kind >= 0) {
                put(text.substring(done, i), look, out);
                out.put('\\').put("tnr\\".charAt(kind));
                done = i + 1;
            }
        }
        put(done == 0 ? text : text.substring(done), look, out);
    }

    private static void put(String text, Look look, Utf8Out out) {
        out.put(look.terminal() ? Scrub.text(text) : text);
    }
}
