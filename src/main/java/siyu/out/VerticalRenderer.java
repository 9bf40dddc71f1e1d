package siyu.out;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One cell a line, rows set apart by a rule with their number: for rows too wide for a table. */
final class VerticalRenderer implements Renderer {
    private static final int RULE = 24;

    @Override
    public void render(Table table, Look look, Utf8Out out) {
        Human human = new Human(table.zone(), look.unmask());
        Lines lines = new Lines(table.headings(), human, out);
        table.rows().each(cells -> {
            lines.row(cells);
            return true;
        });
        TableRenderer.extras(table, human, out);
    }

    /** Writes row after row. */
    static final class Lines {
        private final List<Heading> headings;
        private final Human human;
        private final Utf8Out out;
        private final String[] names;
        private int column;
        private long number;

        Lines(List<Heading> headings, Human human, Utf8Out out) {
            this.headings = headings;
            this.human = human;
            this.out = out;
            this.names = new String[headings.size()];
            for (int i = 0; i < names.length; i++) {
                names[i] = Scrub.text(headings.get(i).name().replace('_', ' '));
                column = Math.max(column, Width.of(names[i]));
            }
        }

        void row(@Nullable Object[] cells) {
            out.put("-[ ").put(++number).put(" ]").repeat('-', RULE).put('\n');
            for (int i = 0; i < names.length; i++) {
                out.put(names[i]);
                int indent = column - Width.of(names[i]) + 2;
                for (String line : lines(human, headings.get(i).kind(), cells[i])) {
                    if (!line.isEmpty()) {
                        out.repeat(' ', indent).put(line);
                    }
                    out.put('\n');
                    indent = column + 2;
                }
            }
        }
    }

    /** A list of several things or a map takes a line each, everything else one line. */
    private static List<String> lines(Human human, Heading.Kind kind, @Nullable Object value) {
        List<String> lines = new ArrayList<>();
        if (value instanceof List<?> list && list.size() > 1) {
            list.forEach(element -> lines.add(human.plain(element)));
        } else if (value instanceof Map<?, ?> map && map.size() > 1) {
            map.forEach((key, element) -> lines.add(human.plain(Collections.singletonMap(key, element))));
        } else {
            lines.add(human.cell(kind, value));
        }
        return lines;
    }
}
