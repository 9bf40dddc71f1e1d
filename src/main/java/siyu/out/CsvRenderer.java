package siyu.out;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180, but with the line ends of Unix so that pipelines see no CR: an unknown cell is empty, an empty text is {@code ""}. Text cells that a spreadsheet would
 * take for a formula get an apostrophe in front, unless that was turned off.
 */
final class CsvRenderer implements Renderer {
    @Override
    public void render(Table table, Look look, Utf8Out out) {
        List<Heading> headings = table.headings();
        Data data = new Data(table.zone());
        if (look.headers()) {
            for (int i = 0; i < headings.size(); i++) {
                if (i > 0) {
                    out.put(',');
                }
                text(headings.get(i).name(), look, out);
            }
            out.put('\n');
        }
        Heading.Kind[] kinds = new Heading.Kind[headings.size()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = headings.get(i).kind();
        }
        table.rows().each(cells -> {
            for (int i = 0; i < kinds.length; i++) {
                if (i > 0) {
                    out.put(',');
                }
                cell(kinds[i], cells[i], data, look, out);
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
            text(nested(cell, data), look, out);
        } else {
            data.bare(cell, out);
        }
    }

    static String nested(Object cell, Data data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Utf8Out text = new Utf8Out(bytes);
        Json.value(cell, data, text);
        text.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void text(String given, Look look, Utf8Out out) {
        String text = look.terminal() ? Scrub.text(given) : given;
        boolean guard = look.csvSafe() && formula(text);
        boolean quote = text.isEmpty();
        for (int i = 0; i < text.length() && !quote; i++) {
            char c = text.charAt(i);
            quote = c == ',' || c == '"' || c == '\n' || c == '\r';
        }
        if (!quote) {
            if (guard) {
                out.put('\'');
            }
            out.put(text);
            return;
        }
        out.put('"');
        if (guard) {
            out.put('\'');
        }
        out.put(text.indexOf('"') < 0 ? text : text.replace("\"", "\"\""));
        out.put('"');
    }

    private static boolean formula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }
}
