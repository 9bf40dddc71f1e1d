package siyu.command;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.chart.Chart;
import siyu.chart.Measure;
import siyu.core.AsOf;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.referral.Fit;
import siyu.referral.Forecast;
import siyu.referral.History;
import siyu.referral.Rates;

/**
 * What a forecast hangs on: one input after the other at both ends of what it may be, all others in the middle, by how far the cost
 * moves. Inputs from the data go to the ends of their 90 % intervals, those that were stated to half and half as much again.
 */
final class Tornado {
    /** Medians are sharp after so many runs. */
    private static final int MOST_RUNS = 1000;

    private static final double LESS = 0.5;
    private static final double MORE = 1.5;

    private final History history;
    private final Outlook outlook;
    private final Forecast.Stated stated;
    private final Rates middle;
    private final List<Swing> swings = new ArrayList<>();

    /** One input at both ends. */
    private record Swing(String what, String source, double low, double high, long[] at, long[] costs, long[] nets) {
        long moved() {
            return Math.abs(costs[1] - costs[0]);
        }
    }

    /**
     * @param outlook of the program in question
     * @param stated with the answer that was stated
     */
    Tornado(History history, Fit fit, Outlook outlook, Forecast.Stated stated) {
        this.history = history;
        this.outlook = outlook;
        this.stated = stated.runs(MOST_RUNS);
        this.middle = fit.middle();
        double[] mean = fit.mean();
        double[] shape = fit.shape();
        double[] chance = fit.chance();
        fitted("invitations", mean[0], mean[2], value -> new Rates(middle.shape(), value, middle.chance()));
        fitted("shape", shape[0], shape[2], value -> new Rates(value, middle.mean(), middle.chance()));
        fitted("chance", chance[0], chance[2], value -> new Rates(middle.shape(), middle.mean(), value));
    }

    /** The answer to the reward: its elasticity, and how many times as dear a referral is. */
    void elasticity(double elasticity, double dearer) {
        double low = elasticity * LESS;
        double high = elasticity * MORE;
        swing(
                "elasticity",
                "stated",
                new double[] {low, high},
                run(middle, stated.response(Math.pow(dearer, low))),
                run(middle, stated.response(Math.pow(dearer, high))));
    }

    /** How many can be brought. */
    void reach(long reach) {
        long low = Math.max(1, Math.round(reach * LESS));
        long high = Math.max(1, Math.round(reach * MORE));
        swing(
                "reach",
                "stated",
                new double[] {low, high},
                run(middle, stated.reach(low)),
                run(middle, stated.reach(high)));
    }

    private interface With {
        Rates rates(double value);
    }

    private void fitted(String what, double low, double high, With with) {
        swing(what, "data", new double[] {low, high}, run(with.rates(low), stated), run(with.rates(high), stated));
    }

    private Outlook run(Rates rates, Forecast.Stated with) {
        return outlook.of(Forecast.of(history, rates, outlook.rules(), with));
    }

    private void swing(String what, String source, double[] ends, Outlook low, Outlook high) {
        swings.add(new Swing(
                what,
                source,
                ends[0],
                ends[1],
                new long[] {median(low.runs().successes()), median(high.runs().successes())},
                new long[] {median(low.cost()), median(high.cost())},
                new long[] {median(low.net()), median(high.net())}));
    }

    private static long median(long[] values) {
        return Forecast.Runs.quantiles(values, 0.5)[0];
    }

    /** What moves most first. */
    Table table(AsOf asOf) {
        swings.sort(Comparator.comparingLong(Swing::moved).reversed());
        boolean worth = outlook.worth() != null;
        int decimals = outlook.decimals();
        List<Heading> headings = new ArrayList<>(List.of(
                Heading.text("what"),
                Heading.text("source"),
                Heading.of("low", Heading.Kind.DECIMAL),
                Heading.of("high", Heading.Kind.DECIMAL),
                Heading.of("referrals_low", Heading.Kind.INTEGER),
                Heading.of("referrals_high", Heading.Kind.INTEGER),
                Heading.of("cost_low", Heading.Kind.DECIMAL),
                Heading.of("cost_high", Heading.Kind.DECIMAL)));
        if (worth) {
            headings.add(Heading.of("net_low", Heading.Kind.DECIMAL));
            headings.add(Heading.of("net_high", Heading.Kind.DECIMAL));
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Swing swing : swings) {
            List<@Nullable Object> row = new ArrayList<>(List.of(
                    swing.what,
                    swing.source,
                    rounded(swing.low),
                    rounded(swing.high),
                    swing.at[0],
                    swing.at[1],
                    BigDecimal.valueOf(swing.costs[0], decimals),
                    BigDecimal.valueOf(swing.costs[1], decimals)));
            if (worth) {
                int places = outlook.vocabulary().decimals();
                row.add(BigDecimal.valueOf(swing.nets[0], places));
                row.add(BigDecimal.valueOf(swing.nets[1], places));
            }
            rows.add(row.toArray());
        }
        Outlook base = base();
        return Table.of("siyu.simulate.tornado/1", asOf.zone(), headings, Rows.of(rows))
                .with("as_of", asOf.today())
                .with("referrals", median(base.runs().successes()))
                .with("cost", BigDecimal.valueOf(median(base.cost()), decimals))
                .with("unit", outlook.rules().award().unitName(outlook.vocabulary()));
    }

    private Outlook base() {
        return run(middle, stated);
    }

    /** How far each moves the cost. */
    Chart chart() {
        double unit = Math.pow(10, outlook.decimals());
        return siyu.chart.Tornado.of(
                "what the cost in " + outlook.rules().award().unitName(outlook.vocabulary()) + " hangs on",
                median(base().cost()) / unit,
                swings.stream()
                        .map(swing ->
                                new siyu.chart.Tornado.Cause(swing.what, swing.costs[0] / unit, swing.costs[1] / unit))
                        .toList(),
                Measure.NUMBER);
    }

    /** To three digits. */
    static BigDecimal rounded(double value) {
        return new BigDecimal(value).round(new MathContext(3));
    }
}
