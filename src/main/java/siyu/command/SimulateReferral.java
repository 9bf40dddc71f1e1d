package siyu.command;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

/** {@code simulate referral}: what the months ahead may bring and cost. */
public final class SimulateReferral implements Verb {
    /** So few invitations or outcomes say too little. */
    private static final long FEW = 30;

    /** An interval whose ends are so many times apart says nothing. */
    private static final double VAGUE = 1e4;

    private static final int PRICE_RUNS = 500;
    private static final int RATE_DECIMALS = 2;

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
                                + " nobody answers. The same seed gives the same answer on any number of processors."),
                List.of(
                        new Example("siyu simulate referral", "a year ahead"),
                        new Example(
                                "siyu simulate referral --set 'referral.tiers.steps[0].reward=80 points' --elasticity 0.4 --runs 2000",
                                "a higher first step, if people answer to it")),
                List.of("siyu.simulate.referral/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Against.FILE, MONTHS, HISTORY, RUNS, SEED, ELASTICITY, REACH);
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
        ReferralRules other = ReferralDesk.rules(compared ? Against.program(session) : program);
        ReferralDesk desk = ReferralDesk.of(session);
        Decided decided = desk.decided();
        World world = desk.world();
        History history = History.of(decided, world.asOf(), call.value(HISTORY));
        Fit fit = Fit.of(history.classes(), history.qualified(), history.mature());
        Double elasticity = call.get(ELASTICITY);
        Long reach = call.get(REACH);
        Forecast.Stated stated = new Forecast.Stated(
                call.value(RUNS), call.value(SEED), call.value(MONTHS), 1, reach == null ? 0 : reach);
        double response = !compared || elasticity == null
                ? 1
                : Math.pow(price(history, fit, other, stated) / price(history, fit, rules, stated), elasticity);
        Forecast.Runs runs = Forecast.of(history, fit, rules, stated);
        List<@Nullable Object[]> rows = new ArrayList<>();
        Vocabulary vocabulary = world.vocabulary();
        rows(rows, "program", runs, rules, vocabulary);
        if (compared) {
            Forecast.Runs others = Forecast.of(
                    history,
                    fit,
                    other,
                    new Forecast.Stated(stated.runs(), stated.seed(), stated.months(), response, stated.reach()));
            rows(rows, "other", others, other, vocabulary);
            differences(rows, runs, others, rules, other, vocabulary);
        }
        Table table = table(rows, world)
                .with("runs", stated.runs())
                .with("seed", stated.seed())
                .with("months", stated.months())
                .with("customers", history.customers())
                .with("fitted", fitted(fit, history))
                .with("stated", stated(elasticity, reach, response, compared));
        Award budget = rules.budget();
        if (budget != null && budget.sameUnit(rules.award())) {
            long left = budget.amount() - spent(decided, budget);
            long over = 0;
            for (int run = 0; run < stated.runs(); run++) {
                over += cost(runs, rules, run) > left ? 1 : 0;
            }
            table = table.with("budget_left", budget.of(Math.max(0, left)).text(vocabulary))
                    .with("overrun_chance", (double) over / stated.runs());
        }
        Outcome outcome = Outcome.of(table);
        long invitations = history.classes().entrySet().stream()
                .mapToLong(each -> each.getValue() * each.getKey().invitations())
                .sum();
        return invitations < FEW || history.mature() < FEW
                ? outcome.note("there is too little history to trust this: " + invitations + " invitations, "
                        + history.mature() + " with a known outcome")
                : outcome;
    }

    /** What a referral costs on average. */
    private static double price(History history, Fit fit, ReferralRules rules, Forecast.Stated stated) {
        Forecast.Runs runs = Forecast.of(
                history,
                fit,
                rules,
                new Forecast.Stated(PRICE_RUNS, stated.seed(), stated.months(), 1, stated.reach()));
        double successes = Math.max(1, Arrays.stream(runs.successes()).sum());
        return Math.max(1e-9, Arrays.stream(runs.referrer()).sum() / successes);
    }

    /** What was paid of a budget. */
    private static long spent(Decided decided, Award budget) {
        long spent = 0;
        for (int row = 0; row < decided.record().rewards().size(); row++) {
            Award award = decided.award(decided.record().rewards().side(row));
            boolean counts = award != null
                    && award.sameUnit(budget)
                    && !decided.record().rewards().back(row);
            spent += counts ? decided.record().rewards().amount(row) : 0;
        }
        return spent;
    }

    /** What one run costs in the referrer's unit. */
    private static long cost(Forecast.Runs runs, ReferralRules rules, int run) {
        Award referee = rules.referee();
        return runs.referrer()[run] + (referee != null && referee.sameUnit(rules.award()) ? runs.referee()[run] : 0);
    }

    private static void rows(
            List<@Nullable Object[]> rows,
            String scenario,
            Forecast.Runs runs,
            ReferralRules rules,
            Vocabulary vocabulary) {
        String unit = rules.award().unitName(vocabulary);
        int decimals = rules.award().decimals(vocabulary);
        rows.add(row(scenario, "referrals", "referrals", runs.successes(), 0));
        rows.add(row(scenario, "referrer rewards", unit, runs.referrer(), decimals));
        Award referee = rules.referee();
        if (referee != null) {
            rows.add(row(
                    scenario,
                    "referee rewards",
                    referee.unitName(vocabulary),
                    runs.referee(),
                    referee.decimals(vocabulary)));
        }
        long[] each = new long[runs.successes().length];
        for (int run = 0; run < each.length; run++) {
            long successes = Math.max(1, runs.successes()[run]);
            each[run] = BigDecimal.valueOf(cost(runs, rules, run))
                    .movePointRight(RATE_DECIMALS)
                    .divide(BigDecimal.valueOf(successes), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
        rows.add(row(scenario, "cost per referral", unit, each, decimals + RATE_DECIMALS));
    }

    private static void differences(
            List<@Nullable Object[]> rows,
            Forecast.Runs runs,
            Forecast.Runs others,
            ReferralRules rules,
            ReferralRules other,
            Vocabulary vocabulary) {
        rows.add(row("difference", "referrals", "referrals", minus(others.successes(), runs.successes()), 0));
        if (rules.award().sameUnit(other.award())) {
            rows.add(row(
                    "difference",
                    "referrer rewards",
                    rules.award().unitName(vocabulary),
                    minus(others.referrer(), runs.referrer()),
                    rules.award().decimals(vocabulary)));
        }
        Award mine = rules.referee();
        Award theirs = other.referee();
        if (mine != null && theirs != null && mine.sameUnit(theirs)) {
            rows.add(row(
                    "difference",
                    "referee rewards",
                    mine.unitName(vocabulary),
                    minus(others.referee(), runs.referee()),
                    mine.decimals(vocabulary)));
        }
    }

    private static long[] minus(long[] some, long[] others) {
        long[] differences = new long[some.length];
        Arrays.setAll(differences, i -> some[i] - others[i]);
        return differences;
    }

    private static @Nullable Object[] row(String scenario, String what, String unit, long[] values, int decimals) {
        long[] at = Forecast.Runs.quantiles(values, 0.05, 0.5, 0.95);
        BigDecimal sum = BigDecimal.ZERO;
        for (long value : values) {
            sum = sum.add(BigDecimal.valueOf(value));
        }
        return new @Nullable Object[] {
            scenario,
            what,
            unit,
            BigDecimal.valueOf(at[0], decimals),
            BigDecimal.valueOf(at[1], decimals),
            BigDecimal.valueOf(at[2], decimals),
            sum.movePointLeft(decimals).divide(BigDecimal.valueOf(values.length), decimals, RoundingMode.HALF_UP)
        };
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
                + new BigDecimal(history.delay()).round(new MathContext(3)).toPlainString();
    }

    private static String interval(double[] three) {
        if (three[2] > VAGUE * three[0]) {
            return "not known";
        }
        return number(three[1]) + " (" + number(three[0]) + " to " + number(three[2]) + ")";
    }

    private static String number(double value) {
        return new BigDecimal(value).round(new MathContext(3)).toPlainString();
    }

    /** What did not. */
    private static String stated(@Nullable Double elasticity, @Nullable Long reach, double response, boolean compared) {
        String answer = elasticity == null
                ? "nobody answers to another reward"
                : "elasticity " + elasticity
                        + (compared ? ", so invitations times " + String.format(Locale.ROOT, "%.3f", response) : "");
        return answer + "; " + (reach == null ? "no limit to who can be brought" : reach + " people can be brought");
    }
}
