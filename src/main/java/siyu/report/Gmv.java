package siyu.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.out.Heading;

/** {@code gmv}: what was sold as customers × conversion × orders per buyer × order value, and where a change came from. */
final class Gmv implements Report {
    private static final int PERIODS = 12;
    private static final List<String> FACTORS = List.of("customers", "conversion", "frequency", "order_value");

    @Override
    public String name() {
        return "gmv";
    }

    @Override
    public String text() {
        return "Gross merchandise value by period: customers there × the part of them who bought × orders per buyer × value of an"
                + " order. With --compare one row per factor says how much of the change of the whole window came from it"
                + " (Shapley's value: the mean over all orders in which the factors could have changed); the parts add up to the"
                + " change exactly.";
    }

    @Override
    public List<String> example() {
        return List.of("gmv --window 2026-02 --compare previous", "where February's change came from");
    }

    @Override
    public List<Option> options() {
        return List.of(Option.KIND, Option.UNIT, Option.PURCHASE, Option.REFUND);
    }

    @Override
    public Dates window(LocalDate today, Asked asked) {
        return Dates.back(asked.unit(Unit.MONTH), PERIODS, today);
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(
                Drawing.lines("period", "gmv", "net"),
                Drawing.lines("period", "conversion"),
                Drawing.lines("period", "order_value"),
                Drawing.bars("factor", "contribution"));
    }

    @Override
    public boolean splits() {
        return true;
    }

    @Override
    public List<String[]> definition(Asked asked) {
        List<String> kinds = asked.facts().vocabulary().kinds();
        String purchase = kinds.get(asked.purchase());
        String refund = asked.refund() < 0 ? "none: the program has no kind 'refund'" : kinds.get(asked.refund());
        String order = Orders.of(asked, asked.purchase()).attribute < 0
                ? "events of " + purchase
                : "different values of 'order' of a customer in the period; a " + purchase
                        + " without one is one order";
        return List.of(
                new String[] {"customers", "customers with an event of " + asked.kindsText() + ", or a " + purchase},
                new String[] {"conversion", "buyers / customers"},
                new String[] {"frequency", "orders / buyers"},
                new String[] {"order_value", "gmv / orders"},
                new String[] {"buyers", "customers with a " + purchase},
                new String[] {"orders", order},
                new String[] {
                    "gmv", "sum of the amounts of " + purchase + " = customers * conversion * frequency * order_value"
                },
                new String[] {
                    "refunds", "sum of the amounts of refunds (" + refund + "), without their sign, by their own date"
                },
                new String[] {"net", "gmv - refunds"},
                new String[] {"complete", "whether all days of the period are in the window"});
    }

    @Override
    public Figures run(Asked asked) {
        Figures figures = Figures.of(
                asked,
                1,
                "customers",
                Heading.text("period"),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("conversion", Heading.Kind.SHARE),
                Heading.of("frequency", Heading.Kind.DECIMAL),
                Heading.of("order_value", Heading.Kind.DECIMAL),
                Heading.of("gmv", Heading.Kind.MONEY),
                Heading.of("refunds", Heading.Kind.MONEY),
                Heading.of("net", Heading.Kind.MONEY),
                Heading.of("buyers", Heading.Kind.INTEGER).wideOnly(),
                Heading.of("orders", Heading.Kind.INTEGER).wideOnly(),
                Heading.of("complete", Heading.Kind.BOOLEAN));
        Days days = asked.days();
        Days.Periods periods = days.periods(asked.unit(Unit.MONTH));
        Sales sales = Sales.of(asked, days, periods);
        for (int group = 0; group < asked.groups().size(); group++) {
            boolean begun = !asked.trims();
            for (int period = 0; period < periods.size(); period++) {
                Totals totals = Totals.of(sales, group, period);
                begun |= totals.customers > 0 || totals.refunds != 0;
                if (begun) {
                    figures.row(
                            group,
                            periods.names().get(period),
                            totals.customers,
                            Figures.share(totals.buyers, totals.customers),
                            Figures.share(totals.orders, totals.buyers),
                            totals.orders == 0 ? null : asked.money(totals.gmv).doubleValue() / totals.orders,
                            asked.money(totals.gmv),
                            asked.money(totals.refunds),
                            asked.money(Math.subtractExact(totals.gmv, totals.refunds)),
                            totals.buyers,
                            totals.orders,
                            periods.complete(period));
                    figures.behind(totals.buyers, totals.refunders);
                }
            }
        }
        return Events.told(figures, List.of(sales));
    }

    /** The change of the whole window by factor. */
    @Override
    public Figures compare(Asked asked, Asked before) {
        Figures figures = Figures.of(
                asked,
                1,
                "customers",
                Heading.text("factor"),
                Heading.of("before", Heading.Kind.DECIMAL),
                Heading.of("after", Heading.Kind.DECIMAL),
                Heading.of("contribution", Heading.Kind.MONEY),
                Heading.text("part_of"),
                Heading.of("customers", Heading.Kind.INTEGER).wideOnly());
        Sales now = whole(asked);
        Sales then = whole(before);
        for (int group = 0; group < asked.groups().size(); group++) {
            Totals is = Totals.of(now, group, 0);
            Totals was = Totals.of(then, group, 0);
            long[] parts = Shapley.split(was.factors(), is.factors(), Math.subtractExact(is.gmv, was.gmv));
            for (int i = 0; i < parts.length; i++) {
                figures.row(
                        group,
                        FACTORS.get(i),
                        factor(asked, was, i),
                        factor(asked, is, i),
                        asked.money(parts[i]),
                        "gmv",
                        is.customers);
                behind(figures, was, is);
            }
            money(figures, asked, group, "gmv", was.gmv, is.gmv, "net", is.customers);
            behind(figures, was, is);
            money(
                    figures,
                    asked,
                    group,
                    "refunds",
                    Math.negateExact(was.refunds),
                    Math.negateExact(is.refunds),
                    "net",
                    is.customers);
            behind(figures, was, is);
            money(figures, asked, group, "net", was.gmv - was.refunds, is.gmv - is.refunds, null, is.customers);
            behind(figures, was, is);
        }
        return Events.told(figures, List.of(now, then));
    }

    private static void behind(Figures figures, Totals was, Totals is) {
        figures.behind(was.customers, was.buyers, was.refunders, is.buyers, is.refunders);
    }

    private static void money(
            Figures figures,
            Asked asked,
            int group,
            String name,
            long was,
            long is,
            @Nullable String of,
            long customers) {
        BigDecimal change = asked.money(Math.subtractExact(is, was));
        figures.row(group, name, asked.money(was), asked.money(is), change, of, customers);
    }

    private static @Nullable Object factor(Asked asked, Totals totals, int factor) {
        return switch (factor) {
            case 0 -> (double) totals.customers;
            case 1 -> Figures.share(totals.buyers, totals.customers);
            case 2 -> Figures.share(totals.orders, totals.buyers);
            default -> totals.orders == 0 ? null : asked.money(totals.gmv).doubleValue() / totals.orders;
        };
    }

    /** The whole window as one period. */
    private static Sales whole(Asked asked) {
        Days days = asked.days();
        List<LocalDate> last = new ArrayList<>(List.of(asked.dates().last()));
        return Sales.of(
                asked,
                days,
                new Days.Periods(
                        List.of("all"),
                        last,
                        new int[days.size],
                        false,
                        asked.dates().last().plusDays(1)));
    }

    /** What was sold in one period; money in minor units. */
    private record Totals(long customers, long buyers, long orders, long gmv, long refunds, long refunders) {
        static Totals of(Sales sales, int group, int period) {
            return new Totals(
                    sales.customersActive[group][period],
                    sales.buyers[group][period],
                    sales.orderCount[group][period],
                    sales.gmv[group][period],
                    sales.refunds[group][period],
                    sales.refunders[group][period]);
        }

        /** Their product is the value in minor units; NaN for a factor that has no meaning because one before it is zero. */
        double[] factors() {
            return new double[] {
                customers,
                customers == 0 ? Double.NaN : buyers / (double) customers,
                buyers == 0 ? Double.NaN : orders / (double) buyers,
                orders == 0 ? Double.NaN : gmv / (double) orders
            };
        }
    }
}
