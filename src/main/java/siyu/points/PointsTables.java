package siyu.points;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Vocabulary;
import siyu.out.Heading;
import siyu.out.Heading.Kind;
import siyu.out.Rows;
import siyu.out.Table;

/** Points as tables. */
public final class PointsTables {
    private PointsTables() {}

    /** The columns of {@link #earn}. */
    public static final List<String> EARN =
            List.of("rule", "events", "earnings", "points", "capped", "over_budget", "undecided");

    /** By rule what was earned. */
    public static Table earn(EarnPlan earned, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        Earned total = earned.total();
        for (int i = 0; i < earned.rules().size(); i++) {
            rows.add(new @Nullable Object[] {
                earned.rules().get(i).name(),
                total.events[i],
                total.earnings[i],
                total.points[i],
                total.capped[i],
                total.overBudget[i],
                total.undecided[i]
            });
        }
        return Table.of("siyu.points.earn/1", asOf.zone(), headings(EARN), Rows.of(rows))
                .with("as_of", asOf.today());
    }

    /** The columns of {@link #operation}. */
    public static final List<String> OPERATION =
            List.of("customer", "operation", "type", "points", "at", "balance", "available", "replay");

    /**
     * What was done for one customer.
     *
     * @param replay whether it had been done before, so that nothing was posted now
     */
    public static Table operation(
            String schema, String customer, Operation operation, Balance after, boolean replay, AsOf asOf) {
        @Nullable
        Object[] row = {
            customer,
            operation.number(),
            operation.type().word(),
            operation.points(),
            instant(operation.effective()),
            after.balance(),
            after.available(),
            replay
        };
        return Table.of(schema, asOf.zone(), operationHeadings(), Rows.of(List.<@Nullable Object[]>of(row)));
    }

    /** The columns of {@link #balance}. */
    public static final List<String> BALANCE = List.of(
            "customer", "balance", "available", "pending", "expired", "debt", "value", "next_expiry", "next_points");

    /** Balances of some customers, handed over one at a time. */
    public static Table balance(Rows rows, AsOf asOf) {
        List<Heading> headings = List.of(
                Heading.text("customer"),
                Heading.of("balance", Kind.INTEGER),
                Heading.of("available", Kind.INTEGER),
                Heading.of("pending", Kind.INTEGER),
                Heading.of("expired", Kind.INTEGER),
                Heading.of("debt", Kind.INTEGER),
                Heading.of("value", Kind.MONEY),
                Heading.of("next_expiry", Kind.DATE),
                Heading.of("next_points", Kind.INTEGER));
        return Table.of("siyu.points.balance/1", asOf.zone(), headings, rows).with("as_of", asOf.today());
    }

    /** One row of {@link #balance}. */
    public static @Nullable Object[] row(
            String customer, Balance balance, @Nullable Exchange exchange, Vocabulary vocabulary) {
        return new @Nullable Object[] {
            customer,
            balance.balance(),
            balance.available(),
            balance.pending(),
            balance.expired(),
            balance.debt(),
            money(balance.available(), exchange, vocabulary),
            day(balance.nextExpiry()),
            balance.nextExpiry() == Entries.NEVER ? null : balance.nextPoints()
        };
    }

    /** The columns of {@link #statement}. */
    public static final List<String> STATEMENT = List.of(
            "at",
            "kind",
            "points",
            "balance",
            "rule",
            "event",
            "lot",
            "available_from",
            "expires_on",
            "operation",
            "entry",
            "posting");

    /** The entries of one customer, in the order in which they count. */
    public static Table statement(Entries entries, int[] order, RuleNumbers rules, AsOf asOf) {
        Rows rows = sink -> {
            long balance = 0;
            for (int row : order) {
                balance = Math.addExact(balance, entries.points[row]);
                boolean opens = entries.opens(row);
                @Nullable
                Object[] cells = {
                    instant(entries.effective[row]),
                    siyu.points.Kind.of(entries.kind[row]).word(),
                    entries.points[row],
                    balance,
                    entries.rule[row] == 0 ? null : rules.name(entries.rule[row]),
                    entries.event.end(row) == entries.event.start(row) ? null : entries.event.get(row),
                    entries.lot[row] == Entries.DEBT ? null : (long) entries.lot[row],
                    opens ? day(entries.from[row]) : null,
                    opens ? day(entries.until[row]) : null,
                    entries.operation[row] == 0 ? null : entries.operation[row],
                    (long) entries.number[row],
                    (long) entries.posting[row]
                };
                if (!sink.row(cells)) {
                    return;
                }
            }
        };
        List<Heading> headings = List.of(
                Heading.of("at", Kind.TIME),
                Heading.text("kind"),
                Heading.of("points", Kind.INTEGER),
                Heading.of("balance", Kind.INTEGER),
                Heading.text("rule"),
                Heading.text("event"),
                Heading.of("lot", Kind.INTEGER),
                Heading.of("available_from", Kind.DATE).wideOnly(),
                Heading.of("expires_on", Kind.DATE),
                Heading.of("operation", Kind.INTEGER).wideOnly(),
                Heading.of("entry", Kind.INTEGER).wideOnly(),
                Heading.of("posting", Kind.INTEGER).wideOnly());
        return Table.of("siyu.points.statement/1", asOf.zone(), headings, rows);
    }

    /** The columns of {@link #explain}. */
    public static final List<String> EXPLAIN = List.of(
            "at",
            "what",
            "about",
            "rule",
            "why",
            "points",
            "missing",
            "lot",
            "available_from",
            "expires_on",
            "entry",
            "posting");

    /** The schema of {@link #explain}. */
    public static final String EXPLAINED = "siyu.points.explain/1";

    /** Why one customer gets what a run would give him, or nothing. */
    public static Table explain(String customer, Why why, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        long points = 0;
        for (Why.Line line : why.lines()) {
            points = Math.addExact(points, line.points());
            rows.add(new @Nullable Object[] {
                instant(line.at()),
                line.what(),
                line.about().isEmpty() ? null : line.about(),
                line.rule().isEmpty() ? null : line.rule(),
                line.reason().words(),
                line.points(),
                line.missing(),
                line.lot() == 0 ? null : (long) line.lot(),
                line.from() == 0 ? null : day(line.from()),
                line.until() == 0 ? null : day(line.until()),
                line.entry() == 0 ? null : (long) line.entry(),
                line.posting() == 0 ? null : (long) line.posting()
            });
        }
        List<Heading> headings = List.of(
                Heading.of("at", Kind.TIME),
                Heading.text("what"),
                Heading.text("about"),
                Heading.text("rule"),
                Heading.text("why"),
                Heading.of("points", Kind.INTEGER),
                Heading.of("missing", Kind.INTEGER),
                Heading.of("lot", Kind.INTEGER),
                Heading.of("available_from", Kind.DATE).wideOnly(),
                Heading.of("expires_on", Kind.DATE),
                Heading.of("entry", Kind.INTEGER).wideOnly(),
                Heading.of("posting", Kind.INTEGER).wideOnly());
        Table table = Table.of(EXPLAINED, asOf.zone(), headings, Rows.of(rows))
                .with("customer", customer)
                .with("points", points);
        for (Map.Entry<String, Object> fact : why.facts().entrySet()) {
            table = table.with(fact.getKey(), fact.getValue());
        }
        return table.with("as_of", asOf.today());
    }

    /** The columns of {@link #expire}. */
    public static final List<String> EXPIRE = List.of("customers", "lots", "points");

    /** What expired. */
    public static Table expire(long customers, long lots, long points, AsOf asOf) {
        @Nullable Object[] row = {customers, lots, points};
        return Table.of(
                        "siyu.points.expire/1",
                        asOf.zone(),
                        headings(EXPIRE),
                        Rows.of(List.<@Nullable Object[]>of(row)))
                .with("as_of", asOf.today());
    }

    /** What one customer gave another. */
    public static Table transfer(
            String customer,
            String other,
            Operation operation,
            Account left,
            Account got,
            int day,
            boolean replay,
            AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (boolean giver : new boolean[] {true, false}) {
            Balance after = Balance.of(giver ? left : got, day);
            rows.add(new @Nullable Object[] {
                giver ? customer : other,
                operation.number(),
                operation.type().word(),
                giver ? -operation.points() : operation.points(),
                instant(operation.effective()),
                after.balance(),
                after.available(),
                replay
            });
        }
        return Table.of("siyu.points.transfer/1", asOf.zone(), operationHeadings(), Rows.of(rows));
    }

    /** The columns of {@link #close}. */
    public static final List<String> CLOSE = List.of("through", "replay");

    /** What was closed. */
    public static Table close(LocalDate through, boolean replay, AsOf asOf) {
        @Nullable Object[] row = {through, replay};
        return Table.of(
                "siyu.points.close/1",
                asOf.zone(),
                List.of(Heading.of("through", Kind.DATE), Heading.of("replay", Kind.BOOLEAN)),
                Rows.of(List.<@Nullable Object[]>of(row)));
    }

    /** By month what ends in it and what is left after it. */
    public static Table forecast(Forecast forecast, @Nullable Exchange exchange, Vocabulary vocabulary, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        long rest = forecast.outstanding();
        for (Map.Entry<Long, Long> month : forecast.ending().entrySet()) {
            rest -= month.getValue();
            LocalDate first = LocalDate.of(
                    (int) Math.floorDiv(month.getKey(), 12L), (int) Math.floorMod(month.getKey(), 12L) + 1, 1);
            rows.add(new @Nullable Object[] {
                first.toString().substring(0, 7), month.getValue(), rest, money(rest, exchange, vocabulary)
            });
        }
        if (forecast.never() > 0) {
            rows.add(new @Nullable Object[] {null, null, rest, money(rest, exchange, vocabulary)});
        }
        List<Heading> headings = List.of(
                Heading.text("month"),
                Heading.of("expiring", Kind.INTEGER),
                Heading.of("outstanding", Kind.INTEGER),
                Heading.of("liability", Kind.MONEY));
        return Table.of("siyu.points.forecast/1", asOf.zone(), headings, Rows.of(rows))
                .with("as_of", asOf.today())
                .with("outstanding_now", forecast.outstanding());
    }

    /** What is outstanding in all. */
    public static Table liability(Forecast forecast, @Nullable Exchange exchange, Vocabulary vocabulary, AsOf asOf) {
        @Nullable
        Object[] row = {
            forecast.customers(),
            forecast.outstanding(),
            forecast.available(),
            forecast.pending(),
            forecast.expired(),
            forecast.debt(),
            money(forecast.outstanding(), exchange, vocabulary)
        };
        List<Heading> headings = List.of(
                Heading.of("customers", Kind.INTEGER),
                Heading.of("outstanding", Kind.INTEGER),
                Heading.of("available", Kind.INTEGER),
                Heading.of("pending", Kind.INTEGER),
                Heading.of("expired", Kind.INTEGER),
                Heading.of("debt", Kind.INTEGER),
                Heading.of("liability", Kind.MONEY));
        return Table.of("siyu.points.liability/1", asOf.zone(), headings, Rows.of(List.<@Nullable Object[]>of(row)))
                .with("as_of", asOf.today());
    }

    /** What points are worth when spent; null when the program does not say. */
    private static @Nullable BigDecimal money(long points, @Nullable Exchange exchange, Vocabulary vocabulary) {
        return exchange == null ? null : BigDecimal.valueOf(exchange.value(points), vocabulary.decimals());
    }

    private static List<Heading> operationHeadings() {
        return List.of(
                Heading.text("customer"),
                Heading.of("operation", Kind.INTEGER),
                Heading.text("type"),
                Heading.of("points", Kind.INTEGER),
                Heading.of("at", Kind.TIME),
                Heading.of("balance", Kind.INTEGER),
                Heading.of("available", Kind.INTEGER),
                Heading.of("replay", Kind.BOOLEAN).wideOnly());
    }

    private static List<Heading> headings(List<String> names) {
        List<Heading> headings = new ArrayList<>();
        for (String name : names) {
            headings.add(name.equals("rule") ? Heading.text(name) : Heading.of(name, Kind.INTEGER));
        }
        return headings;
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static @Nullable LocalDate day(int epochDay) {
        return epochDay == Entries.NEVER ? null : LocalDate.ofEpochDay(epochDay);
    }
}
