package siyu.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import siyu.chart.Chart;
import siyu.chart.Page;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.fact.Vocabulary;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.program.Program;
import siyu.referral.Award;
import siyu.referral.Decided;
import siyu.referral.Fit;
import siyu.referral.Forecast;
import siyu.referral.History;
import siyu.referral.ReferralRules;
import siyu.referral.Side;

/** {@code simulate referral}: what the months ahead may bring and cost. */
public final class SimulateReferral implements Verb {
    /** So few invitations or outcomes say too little. */
    private static final long FEW = 30;

    /** An interval whose ends are so many times apart says nothing. */
    private static final double VAGUE = 1e4;

    private static final int PRICE_RUNS = 500;

    private static final Parameter<Integer> MONTHS = Parameter.option(
                    "--months", "N", "how far ahead", new Forms.Whole(1, 60))
            .or(12);
    private static final Parameter<Integer> HISTORY = Parameter.option(
                    "--history", "N", "months of the past to learn from", new Forms.Whole(1, 120))
            .or(12);
    private static final Parameter<Integer> RUNS = Parameter.option(
                    "--runs", "N", "how many futures", new Forms.Whole(1, 1_000_000))
            .or(10_000);
    private static final Parameter<Long> SEED = Parameter.option(
                    "--seed", "N", "another number, other luck", new Forms.Seed())
            .or(1L);
    private static final Parameter<Double> ELASTICITY = Parameter.option(
            "--elasticity",
            "E",
            "with --set: how invitations answer to the reward; 0.5 means 1 % more reward, 0.5 % more invitations",
            new Forms.Amount(10));
    private static final Parameter<Long> REACH = Parameter.option(
            "--reach",
            "N",
            "how many people there are who can still be brought (default: no limit)",
            new Forms.Count());
    private static final Parameter<Double> WORTH = Parameter.option(
            "--worth",
            "AMOUNT",
            "what a referral is worth in the program's currency; shows what is left over and the return",
            new Forms.Amount(1e9));
    private static final Parameter<Boolean> TORNADO = Parameter.flag(
            "--tornado",
            "what the result hangs on: each input at both ends of what it may be, the others in the middle");
    private static final long[] NONE = {};

    @Override
    public Manual manual() {
        return new Manual(
                "What referrals may bring and cost in the months ahead",
                List.of(
                        "Learns from the past how often customers invite, how unequally, how often that succeeds and how long it"
                                + " takes, and plays many futures with what is left uncertain: p05 to p95 hold nine of ten. With"
                                + " --set or --against the other program is played with the same luck, and 'difference' says what"
                                + " it changes.",
                        "How people answer to another reward is not in the data: it is what --elasticity says, and without it"
                                + " nobody answers. The same seed gives the same answer on any number of processors.",
                        "A budget ends the rewards when it is used up, not the referrals: 'beyond the budget' is what would then be"
                                + " missing. The limit of one referrer is counted over the whole time ahead, not by its periods, so"
                                + " it cuts a little less than it will. With --worth, 'net' is what the referrals are worth less what"
                                + " they cost, points at what they redeem for, and 'return' that over the cost."),
                List.of(
                        new Example("siyu simulate referral", "a year ahead"),
                        new Example(
                                "siyu simulate referral --set 'referral.tiers.steps[0].reward=80 points' --elasticity 0.4 --runs 2000",
                                "a higher first step, if people answer to it"),
                        new Example(
                                "siyu simulate referral --tornado --worth 120 --reach 5000",
                                "what that hangs on most")),
                List.of("siyu.simulate.referral/1", "siyu.simulate.tornado/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(
                Against.FILE,
                MONTHS,
                HISTORY,
                RUNS,
                SEED,
                ELASTICITY,
                REACH,
                WORTH,
                TORNADO,
                Pictures.HTML,
                Pictures.SVG,
                Common.YES);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call, true);
        Program program = session.program();
        ReferralRules rules = ReferralDesk.rules(program);
        boolean compared = !call.value(Common.SET).isEmpty() || call.get(Against.FILE) != null;
        Program otherProgram = compared ? Against.program(session) : program;
        ReferralRules other = ReferralDesk.rules(otherProgram);
        Double stake = call.get(WORTH);
        Long worth = null;
        if (stake != null) {
            Outlook.requireValues(program, rules);
            Outlook.requireValues(otherProgram, other);
            worth = BigDecimal.valueOf(stake)
                    .movePointRight(program.vocabulary().decimals())
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
        ReferralDesk desk = ReferralDesk.of(session);
        Decided decided = desk.decided();
        World world = desk.world();
        Vocabulary vocabulary = world.vocabulary();
        History history = History.of(decided, world.asOf(), call.value(HISTORY));
        Fit fit = Fit.of(history.classes(), history.qualified(), history.mature());
        Double elasticity = call.get(ELASTICITY);
        Long reach = call.get(REACH);
        Forecast.Stated stated = new Forecast.Stated(
                call.value(RUNS),
                call.value(SEED),
                call.value(MONTHS),
                1,
                reach == null ? 0 : reach,
                left(decided, rules.budget()));
        double dearer = !compared || elasticity == null
                ? 1
                : price(history, fit, other, stated) / price(history, fit, rules, stated);
        double response = elasticity == null ? 1 : Math.pow(dearer, elasticity);
        Forecast.Stated answered = stated.response(response).left(left(decided, other.budget()));
        if (call.value(TORNADO)) {
            Outlook nothing = new Outlook(
                    other,
                    vocabulary,
                    Outlook.exchange(otherProgram),
                    worth,
                    new Forecast.Runs(NONE, new long[0][], NONE));
            Tornado tornado = new Tornado(history, fit, nothing, answered);
            if (compared && elasticity != null) {
                tornado.elasticity(elasticity, dearer);
            }
            if (reach != null) {
                tornado.reach(reach);
            }
            Table table = tornado.table(world.asOf())
                    .with("seed", stated.seed())
                    .with("months", stated.months())
                    .with("fitted", fitted(fit, history))
                    .with("stated", stated(elasticity, reach, response, compared, stake, vocabulary));
            draw(call, program, () -> List.of(tornado.chart()), table);
            return warned(Outcome.of(table), history);
        }
        Outlook outlook = new Outlook(
                rules, vocabulary, Outlook.exchange(program), worth, Forecast.of(history, fit, rules, stated));
        List<@Nullable Object[]> rows = new ArrayList<>();
        outlook.rows("program", rows);
        Outlook others = !compared
                ? null
                : new Outlook(
                        other,
                        vocabulary,
                        Outlook.exchange(otherProgram),
                        worth,
                        Forecast.of(history, fit, other, answered));
        if (others != null) {
            others.rows("other", rows);
            outlook.differences(others, rows);
        }
        Table table = table(rows, world)
                .with("runs", stated.runs())
                .with("seed", stated.seed())
                .with("months", stated.months())
                .with("customers", history.customers())
                .with("fitted", fitted(fit, history))
                .with("stated", stated(elasticity, reach, response, compared, stake, vocabulary));
        Award budget = rules.budget();
        if (budget != null) {
            long over = Arrays.stream(outlook.runs().beyond())
                    .filter(beyond -> beyond > 0)
                    .count();
            table = table.with("budget_left", budget.of(stated.left()).text(vocabulary))
                    .with("overrun_chance", (double) over / stated.runs());
        }
        draw(call, program, () -> Outlook.charts(outlook, others), table);
        return warned(Outcome.of(table), history);
    }

    private static void draw(Call call, Program program, Supplier<List<Chart>> drawn, Table table) {
        if (Pictures.asked(call)) {
            List<Chart> charts = drawn.get();
            Page page = Pictures.page(call, program.name() + ": referrals ahead");
            charts.forEach(page::chart);
            Pictures.write(call, charts, page.table(table));
        }
    }

    private static Outcome warned(Outcome outcome, History history) {
        long invitations = history.classes().entrySet().stream()
                .mapToLong(each -> each.getValue() * each.getKey().invitations())
                .sum();
        return invitations < FEW || history.mature() < FEW
                ? outcome.note("there is too little history to trust this: " + invitations + " invitations, "
                        + history.mature() + " with a known outcome")
                : outcome;
    }

    /** What a referral costs on average, whatever the budget is. */
    private static double price(History history, Fit fit, ReferralRules rules, Forecast.Stated stated) {
        Forecast.Runs runs =
                Forecast.of(history, fit, rules, stated.runs(PRICE_RUNS).left(Long.MAX_VALUE));
        double successes = Math.max(1, Arrays.stream(runs.successes()).sum());
        return Math.max(1e-9, Arrays.stream(runs.paid(Side.REFERRER)).sum() / successes);
    }

    /** What is left of a budget. */
    private static long left(Decided decided, @Nullable Award budget) {
        if (budget == null) {
            return Long.MAX_VALUE;
        }
        long spent = 0;
        for (int row = 0; row < decided.record().rewards().size(); row++) {
            Award award = decided.award(decided.record().rewards().side(row));
            boolean counts = award != null
                    && award.sameUnit(budget)
                    && !decided.record().rewards().back(row);
            spent += counts ? decided.record().rewards().amount(row) : 0;
        }
        return Math.max(0, budget.amount() - spent);
    }

    private static Table table(List<@Nullable Object[]> rows, World world) {
        List<Heading> headings = List.of(
                Heading.text("scenario"),
                Heading.text("what"),
                Heading.text("unit"),
                Heading.of("p05", Heading.Kind.DECIMAL),
                Heading.of("p50", Heading.Kind.DECIMAL),
                Heading.of("p95", Heading.Kind.DECIMAL),
                Heading.of("mean", Heading.Kind.DECIMAL));
        return Table.of("siyu.simulate.referral/1", world.asOf().zone(), headings, Rows.of(rows))
                .with("as_of", world.asOf().today());
    }

    /** What came from the data, each with its 90 % interval. */
    private static String fitted(Fit fit, History history) {
        return "invitations per customer and month " + interval(fit.mean()) + ", shape " + interval(fit.shape())
                + ", chance " + interval(fit.chance()) + ", days until due "
                + number(history.delay());
    }

    private static String interval(double[] three) {
        if (three[2] > VAGUE * three[0]) {
            return "not known";
        }
        return number(three[1]) + " (" + number(three[0]) + " to " + number(three[2]) + ")";
    }

    private static String number(double value) {
        return Tornado.rounded(value).toPlainString();
    }

    /** What did not. */
    private static String stated(
            @Nullable Double elasticity,
            @Nullable Long reach,
            double response,
            boolean compared,
            @Nullable Double worth,
            Vocabulary vocabulary) {
        String answer = elasticity == null
                ? "nobody answers to another reward"
                : "elasticity " + elasticity
                        + (compared ? ", so invitations times " + String.format(Locale.ROOT, "%.3f", response) : "");
        String people = reach == null ? "no limit to who can be brought" : reach + " people can be brought";
        String value = worth == null
                ? ""
                : "; a referral is worth "
                        + BigDecimal.valueOf(worth).stripTrailingZeros().toPlainString() + " " + vocabulary.currency();
        return answer + "; " + people + value;
    }
}
