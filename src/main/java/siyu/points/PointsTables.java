package siyu.points;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
        List<Heading> headings = List.of(
                Heading.text("customer"),
                Heading.of("operation", Kind.INTEGER),
                Heading.text("type"),
                Heading.of("points", Kind.INTEGER),
                Heading.of("at", Kind.TIME),
                Heading.of("balance", Kind.INTEGER),
                Heading.of("available", Kind.INTEGER),
                Heading.of("replay", Kind.BOOLEAN).wideOnly());
        return Table.of(schema, asOf.zone(), headings, Rows.of(List.<@Nullable Object[]>of(row)));
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
            exchange == null ? null : BigDecimal.valueOf(exchange.value(balance.available()), vocabulary.decimals()),
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
