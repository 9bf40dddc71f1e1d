package siyu.benefit;

import org.jspecify.annotations.Nullable;
import siyu.level.Held;
import siyu.points.CalendarUnit;
import siyu.points.Period;

/**
 * Decides whether one customer gets units of a benefit. Pure.
 *
 * @param level by name, that he has
 * @param allowance what the level brings, or null
 * @param used units he got in the period
 * @param gone what is gone of the benefit over all customers
 */
public record Using(
        Benefit benefit, String level, Held held, @Nullable Allowance allowance, long used, Benefit.Gone gone) {
    /**
     * All units or none.
     *
     * @param period of the allowance that holds the day
     * @throws siyu.core.Failure when the level does not bring it, the units of the period are used, or stock or budget are
     */
    public BenefitUse decide(
            String id, int customer, long number, Period period, long units, int day, long at, String key) {
        if (allowance == null) {
            throw BenefitCode.NOT_ENTITLED
                    .problem("'" + id + "' is '" + level + "', which does not bring '" + benefit.name() + "'")
                    .hint("siyu benefit list")
                    .failure();
        }
        if (units > allowance.times() - used) {
            throw BenefitCode.USED_UP
                    .problem("'" + id + "' gets " + allowance.text() + " of '" + benefit.name() + "' and has used "
                            + used + (allowance.per() == CalendarUnit.EVER ? "" : " until " + period.last()))
                    .hint("siyu benefit status " + id)
                    .failure();
        }
        if (benefit.stock() != Benefit.UNLIMITED && units > benefit.stock() - gone.units()) {
            throw BenefitCode.OUT_OF_STOCK
                    .problem("of '" + benefit.name() + "' there are " + Math.max(0, benefit.stock() - gone.units())
                            + " left")
                    .failure();
        }
        if (units > benefit.affordable(gone)) {
            throw BenefitCode.OVER_BUDGET
                    .problem("the budget of '" + benefit.name() + "' is enough for " + benefit.affordable(gone)
                            + " more")
                    .failure();
        }
        return use(customer, number, period, units, day, at, key);
    }

    /** The use itself, of units that were found to be there. */
    BenefitUse use(int customer, long number, Period period, long units, int day, long at, String key) {
        return new BenefitUse(
                number,
                benefit.name(),
                customer,
                level,
                held.bought(),
                period.label() + "/" + (used + 1),
                units,
                Math.multiplyExact(units, benefit.cost()),
                Math.multiplyExact(units, benefit.points()),
                day,
                at,
                key);
    }
}
