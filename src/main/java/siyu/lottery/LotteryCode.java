package siyu.lottery;

import siyu.core.Code;
import siyu.core.Exit;
import siyu.core.Problem;

/** What can go wrong with lotteries. */
public enum LotteryCode implements Code {
    UNKNOWN(
            "E1001",
            "unknown lottery",
            Exit.USAGE,
            "The command names a lottery that neither the program nor the data file has. 'siyu lottery list' prints those there"
                    + " are."),
    BAD_LOTTERY(
            "E1002",
            "a lottery makes no sense",
            Exit.PROGRAM,
            "A lottery has prizes with names of their own, and says who may draw how often: by 'tickets', by 'limit', or both."),
    FROZEN(
            "E1003",
            "the rules were changed after the commitment",
            Exit.REFUSED,
            "From 'siyu lottery commit' on the rules of a lottery are frozen: what was published must be what is drawn by. Put the"
                    + " program back as it was, or begin another lottery with another name."),
    NOT_COMMITTED(
            "E1004",
            "the lottery is not committed",
            Exit.REFUSED,
            "Before the first draw the rules and the seed are fixed, and a hash of both is published, so that nobody can choose them"
                    + " afterwards. 'siyu lottery commit NAME' does it."),
    CLOSED(
            "E1005",
            "the lottery is closed",
            Exit.REFUSED,
            "The seed was revealed, so that everybody can check the draws, and could foresee further ones. Another round is"
                    + " another lottery with another name."),
    NOT_ENTITLED(
            "E1006",
            "the customer may not draw",
            Exit.REFUSED,
            "The lottery's condition 'when' is not true of the customer: it is false, or something it asks about is not known. Nothing"
                    + " was drawn."),
    NO_TICKETS(
            "E1007",
            "no tickets left",
            Exit.REFUSED,
            "The customer has drawn as often as he has tickets, or the number of his tickets is not known. Tickets count for the whole"
                    + " lottery, and so do his draws. Nothing was drawn."),
    LIMIT(
            "E1008",
            "the limit is reached",
            Exit.REFUSED,
            "The customer has drawn as often as the lottery allows in this period of the calendar. Nothing was drawn."),
    NOT_OPEN(
            "E1009",
            "not the time to draw",
            Exit.REFUSED,
            "The lottery has a first or a last day, and the day of the draw, in the program's zone, lies outside. Both days belong"
                    + " to it."),
    SOLD_OUT(
            "E1010",
            "all prizes are gone",
            Exit.REFUSED,
            "Every prize of the lottery has a stock, and all of them together are fewer than the draws asked for. A prize without a"
                    + " stock, such as a thank-you, is always there. Nothing was drawn."),
    KEY_DIFFERS(
            "E1011",
            "same key, other content",
            Exit.REFUSED,
            "A command with this --key was done before with other values. A key stands for one batch of draws for ever: the same"
                    + " command again returns its first result, and another one needs a key of its own. Nothing was drawn."),
    OUTDATED(
            "E1012",
            "the lottery went on",
            Exit.OUTDATED,
            "Between the plan and its writing somebody else drew, committed or revealed. Nothing of the plan was done; do it again."),
    UNREADABLE(
            "E1013",
            "a published file cannot be read",
            Exit.PROGRAM,
            "The folder does not hold the files of a lottery as 'siyu lottery export' writes them, or one of them is not of its form."),
    NO_DRAW(
            "E1014",
            "no such draw",
            Exit.USAGE,
            "The published files have no draw of this number, or the seed that explains it was not revealed yet."),
    NEEDS_SELECTION(
            "E1015",
            "who draws was not said",
            Exit.USAGE,
            "'siyu lottery draw' takes the external ids of those who draw, or --all for everybody who has draws left.");

    private final Entry entry;

    LotteryCode(String id, String title, Exit exit, String meaning) {
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
