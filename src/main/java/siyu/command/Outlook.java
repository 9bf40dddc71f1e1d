package siyu.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.chart.Chart;
import siyu.chart.Lines;
import siyu.chart.Measure;
import siyu.chart.Series;
import siyu.cli.CliCode;
import siyu.core.Problem;
import siyu.fact.Vocabulary;
import siyu.points.Exchange;
import siyu.program.Program;
import siyu.referral.Award;
import siyu.referral.Forecast;
import siyu.referral.ReferralRules;
import siyu.referral.Side;

/**
 * The futures of one program, as rows of what is counted with its quantiles.
 *
 * @param worth what a referral is worth, minor units, or null when nobody said
 * @param exchange what points are worth, or null when the program does not say
 */
record Outlook(
        ReferralRules rules,
        Vocabulary vocabulary,
        @Nullable Exchange exchange,
        @Nullable Long worth,
        Forecast.Runs runs) {
    static final int RATE_DECIMALS = 2;
    private static final int RETURN_DECIMALS = 4;

    /** Shares of the futures that are drawn: 5 % to 95 %. */
    private static final int POINTS = 19;

    /** The same program's, of other futures. */
    Outlook of(Forecast.Runs others) {
        return new Outlook(rules, vocabulary, exchange, worth, others);
    }

    /** Refuses a worth that cannot be held against rewards whose value in money nobody knows. */
    static void requireValues(Program program, ReferralRules rules) {
        for (Side side : Side.values()) {
            Award award = rules.award(side);
            if (award == null) {
                continue;
            }
            boolean known =
                    award.unit() == Award.Unit.MONEY || award.unit() == Award.Unit.POINTS && exchange(program) != null;
            if (!known) {
                throw Problem.of(
                                CliCode.BAD_VALUE,
                                "--worth needs rewards whose value in "
                                        + program.vocabulary().currency() + " is known, and the " + side.word()
                                        + " gets "
                                        + award.text(program.vocabulary()))
                        .hint("points: redeem: says what points are worth")
                        .failure();
            }
        }
    }

    /** What points are worth, or null. */
    static @Nullable Exchange exchange(Program program) {
        return program.points() == null ? null : program.points().exchange();
    }

    /** How many runs. */
    private int size() {
        return runs.successes().length;
    }

    /** What each run costs in the referrer's unit; what others get in another unit is not in it. */
    long[] cost() {
        long[] cost = new long[size()];
        for (Side side : Side.values()) {
            Award award = rules.award(side);
            if (award != null && award.sameUnit(rules.award())) {
                Arrays.setAll(cost, run -> cost[run] + runs.paid(side)[run]);
            }
        }
        return cost;
    }

    /** What each run costs in money, minor units. */
    private long[] spent() {
        long[] spent = new long[size()];
        for (Side side : Side.values()) {
            Award award = rules.award(side);
            if (award != null) {
                Arrays.setAll(spent, run -> {
                    long paid = runs.paid(side)[run];
                    return spent[run]
                            + (exchange != null && award.unit() == Award.Unit.POINTS ? exchange.value(paid) : paid);
                });
            }
        }
        return spent;
    }

    /** What each run leaves over, minor units; 0 when no worth is stated. */
    long[] net() {
        long[] spent = spent();
        long[] net = new long[size()];
        long each = worth == null ? 0 : worth;
        Arrays.setAll(net, run -> Math.multiplyExact(each, runs.successes()[run]) - spent[run]);
        return net;
    }

    /** Decimal places of what is counted in the unit of the referrer's reward. */
    int decimals() {
        return rules.award().decimals(vocabulary);
    }

    /** Adds the rows of a scenario. */
    void rows(String scenario, List<@Nullable Object[]> rows) {
        rows.add(row(scenario, "referrals", "referrals", runs.successes(), 0));
        for (Side side : Side.values()) {
            Award award = rules.award(side);
            if (award != null) {
                rows.add(row(
                        scenario,
                        side.word() + " rewards",
                        award.unitName(vocabulary),
                        runs.paid(side),
                        award.decimals(vocabulary)));
            }
        }
        String unit = rules.award().unitName(vocabulary);
        long[] cost = cost();
        rows.add(row(
                scenario,
                "cost per referral",
                unit,
                ratio(cost, runs.successes(), RATE_DECIMALS),
                decimals() + RATE_DECIMALS));
        Award budget = rules.budget();
        if (budget != null) {
            rows.add(row(
                    scenario,
                    "beyond the budget",
                    budget.unitName(vocabulary),
                    runs.beyond(),
                    budget.decimals(vocabulary)));
        }
        if (worth != null) {
            rows.add(row(scenario, "net", vocabulary.currency(), net(), vocabulary.decimals()));
            rows.add(row(scenario, "return", "", ratio(net(), spent(), RETURN_DECIMALS), RETURN_DECIMALS));
        }
    }

    /** Adds the rows of what another program changes, run by run with the same luck. */
    void differences(Outlook other, List<@Nullable Object[]> rows) {
        rows.add(row("difference", "referrals", "referrals", minus(other.runs.successes(), runs.successes()), 0));
        for (Side side : Side.values()) {
            Award mine = rules.award(side);
            Award theirs = other.rules.award(side);
            if (mine != null && theirs != null && mine.sameUnit(theirs)) {
                rows.add(row(
                        "difference",
                        side.word() + " rewards",
                        mine.unitName(vocabulary),
                        minus(other.runs.paid(side), runs.paid(side)),
                        mine.decimals(vocabulary)));
            }
        }
        if (worth != null) {
            rows.add(row("difference", "net", vocabulary.currency(), minus(other.net(), net()), vocabulary.decimals()));
        }
    }

    /**
     * In how many of a hundred futures there are at most so many referrals, and at most so much cost; beside another program's where
     * there is one.
     */
    static List<Chart> charts(Outlook program, @Nullable Outlook other) {
        List<Chart> charts = new ArrayList<>(List.of(
                chart("referrals", program.runs.successes(), other == null ? null : other.runs.successes(), 0)));
        if (other == null || other.rules.award().sameUnit(program.rules.award())) {
            charts.add(chart(
                    "cost in " + program.rules.award().unitName(program.vocabulary),
                    program.cost(),
                    other == null ? null : other.cost(),
                    program.decimals()));
        }
        return charts;
    }

    private static Chart chart(String title, long[] program, long @Nullable [] other, int decimals) {
        List<String> at = new ArrayList<>();
        double[] shares = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            shares[i] = (i + 1) / (POINTS + 1.0);
            at.add(Math.round(100 * shares[i]) + " %");
        }
        List<Series> series = new ArrayList<>(List.of(series("program", program, shares, decimals)));
        if (other != null) {
            series.add(series("other", other, shares, decimals));
        }
        return Lines.of(title + ", by the share of futures with at most that", at, series, Measure.NUMBER);
    }

    private static Series series(String name, long[] values, double[] shares, int decimals) {
        double unit = Math.pow(10, decimals);
        return new Series(
                name,
                Arrays.stream(Forecast.Runs.quantiles(values, shares))
                        .mapToDouble(value -> value / unit)
                        .toArray());
    }

    /** Some over others, with so many decimal places; over 1 where they are less. */
    private static long[] ratio(long[] some, long[] others, int decimals) {
        long[] ratio = new long[some.length];
        Arrays.setAll(
                ratio,
                i -> BigDecimal.valueOf(some[i])
                        .movePointRight(decimals)
                        .divide(BigDecimal.valueOf(Math.max(1, others[i])), 0, RoundingMode.HALF_UP)
                        .longValueExact());
        return ratio;
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
}
