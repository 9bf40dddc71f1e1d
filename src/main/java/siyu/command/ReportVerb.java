package siyu.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import siyu.chart.Chart;
import siyu.chart.Page;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.out.Format;
import siyu.out.Table;
import siyu.program.Program;
import siyu.report.Asked;
import siyu.report.Dates;
import siyu.report.Drawings;
import siyu.report.Facts;
import siyu.report.Figures;
import siyu.report.Groups;
import siyu.report.Option;
import siyu.report.Report;
import siyu.report.ReportCode;
import siyu.report.ReportTables;
import siyu.segment.SegmentStore;

/** {@code report NAME}: one report, whichever it is. */
public final class ReportVerb implements Verb {
    private static final Parameter<String> WINDOW = Parameter.option(
            "--window",
            "WINDOW",
            "the dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever",
            new Forms.Text());
    private static final Parameter<String> BY = Parameter.option(
            "--by",
            "EXPRESSION",
            "figures of each group: a segmentation, an attribute, an expression",
            new Forms.Text());
    private static final Parameter<String> COMPARE = Parameter.option(
            "--compare",
            "WINDOW",
            "beside the figures of other dates: previous, year_ago, or a window",
            new Forms.Text());
    private static final Parameter<Boolean> DEFINE =
            Parameter.flag("--define", "instead of the figures say what each is, and how much was looked at");
    private static final Parameter<String> FAIL_IF = Parameter.option(
            "--fail-if",
            "CONDITION",
            "exit with 10 when this is true of a row, such as 'customers < 100'",
            new Forms.Text());
    private static final Parameter<Long> MIN_CELL = Parameter.option(
            "--min-cell", "N", "no figures that are about fewer customers than this", new Forms.Count());

    private static final Map<Option, Parameter<List<String>>> OPTIONS = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    Option.KIND,
                    Parameter.options("--kind", "KIND", "events of this kind count; may be repeated (default: all)")),
            Map.entry(
                    Option.UNIT,
                    Parameter.options("--unit", "UNIT", "rows by day, week, month, quarter or year")
                            .oneOf(List.of("day", "week", "month", "quarter", "year"))),
            Map.entry(
                    Option.PURCHASE,
                    Parameter.options("--purchase", "KIND", "the kind of event that is a sale (purchase)")),
            Map.entry(
                    Option.REFUND,
                    Parameter.options("--refund", "KIND", "the kind that takes one back (refund, if there is one)")),
            Map.entry(Option.SEGMENTATION, Parameter.options("--segmentation", "NAME", "another segmentation")),
            Map.entry(Option.OF, Parameter.options("--of", "ATTRIBUTE", "another attribute to sum up")),
            Map.entry(
                    Option.COST,
                    Parameter.options(
                            "--cost", "CHANNEL=AMOUNT", "what a channel cost, or AMOUNT/contact; may be repeated")),
            Map.entry(
                    Option.SENT,
                    Parameter.options("--sent", "KIND", "the kind of event that is a message sent (sent)")),
            Map.entry(Option.OPENED, Parameter.options("--opened", "KIND", "the kind that is one opened (opened)")),
            Map.entry(
                    Option.THRESHOLD,
                    Parameter.options("--threshold", "PART", "the least open rate there should be (2%)")),
            Map.entry(
                    Option.STEP,
                    Parameter.options("--step", "KIND", "a step: a kind, or kind[condition]; repeat it in order")),
            Map.entry(
                    Option.WITHIN,
                    Parameter.options("--within", "TIME", "how long after the first step: 12h, 7d, 2w"))));

    private final Report report;
    private final String summary;

    /** @param summary one line for help */
    public ReportVerb(Report report, String summary) {
        this.report = report;
        this.summary = summary;
    }

    @Override
    public Manual manual() {
        List<String> example = report.example();
        List<String> schemas = new ArrayList<>(List.of(
                ReportTables.schema(report.name(), false, report.splits()),
                ReportTables.schema(report.name(), true, report.splits()),
                "siyu.report.definition/1"));
        return new Manual(
                summary,
                List.of(report.text()),
                List.of(
                        new Example("siyu report " + example.get(0), example.get(1)),
                        new Example("siyu report " + example.get(0) + " --define", "what the figures are")),
                schemas);
    }

    @Override
    public List<Parameter<?>> parameters() {
        List<Parameter<?>> all = new ArrayList<>();
        report.options().forEach(option -> all.add(OPTIONS.get(option)));
        all.addAll(List.of(WINDOW, BY, COMPARE, DEFINE, FAIL_IF, MIN_CELL, Pictures.HTML, Pictures.SVG, Common.YES));
        return all;
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED, Exit.FOUND);
    }

    @Override
    public Outcome run(Call call) {
        Asked asked = asked(call);
        String compare = call.get(COMPARE);
        LocalDate today = asked.facts().asOf().today();
        Asked before = compare == null ? null : asked.over(asked.dates().compared(compare, today));
        Figures figures = before == null ? report.run(asked) : report.compare(asked, before);
        Long least = call.get(MIN_CELL);
        long small = least == null ? 0 : ReportTables.suppress(figures, least);
        String schema = ReportTables.schema(report.name(), before != null, report.splits());
        Table table = ReportTables.figures(schema, figures, asked, before);
        Table definition = ReportTables.definition(report, figures, asked, before);
        write(call, asked, figures, table, definition);
        if (call.value(DEFINE)) {
            return Outcome.of(definition);
        }
        boolean seen = call.io().terminal().out() && call.value(Common.OUTPUT) == Format.TABLE;
        Outcome outcome = Outcome.of(seen ? Drawings.onTerminal(report, figures, table) : table);
        for (String note : figures.notes()) {
            outcome = outcome.note(note);
        }
        if (small > 0) {
            outcome = outcome.note("rows whose figures are left out because of --min-cell: " + small);
        }
        String condition = call.get(FAIL_IF);
        List<Problem> found = condition == null ? List.of() : ReportTables.failing(figures, condition, asked);
        return found.isEmpty() ? outcome : outcome.problems(found, Exit.FOUND);
    }

    /** Writes the page and the picture that were asked for. */
    private void write(Call call, Asked asked, Figures figures, Table table, Table definition) {
        if (!Pictures.asked(call)) {
            return;
        }
        List<Chart> charts = Drawings.charts(report, figures);
        if (call.get(Pictures.SVG) != null && charts.isEmpty()) {
            throw ReportCode.nothingToDraw(report.name());
        }
        Page page = Pictures.page(call, asked.facts().program().name() + ": " + report.name())
                .note(summary + ".");
        figures.notes().forEach(page::note);
        charts.forEach(page::chart);
        page.table(table).heading("What the figures are").table(definition);
        Pictures.write(call, charts, page);
    }

    private Asked asked(Call call) {
        Session session = Session.of(call).ahead();
        Program program = session.program();
        session.recordUnmasking();
        Facts facts = new Facts(
                program,
                session.population(program.vocabulary()),
                session.asOf(),
                new SegmentStore(session.store()).pins(),
                session.store());
        Map<Option, List<String>> options = new EnumMap<>(Option.class);
        for (Option option : report.options()) {
            options.put(option, call.value(java.util.Objects.requireNonNull(OPTIONS.get(option))));
        }
        String by = call.get(BY);
        String window = call.get(WINDOW);
        LocalDate today = facts.asOf().today();
        Groups groups = by == null ? Groups.ALL : Groups.of(facts, by);
        Asked any = new Asked(facts, Dates.of("today", today), groups, options);
        return any.over(window == null ? report.window(today, any) : Dates.of(window, today));
    }
}
