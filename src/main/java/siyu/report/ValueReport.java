package siyu.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.benefit.BenefitStore;
import siyu.benefit.BenefitUse;
import siyu.customer.Parallel;
import siyu.fact.Population;
import siyu.out.Heading;
import siyu.points.Exchange;
import siyu.points.Ledger;
import siyu.points.PointsStore;
import siyu.referral.Award;
import siyu.referral.ReferralStore;
import siyu.rule.Definition;
import siyu.segment.Segmented;

/** {@code value}: what customers of each segment are worth, and what they cost. */
final class ValueReport implements Report {
    @Override
    public String name() {
        return "value";
    }

    @Override
    public String text() {
        return "Customers by segment of 'ring' (or of another --segmentation) at the end of the window: which part of the buyers came again,"
                + " how often and for how much they bought in it, how many of them invited others, and what points, benefits and"
                + " rewards for them cost.";
    }

    @Override
    public List<String> example() {
        return List.of("value --segmentation lifecycle --window 2026-02", "the stages in February");
    }

    @Override
    public List<Option> options() {
        return List.of(Option.SEGMENTATION, Option.PURCHASE);
    }

    @Override
    public Dates window(LocalDate today, Asked asked) {
        return Dates.of("90d", today);
    }

    @Override
    public List<String[]> definition(Asked asked) {
        Exchange exchange = asked.facts().program().points().exchange();
        String rate = exchange == null
                ? "nothing for points, as the program does not say what they are worth"
                : "points earned less points reversed at " + exchange.points() + " for "
                        + asked.money(exchange.money());
        return List.of(
                new String[] {
                    "segment",
                    "segment of '" + Partitioned.segmentation(asked, "ring").name() + "' when the window ends"
                },
                new String[] {"customers", "customers in the segment then"},
                new String[] {"loyalty", "customers with two or more orders in the window / customers with one or more"
                },
                new String[] {"frequency", "orders / customers with one or more"},
                new String[] {"order_value", "gmv / orders"},
                new String[] {"gmv", "what was bought in the window"},
                new String[] {"per_customer", "gmv / customers"},
                new String[] {"referral_rate", "customers who invited somebody in the window / customers"},
                new String[] {
                    "cost", rate + "; costs of benefits; rewards for referrals in money, less those taken back"
                });
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(
                Drawing.bars("segment", "gmv", "cost"),
                Drawing.bars("segment", "per_customer"),
                Drawing.bars("segment", "loyalty", "referral_rate"));
    }

    @Override
    public Figures run(Asked asked) {
        Figures figures = Figures.of(
                asked,
                1,
                "customers",
                Heading.text("segment"),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("loyalty", Heading.Kind.SHARE),
                Heading.of("frequency", Heading.Kind.DECIMAL),
                Heading.of("order_value", Heading.Kind.DECIMAL),
                Heading.of("gmv", Heading.Kind.MONEY),
                Heading.of("per_customer", Heading.Kind.DECIMAL),
                Heading.of("referral_rate", Heading.Kind.SHARE),
                Heading.of("cost", Heading.Kind.MONEY));
        Definition.Segmentation segmentation = Partitioned.segmentation(asked, "ring");
        Segmented now = Partitioned.run(
                asked, segmentation, Partitioned.end(asked, asked.dates().last()));
        PerCustomer did = PerCustomer.of(asked);
        int width = now.names().size() + 1;
        Worth[] all = new Worth[asked.groups().size() * width];
        java.util.Arrays.setAll(all, none -> new Worth());
        int[] places = new int[now.codes().length];
        for (int customer = 0; customer < places.length; customer++) {
            short code = now.codes()[customer];
            places[customer] =
                    code == Segmented.ABSENT ? -1 : asked.groups().of(customer) * width + (code < 0 ? width - 1 : code);
            if (places[customer] >= 0) {
                all[places[customer]].add(did, customer);
            }
        }
        Exchange exchange = asked.facts().program().points().exchange();
        costs(asked, places, all, exchange != null);
        for (int place = 0; place < all.length; place++) {
            Worth worth = all[place];
            boolean none = place % width == width - 1;
            if (!none || worth.customers > 0) {
                figures.row(
                        place / width,
                        worth.row(asked, none ? null : now.names().get(place % width), exchange));
                figures.behind(worth.buyers, worth.inviters);
            }
        }
        return Events.told(figures, List.of(did));
    }

    /**
     * What was given to customers in the window.
     *
     * @param points whether points are worth something; otherwise the ledger is not asked
     */
    private static void costs(Asked asked, int[] places, Worth[] all, boolean points) {
        long from = asked.days().from();
        long end = asked.end();
        if (points) {
            earned(asked, places, all, from, end);
        }
        List<BenefitUse> uses = new BenefitStore(asked.facts().store())
                .between(
                        asked.dates().first().toEpochDay(),
                        Partitioned.end(asked, asked.dates().last()).today().toEpochDay());
        for (BenefitUse use : uses) {
            if (places[use.customer()] >= 0) {
                all[places[use.customer()]].spend(use.cost());
            }
        }
        for (ReferralStore.Row reward : new ReferralStore(asked.facts().store()).rewards(-1)) {
            boolean money = reward.award().unit() == Award.Unit.MONEY && !reward.refused();
            if (money && reward.at() >= from && reward.at() < end && places[reward.customer()] >= 0) {
                all[places[reward.customer()]].spend(
                        reward.back()
                                ? -reward.award().amount()
                                : reward.award().amount());
            }
        }
    }

    private static void earned(Asked asked, int[] places, Worth[] all, long from, long end) {
        PointsStore points = new PointsStore(asked.facts().store());
        Ledger ledger = points.ledger();
        Parallel.each((places.length + Population.RANGE - 1) / Population.RANGE, () -> range -> {
            long[] mine = new long[all.length];
            points.earned(range, ledger, from, end, (customer, given) -> {
                int place = places[customer];
                if (place >= 0) {
                    mine[place] = Math.addExact(mine[place], given);
                }
            });
            synchronized (all) {
                for (int place = 0; place < mine.length; place++) {
                    all[place].points = Math.addExact(all[place].points, mine[place]);
                }
            }
        });
    }

    /** Sums over the customers of one segment. */
    private static final class Worth {
        long customers;
        long buyers;
        long again;
        long orders;
        long gmv;
        long inviters;
        long points;
        private long cost;

        void add(PerCustomer did, int customer) {
            customers++;
            buyers += did.bought[customer] > 0 ? 1 : 0;
            again += did.bought[customer] > 1 ? 1 : 0;
            orders += did.bought[customer];
            gmv = Math.addExact(gmv, did.spent[customer]);
            inviters += did.invited[customer] ? 1 : 0;
        }

        void spend(long money) {
            cost = Math.addExact(cost, money);
        }

        @Nullable
        Object[] row(Asked asked, @Nullable String segment, @Nullable Exchange exchange) {
            double value = asked.money(gmv).doubleValue();
            long given = exchange == null ? 0 : exchange.value(Math.max(0, points));
            return new @Nullable Object[] {
                segment,
                customers,
                Figures.share(again, buyers),
                Figures.share(orders, buyers),
                orders == 0 ? null : (Double) (value / orders),
                asked.money(gmv),
                customers == 0 ? null : (Double) (value / customers),
                Figures.share(inviters, customers),
                asked.money(Math.addExact(cost, given))
            };
        }
    }
}
