package siyu.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Problem;
import siyu.fact.Vocabulary;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.program.Program;
import siyu.program.ProgramReader;
import siyu.referral.Award;
import siyu.referral.ReferralRules;
import siyu.referral.ReferralStore;
import siyu.referral.Sweep;

/** {@code simulate sweep}: history decided anew under every program of a grid. */
public final class SimulateSweep implements Verb {
    private static final int RATE_DECIMALS = 2;

    @Override
    public Manual manual() {
        return new Manual(
                "What referrals would have cost under every program of a grid",
                List.of(
                        "Each --set takes several values, path=from..to:step (with its unit behind it: 5..30:5d, 40..80:20 points)"
                                + " or path=a|b|c, and every combination decides the whole history of referrals from its"
                                + " beginning, as 'siyu referral audit' does for one. 'frontier' marks those that no other one"
                                + " beats: none brings as many referrals for less, or more for as much.",
                        "Nobody behaves differently in it: a higher reward brings no further invitation here."),
                List.of(
                        new Example(
                                "siyu simulate sweep --set 'referral.tiers.steps[1].reward=40..120:20'",
                                "what another second step costs"),
                        new Example(
                                "siyu simulate sweep --set referral.within=7..28:7d --set 'referral.tiers.mode=per_unit|threshold' -o csv",
                                "two at once, for a plot")),
                List.of("siyu.simulate.sweep/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of();
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
        List<ReferralRules> programs = new ArrayList<>();
        Award unit = ReferralDesk.rules(program).award();
        for (List<String> values : grid) {
            Program one = ProgramReader.read(session.root(), settings(paths, values));
            ReferralRules rules = ReferralDesk.rules(one);
            if (!one.vocabulary().equals(program.vocabulary()) || !rules.award().sameUnit(unit)) {
                throw Problem.of(
                                CliCode.BAD_VALUE,
                                "a sweep keeps customers, events and the unit of rewards as they are")
                        .failure();
            }
            programs.add(rules);
        }
        World world = World.stored(session, program);
        List<Sweep.Result> results = Sweep.of(
                world.vocabulary(),
                world.population(),
                world.asOf(),
                programs,
                new ReferralStore(session.store())::decisions);
        return Outcome.of(table(paths, grid, results, unit, world));
    }

    private static List<String> settings(List<SweptPath> paths, List<String> values) {
        List<String> settings = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            settings.add(paths.get(i).path() + "=" + values.get(i));
        }
        return settings;
    }

    private static Table table(
            List<SweptPath> paths, List<List<String>> grid, List<Sweep.Result> results, Award unit, World world) {
        Vocabulary vocabulary = world.vocabulary();
        int decimals = unit.decimals(vocabulary);
        List<Heading> headings = new ArrayList<>();
        paths.forEach(path -> headings.add(Heading.text(path.column())));
        headings.add(Heading.of("referrals", Heading.Kind.INTEGER));
        headings.add(Heading.of("referrers", Heading.Kind.INTEGER));
        headings.add(Heading.of("cost", Heading.Kind.DECIMAL));
        headings.add(Heading.of("per_referral", Heading.Kind.DECIMAL));
        headings.add(Heading.of("frontier", Heading.Kind.BOOLEAN));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Sweep.Result result = results.get(i);
            BigDecimal cost = BigDecimal.valueOf(result.cost(), decimals);
            List<@Nullable Object> row = new ArrayList<>(grid.get(i));
            row.add(result.referrals());
            row.add(result.referrers());
            row.add(cost);
            row.add(
                    result.referrals() == 0
                            ? null
                            : cost.divide(
                                    BigDecimal.valueOf(result.referrals()),
                                    decimals + RATE_DECIMALS,
                                    RoundingMode.HALF_UP));
            row.add(result.frontier());
            rows.add(row.toArray());
        }
        return Table.of("siyu.simulate.sweep/1", vocabulary.zone(), headings, Rows.of(rows))
                .with("as_of", world.asOf().today())
                .with("unit", unit.unitName(vocabulary));
    }
}
