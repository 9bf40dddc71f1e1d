package siyu.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How long reports take over the data file of {@link Compare}, those that SQL can say beside DuckDB with its own file, answers
 * compared, and {@code show} of one customer beside Python's start. Twice: each report a process of its own, siyu's start counted,
 * DuckDB's not; and in a siyu shell that is open already beside DuckDB's open connection, where both have answered it once before.
 */
final class ReportBench {
    /** How often each round shows a customer: that is short, and so its time is uncertain. */
    private static final int SHOWS = 7;

    private static final Pattern FRACTION = Pattern.compile("\\d+\\.\\d{4,}");

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
        REPORTS.put("rfm", List.of());
        REPORTS.put("value", List.of("--window", "2026-06"));
        REPORTS.put("repeat", List.of());
        REPORTS.put("points", List.of());
        REPORTS.put("levels", List.of("--window", "2026-06"));
        REPORTS.put("summary", List.of("--window", "2026-06"));
        COLUMNS.put("active", "period,dau");
        COLUMNS.put("mau", "period,mau");
        COLUMNS.put("retention", "cohort,after,customers,active");
        COLUMNS.put("gmv", "period,customers,buyers,orders,gmv");
        COLUMNS.put("channel-flow", "from,to,customers,moves");
        COLUMNS.put("rings", "segment,customers,before,joined,went,change");
        COLUMNS.put("flow", "from,to,customers,registered");
        COLUMNS.put("lifecycle", "segment,customers");
        COLUMNS.put("funnel", "step,customers");
        COLUMNS.put("channels", "channel,customers,contacts,acquired,first,last");
        COLUMNS.put("value", "segment,customers,loyalty,frequency,order_value,gmv,cost");
        COLUMNS.put("rfm", "recency,frequency,customers,worth");
        COLUMNS.put("points", "period,issued,expired,outstanding,ending,holders");
        COLUMNS.put("levels", "level,customers,bought,at_risk,rose,fell");
        COLUMNS.put("summary", "figure,now,before");
    }

    /** Customers with their ring, and whether they came in June; to be put after other common tables. */
    private static final String PEOPLE = """
            , people as (select id,
                registered is not null and registered >= date '2026-06-01' as fresh,
                case when app_installed and debit_card then 'inner'
                     when app_installed and (credit_card or other_bank_card) then 'middle'
                     when app_installed then 'outer' end as ring
              from customers where registered is null or registered <= date '2026-06-30')
            """;

    /** Runs siyu. */
    @FunctionalInterface
    interface Runs {
        Child run(String... arguments) throws IOException, InterruptedException;
    }

    /** Starts a siyu that waits for commands. */
    @FunctionalInterface
    interface Starts {
        Process start() throws IOException;
    }

    /** Runs DuckDB with a task. */
    @FunctionalInterface
    interface Ducks {
        Child run(String task, String... more) throws IOException, InterruptedException;
    }

    private ReportBench() {}

    /** @param only names of reports, empty for all */
    static void run(Runs siyu, Starts shell, Ducks duck, Path workspace, int rounds, List<String> only)
            throws IOException, InterruptedException {
        System.out.printf(
                "%n%-14s %8s %9s %6s  %8s %9s %6s   medians of %d rounds%n",
                "report", "process", "duckdb s", "ratio", "in shell", "duckdb s", "ratio", rounds);
        for (Map.Entry<String, List<String>> report : REPORTS.entrySet()) {
            String name = report.getKey();
            if (!only.isEmpty() && !only.contains(name)) {
                continue;
            }
            String columns = COLUMNS.get(name);
            List<String> line =
                    new ArrayList<>(List.of("report", name, "--as-of", "2026-06-30", "-o", "csv", "--no-headers"));
            line.addAll(report.getValue());
            if (columns != null) {
                line.addAll(List.of("--columns", columns));
            }
            double[] mine = new double[rounds];
            double[] theirs = new double[rounds];
            String answer = "";
            for (int round = 0; round < rounds; round++) {
                Child child = siyu.run(line.toArray(new String[0]));
                mine[round] = child.seconds();
                answer = child.out();
                if (columns != null) {
                    Child other = duck.run("report-" + name);
                    theirs[round] = other.seconds();
                    same(name, rows(answer), rows(other.out()));
                }
            }
            double[] open = inShell(shell, String.join(" ", line) + " -q", answer, rounds);
            System.out.printf(
                    "%-14s %8.3f %s  %8.3f %s%n",
                    name,
                    median(mine),
                    columns == null ? " ".repeat(16) : beside(median(mine), median(theirs)),
                    median(open),
                    columns == null
                            ? ""
                            : beside(median(open), median(again(duck.run("report-" + name, "" + rounds))))
                                    + "   answers are equal");
        }
        int times = SHOWS * rounds;
        double[] show = new double[times];
        double[] python = new double[times];
        String other = StartUp.python(workspace);
        for (int i = 0; i < times; i++) {
            show[i] = siyu.run("show", "C00000007", "-o", "json").seconds();
            python[i] = Child.succeed(workspace, Map.of(), other, "-c", "pass").seconds();
        }
        System.out.printf(
                "show of one customer %.3f s, python3 -c pass %.3f s: %.1f times%n",
                median(show), median(python), median(show) / median(python));
    }

    private static String beside(double ours, double its) {
        return String.format("%9.3f %6.2f", its, ours / its);
    }

    /** Seconds from writing a line to the last line of its answer, which must be the one known; the first time is not counted. */
    private static double[] inShell(Starts shell, String line, String answer, int rounds)
            throws IOException, InterruptedException {
        List<String> expected = answer.lines().toList();
        double[] seconds = new double[rounds];
        Process process = shell.start();
        try (BufferedWriter in = process.outputWriter();
                BufferedReader out = process.inputReader()) {
            for (int round = -1; round < rounds; round++) {
                long start = System.nanoTime();
                in.write(line + "\n");
                in.flush();
                List<String> rows = new ArrayList<>();
                for (int row = 0; row < expected.size(); row++) {
                    rows.add(out.readLine());
                }
                if (!rows.equals(expected)) {
                    throw new IllegalStateException(
                            "'" + line + "' says in the shell " + rows + " but else " + expected);
                }
                if (round >= 0) {
                    seconds[round] = (System.nanoTime() - start) / 1e9;
                }
            }
        }
        process.waitFor();
        return seconds;
    }

    private static double[] again(Child duck) {
        return duck.out()
                .lines()
                .filter(line -> line.startsWith("again "))
                .mapToDouble(line -> Double.parseDouble(line.substring("again ".length())))
                .toArray();
    }

    private static List<String> rows(String out) {
        return out.lines()
                .map(line -> line.replace("\r", ""))
                .filter(line -> line.contains(",") && !line.matches("(work|start|again) .*"))
                .map(line -> FRACTION.matcher(line).replaceAll(ReportBench::rounded))
                .sorted()
                .toList();
    }

    /** Quotients, of which the last digits may differ, to nine of them. */
    private static String rounded(MatchResult number) {
        return new BigDecimal(number.group()).round(new MathContext(9)).toPlainString();
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

    /** Answers a report from DuckDB's file: prints rows as siyu writes them. */
    static void answer(Statement statement, String name) throws SQLException {
        read(statement, name).forEach(System.out::println);
    }

    /** The same without printing. */
    static List<String> read(Statement statement, String name) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql(name))) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    String cell = rows.getString(i);
                    line.append(i == 1 ? "" : ",").append(cell == null ? "" : cell);
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }

    /** Days are counted in Shanghai, which has no summer time; customers registered later are not there. */
    private static String sql(String name) {
        String events = """
                with e as (
                  select e.rowid as seq, e.customer, e.kind, e."at", e.amount, e.channel, e."order",
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
                           window w as (partition by customer order by "at", seq))
                         select before, channel, count(distinct customer), count(*) from contacts
                         where before is null or "at" - earlier <= interval 30 days group by all""";
            case "funnel" -> events + """
                         , first as (select customer, "at" from e where kind = 'login' and day >= date '2026-06-01'),
                         second as (select customer, "at" from e where kind = 'purchase' and day >= date '2026-06-01')
                         select 1, count(distinct customer) from first
                         union all
                         select 2, count(distinct f.customer) from first f join second s on s.customer = f.customer
                           and s."at" > f."at" and s."at" <= f."at" + interval 30 days""";
            case "channels" -> events + """
                         , contacts as (select seq, customer, channel, "at", day from e where channel is not null),
                         sales as (select row_number() over () as sale, customer, "at", day, amount,
                             row_number() over (partition by customer order by "at", seq) as number
                           from e where kind = 'purchase'),
                         paths as (select s.sale, any_value(s.amount) as amount, any_value(s.number) as number,
                             first(c.channel order by c."at", c.seq) as first, last(c.channel order by c."at", c.seq) as last
                           from sales s left join contacts c on c.customer = s.customer and c."at" <= s."at"
                             and c."at" >= s."at" - interval 30 days
                           where s.day >= date '2026-06-01' group by s.sale),
                         reached as (select channel, count(distinct customer) as customers, count(*) as contacts
                           from contacts where day >= date '2026-06-01' group by channel),
                         firsts as (select first as channel, sum(amount) as value from paths group by 1),
                         lasts as (select last as channel, sum(amount) as value,
                           count(*) filter (number = 1) as acquired from paths group by 1),
                         names as (select channel from contacts union select first from paths)
                         select n.channel, coalesce(r.customers, 0), coalesce(r.contacts, 0), coalesce(l.acquired, 0),
                           coalesce(f.value, 0.00), coalesce(l.value, 0.00)
                         from names n left join reached r on r.channel is not distinct from n.channel
                           left join firsts f on f.channel is not distinct from n.channel
                           left join lasts l on l.channel is not distinct from n.channel
                         where n.channel is not null or f.value <> 0 or l.value <> 0 or l.acquired > 0""";
            case "summary" -> events + """
                         , months as (select day >= date '2026-06-01' as now, count(distinct customer) as active,
                             count(distinct customer) filter (kind = 'purchase') as buyers,
                             count(distinct (customer, "order")) filter (kind = 'purchase' and "order" is not null)
                               + count(*) filter (kind = 'purchase' and "order" is null) as orders,
                             coalesce(sum(amount) filter (kind = 'purchase'), 0.00) as gmv
                           from e where day >= date '2026-05-01' group by 1),
                         people as (select
                             count(*) as customers,
                             count(*) filter (registered >= date '2026-06-01') as new,
                             count(*) filter (registered is null or registered < date '2026-06-01') as before,
                             count(*) filter (registered >= date '2026-05-01' and registered < date '2026-06-01') as earlier
                           from customers where registered is null or registered <= date '2026-06-30'),
                         moments as (select a.*, b.active as active_b, b.buyers as buyers_b, b.orders as orders_b, b.gmv as gmv_b
                           from months a, months b where a.now and not b.now)
                         select 'customers', cast(customers as varchar), cast(before as varchar) from people
                         union all select 'new', cast(new as varchar), cast(earlier as varchar) from people
                         union all select 'active', cast(active as varchar), cast(active_b as varchar) from moments
                         union all select 'buyers', cast(buyers as varchar), cast(buyers_b as varchar) from moments
                         union all select 'orders', cast(orders as varchar), cast(orders_b as varchar) from moments
                         union all select 'gmv', cast(gmv as varchar), cast(gmv_b as varchar) from moments
                         union all select 'refunds', '0.00', '0.00'""";
            case "rfm" -> events + """
                         , bought as (select customer, date '2026-06-30' - max(day) as since,
                             count(*) filter (day >= date '2025-07-01') as orders,
                             coalesce(sum(amount) filter (day >= date '2025-07-01'), 0.00) as worth
                           from e where kind = 'purchase' group by customer)
                         select case when since < 30 then 4 when since < 90 then 3 when since < 180 then 2
                             when since is not null then 1 end,
                           case when coalesce(orders, 0) < 1 then 1 when orders < 2 then 2 when orders < 4 then 3 else 4 end,
                           count(*), sum(coalesce(worth, 0.00))
                         from customers c left join bought b on b.customer = c.id
                         where c.registered is null or c.registered <= date '2026-06-30' group by 1, 2""";
            case "value" -> events + PEOPLE + """
                         , sales as (select customer, sum(amount) as value,
                             count(distinct "order") + count(*) filter ("order" is null) as orders
                           from e where kind = 'purchase' and day >= date '2026-06-01' group by customer),
                         given as (select id, sum(points) as points from entries
                           where kind in ('earn', 'reverse') and day between date '2026-06-01' and date '2026-06-30'
                           group by id)
                         select ring, count(*), count(*) filter (orders > 1) / count(orders), sum(orders) / count(orders),
                           sum(value) / sum(orders), coalesce(sum(value), 0.00),
                           cast(greatest(coalesce(sum(points), 0), 0) * 0.10 as decimal(18, 2))
                         from people p left join sales s on s.customer = p.id left join given g on g.id = p.id
                         group by 1""";
            case "rings" -> PEOPLE.replaceFirst(",", "with") + """
                         select ring, count(*), count(*) filter (not fresh), count(*) filter (fresh), 0, count(*) filter (fresh)
                         from people group by 1""";
            case "flow" -> PEOPLE.replaceFirst(",", "with") + """
                         select case when not fresh then ring end, ring, count(*), count(*) filter (fresh)
                         from people group by 1, 2""";
            case "points" -> """
                        with ends as (select cast(m as date) as month, last_day(m) as day, last_day(m + interval 1 month) as next
                          from range(date '2025-06-01', date '2026-07-01', interval 1 month) as r(m)),
                        lots as (select date_trunc('month', day) as month, until, sum(points) as points
                          from entries group by all),
                        sums as (select e.month, coalesce(sum(points) filter (l.month = e.month), 0) as issued,
                            sum(points) filter (until < e.day) as expired,
                            coalesce(sum(points) filter (until >= e.day), 0) as outstanding,
                            coalesce(sum(points) filter (until >= e.day and until < e.next), 0) as ending
                          from ends e left join lots l on l.month <= e.month group by e.month),
                        held as (select distinct customer, date_trunc('month', day) as month, until from entries),
                        holders as (select e.month, count(distinct customer) as holders
                          from ends e join held h on h.month <= e.month and h.until >= e.day group by e.month),
                        steps as (select *, coalesce(expired, 0)
                            - lag(coalesce(expired, 0)) over (order by month) as ended from sums)
                        select strftime(s.month, '%Y-%m'), issued, ended, outstanding, ending, coalesce(holders, 0)
                        from steps s left join holders h using (month) where s.month >= date '2025-07-01'""";
            case "levels" -> """
                        with last as (select customer,
                            arg_max(becomes, number) filter (kind in ('rise', 'fall', 'moved')) as level,
                            arg_max(coalesce(cast(deadline as varchar), ''), number) <> '' as risk
                          from moves group by customer),
                        people as (select count(*) as customers from customers
                          where registered is null or registered <= date '2026-06-30'),
                        levels as (select unnest(['ordinary', 'silver', 'gold', 'diamond']) as level),
                        held as (select coalesce(level, 'ordinary') as level, count(*) as customers,
                            count(*) filter (risk) as risk from last group by 1),
                        moved as (select becomes as level, count(*) filter (kind = 'rise') as rose,
                            count(*) filter (kind = 'fall') as fell
                          from moves where day >= date '2026-06-01' and was is distinct from becomes group by 1)
                        select l.level,
                          coalesce(h.customers, 0) + case when l.level = 'ordinary'
                            then (select customers from people) - (select count(*) from last) else 0 end,
                          0, coalesce(risk, 0), coalesce(rose, 0), coalesce(fell, 0)
                        from levels l left join held h using (level) left join moved m using (level)""";
            case "lifecycle" ->
                "select lifecycle, customers from ("
                        + DuckSql.segments(
                                "(select * from customers where registered is null or registered <= date '2026-06-30')",
                                "events")
                        + ") as found(segmentation, lifecycle, customers) where segmentation = 'lifecycle'";
            default -> throw new IllegalArgumentException(name);
        };
    }
}
