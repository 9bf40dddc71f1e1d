package siyu.benefit;

import siyu.points.Entries;
import siyu.points.Reward;
import siyu.points.RuleNumbers;
import siyu.points.Why;

/**
 * Units of a benefit that a customer got.
 *
 * @param number from 1 over all of them
 * @param level that brought it
 * @param bought whether he had that level only by a membership
 * @param unit which units of the period they are: {@code 2026-Q1/1} is its first
 * @param cost minor units
 * @param day epoch day in the program's zone
 * @param at microseconds
 * @param key what it is known by for ever; empty for none
 */
public record BenefitUse(
        long number,
        String benefit,
        int customer,
        String level,
        boolean bought,
        String unit,
        long units,
        long cost,
        long points,
        int day,
        long at,
        String key) {
    /** What the ledger gets, if it brings points. */
    public Reward reward(Benefit of) {
        return new Reward(customer, "benefit", of.rule(), unit, points, at);
    }

    /**
     * Why its customer gets it: the use, with its points.
     *
     * @param written its points as entries
     */
    public Why explain(Benefit of, RuleNumbers rules, Entries written) {
        Why why = why(rules);
        why.reward(Why.Reason.GIVEN, benefit, points > 0 ? reward(of) : null, 0, written);
        why.written(written, customer);
        return why;
    }

    /** The same when it was recorded before, so that nothing is given. */
    public Why recorded(RuleNumbers rules) {
        Why why = why(rules);
        why.nothing(benefit, Why.Reason.RECORDED, 0);
        return why;
    }

    private Why why(RuleNumbers rules) {
        return new Why(rules).about(at, "benefit", unit).with("level", level).with("units", units);
    }

    /** Throws unless this use, done before by the same key, was of these units for this customer. */
    public void requireSame(int itsCustomer, String itsBenefit, long itsUnits) {
        String differs = null;
        if (customer != itsCustomer) {
            differs = "for another customer";
        } else if (!benefit.equals(itsBenefit)) {
            differs = "of benefit '" + benefit + "', not '" + itsBenefit + "'";
        } else if (units != itsUnits) {
            differs = "of units " + units + ", not " + itsUnits;
        }
        if (differs != null) {
            throw BenefitCode.KEY_DIFFERS
                    .problem("the key was used before: use " + number + " was " + differs)
                    .hint("give another --key, or leave it out")
                    .failure();
        }
    }
}
