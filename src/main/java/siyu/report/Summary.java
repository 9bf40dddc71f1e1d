package siyu.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.out.Heading;

/** {@code summary}: the few figures of a day or a week that one sends to others. */
final class Summary implements Report {
    @Override
    public String name() {
        return "summary";
    }

    @Override
    public String text() {
        return "The figures of a day (--window today), a week (last_week) or any other window, beside those of the one before it: to"
                + " be pasted into a message, best with -o markdown.";
    }

    @Override
    public List<String> example() {
        return List.of("summary --window 2026-W08", "one week beside the week before");
    }

    @Override
    public List<Option> options() {
        return List.of(Option.KIND, Option.PURCHASE, Option.REFUND);
    }

    @Override
    public Dates window(LocalDate today, Asked asked) {
        return Dates.of("today", today);
    }

    @Override
    public List<String[]> definition(Asked asked) {
        String purchase = asked.facts().vocabulary().kinds().get(asked.purchase());
        return List.of(
                new String[] {"customers", "customers registered by the end of the window"},
                new String[] {"new", "customers registered in it"},
                new String[] {"active", "customers with an event of " + asked.kindsText() + " in it, or a " + purchase},
                new String[] {"buyers", "customers with a " + purchase + " in it"},
                new String[] {"orders", "orders in it, as in 'siyu report gmv'"},
                new String[] {"gmv", "sum of the amounts of " + purchase},
                new String[] {"refunds", "sum of the amounts of refunds, without their sign"},
                new String[] {"before", "the same of the window before: as long, ending the day before this one begins"
                },
                new String[] {"change", "(now - before) / before"});
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(Drawing.bars("figure", "change"));
    }

    @Override
    public Figures run(Asked asked) {
        Figures figures = Figures.of(
                asked,
                1,
                "customers",
                Heading.text("figure"),
                Heading.of("now", Heading.Kind.DECIMAL),
                Heading.of("before", Heading.Kind.DECIMAL),
                Heading.of("change", Heading.Kind.SHARE),
                Heading.of("customers", Heading.Kind.INTEGER).wideOnly());
        Asked earlier = asked.over(
                asked.dates().compared("previous", asked.facts().asOf().today()));
        Moment now = Moment.of(asked);
        Moment before = Moment.of(earlier);
        for (int group = 0; group < asked.groups().size(); group++) {
            long customers = now.there[group];
            row(figures, group, "customers", now.there[group], before.there[group], customers);
            figures.behind(before.there[group]);
            row(figures, group, "new", now.fresh[group], before.fresh[group], customers);
            figures.behind(now.fresh[group], before.fresh[group]);
            row(
                    figures,
                    group,
                    "active",
                    now.sales.customersActive[group][0],
                    before.sales.customersActive[group][0],
                    customers);
            figures.behind(now.sales.customersActive[group][0], before.sales.customersActive[group][0]);
            row(figures, group, "buyers", now.sales.buyers[group][0], before.sales.buyers[group][0], customers);
            figures.behind(now.sales.buyers[group][0], before.sales.buyers[group][0]);
            row(figures, group, "orders", now.sales.orderCount[group][0], before.sales.orderCount[group][0], customers);
            figures.behind(now.sales.buyers[group][0], before.sales.buyers[group][0]);
            money(figures, asked, group, "gmv", now.sales.gmv[group][0], before.sales.gmv[group][0], customers);
            figures.behind(now.sales.buyers[group][0], before.sales.buyers[group][0]);
            money(
                    figures,
                    asked,
                    group,
                    "refunds",
                    now.sales.refunds[group][0],
                    before.sales.refunds[group][0],
                    customers);
            figures.behind(now.sales.refunders[group][0], before.sales.refunders[group][0]);
        }
        return Events.told(figures, List.of(now.sales, before.sales));
    }

    private static void row(Figures figures, int group, String name, long now, long before, long customers) {
        figures.row(
                group,
                name,
                BigDecimal.valueOf(now),
                BigDecimal.valueOf(before),
                Figures.share(now - before, before),
                customers);
    }

    private static void money(
            Figures figures, Asked asked, int group, String name, long now, long before, long customers) {
        @Nullable Double change = Figures.share(now - before, before);
        figures.row(group, name, asked.money(now), asked.money(before), change, customers);
    }

    /** What was sold in a window, who was there at its end and who came in it. */
    private record Moment(Sales sales, long[] there, long[] fresh) {
        static Moment of(Asked asked) {
            Days days = asked.days();
            LocalDate last = asked.dates().last();
            Sales sales = Sales.of(
                    asked,
                    days,
                    new Days.Periods(List.of("all"), List.of(last), new int[days.size], false, last.plusDays(1)));
            int groups = asked.groups().size();
            List<Counter> counters = asked.facts()
                    .population()
                    .scan(Needs.nothing(), Partitioned.end(asked, last), () -> new Counter(asked, groups));
            Counter all = counters.get(0);
            for (Counter counter : counters.subList(1, counters.size())) {
                Events.add(counter.there, all.there);
                Events.add(counter.fresh, all.fresh);
            }
            return new Moment(sales, all.there, all.fresh);
        }
    }

    /** Counts the customers of its blocks; when they registered is always read. */
    private static final class Counter implements Population.Visitor {
        private final Groups groups;
        private final long first;
        private final int registered;
        final long[] there;
        final long[] fresh;

        Counter(Asked asked, int groupCount) {
            this.groups = asked.groups();
            this.first = asked.dates().first().toEpochDay();
            this.registered = asked.facts().vocabulary().customer("registered");
            this.there = new long[groupCount];
            this.fresh = new long[groupCount];
        }

        @Override
        public void visit(CustomerBlock block) {
            Column dates = Objects.requireNonNull(block.attributes[registered], "registered is always read");
            for (int row = 0; row < block.size; row++) {
                if (block.present == null || block.present[row] != 0) {
                    int group = groups.of(block.first + row);
                    there[group]++;
                    fresh[group] += dates.known[row] != 0 && dates.longs[row] >= first ? 1 : 0;
                }
            }
        }
    }
}
