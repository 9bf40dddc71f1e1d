package siyu.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.core.Problem;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;

/** Answers of reports as tables. */
public final class ReportTables {
    private ReportTables() {}

    /** The schema of a report's rows. */
    public static String schema(String report, boolean compared, boolean splits) {
        return "siyu.report." + report.replace('-', '_') + (!compared ? "" : splits ? ".split" : ".compare") + "/1";
    }

    /** All reports there are. */
    public static Table list(AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (List<String> line : Reports.LINES) {
            rows.add(new @Nullable Object[] {line.get(0), line.get(1)});
        }
        return Table.of(
                "siyu.report.list/1",
                asOf.zone(),
                List.of(Heading.text("report"), Heading.text("tells")),
                Rows.of(rows));
    }

    /** The figures, and of which dates they are. */
    public static Table figures(String schema, Figures figures, Asked asked, @Nullable Asked before) {
        Table table = Table.of(schema, asked.facts().asOf().zone(), figures.headings(), Rows.of(figures.rows()))
                .with("as_of", asked.facts().asOf().today())
                .with("window", asked.dates().toString());
        for (Map.Entry<String, Object> extra : figures.extras.entrySet()) {
            table = table.with(extra.getKey(), extra.getValue());
        }
        return before == null
                ? table
                : table.with("compared_with", before.dates().toString());
    }

    /** What the figures are: formulas, filters, dates, and how much was looked at. */
    public static Table definition(Report report, Figures figures, Asked asked, @Nullable Asked before) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (String[] line : report.definition(asked)) {
            rows.add(line.clone());
        }
        AsOf asOf = asked.facts().asOf();
        rows.add(new @Nullable Object[] {"window", asked.dates() + ", whole days in " + asOf.zone()});
        if (before != null) {
            rows.add(new @Nullable Object[] {"compared with", before.dates().toString()});
        }
        rows.add(new @Nullable Object[] {
            "as of", "what happened before " + asOf.end() + "; customers registered by " + asOf.today()
        });
        if (asked.groups().text() != null) {
            rows.add(new @Nullable Object[] {"group", asked.groups().text() + ", as of the as-of"});
        }
        for (Map.Entry<String, Long> read : figures.read().entrySet()) {
            rows.add(new @Nullable Object[] {read.getKey() + " looked at", String.valueOf(read.getValue())});
        }
        rows.add(new @Nullable Object[] {"rows", String.valueOf(figures.rows().size())});
        return Table.of(
                "siyu.report.definition/1",
                asOf.zone(),
                List.of(Heading.text("item"), Heading.text("definition")),
                Rows.of(rows));
    }

    /** Leaves out rows about too few customers; returns how many. */
    public static long suppress(Figures figures, long least) {
        return SmallCells.suppress(figures, least);
    }

    /** The rows for which a condition is true, as problems. */
    public static List<Problem> failing(Figures figures, String condition, Asked asked) {
        return Gate.problems(
                figures, condition, asked.facts().asOf(), asked.facts().vocabulary());
    }
}
