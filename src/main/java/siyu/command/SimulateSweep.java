package siyu.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import siyu.chart.Chart;
import siyu.chart.Scatter;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Frontier;
import siyu.core.Problem;
import siyu.fact.Vocabulary;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.points.EarnReplay;
import siyu.program.Program;
import siyu.program.ProgramReader;
import siyu.referral.Award;
import siyu.referral.ReferralStore;
import siyu.referral.Sweep;

/** {@code simulate sweep}: history decided anew under every program of a grid. */
public final class SimulateSweep implements Verb {
    private static final int RATE_DECIMALS = 2;

    @Override
    public Manual manual() {
        return new Manual(
                "What history would have cost under every program of a grid",
                List.of(
                        "Each --set takes several values, path=from..to:step (with its unit behind it: 5..30:5d, 40..80:20 points)"
                                + " or path=a|b|c, and every combination decides the whole history from its beginning: referrals as"
                                + " 'siyu referral audit' does for one; what events earn, where the grid changes 'points:', as"
                                + " 'siyu simulate diff'. 'frontier' marks those that no other one beats: none brings as many"
                                + " referrals for less, or more for as much; for points alone, none has as many customers earn for"
                                + " less, or more for as much.",
                        "Nobody behaves differently in it: a higher reward brings no further invitation here."),
                List.of(
                        new Example(
                                "siyu simulate sweep --set 'referral.tiers.steps[1].reward=40..120:20'",
                                "what another second step costs"),
                        new Example(
                                "siyu simulate sweep --set referral.within=7..28:7d --set 'referral.tiers.mode=per_unit|threshold' -o csv",
                                "two at once, for a plot"),
                        new Example(
                                "siyu simulate sweep --set 'points.earn[0].points=1..3:1'", "points for a purchase")),
                List.of("siyu.simulate.sweep/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Pictures.HTML, Pictures.SVG, Common.YES);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call, true);
        List<SweptPath> paths =
                call.value(Common.SET).stream().map(SweptPath::of).toList();
        if (paths.isEmpty()) {
            throw Problem.of(CliCode.BAD_VALUE, "a sweep needs a --set with several values")
                    .hint("--set 'referral.tiers.steps[1].reward=40..120:20'")
                    .failure();
        }
        Program program = session.program();
        List<List<String>> grid = SweptPath.grid(paths);
        List<Program> programs = new ArrayList<>();
        for (List<String> values : grid) {
            Program one = ProgramReader.read(session.root(), settings(paths, values));
            if (!one.vocabulary().equals(program.vocabulary())) {
                throw Problem.of(CliCode.BAD_VALUE, "a sweep keeps customers and events as they are")
                        .failure();
            }
            programs.add(one);
        }
        boolean points = swept(paths, "points.");
        boolean referrals = swept(paths, "referral.") || !points;
        Columns columns = new Columns(paths, grid);
        Award unit = referrals ? unit(programs) : null;
        World world = World.stored(session, program);
        if (unit != null) {
            referrals(world, programs, unit, new ReferralStore(session.store()), columns);
        }
        if (points) {
            points(world, programs, columns, unit == null);
        }
        Table table = columns.table(world);
        if (Pictures.asked(call)) {
            Chart chart = columns.chart();
            Pictures.write(
                    call,
                    List.of(chart),
                    Pictures.page(call, program.name() + ": sweep").chart(chart).table(table));
        }
        return Outcome.of(table);
    }

    private static boolean swept(List<SweptPath> paths, String section) {
        return paths.stream().anyMatch(path -> path.path().startsWith(section));
    }

    private static List<String> settings(List<SweptPath> paths, List<String> values) {
        List<String> settings = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            settings.add(paths.get(i).path() + "=" + values.get(i));
        }
        return settings;
    }

    /** What the rewards of all programs are counted in. */
    private static Award unit(List<Program> programs) {
        Award unit = ReferralDesk.rules(programs.get(0)).award();
        if (programs.stream().anyMatch(one -> !ReferralDesk.rules(one).award().sameUnit(unit))) {
            throw Problem.of(CliCode.BAD_VALUE, "a sweep keeps the unit of rewards as it is")
                    .failure();
        }
        return unit;
    }

    private static void referrals(
            World world, List<Program> programs, Award unit, ReferralStore store, Columns columns) {
        Vocabulary vocabulary = world.vocabulary();
        List<Sweep.Result> results = Sweep.of(
                vocabulary,
                world.population(),
                world.asOf(),
                programs.stream().map(ReferralDesk::rules).toList(),
                store::decisions);
        int decimals = unit.decimals(vocabulary);
        columns.whole("referrals", results, Sweep.Result::referrals);
        columns.whole("referrers", results, Sweep.Result::referrers);
        columns.decimal("cost", results, result -> BigDecimal.valueOf(result.cost(), decimals));
        columns.decimal(
                "per_referral",
                results,
                result -> each(BigDecimal.valueOf(result.cost(), decimals), result.referrals()));
        columns.frontier(
                results.stream().mapToLong(Sweep.Result::cost).toArray(),
                unit.unitName(vocabulary),
                decimals,
                results.stream().mapToLong(Sweep.Result::referrals).toArray(),
                "referrals");
    }

    private static void points(World world, List<Program> programs, Columns columns, boolean frontier) {
        List<long[]> results = new ArrayList<>();
        for (Program program : programs) {
            long[] points = EarnReplay.of(program.points(), world.vocabulary(), world.population(), world.asOf());
            long sum = 0;
            long earners = 0;
            for (long one : points) {
                sum = Math.addExact(sum, one);
                earners += one > 0 ? 1 : 0;
            }
            results.add(new long[] {sum, earners});
        }
        columns.whole("points", results, result -> result[0]);
        columns.whole("earners", results, result -> result[1]);
        columns.decimal("per_earner", results, result -> each(BigDecimal.valueOf(result[0]), result[1]));
        if (frontier) {
            columns.frontier(
                    results.stream().mapToLong(result -> result[0]).toArray(),
                    "points",
                    0,
                    results.stream().mapToLong(result -> result[1]).toArray(),
                    "earners");
        }
    }

    private static @Nullable BigDecimal each(BigDecimal sum, long count) {
        return count == 0
                ? null
                : sum.divide(BigDecimal.valueOf(count), sum.scale() + RATE_DECIMALS, RoundingMode.HALF_UP);
    }

    /** The rows of a grid, column by column. */
    private static final class Columns {
        private final List<Heading> headings = new ArrayList<>();
        private final List<List<@Nullable Object>> rows = new ArrayList<>();
        private final List<Scatter.Point> points = new ArrayList<>();
        private String unit = "";
        private String result = "";

        private final int paths;

        Columns(List<SweptPath> paths, List<List<String>> grid) {
            this.paths = paths.size();
            paths.forEach(path -> headings.add(Heading.text(path.column())));
            grid.forEach(values -> rows.add(new ArrayList<>(values)));
        }

        <T> void whole(String name, List<T> results, ToLongFunction<T> value) {
            add(Heading.of(name, Heading.Kind.INTEGER), i -> value.applyAsLong(results.get(i)));
        }

        <T> void decimal(String name, List<T> results, Function<T, @Nullable BigDecimal> value) {
            add(Heading.of(name, Heading.Kind.DECIMAL), i -> value.apply(results.get(i)));
        }

        /**
         * Marks those that no other one beats, and has them drawn.
         *
         * @param counted the unit of the costs, with so many decimal places
         * @param named what the results are
         */
        void frontier(long[] costs, String counted, int decimals, long[] results, String named) {
            unit = counted;
            result = named;
            boolean[] on = Frontier.of(costs, results);
            for (int i = 0; i < rows.size(); i++) {
                List<String> values = new ArrayList<>();
                rows.get(i).stream().limit(paths).forEach(value -> values.add(String.valueOf(value)));
                points.add(new Scatter.Point(
                        String.join(", ", values),
                        BigDecimal.valueOf(costs[i], decimals).doubleValue(),
                        results[i],
                        on[i]));
            }
            add(Heading.of("frontier", Heading.Kind.BOOLEAN), i -> on[i]);
        }

        private void add(Heading heading, IntFunction<@Nullable Object> value) {
            headings.add(heading);
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).add(value.apply(i));
            }
        }

        Chart chart() {
            return Scatter.of("sweep: " + result + " for " + unit, "cost in " + unit, result, points);
        }

        Table table(World world) {
            List<@Nullable Object[]> made = new ArrayList<>();
            rows.forEach(row -> made.add(row.toArray()));
            return Table.of("siyu.simulate.sweep/1", world.vocabulary().zone(), headings, Rows.of(made))
                    .with("as_of", world.asOf().today())
                    .with("unit", unit);
        }
    }
}
