package siyu.points;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Vocabulary;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;

/**
 * The ledger under two programs as tables.
 *
 * @param before under the program
 * @param after under the other one
 */
public record SimulationTables(Simulated before, Simulated after, Vocabulary vocabulary, AsOf asOf) {
    private static final Simulated.Month NOTHING = new Simulated.Month(0, 0);

    private Table table(String schema, List<Heading> headings, List<@Nullable Object[]> rows) {
        return Table.of(schema, asOf.zone(), headings, Rows.of(rows)).with("as_of", asOf.today());
    }

    private @Nullable BigDecimal money(Simulated side, long points) {
        Exchange exchange = side.rules().exchange();
        return exchange == null ? null : BigDecimal.valueOf(exchange.value(points), vocabulary.decimals());
    }

    /** Each figure under both programs, what it is in money, and how many customers have more or less of it. */
    public Table totals() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Simulated.Figure figure : Simulated.Figure.values()) {
            long more = 0;
            long less = 0;
            for (int customer = 0; customer < before.customers(); customer++) {
                more += after.of(figure, customer) > before.of(figure, customer) ? 1 : 0;
                less += after.of(figure, customer) < before.of(figure, customer) ? 1 : 0;
            }
            rows.add(row(
                    figure.word(),
                    "points",
                    BigDecimal.valueOf(before.of(figure)),
                    BigDecimal.valueOf(after.of(figure)),
                    more,
                    less));
        }
        for (boolean cost : new boolean[] {true, false}) {
            Simulated.Figure figure = cost ? Simulated.Figure.REDEEMED : Simulated.Figure.OUTSTANDING;
            rows.add(row(
                    cost ? "cost of what is redeemed" : "liability",
                    vocabulary.currency(),
                    money(before, before.of(figure)),
                    money(after, after.of(figure)),
                    null,
                    null));
        }
        rows.add(row("breakage", "share", breakage(before), breakage(after), null, null));
        List<Heading> headings = List.of(
                Heading.text("what"),
                Heading.text("unit"),
                Heading.of("before", Heading.Kind.DECIMAL),
                Heading.of("after", Heading.Kind.DECIMAL),
                Heading.of("difference", Heading.Kind.DECIMAL),
                Heading.of("more", Heading.Kind.INTEGER),
                Heading.of("less", Heading.Kind.INTEGER));
        return table("siyu.points.simulate/1", headings, rows);
    }

    /** The share of what was earned that expired. */
    private static @Nullable BigDecimal breakage(Simulated side) {
        long earned = side.of(Simulated.Figure.EARNED);
        return earned == 0
                ? null
                : BigDecimal.valueOf(side.of(Simulated.Figure.EXPIRED))
                        .divide(BigDecimal.valueOf(earned), 4, java.math.RoundingMode.HALF_UP);
    }

    private static @Nullable Object[] row(
            String what,
            String unit,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            @Nullable Long more,
            @Nullable Long less) {
        BigDecimal difference = before == null || after == null ? null : after.subtract(before);
        return new @Nullable Object[] {what, unit, before, after, difference, more, less};
    }

    /** By month what ends in it and what is outstanding after it. */
    public Table months() {
        SortedMap<Long, Simulated.Month> first = before.months();
        SortedMap<Long, Simulated.Month> second = after.months();
        TreeSet<Long> months = new TreeSet<>(first.keySet());
        months.addAll(second.keySet());
        List<@Nullable Object[]> rows = new ArrayList<>();
        Simulated.Month was = NOTHING;
        Simulated.Month is = NOTHING;
        for (long month : months) {
            was = first.getOrDefault(month, new Simulated.Month(0, was.outstanding()));
            is = second.getOrDefault(month, new Simulated.Month(0, is.outstanding()));
            rows.add(new @Nullable Object[] {
                LocalDate.of((int) (month / 12), (int) (month % 12) + 1, 1)
                        .toString()
                        .substring(0, 7),
                was.expired(),
                is.expired(),
                was.outstanding(),
                is.outstanding(),
                money(before, was.outstanding()),
                money(after, is.outstanding())
            });
        }
        List<Heading> headings = List.of(
                Heading.text("month"),
                Heading.of("expiring_before", Heading.Kind.INTEGER),
                Heading.of("expiring_after", Heading.Kind.INTEGER),
                Heading.of("outstanding_before", Heading.Kind.INTEGER),
                Heading.of("outstanding_after", Heading.Kind.INTEGER),
                Heading.of("liability_before", Heading.Kind.MONEY),
                Heading.of("liability_after", Heading.Kind.MONEY));
        return table("siyu.points.simulate.month/1", headings, rows);
    }

    /** Customers for whom anything is different. */
    public Table customers(IntFunction<String> ids) {
        Rows rows = sink -> {
            for (int customer : Simulated.differing(before, after)) {
                @Nullable
                Object[] cells = {
                    ids.apply(customer),
                    before.got(customer),
                    after.got(customer),
                    after.got(customer) - before.got(customer),
                    before.of(Simulated.Figure.REDEEMED, customer),
                    after.of(Simulated.Figure.REDEEMED, customer),
                    before.of(Simulated.Figure.EXPIRED, customer),
                    after.of(Simulated.Figure.EXPIRED, customer),
                    before.of(Simulated.Figure.OUTSTANDING, customer),
                    after.of(Simulated.Figure.OUTSTANDING, customer)
                };
                if (!sink.row(cells)) {
                    return;
                }
            }
        };
        List<Heading> headings = new ArrayList<>(List.of(Heading.text("customer")));
        for (String name : List.of(
                "got_before",
                "got_after",
                "difference",
                "redeemed_before",
                "redeemed_after",
                "expired_before",
                "expired_after",
                "outstanding_before",
                "outstanding_after")) {
            Heading heading = Heading.of(name, Heading.Kind.INTEGER);
            headings.add(name.startsWith("redeemed") || name.startsWith("expired") ? heading.wideOnly() : heading);
        }
        return Table.of("siyu.points.simulate.customer/1", asOf.zone(), headings, rows)
                .with("as_of", asOf.today());
    }

    /** From which level to which other one how many customers would move. */
    public Table levels(Map<List<String>, Long> moves) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        moves.forEach((move, customers) -> rows.add(new @Nullable Object[] {move.get(0), move.get(1), customers}));
        List<Heading> headings =
                List.of(Heading.text("from"), Heading.text("to"), Heading.of("customers", Heading.Kind.INTEGER));
        return table("siyu.points.simulate.level/1", headings, rows);
    }
}
