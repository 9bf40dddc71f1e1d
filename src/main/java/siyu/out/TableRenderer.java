package siyu.out;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Aligned columns with titles, two spaces between. Widths are those of the first {@link #MEASURED} rows; further rows stream,
 * and a cell that is wider then just takes its room. On a terminal the widest columns are cut, with {@code …}, until a row
 * fits; where it cannot, the terminal being too narrow, rows are written one cell a line.
 */
final class TableRenderer implements Renderer {
    /** Rows held to be measured. */
    static final int MEASURED = 10_000;

    private static final int GAP = 2;
    /** A column is not cut below this. */
    private static final int NARROWEST = 6;

    private static final String BOLD = "\u001b[1m";
    private static final String RESET = "\u001b[0m";

    @Override
    public void render(Table table, Look look, Utf8Out out) {
        Human human = new Human(table.zone(), look.unmask());
        Layout layout = new Layout(table.headings(), look, human, out);
        table.rows().each(cells -> {
            layout.row(cells);
            return true;
        });
        layout.end();
        extras(table, human, out);
    }

    /** What the document holds beside its rows, as lines {@code total: 5}. */
    static void extras(Table table, Human human, Utf8Out out) {
        if (table.extras().isEmpty()) {
            return;
        }
        out.put('\n');
        for (Map.Entry<String, Object> extra : table.extras().entrySet()) {
            out.put(extra.getKey().replace('_', ' ')).put(": ");
            out.put(human.plain(Table.extra(extra.getValue()))).put('\n');
        }
    }

    /** {@code first_seen} → {@code FIRST SEEN}. */
    static String title(Heading heading) {
        return Scrub.text(heading.name().replace('_', ' ').toUpperCase(Locale.ROOT));
    }

    /** Gathers rows until it knows the widths, then writes. */
    private static final class Layout {
        private final List<Heading> headings;
        private final Look look;
        private final Human human;
        private final Utf8Out out;
        private final int[] widths;
        private final List<String[]> held = new ArrayList<>();
        /** On a terminal, the values of the rows that are held: they may have to be written otherwise. */
        private final List<@Nullable Object[]> values = new ArrayList<>();

        private VerticalRenderer.@Nullable Lines lines;
        private boolean laid;

        Layout(List<Heading> headings, Look look, Human human, Utf8Out out) {
            this.headings = headings;
            this.look = look;
            this.human = human;
            this.out = out;
            this.widths = new int[headings.size()];
            for (int i = 0; i < widths.length && look.headers(); i++) {
                widths[i] = Width.of(title(headings.get(i)));
            }
        }

        void row(@Nullable Object[] cells) {
            if (lines != null) {
                lines.row(cells);
                return;
            }
            String[] texts = new String[widths.length];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = human.cell(headings.get(i).kind(), cells[i]);
            }
            if (laid) {
                write(texts);
                return;
            }
            held.add(texts);
            if (look.terminal()) {
                values.add(cells.clone());
            }
            for (int i = 0; i < texts.length; i++) {
                widths[i] = Math.max(widths[i], Width.of(texts[i]));
            }
            if (held.size() == MEASURED) {
                end();
            }
        }

        void end() {
            if (laid) {
                return;
            }
            laid = true;
            if (look.terminal() && !fit() && !held.isEmpty()) {
                lines = new VerticalRenderer.Lines(headings, human, out);
                values.forEach(lines::row);
                held.clear();
                values.clear();
                return;
            }
            if (look.headers()) {
                String[] titles = new String[widths.length];
                for (int i = 0; i < titles.length; i++) {
                    titles[i] = title(headings.get(i));
                }
                out.put(look.colour() ? BOLD : "");
                cells(titles);
                out.put(look.colour() ? RESET : "").put('\n');
            }
            for (String[] row : held) {
                write(row);
            }
            held.clear();
            values.clear();
        }

        /** Takes from the widest column, again and again, until a row fits; false when nothing more can be taken. */
        private boolean fit() {
            int total = GAP * (widths.length - 1);
            for (int width : widths) {
                total += width;
            }
            while (total > look.width()) {
                int widest = -1;
                for (int i = 0; i < widths.length; i++) {
                    if (!numeric(headings.get(i)) && (widest < 0 || widths[i] > widths[widest])) {
                        widest = i;
                    }
                }
                if (widest < 0 || widths[widest] <= NARROWEST) {
                    return false;
                }
                widths[widest]--;
                total--;
            }
            return true;
        }

        private void write(String[] texts) {
            cells(texts);
            out.put('\n');
        }

        private void cells(String[] texts) {
            int owed = 0;
            for (int i = 0; i < texts.length; i++) {
                String text = texts[i];
                int width = Width.of(text);
                if (look.terminal() && width > widths[i] && !numeric(headings.get(i))) {
                    text = Width.cut(text, widths[i] - 1) + "…";
                    width = Width.of(text);
                }
                int padding = Math.max(0, widths[i] - width);
                boolean right = numeric(headings.get(i));
                // Spaces are paid only before text, so that no line ends with them.
                owed += right ? padding : 0;
                if (!text.isEmpty()) {
                    out.repeat(' ', owed).put(text);
                    owed = 0;
                }
                owed += (right ? 0 : padding) + GAP;
            }
        }

        private static boolean numeric(Heading heading) {
            return switch (heading.kind()) {
                case INTEGER, DECIMAL, MONEY, SHARE -> true;
                default -> false;
            };
        }
    }
}
