package siyu.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long reports take over the data file of {@link Compare}, each a process of its own; those that SQL can say beside DuckDB with
 * its own file, answers compared, and {@code show} of one customer beside Python's start. For siyu the whole process counts, for
 * DuckDB only its work.
 */
final class ReportBench {
    /** Reports and their options; the window ends with the sample. */
    private static final Map<String, List<String>> REPORTS = new LinkedHashMap<>();

    /** The columns whose figures DuckDB must have too, of those reports that are said in SQL. */
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        REPORTS.put("active", List.of("--window", "2026-06"));
        REPORTS.put("mau", List.of("--window", "2025-07-01..2026-06-30", "--of", "aum"));
        REPORTS.put("retention", List.of("--unit", "month", "--window", "2026-01-01..2026-06-30"));
        REPORTS.put("gmv", List.of("--window", "2025-07-01..2026-06-30"));
        REPORTS.put("channel-flow", List.of("--window", "2026-06"));
        REPORTS.put("rings", List.of("--window", "2026-06"));
        REPORTS.put("flow", List.of("--window", "2026-06"));
        REPORTS.put("lifecycle", List.of("--window", "2026-06"));
        REPORTS.put("funnel", List.of("--window", "2026-06", "--step", "login", "--step", "purchase"));
        REPORTS.put("channels", List.of("--window", "2026-06"));
        REPORTS.put("value", List.of("--window", "2026-06"));
        REPORTS.put("repeat", List.of());
        REPORTS.put("points", List.of());
        REPORTS.put("summary", List.of("--window", "2026-06"));
        COLUMNS.put("active", "period,dau");
        COLUMNS.put("mau", "period,mau");
        COLUMNS.put("retention", "cohort,after,customers,active");
        COLUMNS.put("gmv", "period,customers,buyers,orders,gmv");
        COLUMNS.put("channel-flow", "from,to,customers,moves");
    }

    /** Runs siyu, or DuckDB with a task. */
    @FunctionalInterface
    interface Runs {
        Child run(String... arguments) throws IOException, InterruptedException;
    }

    private ReportBench() {}

    static void run(Runs siyu, Runs duck, Path workspace, int rounds) throws IOException, InterruptedException {
        System.out.printf(
                "%n%-14s %8s %9s %6s   medians of %d rounds%n", "report", "siyu s", "duckdb s", "ratio", rounds);
        for (Map.Entry<String, List<String>> report : REPORTS.entrySet()) {
            String name = report.getKey();
            String columns = COLUMNS.get(name);
            List<String> line =
                    new ArrayList<>(List.of("report", name, "--as-of", "2026-06-30", "-o", "csv", "--no-headers"));
            line.addAll(report.getValue());
            if (columns != null) {
                line.addAll(List.of("--columns", columns));
            }
            double[] mine = new double[rounds];
            double[] theirs = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                Child child = siyu.run(line.toArray(new String[0]));
                mine[round] = child.seconds();
                if (columns != null) {
                    Child other = duck.run("report-" + name);
                    theirs[round] = other.seconds();
                    same(name, rows(child.out()), rows(other.out()));
                }
            }
            double ours = median(mine);
            double its = median(theirs);
            System.out.println(
                    columns == null
                            ? String.format("%-14s %8.3f", name, ours)
                            : String.format(
                                    "%-14s %8.3f %9.3f %6.2f   answers are equal", name, ours, its, ours / its));
        }
        double[] show = new double[rounds];
        double[] python = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            show[round] = siyu.run("show", "C00000007", "-o", "json").seconds();
            python[round] =
                    Child.succeed(workspace, Map.of(), "python3", "-c", "pass").seconds();
        }
        System.out.printf(
                "show of one customer %.3f s, python3 -c pass %.3f s: %.1f times%n",
                median(show), median(python), median(show) / median(python));
    }

    private static List<String> rows(String out) {
        return out.lines()
                .map(line -> line.replace("\r", ""))
                .filter(line -> line.contains(",") && !line.startsWith("work ") && !line.startsWith("start "))
                .sorted()
                .toList();
    }

    private static void same(String name, List<String> ours, List<String> theirs) {
        if (!ours.equals(theirs)) {
            List<String> more = new ArrayList<>(ours);
            more.removeAll(theirs);
            List<String> less = new ArrayList<>(theirs);
            less.removeAll(ours);
            throw new IllegalStateException("answers to '" + name + "' differ: siyu " + more + "\nbut duckdb " + less);
        }
    }

    private static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Answers a report from DuckDB's file: rows as siyu writes them. */
    static void answer(Statement statement, String name) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql(name))) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    String cell = rows.getString(i);
                    line.append(i == 1 ? "" : ",").append(cell == null ? "" : cell);
                }
                System.out.println(line);
            }
        }
    }

    /** Days are counted in Shanghai, which has no summer time; customers registered later are not there. */
    private static String sql(String name) {
        String events = """
                with e as (
                  select e.customer, e.kind, e."at", e.amount, e.channel, e."order",
                    date '1970-01-01' + cast((epoch_us(e."at") + 28800000000) // 86400000000 as integer) as day
                  from events e join customers c on c.id = e.customer
                  where e."at" < timestamptz '2026-07-01 00:00:00+08:00'
                    and (c.registered is null or c.registered <= date '2026-06-30'))""";
        return switch (name) {
            case "active" ->
                events
                        + " select cast(day as varchar), count(distinct customer) from e where day >= date '2026-06-01' group by day";
            case "mau" ->
                events + " select strftime(day, '%Y-%m'), count(distinct customer) from e"
                        + " where day >= date '2025-07-01' group by 1";
            case "gmv" -> events + """
                         select strftime(day, '%Y-%m'), count(distinct customer),
                           count(distinct customer) filter (kind = 'purchase'),
                           count(distinct (customer, "order")) filter (kind = 'purchase' and "order" is not null)
                             + count(*) filter (kind = 'purchase' and "order" is null),
                           coalesce(sum(amount) filter (kind = 'purchase'), 0.00)
                         from e where day >= date '2025-07-01' group by 1""";
            case "retention" -> events + """
                         , firsts as (select customer, date_trunc('month', min(day)) as cohort from e group by customer),
                         months as (select distinct customer, date_trunc('month', day) as month from e),
                         sizes as (select cohort, count(*) as customers from firsts where cohort >= date '2026-01-01' group by cohort),
                         cells as (select cohort, unnest(range(0, date_diff('month', cohort, date '2026-06-01') + 1)) as after,
                           customers from sizes),
                         active as (select f.cohort, date_diff('month', f.cohort, m.month) as after, count(*) as active
                           from firsts f join months m using (customer) where f.cohort >= date '2026-01-01' group by all)
                         select strftime(c.cohort, '%Y-%m'), c.after, c.customers, coalesce(a.active, 0)
                         from cells c left join active a on a.cohort = c.cohort and a.after = c.after""";
            case "channel-flow" -> events + """
                         , contacts as (select customer, channel, "at",
                           lag(channel) over w as before, lag("at") over w as earlier
                           from e where channel is not null and day >= date '2026-06-01'
                           window w as (partition by customer order by "at"))
                         select before, channel, count(distinct customer), count(*) from contacts
                         where before is null or "at" - earlier <= interval 30 days group by all""";
            default -> throw new IllegalArgumentException(name);
        };
    }
}
