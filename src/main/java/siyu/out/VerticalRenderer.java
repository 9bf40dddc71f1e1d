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
        List<Heading> headings = table.headings();
        String[] names = new String[headings.size()];
        int widest = 0;
        for (int i = 0; i < names.length; i++) {
            names[i] = Scrub.text(headings.get(i).name().replace('_', ' '));
            widest = Math.max(widest, Width.of(names[i]));
        }
        int column = widest;
        long[] number = {0};
        table.rows().each(cells -> {
            out.put("-[ ").put(++number[0]).put(" ]").repeat('-', RULE).put('\n');
            for (int i = 0; i < names.length; i++) {
                List<String> lines = lines(human, headings.get(i).kind(), cells[i]);
                out.put(names[i]);
                int indent = column - Width.of(names[i]) + 2;
                for (String line : lines) {
                    if (!line.isEmpty()) {
                        out.repeat(' ', indent).put(line);
                    }
                    out.put('\n');
                    indent = column + 2;
                }
            }
            return true;
        });
        TableRenderer.extras(table, human, out);
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
