package siyu.level;

import siyu.core.Code;
import siyu.core.Exit;
import siyu.core.Problem;

/** What can go wrong with levels. */
public enum LevelCode implements Code {
    NO_RULES(
            "E0801",
            "the program has no levels",
            Exit.PROGRAM,
            "The program has no 'levels:' section. 'siyu init' writes one to start from."),
    NO_LEVEL(
            "E0802",
            "unknown level",
            Exit.USAGE,
            "The program has no level of this name. 'siyu level list' prints those it has."),
    BAD_LEVELS(
            "E0803",
            "levels make no sense",
            Exit.PROGRAM,
            "Steps go from the lowest to the highest, each with a name of its own. The first one is everybody's and needs a growth"
                    + " of 0; the others need more and more growth, or have a price and a term, or both. Growth is a whole number"
                    + " or money."),
    BACKWARDS(
            "E0804",
            "earlier than what was done",
            Exit.REFUSED,
            "Levels go forward: after a run or a review as of a date there is none as of an earlier one, because it would change"
                    + " what customers were told."),
    FUTURE(
            "E0805",
            "a moment to come",
            Exit.REFUSED,
            "Levels are stored as they are, not as they would be. 'siyu level review --as-of' with a date to come shows who would"
                    + " fall if nobody did anything until then, but it is not applied."),
    OTHER_GROWTH(
            "E0806",
            "growth is counted in another way",
            Exit.REFUSED,
            "The program counts growth otherwise than the levels in force do, so a run would move customers because of an edit."
                    + " Only a review does that: look at 'siyu level review' and then apply it."),
    NOT_SOLD(
            "E0807",
            "the level is not for sale",
            Exit.REFUSED,
            "A level can be bought when its step has a price and a term: {plus: {price: 99.00, term: 1y}}."),
    NOTHING_GAINED(
            "E0808",
            "the customer has a higher level",
            Exit.REFUSED,
            "By his growth the customer has a higher level than the one to be bought, so he would pay for nothing."),
    NOT_IN_FORCE(
            "E0809",
            "the level is not in force yet",
            Exit.REFUSED,
            "The program has this level, but the steps in force are those of the last review that was applied. Look at 'siyu level"
                    + " review' and apply it first."),
    KEY_DIFFERS(
            "E0810",
            "the same key with other content",
            Exit.REFUSED,
            "A key buys once, for ever: the same again answers with the first result. Another customer or level under the same"
                    + " key is a mistake, and nothing was stored."),
    OUTDATED(
            "E0811",
            "the levels went on",
            Exit.OUTDATED,
            "Between the plan and its storing something else was stored. Nothing of the plan was; do it again.");

    private final Entry entry;

    LevelCode(String id, String title, Exit exit, String meaning) {
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
