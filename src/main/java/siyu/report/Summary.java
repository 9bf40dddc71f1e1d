package siyu.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Population;
import siyu.out.Heading;

/** {@code summary}: the few figures of a day or a week that one sends to others. */
final class Summary implements Report {
    private static final int BEFORE = 0;
    private static final int NOW = 1;

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
        Dates dates = asked.dates();
        Dates earlier = dates.compared("previous", asked.facts().asOf().today());
        Days days = new Days(
                new Dates(earlier.first(), dates.last()),
                asked.facts().vocabulary().zone());
        int[] periodOf = new int[days.size];
        Arrays.fill(periodOf, earlier.days(), days.size, NOW);
        Days.Periods periods = new Days.Periods(
                List.of("before", "now"),
                List.of(earlier.last(), dates.last()),
                periodOf,
                false,
                dates.last().plusDays(1));
        List<Worker> workers = asked.facts()
                .population()
                .scan(
                        Sales.needs(asked),
                        List.of(
                                Partitioned.end(asked, earlier.last()),
                                Partitioned.end(asked, dates.last()),
                                asked.facts().asOf()),
                        () -> new Worker(asked, List.of(earlier, dates), new Sales(asked, days, periods)));
        Sales sales = Sales.all(workers.stream().map(worker -> worker.sales).toList());
        long[][] there = new long[asked.groups().size()][periods.size()];
        long[][] fresh = new long[asked.groups().size()][periods.size()];
        for (Worker worker : workers) {
            Events.add(worker.there, there);
            Events.add(worker.fresh, fresh);
        }
        for (int group = 0; group < asked.groups().size(); group++) {
            long customers = there[group][NOW];
            row(figures, group, "customers", there[group], customers);
            figures.behind(there[group][BEFORE]);
            row(figures, group, "new", fresh[group], customers);
            figures.behind(fresh[group]);
            row(figures, group, "active", sales.customersActive[group], customers);
            figures.behind(sales.customersActive[group]);
            row(figures, group, "buyers", sales.buyers[group], customers);
            figures.behind(sales.buyers[group]);
            row(figures, group, "orders", sales.orderCount[group], customers);
            figures.behind(sales.buyers[group]);
            money(figures, asked, group, "gmv", sales.gmv[group], customers);
            figures.behind(sales.buyers[group]);
            money(figures, asked, group, "refunds", sales.refunds[group], customers);
            figures.behind(sales.refunders[group]);
        }
        return Events.told(figures, List.of(sales));
    }

    private static void row(Figures figures, int group, String name, long[] counts, long customers) {
        figures.row(
                group,
                name,
                BigDecimal.valueOf(counts[NOW]),
                BigDecimal.valueOf(counts[BEFORE]),
                Figures.share(counts[NOW] - counts[BEFORE], counts[BEFORE]),
                customers);
    }

    private static void money(Figures figures, Asked asked, int group, String name, long[] sums, long customers) {
        @Nullable Double change = Figures.share(sums[NOW] - sums[BEFORE], sums[BEFORE]);
        figures.row(group, name, asked.money(sums[NOW]), asked.money(sums[BEFORE]), change, customers);
    }

    /** Adds up its blocks: who was there at the end of each window and who came in it, and, as of now, what was sold. */
    private static final class Worker implements Population.Dated {
        private final Groups groups;
        private final List<Dates> windows;
        private final int registered;
        final Sales sales;

        /** By group and window. */
        final long[][] there;

        final long[][] fresh;

        Worker(Asked asked, List<Dates> windows, Sales sales) {
            this.groups = asked.groups();
            this.windows = windows;
            this.registered = asked.facts().vocabulary().customer("registered");
            this.sales = sales;
            this.there = new long[groups.size()][windows.size()];
            this.fresh = new long[groups.size()][windows.size()];
        }

        @Override
        public void visit(int date, CustomerBlock block) {
            if (date == windows.size()) {
                sales.visit(block);
                return;
            }
            Column dates = Objects.requireNonNull(block.attributes[registered], "registered is always read");
            long first = windows.get(date).first().toEpochDay();
            for (int row = 0; row < block.size; row++) {
                if (block.present == null || block.present[row] != 0) {
                    int group = groups.of(block.first + row);
                    there[group][date]++;
                    fresh[group][date] += dates.known[row] != 0 && dates.longs[row] >= first ? 1 : 0;
                }
            }
        }
    }
}
