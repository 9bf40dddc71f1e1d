package siyu.benefit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import siyu.level.Ladder;
import siyu.points.CalendarUnit;
import siyu.points.Entries;
import siyu.points.Period;
import siyu.points.RuleNumbers;
import siyu.points.Why;

/**
 * One benefit given to everybody whose level brings it: what each has left in his period, in order of customers, as long as stock
 * and budget last.
 *
 * @param entitled how many customers have a level that brings it
 * @param missing units that stock or budget were not enough for
 */
public record GrantPlan(Benefit benefit, List<BenefitUse> uses, long entitled, long missing) {
    /**
     * @param customers by number
     * @param used units by customer in the period of a unit that holds the day
     * @param gone what is gone of the benefit
     * @param last number of the last use of anything
     * @param at when it counts, microseconds
     */
    public static GrantPlan of(
            BenefitRules rules,
            Benefit benefit,
            Ladder ladder,
            List<Entitled.Customer> customers,
            Function<Period, Map<Integer, Long>> used,
            Benefit.Gone gone,
            long last,
            LocalDate date,
            long at) {
        Map<CalendarUnit, Map<Integer, Long>> byUnit = new EnumMap<>(CalendarUnit.class);
        List<BenefitUse> uses = new ArrayList<>();
        Benefit.Gone now = gone;
        long missing = 0;
        int day = Math.toIntExact(date.toEpochDay());
        List<@Nullable Allowance> allowances = new ArrayList<>();
        for (int place = 0; place < ladder.steps().size(); place++) {
            allowances.add(rules.at(ladder, place, benefit));
        }
        for (Entitled.Customer customer : customers) {
            Allowance allowance = allowances.get(customer.held().place());
            if (allowance == null) {
                continue;
            }
            Period period = Period.of(allowance.per(), date);
            long before = byUnit.computeIfAbsent(allowance.per(), unit -> used.apply(period))
                    .getOrDefault(customer.number(), 0L);
            long left = Math.max(0, allowance.times() - before);
            long units = Math.min(left, benefit.most(now));
            missing += left - units;
            if (units > 0) {
                Using using = new Using(
                        benefit, ladder.name(customer.held().place()), customer.held(), allowance, before, now);
                BenefitUse use = using.use(customer.number(), last + uses.size() + 1, period, units, day, at, "");
                uses.add(use);
                now = now.and(units, use.cost());
            }
        }
        return new GrantPlan(benefit, uses, customers.size(), missing);
    }

    /**
     * Why one customer gets what he gets.
     *
     * @param there whether he has a level that brings it
     * @param allowance what his level brings, or null
     * @param used units he got in the period before
     * @param written his points as entries
     */
    public Why explain(
            int customer,
            boolean there,
            @Nullable Allowance allowance,
            LocalDate date,
            long at,
            long used,
            RuleNumbers rules,
            Entries written) {
        Why why = new Why(rules);
        if (allowance == null) {
            why.about(at, "benefit", "").nothing(benefit.name(), Why.Reason.NOT_OF_LEVEL, 0);
            return why;
        }
        why.about(at, "benefit", Period.of(allowance.per(), date).label());
        long left = Math.max(0, allowance.times() - used);
        BenefitUse use = of(customer);
        if (use == null) {
            Why.Reason none = left == 0 ? Why.Reason.USED : Why.Reason.OUT;
            why.nothing(benefit.name(), there ? none : Why.Reason.ABSENT, there ? left * benefit.points() : 0);
            return why;
        }
        long missing = left - use.units();
        Why.Reason reason = missing == 0 ? Why.Reason.GIVEN : Why.Reason.OUT;
        why.reward(
                reason,
                benefit.name(),
                use.points() > 0 ? use.reward(benefit) : null,
                missing * benefit.points(),
                written);
        why.written(written, customer);
        return why;
    }

    /** What one customer gets, or null. */
    public @Nullable BenefitUse of(int customer) {
        for (BenefitUse use : uses) {
            if (use.customer() == customer) {
                return use;
            }
        }
        return null;
    }

    public long units() {
        return uses.stream().mapToLong(BenefitUse::units).sum();
    }

    /** Minor units. */
    public long cost() {
        return uses.stream().mapToLong(BenefitUse::cost).sum();
    }

    public long points() {
        return uses.stream().mapToLong(BenefitUse::points).sum();
    }
}
