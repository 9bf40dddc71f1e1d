package siyu.chart;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import siyu.out.Heading;
import siyu.out.Human;
import siyu.out.Table;

/**
 * One page of HTML that holds all it needs: no script, no font and no picture from elsewhere, which its own policy forbids too. It
 * is well-formed XML. Belongs to one thread.
 */
public final class Page {
    /** Rows of a table that are shown; what is left out is told. */
    static final int MOST_ROWS = 2_000;

    /** Letters of a cell that is not broken into lines. */
    private static final int BRIEF = 24;

    private static final String STYLE = """
            *{box-sizing:border-box}
            body{margin:0 auto;max-width:72rem;padding:1.5rem;background:var(--ground);color:var(--ink);\
            font:15px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans CJK SC",sans-serif}
            h1{font-size:1.5rem;margin:0 0 .5rem}
            h2{font-size:1.1rem;margin:2rem 0 .5rem}
            p{margin:.25rem 0;color:var(--soft)}
            figure{margin:1.5rem 0}
            figure svg{max-width:100%;height:auto;display:block}
            .wide{overflow-x:auto}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.875rem}
            th,td{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
            th{color:var(--soft);font-weight:600;white-space:nowrap}
            .n{text-align:right;white-space:nowrap}
            .s{white-space:nowrap}
            @media print{body{max-width:none;padding:0;font-size:11px}.wide{overflow:visible}figure,tr{break-inside:avoid}\
            thead{display:table-header-group}table{font-size:9px}th,td{padding:.1rem .3rem}th,th.n,th.s{white-space:normal}}
            """;

    private final String title;
    private final boolean unmask;
    private final StringBuilder body = new StringBuilder();

    private Page(String title, boolean unmask) {
        this.title = title;
        this.unmask = unmask;
    }

    /**
     * An empty page.
     *
     * @param unmask whether names and phone numbers in tables are shown as they are
     */
    public static Page of(String title, boolean unmask) {
        return new Page(title, unmask);
    }

    /** A page of notes, pictures and tables, in this order; personal cells are masked. */
    public static Page of(String title, List<String> notes, List<Table> tables, List<Chart> charts) {
        Page page = of(title, false);
        notes.forEach(page::note);
        charts.forEach(page::chart);
        tables.forEach(page::table);
        return page;
    }

    /** A heading above what follows. */
    public Page heading(String text) {
        body.append("<h2>").append(Canvas.escape(text)).append("</h2>\n");
        return this;
    }

    /** A line of text. */
    public Page note(String text) {
        body.append("<p>").append(Canvas.escape(text)).append("</p>\n");
        return this;
    }

    public Page chart(Chart chart) {
        body.append("<figure>\n").append(chart.element("")).append("\n</figure>\n");
        return this;
    }

    /** A table with all its columns, and below it what stands beside the rows; the rows are read now. */
    public Page table(Table table) {
        Human human = new Human(table.zone(), unmask);
        List<Heading> headings = table.headings();
        body.append("<div class=\"wide\"><table>\n<thead><tr>");
        for (Heading heading : headings) {
            cell("th", heading, heading.name().replace('_', ' '));
        }
        body.append("</tr></thead>\n<tbody>\n");
        long[] seen = {0};
        table.rows().each(cells -> {
            if (++seen[0] <= MOST_ROWS) {
                body.append("<tr>");
                for (int i = 0; i < headings.size(); i++) {
                    cell("td", headings.get(i), human.cell(headings.get(i).kind(), cells[i]));
                }
                body.append("</tr>\n");
            }
            return true;
        });
        body.append("</tbody>\n</table></div>\n");
        if (seen[0] > MOST_ROWS) {
            note("rows that are not shown here: " + (seen[0] - MOST_ROWS));
        }
        for (Map.Entry<String, Object> extra : table.extras().entrySet()) {
            Object value = extra.getValue() instanceof Supplier<?> late ? late.get() : extra.getValue();
            note(extra.getKey().replace('_', ' ') + ": " + human.plain(value));
        }
        return this;
    }

    private void cell(String element, Heading heading, String text) {
        boolean number = switch (heading.kind()) {
            case INTEGER, DECIMAL, MONEY, SHARE -> true;
            case TEXT, PERSONAL, BOOLEAN, DATE, TIME, NESTED -> false;
        };
        boolean brief = text.length() <= BRIEF;
        body.append('<').append(element).append(number ? " class=\"n\">" : brief ? " class=\"s\">" : ">");
        body.append(Canvas.escape(text)).append("</").append(element).append('>');
    }

    /** The whole document. */
    public String html() {
        String escaped = Canvas.escape(title);
        return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                + "<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>" + escaped + "</title>\n<style>\n"
                + Chart.STYLE + STYLE + "</style>\n</head>\n<body>\n<h1>" + escaped + "</h1>\n" + body
                + "</body>\n</html>\n";
    }
}
