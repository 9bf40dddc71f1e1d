package siyu.out;

import java.util.List;

/** A table of GitHub's Markdown; numbers are aligned to the right. Streams, so the source text is not padded. */
final class MarkdownRenderer implements Renderer {
    @Override
    public void render(Table table, Look look, Utf8Out out) {
        Human human = new Human(table.zone(), look.unmask());
        List<Heading> headings = table.headings();
        if (look.headers()) {
            for (Heading heading : headings) {
                out.put("| ").put(escape(heading.name().replace('_', ' '))).put(' ');
            }
            out.put("|\n");
            for (Heading heading : headings) {
                out.put(
                        switch (heading.kind()) {
                            case INTEGER, DECIMAL, MONEY, SHARE -> "| ---: ";
                            default -> "| --- ";
                        });
            }
            out.put("|\n");
        }
        table.rows().each(cells -> {
            for (int i = 0; i < headings.size(); i++) {
                String cell = escape(human.cell(headings.get(i).kind(), cells[i]));
                out.put("| ").put(cell).put(cell.isEmpty() ? "" : " ");
            }
            out.put("|\n");
            return true;
        });
        TableRenderer.extras(table, human, out);
    }

    /** Takes the meaning from what Markdown or HTML would read in a cell. */
    private static String escape(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean special = "|\\`*_<>[]&~".indexOf(c) >= 0;
            if (special && escaped == null) {
                escaped = new StringBuilder(text.length() + 8).append(text, 0, i);
            }
            if (escaped != null) {
                escaped.append(special ? "\\" : "").append(c);
            }
        }
        return escaped == null ? Scrub.text(text) : Scrub.text(escaped.toString());
    }
}
