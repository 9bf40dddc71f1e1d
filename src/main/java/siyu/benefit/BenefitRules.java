package siyu.benefit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.level.Ladder;

/**
 * {@code benefits:} and {@code levels.benefits:} of a program.
 *
 * @param benefits in the order of the files
 * @param allowances as they stand with the levels
 */
public record BenefitRules(List<Benefit> benefits, List<Allowance> allowances) {
    public static final BenefitRules NONE = new BenefitRules(List.of(), List.of());

    /** The benefit of a name, or null. */
    public @Nullable Benefit named(String name) {
        for (Benefit benefit : benefits) {
            if (benefit.name().equals(name)) {
                return benefit;
            }
        }
        return null;
    }

    /** What a place of a ladder brings of a benefit, or null: what it says itself, else what the next lower one says. */
    public @Nullable Allowance at(Ladder ladder, int place, Benefit benefit) {
        for (int below = place; below >= 0; below--) {
            for (Allowance allowance : allowances) {
                if (allowance.level().equals(ladder.name(below))
                        && allowance.benefit().name().equals(benefit.name())) {
                    return allowance;
                }
            }
        }
        return null;
    }

    /** Everything a place of a ladder brings, in the order of the benefits. */
    public List<Allowance> at(Ladder ladder, int place) {
        List<Allowance> found = new ArrayList<>();
        for (Benefit benefit : benefits) {
            Allowance allowance = at(ladder, place, benefit);
            if (allowance != null) {
                found.add(allowance);
            }
        }
        return found;
    }

    /** What a year of a place costs for one customer who uses everything, minor units. */
    public long year(Ladder ladder, int place) {
        long sum = 0;
        for (Allowance allowance : at(ladder, place)) {
            sum = Math.addExact(sum, allowance.year());
        }
        return sum;
    }
}
