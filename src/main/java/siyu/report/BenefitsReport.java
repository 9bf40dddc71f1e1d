package siyu.report;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import siyu.benefit.Benefit;
import siyu.benefit.BenefitStore;
import siyu.benefit.BenefitUse;
import siyu.out.Heading;
import siyu.points.Exchange;

/** {@code benefits}: what was given of each benefit in the window, to how many customers, at what cost. */
final class BenefitsReport implements Report {
    @Override
    public String name() {
        return "benefits";
    }

    @Override
    public String text() {
        return "Units of each benefit given in the window, to how many customers, what they cost, and the points they brought with their worth."
                + " 'siyu benefit report' tells it by level and compares it with what memberships bring in.";
    }

    @Override
    public List<String> example() {
        return List.of("benefits --window 2026-02", "benefits in February");
    }

    @Override
    public List<String[]> definition(Asked asked) {
        Exchange exchange = asked.facts().program().points().exchange();
        String rate = exchange == null
                ? "empty: the program does not say what points are worth"
                : "points at " + exchange.points() + " points for " + asked.money(exchange.money());
        return List.of(
                new String[] {"units", "units given, by their day"},
                new String[] {"customers", "different customers who got some"},
                new String[] {"cost", "unit costs at the time they were given"},
                new String[] {"points", "points they brought"},
                new String[] {"points_worth", rate},
                new String[] {"each", "cost / customers"});
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(Drawing.bars("benefit", "cost"), Drawing.bars("benefit", "customers"));
    }

    @Override
    public Figures run(Asked asked) {
        Figures figures = Figures.of(
                asked,
                1,
                "customers",
                Heading.text("benefit"),
                Heading.of("units", Heading.Kind.INTEGER),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("cost", Heading.Kind.MONEY),
                Heading.of("points", Heading.Kind.INTEGER),
                Heading.of("points_worth", Heading.Kind.MONEY),
                Heading.of("each", Heading.Kind.DECIMAL));
        int groups = asked.groups().size();
        Map<String, Given> benefits = new LinkedHashMap<>();
        for (Benefit benefit : asked.facts().program().benefits().benefits()) {
            benefits.put(benefit.name(), new Given(groups));
        }
        List<BenefitUse> uses = new BenefitStore(asked.facts().store())
                .between(
                        asked.dates().first().toEpochDay(),
                        Partitioned.end(asked, asked.dates().last()).today().toEpochDay());
        for (BenefitUse use : uses) {
            benefits.computeIfAbsent(use.benefit(), none -> new Given(groups))
                    .add(asked.groups().of(use.customer()), use);
        }
        Exchange exchange = asked.facts().program().points().exchange();
        for (int group = 0; group < groups; group++) {
            for (Map.Entry<String, Given> benefit : benefits.entrySet()) {
                Given given = benefit.getValue();
                long customers = given.customers[group];
                figures.row(
                        group,
                        benefit.getKey(),
                        given.units[group],
                        customers,
                        asked.money(given.cost[group]),
                        given.points[group],
                        exchange == null ? null : asked.money(exchange.value(given.points[group])),
                        customers == 0 ? null : asked.money(given.cost[group]).doubleValue() / customers);
            }
        }
        return figures.read("uses", uses.size());
    }

    /** One benefit by group. */
    private static final class Given {
        final long[] units;
        final long[] customers;
        final long[] cost;
        final long[] points;
        private final BitSet who = new BitSet();

        Given(int groups) {
            units = new long[groups];
            customers = new long[groups];
            cost = new long[groups];
            points = new long[groups];
        }

        void add(int group, BenefitUse use) {
            units[group] += use.units();
            cost[group] = Math.addExact(cost[group], use.cost());
            points[group] = Math.addExact(points[group], use.points());
            customers[group] += who.get(use.customer()) ? 0 : 1;
            who.set(use.customer());
        }
    }
}
