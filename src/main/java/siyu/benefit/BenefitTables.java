package siyu.benefit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Vocabulary;
import siyu.level.Ladder;
import siyu.out.Heading;
import siyu.out.Heading.Kind;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.points.CalendarUnit;
import siyu.points.Period;

/** Benefits as tables. */
public final class BenefitTables {
    private final BenefitRules rules;
    private final Vocabulary vocabulary;

    public BenefitTables(BenefitRules rules, Vocabulary vocabulary) {
        this.rules = rules;
        this.vocabulary = vocabulary;
    }

    private BigDecimal money(long minor) {
        return BigDecimal.valueOf(minor, vocabulary.decimals());
    }

    private static @Nullable Long limited(long number) {
        return number == Benefit.UNLIMITED ? null : (Long) number;
    }

    private @Nullable BigDecimal limitedMoney(long minor) {
        return minor == Benefit.UNLIMITED ? null : money(minor);
    }

    /** The benefits of the program, each with the levels that say how much of it they bring. */
    public Table list() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Benefit benefit : rules.benefits()) {
            boolean named = false;
            for (Allowance allowance : rules.allowances()) {
                if (allowance.benefit().name().equals(benefit.name())) {
                    rows.add(row(benefit, allowance));
                    named = true;
                }
            }
            if (!named) {
                rows.add(row(benefit, null));
            }
        }
        List<Heading> headings = List.of(
                Heading.text("benefit"),
                Heading.text("kind"),
                Heading.of("cost", Kind.MONEY),
                Heading.of("points", Kind.INTEGER),
                Heading.of("stock", Kind.INTEGER),
                Heading.of("budget", Kind.MONEY),
                Heading.text("level"),
                Heading.of("times", Kind.INTEGER),
                Heading.text("per"),
                Heading.of("year", Kind.MONEY));
        return Table.of("siyu.benefit.list/1", vocabulary.zone(), headings, Rows.of(rows));
    }

    private @Nullable Object[] row(Benefit benefit, @Nullable Allowance allowance) {
        return new @Nullable Object[] {
            benefit.name(),
            benefit.kind().word(),
            money(benefit.cost()),
            benefit.points() == 0 ? null : benefit.points(),
            limited(benefit.stock()),
            limitedMoney(benefit.budget()),
            allowance == null ? null : allowance.level(),
            allowance == null ? null : allowance.times(),
            allowance == null ? null : allowance.per().word(),
            allowance == null ? null : money(allowance.year())
        };
    }

    /** The columns of {@link #use}. */
    public static final List<String> USE =
            List.of("use", "customer", "benefit", "level", "unit", "units", "cost", "points", "at", "replay");

    /**
     * One use.
     *
     * @param stored whether it has its number for good
     */
    public Table use(BenefitUse use, String id, boolean stored, boolean replay) {
        List<Heading> headings = List.of(
                Heading.of("use", Kind.INTEGER),
                Heading.text("customer"),
                Heading.text("benefit"),
                Heading.text("level"),
                Heading.text("unit"),
                Heading.of("units", Kind.INTEGER),
                Heading.of("cost", Kind.MONEY),
                Heading.of("points", Kind.INTEGER),
                Heading.of("at", Kind.TIME),
                Heading.of("replay", Kind.BOOLEAN));
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(new @Nullable Object[] {
            stored ? (Long) use.number() : null,
            id,
            use.benefit(),
            use.level(),
            use.unit(),
            use.units(),
            money(use.cost()),
            use.points(),
            Instant.EPOCH.plus(use.at(), ChronoUnit.MICROS),
            replay
        });
        return Table.of("siyu.benefit.use/1", vocabulary.zone(), headings, Rows.of(rows))
                .one();
    }

    /** The columns of {@link #grant}. */
    public static final List<String> GRANT =
            List.of("benefit", "entitled", "customers", "units", "cost", "points", "missing");

    /** What was given to everybody. */
    public Table grant(GrantPlan plan, AsOf asOf) {
        List<Heading> headings = List.of(
                Heading.text("benefit"),
                Heading.of("entitled", Kind.INTEGER),
                Heading.of("customers", Kind.INTEGER),
                Heading.of("units", Kind.INTEGER),
                Heading.of("cost", Kind.MONEY),
                Heading.of("points", Kind.INTEGER),
                Heading.of("missing", Kind.INTEGER));
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(new @Nullable Object[] {
            plan.benefit().name(),
            plan.entitled(),
            (long) plan.uses().size(),
            plan.units(),
            money(plan.cost()),
            plan.points(),
            plan.missing()
        });
        return Table.of("siyu.benefit.grant/1", vocabulary.zone(), headings, Rows.of(rows))
                .with("as_of", asOf.today());
    }

    /**
     * What one customer has of each benefit.
     *
     * @param place of his level on the ladder
     * @param gone by benefit, over all customers
     */
    public Table status(
            Ladder ladder, int place, List<BenefitUse> uses, Function<String, Benefit.Gone> gone, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Allowance allowance : rules.at(ladder, place)) {
            Period period = Period.of(allowance.per(), asOf.today());
            long used = 0;
            LocalDate last = null;
            for (BenefitUse use : uses) {
                LocalDate day = LocalDate.ofEpochDay(use.day());
                if (use.benefit().equals(allowance.benefit().name()) && !day.isAfter(asOf.today())) {
                    used += day.isBefore(period.first()) || day.isAfter(period.last()) ? 0 : use.units();
                    last = day;
                }
            }
            Benefit benefit = allowance.benefit();
            long left = Math.max(0, allowance.times() - used);
            rows.add(new @Nullable Object[] {
                benefit.name(),
                benefit.kind().word(),
                allowance.level(),
                period.label(),
                allowance.times(),
                used,
                Math.min(left, benefit.most(gone.apply(benefit.name()))),
                allowance.per() == CalendarUnit.EVER ? null : period.last(),
                last
            });
        }
        List<Heading> headings = List.of(
                Heading.text("benefit"),
                Heading.text("kind"),
                Heading.text("from_level"),
                Heading.text("period"),
                Heading.of("times", Kind.INTEGER),
                Heading.of("used", Kind.INTEGER),
                Heading.of("left", Kind.INTEGER),
                Heading.of("until", Kind.DATE),
                Heading.of("last_used", Kind.DATE));
        return Table.of("siyu.benefit.status/1", asOf.zone(), headings, Rows.of(rows))
                .with("level", ladder.name(place))
                .with("as_of", asOf.today());
    }

    /**
     * What each benefit cost.
     *
     * @param customers by place of the ladder
     * @param sums of the period
     * @param got customers by benefit, in the period
     * @param gone by benefit, for ever
     */
    public Table report(
            Ladder ladder,
            long[] customers,
            List<BenefitStore.Sum> sums,
            Map<String, Long> got,
            Function<String, Benefit.Gone> gone,
            AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        long cost = 0;
        long year = 0;
        for (Benefit benefit : rules.benefits()) {
            long entitled = 0;
            long most = 0;
            for (int place = 0; place < customers.length; place++) {
                Allowance allowance = rules.at(ladder, place, benefit);
                entitled += allowance == null ? 0 : customers[place];
                most = Math.addExact(
                        most, allowance == null ? 0 : Math.multiplyExact(customers[place], allowance.year()));
            }
            long[] sum = new long[3];
            for (BenefitStore.Sum each : sums) {
                if (each.benefit().equals(benefit.name())) {
                    sum[0] += each.units();
                    sum[1] += each.cost();
                    sum[2] += each.points();
                }
            }
            Benefit.Gone all = gone.apply(benefit.name());
            rows.add(new @Nullable Object[] {
                benefit.name(),
                benefit.kind().word(),
                entitled,
                got.getOrDefault(benefit.name(), 0L),
                sum[0],
                money(sum[1]),
                sum[2],
                benefit.stock() == Benefit.UNLIMITED ? null : (Long) Math.max(0, benefit.stock() - all.units()),
                benefit.budget() == Benefit.UNLIMITED ? null : money(Math.max(0, benefit.budget() - all.cost())),
                money(most)
            });
            cost = Math.addExact(cost, sum[1]);
            year = Math.addExact(year, most);
        }
        List<Heading> headings = List.of(
                Heading.text("benefit"),
                Heading.text("kind"),
                Heading.of("entitled", Kind.INTEGER),
                Heading.of("customers", Kind.INTEGER),
                Heading.of("units", Kind.INTEGER),
                Heading.of("cost", Kind.MONEY),
                Heading.of("points", Kind.INTEGER),
                Heading.of("stock_left", Kind.INTEGER),
                Heading.of("budget_left", Kind.MONEY),
                Heading.of("year_at_most", Kind.MONEY));
        return Table.of("siyu.benefit.report/1", asOf.zone(), headings, Rows.of(rows))
                .with("cost", money(cost))
                .with("year_at_most", money(year))
                .with("as_of", asOf.today());
    }

    /** What benefits cost by level: all of them, and those of members; minor units. */
    public static Map<String, long[]> byLevel(List<BenefitStore.Sum> sums) {
        Map<String, long[]> found = new HashMap<>();
        for (BenefitStore.Sum sum : sums) {
            long[] costs = found.computeIfAbsent(sum.level(), level -> new long[2]);
            costs[0] = Math.addExact(costs[0], sum.cost());
            costs[1] = Math.addExact(costs[1], sum.bought() ? sum.cost() : 0);
        }
        return found;
    }
}
