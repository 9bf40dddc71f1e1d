package siyu.benefit;

import siyu.core.Code;
import siyu.core.Exit;
import siyu.core.Problem;

/** What can go wrong with benefits. */
public enum BenefitCode implements Code {
    NO_RULES(
            "E0851",
            "the program has no benefits",
            Exit.PROGRAM,
            "The program has neither 'benefits:' nor benefits of its levels, so there is nothing to give."),
    NO_BENEFIT(
            "E0852",
            "unknown benefit",
            Exit.USAGE,
            "The program has no benefit of this name. 'siyu benefit list' prints those it has."),
    BAD_BENEFIT(
            "E0853",
            "benefits make no sense",
            Exit.PROGRAM,
            "A benefit has a unit cost, said once: under 'benefits:', or with the one level that names it. A level has what the"
                    + " levels below it have, and one that names benefits brings more in a year than the level below, because"
                    + " otherwise nobody would want to rise."),
    NOT_ENTITLED(
            "E0854",
            "the level does not bring the benefit",
            Exit.REFUSED,
            "A customer gets what his level brings: the one by growth, or a higher one that he bought. 'siyu benefit list' says"
                    + " which level brings what."),
    USED_UP(
            "E0855",
            "the benefit is used up for the period",
            Exit.REFUSED,
            "A level brings so many units in a period of the calendar. What was not used is not carried over, and what was used"
                    + " comes again with the next period."),
    OUT_OF_STOCK(
            "E0856",
            "the stock is used up",
            Exit.REFUSED,
            "The program says how many units of the benefit there are, and these are given. Raise 'stock' when there are more."),
    OVER_BUDGET(
            "E0857",
            "the budget is used up",
            Exit.REFUSED,
            "The program says what all units of the benefit together may cost, and one more would pass it."),
    KEY_DIFFERS(
            "E0858",
            "the same key with other content",
            Exit.REFUSED,
            "A key uses once, for ever: the same again answers with the first result. Another customer, benefit or number of units"
                    + " under the same key is a mistake, and nothing was stored."),
    OUTDATED(
            "E0859",
            "the benefits went on",
            Exit.OUTDATED,
            "Between the plan and its storing something else was given. Nothing of the plan was; do it again.");

    private final Entry entry;

    BenefitCode(String id, String title, Exit exit, String meaning) {
        this.entry = new Entry(id, title, meaning, exit);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    Problem problem(String message) {
        return Problem.of(this, message);
    }
}
