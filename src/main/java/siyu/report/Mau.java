package siyu.report;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.core.Nearest;
import siyu.fact.Attribute;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Type;
import siyu.out.Heading;

/** {@code mau}: active customers by month beside the assets under management at its end. */
final class Mau implements Report {
    private static final int MONTHS = 12;

    @Override
    public String name() {
        return "mau";
    }

    @Override
    public String text() {
        return "Active customers of each month, how many of them on a day, and the assets under management when it ended: a money"
                + " attribute of everybody then there, as it was known then. By default that is 'aum', or the first money"
                + " attribute; --of names another.";
    }

    @Override
    public List<String> example() {
        return List.of("mau --window 3m", "the last three months");
    }

    @Override
    public List<Option> options() {
        return List.of(Option.KIND, Option.OF, Option.UNIT);
    }

    @Override
    public Dates window(LocalDate today, Asked asked) {
        return Dates.back(asked.unit(Unit.MONTH), MONTHS, today);
    }

    @Override
    public List<String[]> definition(Asked asked) {
        int of = attribute(asked);
        String aum = of < 0
                ? "no money attribute"
                : asked.facts().vocabulary().customer().get(of).name();
        return List.of(
                new String[] {"mau", "customers with an event of " + asked.kindsText() + " in the period"},
                new String[] {
                    "mean_dau", "customers active on a day, on average over the days of the period in the window"
                },
                new String[] {"stickiness", "mean_dau / mau"},
                new String[] {"customers", "customers registered by the end of the period"},
                new String[] {"aum", "sum of " + aum + " over them, as known at the end of the period"},
                new String[] {"complete", "whether all days of the period are in the window"});
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(
                Drawing.lines("period", "mau"), Drawing.lines("period", "aum"), Drawing.lines("period", "stickiness"));
    }

    @Override
    public Figures run(Asked asked) {
        Figures figures = Figures.of(
                asked,
                1,
                "mau",
                Heading.text("period"),
                Heading.of("mau", Heading.Kind.INTEGER),
                Heading.of("mean_dau", Heading.Kind.DECIMAL),
                Heading.of("stickiness", Heading.Kind.SHARE),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("aum", Heading.Kind.MONEY),
                Heading.of("complete", Heading.Kind.BOOLEAN));
        Days days = asked.days();
        Days.Periods periods = days.periods(asked.unit(Unit.MONTH));
        int[] sizes = new int[periods.size()];
        for (int period : periods.of()) {
            sizes[period]++;
        }
        boolean[] kinds = asked.kinds();
        List<Worker> workers = Events.scan(asked, Asked.events(), () -> new Worker(asked, days, periods, kinds));
        Worker all = workers.get(0);
        for (Worker worker : workers.subList(1, workers.size())) {
            Events.add(worker.active, all.active);
            Events.add(worker.activeDays, all.activeDays);
        }
        int first = asked.trims() ? begin(all) : 0;
        Assets[] assets = new Assets[periods.size()];
        for (int period = first; period < assets.length; period++) {
            assets[period] = assets(asked, periods.lasts().get(period));
        }
        for (int group = 0; group < asked.groups().size(); group++) {
            for (int period = first; period < assets.length; period++) {
                long mau = all.active[group][period];
                double mean = all.activeDays[group][period] / (double) sizes[period];
                Assets then = Objects.requireNonNull(assets[period]);
                figures.row(
                        group,
                        periods.names().get(period),
                        mau,
                        mean,
                        Figures.share(mean, (double) mau),
                        then.customers[group],
                        then.attribute < 0 ? null : asked.money(then.sum[group]),
                        periods.complete(period));
                figures.behind(then.customers[group]);
            }
        }
        return Events.told(figures, workers);
    }

    private static int begin(Worker all) {
        int first = all.active[0].length - 1;
        for (long[] active : all.active) {
            for (int period = 0; period < first; period++) {
                first = active[period] > 0 ? period : first;
            }
        }
        return first;
    }

    /** The money attribute to sum up, or -1 when there is none. */
    private static int attribute(Asked asked) {
        List<Attribute> attributes = asked.facts().vocabulary().customer();
        List<String> money = attributes.stream()
                .filter(attribute -> attribute.type().kind() == Type.Kind.MONEY)
                .map(Attribute::name)
                .toList();
        String given = asked.text(Option.OF);
        if (given != null && !money.contains(given)) {
            @Nullable String nearest = Nearest.hint(given, money);
            throw ReportCode.UNKNOWN_PART
                    .problem("customers have no money attribute '" + given + "'")
                    .hint(nearest == null ? "they have " + String.join(", ", money) : nearest)
                    .failure();
        }
        String name = given != null ? given : money.contains("aum") || money.isEmpty() ? "aum" : money.get(0);
        return asked.facts().vocabulary().customer(name);
    }

    private static Assets assets(Asked asked, LocalDate last) {
        AsOf now = asked.facts().asOf();
        AsOf then = last.isBefore(now.today()) ? AsOf.date(last, now.zone()) : now;
        int attribute = attribute(asked);
        BitSet wanted = new BitSet();
        if (attribute >= 0) {
            wanted.set(attribute);
        }
        List<Assets> workers = asked.facts()
                .population()
                .scan(new Needs(wanted, new BitSet()), then, () -> new Assets(asked.groups(), attribute));
        Assets all = workers.get(0);
        for (Assets worker : workers.subList(1, workers.size())) {
            Events.add(worker.customers, all.customers);
            for (int i = 0; i < all.sum.length; i++) {
                all.sum[i] = Math.addExact(all.sum[i], worker.sum[i]);
            }
        }
        return all;
    }

    /** By group: how many customers there are, and what the attribute sums up to. */
    private static final class Assets implements Population.Visitor {
        private final Groups groups;
        private final int attribute;
        final long[] customers;
        final long[] sum;

        Assets(Groups groups, int attribute) {
            this.groups = groups;
            this.attribute = attribute;
            this.customers = new long[groups.size()];
            this.sum = new long[groups.size()];
        }

        @Override
        public void visit(CustomerBlock block) {
            Column money = attribute < 0 ? null : block.attributes[attribute];
            for (int row = 0; row < block.size; row++) {
                if (block.present == null || block.present[row] != 0) {
                    int group = groups.of(block.first + row);
                    customers[group]++;
                    if (money != null) {
                        sum[group] = Math.addExact(sum[group], money.longs[row]);
                    }
                }
            }
        }
    }

    /** By group and period: customers active in it, and the days they were, together. */
    private static final class Worker extends Events {
        private final Days days;
        private final int[] periodOf;
        private final boolean[] wanted;
        final long[][] active;
        final long[][] activeDays;

        Worker(Asked asked, Days days, Days.Periods periods, boolean[] wanted) {
            super(asked);
            this.days = days;
            this.periodOf = periods.of();
            this.wanted = wanted;
            active = new long[asked.groups().size()][periods.size()];
            activeDays = new long[asked.groups().size()][periods.size()];
        }

        @Override
        void customer(int number, int group, int from, int to) {
            long first = days.from();
            long end = days.to();
            int lastDay = -1;
            int lastPeriod = -1;
            for (int i = from; i < to && at[i] < end; i++) {
                if (at[i] < first || !wanted[kinds[i]]) {
                    continue;
                }
                counted++;
                int day = days.day(at[i]);
                if (day != lastDay) {
                    lastDay = day;
                    activeDays[group][periodOf[day]]++;
                    if (periodOf[day] != lastPeriod) {
                        lastPeriod = periodOf[day];
                        active[group][lastPeriod]++;
                    }
                }
            }
        }
    }
}
