package siyu.out;

import java.util.List;

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
                String text = human.cell(headings.get(i).kind(), cells[i]);
                out.put(names[i]);
                if (!text.isEmpty()) {
                    out.repeat(' ', column - Width.of(names[i]) + 2).put(text);
                }
                out.put('\n');
            }
            return true;
        });
        TableRenderer.extras(table, human, out);
    }
}
