package siyu.lottery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.out.Heading;
import siyu.out.Heading.Kind;
import siyu.out.Rows;
import siyu.out.Table;

/** Lotteries as tables. */
public final class LotteryTables {
    private LotteryTables() {}

    /** The columns of {@link #draws}. */
    public static final List<String> DRAWS =
            List.of("draw", "customer", "prize", "points", "at", "published_as", "head");

    /** Draws, handed over one at a time. */
    public static Table draws(Rows rows, ZoneId zone) {
        List<Heading> headings = List.of(
                Heading.of("draw", Kind.INTEGER),
                Heading.text("customer"),
                Heading.text("prize"),
                Heading.of("points", Kind.INTEGER),
                Heading.of("at", Kind.TIME),
                Heading.text("published_as").wideOnly(),
                Heading.text("head").wideOnly());
        return Table.of("siyu.lottery.draw/1", zone, headings, rows);
    }

    /** One row of {@link #draws}; a draw that was not done yet has neither prize nor head. */
    public static @Nullable Object[] draw(String customer, Drawn drawn, @Nullable Prize prize) {
        return new @Nullable Object[] {
            drawn.number(),
            customer,
            prize == null ? null : prize.name(),
            prize == null ? null : prize.points(),
            instant(drawn.at()),
            drawn.customer(),
            prize == null ? null : drawn.head()
        };
    }

    /** The columns of {@link #explain}. */
    public static final List<String> EXPLAIN =
            List.of("customer", "may", "tickets", "drawn", "drawn_in_period", "limit", "left", "why");

    /** How often one customer may draw, and what stands against it. */
    public static Table explain(String customer, Entitlement entitlement, ZoneId zone) {
        long left = entitlement.left();
        Limit limit = entitlement.limit();
        @Nullable
        Object[] row = {
            customer,
            entitlement.may(),
            entitlement.counted() ? entitlement.tickets() : null,
            entitlement.drawn(),
            entitlement.drawnInPeriod(),
            limit == null ? null : limit.toString(),
            left == Long.MAX_VALUE ? null : left,
            left > 0 ? "may draw" : entitlement.refusal(customer, 1).message()
        };
        List<Heading> headings = List.of(
                Heading.text("customer"),
                Heading.of("may", Kind.BOOLEAN),
                Heading.of("tickets", Kind.INTEGER),
                Heading.of("drawn", Kind.INTEGER),
                Heading.of("drawn_in_period", Kind.INTEGER),
                Heading.text("limit"),
                Heading.of("left", Kind.INTEGER),
                Heading.text("why"));
        return Table.of("siyu.lottery.entitlement/1", zone, headings, Rows.of(List.<@Nullable Object[]>of(row)));
    }

    /** The columns of {@link #commit}. */
    public static final List<String> COMMIT = List.of("lottery", "committed", "rules_sha256", "commitment", "replay");

    /** @param commitment null in a dry run, which draws no seed */
    public static Table commit(
            String lottery, long at, @Nullable String rules, @Nullable String commitment, boolean replay, ZoneId zone) {
        @Nullable Object[] row = {lottery, instant(at), rules, commitment, replay};
        List<Heading> headings = List.of(
                Heading.text("lottery"),
                Heading.of("committed", Kind.TIME),
                Heading.text("rules_sha256"),
                Heading.text("commitment"),
                Heading.of("replay", Kind.BOOLEAN));
        return Table.of("siyu.lottery.commit/1", zone, headings, Rows.of(List.<@Nullable Object[]>of(row)))
                .one();
    }

    /** The columns of {@link #reveal}. */
    public static final List<String> REVEAL = List.of("lottery", "revealed", "draws", "seed", "head", "replay");

    /** @param seed null in a dry run, which tells no secret */
    public static Table reveal(String lottery, Revealed revealed, @Nullable String seed, boolean replay, ZoneId zone) {
        @Nullable Object[] row = {lottery, instant(revealed.at()), revealed.draws(), seed, revealed.head(), replay};
        List<Heading> headings = List.of(
                Heading.text("lottery"),
                Heading.of("revealed", Kind.TIME),
                Heading.of("draws", Kind.INTEGER),
                Heading.text("seed"),
                Heading.text("head"),
                Heading.of("replay", Kind.BOOLEAN));
        return Table.of("siyu.lottery.reveal/1", zone, headings, Rows.of(List.<@Nullable Object[]>of(row)))
                .one();
    }

    /** The columns of {@link #files}. */
    public static final List<String> FILES = List.of("file", "bytes", "sha256");

    public static Table files(List<@Nullable Object[]> rows, ZoneId zone) {
        List<Heading> headings =
                List.of(Heading.text("file"), Heading.of("bytes", Kind.INTEGER), Heading.text("sha256"));
        return Table.of("siyu.lottery.export/1", zone, headings, Rows.of(rows));
    }

    /** What was found, and how far the files go. */
    public static Table verify(Verification verification) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Finding finding : verification.findings()) {
            rows.add(new @Nullable Object[] {
                finding.file(),
                finding.line() == 0 ? null : finding.line(),
                finding.check(),
                finding.found(),
                finding.expected()
            });
        }
        List<Heading> headings = List.of(
                Heading.text("file"),
                Heading.of("line", Kind.INTEGER),
                Heading.text("check"),
                Heading.text("found"),
                Heading.text("expected"));
        return Table.of("siyu.lottery.verify/1", ZoneOffset.UTC, headings, Rows.of(rows))
                .with("lottery", verification.lottery())
                .with("draws", verification.draws())
                .with("revealed", verification.revealed())
                .with("commitment", verification.commitment())
                .with("head", verification.head())
                .with("findings", verification.count());
    }

    /** How one draw came about. */
    public static Table explain(Spin spin, Verification verification) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        step(rows, "message", spin.message());
        step(rows, "hmac_sha256", spin.digest());
        step(rows, "first 15 digits", spin.digest().substring(0, 15));
        step(rows, "as a number", Long.toString(spin.number()));
        step(rows, "weights on the wheel", Long.toString(spin.wheel()));
        step(rows, "remainder", Long.toString(spin.place()));
        long place = 0;
        String won = "";
        for (Prize prize : verification.wheel()) {
            if (prize.weight() > 0) {
                long last = place + prize.weight() - 1;
                boolean here = spin.place() >= place && spin.place() <= last;
                won = here ? prize.name() : won;
                step(rows, "wheel", prize.name() + ": " + place + " to " + last);
                place = last + 1;
            } else {
                step(rows, "wheel", prize.name() + ": out of stock");
            }
        }
        step(rows, "prize", won);
        List<Heading> headings = List.of(Heading.text("step"), Heading.text("value"));
        return Table.of("siyu.lottery.explain/1", ZoneOffset.UTC, headings, Rows.of(rows));
    }

    private static void step(List<@Nullable Object[]> rows, String name, String value) {
        rows.add(new @Nullable Object[] {name, value});
    }

    /** What some draws will cost. */
    public static Table forecast(Forecast forecast, Rules rules) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Forecast.Outlook outlook : forecast.prizes()) {
            Prize prize = outlook.prize();
            rows.add(new @Nullable Object[] {
                prize.name(),
                prize.weight() / (double) rules.weights(),
                prize.limited() ? prize.stock() : null,
                rounded(outlook.expected(), 2),
                prize.limited() ? outlook.soldOut() : null,
                rounded(outlook.expected() * prize.cost(), 0).movePointLeft(rules.decimals()),
                rounded(outlook.expected() * prize.points(), 0)
            });
        }
        List<Heading> headings = List.of(
                Heading.text("prize"),
                Heading.of("chance", Kind.SHARE),
                Heading.of("stock", Kind.INTEGER),
                Heading.of("expected", Kind.DECIMAL),
                Heading.of("sold_out", Kind.SHARE),
                Heading.of("cost", Kind.MONEY),
                Heading.of("points", Kind.DECIMAL));
        Table table = Table.of("siyu.lottery.simulate/1", rules.zone(), headings, Rows.of(rows))
                .with("lottery", rules.lottery())
                .with("draws", forecast.draws())
                .with("method", forecast.runs() == 0 ? "exact" : "simulated");
        if (forecast.runs() > 0) {
            table = table.with("runs", (long) forecast.runs()).with("seed", forecast.seed());
        }
        table = table.with("cost", rounded(forecast.cost(), 0).movePointLeft(rules.decimals()))
                .with("cost_p05", rules.money(forecast.quantiles()[0]))
                .with("cost_p50", rules.money(forecast.quantiles()[1]))
                .with("cost_p95", rules.money(forecast.quantiles()[2]))
                .with("points", rounded(forecast.points(), 0));
        Forecast.Chance over = forecast.over();
        Long budget = rules.budget();
        if (over == null || budget == null) {
            return table;
        }
        table = table.with("budget", rules.money(budget)).with("over_budget", rounded(over.value(), 6));
        return forecast.runs() == 0
                ? table
                : table.with("over_budget_low", rounded(over.low(), 6))
                        .with("over_budget_high", rounded(over.high(), 6));
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    /**
     * What was won.
     *
     * @param won by prize
     * @param expected by prize: how many, the wheel being as it was at each draw
     */
    public static Table report(Rules rules, List<Long> won, double[] expected) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        BigDecimal cost = rules.money(0);
        BigDecimal points = BigDecimal.ZERO;
        long draws = 0;
        for (int i = 0; i < won.size(); i++) {
            Prize prize = rules.prizes().get(i);
            BigDecimal its = rules.money(prize.cost()).multiply(BigDecimal.valueOf(won.get(i)));
            BigDecimal given = BigDecimal.valueOf(prize.points()).multiply(BigDecimal.valueOf(won.get(i)));
            cost = cost.add(its);
            points = points.add(given);
            draws += won.get(i);
            rows.add(new @Nullable Object[] {
                prize.name(),
                prize.weight(),
                prize.weight() / (double) rules.weights(),
                prize.limited() ? prize.stock() : null,
                won.get(i),
                prize.limited() ? prize.stock() - won.get(i) : null,
                rounded(expected[i], 2),
                its,
                given
            });
        }
        List<Heading> headings = List.of(
                Heading.text("prize"),
                Heading.of("weight", Kind.INTEGER),
                Heading.of("chance", Kind.SHARE),
                Heading.of("stock", Kind.INTEGER),
                Heading.of("won", Kind.INTEGER),
                Heading.of("left", Kind.INTEGER),
                Heading.of("expected", Kind.DECIMAL),
                Heading.of("cost", Kind.MONEY),
                Heading.of("points", Kind.DECIMAL));
        Table table = Table.of("siyu.lottery.report/1", rules.zone(), headings, Rows.of(rows))
                .with("lottery", rules.lottery())
                .with("draws", draws)
                .with("cost", cost)
                .with("points", points);
        Long budget = rules.budget();
        return budget == null ? table : table.with("budget", rules.money(budget));
    }

    /** The columns of {@link #list}. */
    public static Table list(List<@Nullable Object[]> rows, ZoneId zone) {
        List<Heading> headings = List.of(
                Heading.text("lottery"),
                Heading.text("state"),
                Heading.of("prizes", Kind.INTEGER),
                Heading.of("draws", Kind.INTEGER),
                Heading.of("left", Kind.INTEGER),
                Heading.of("from", Kind.DATE),
                Heading.of("until", Kind.DATE),
                Heading.of("committed", Kind.TIME),
                Heading.text("commitment").wideOnly());
        return Table.of("siyu.lottery.list/1", zone, headings, Rows.of(rows));
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
