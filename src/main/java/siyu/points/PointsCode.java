package siyu.points;

import siyu.core.Code;
import siyu.core.Exit;
import siyu.core.Problem;

/** What can go wrong with points. */
public enum PointsCode implements Code {
    SHORT(
            "E0701",
            "not enough points",
            Exit.REFUSED,
            "The customer has fewer points that can be spent at this moment than asked for. Points that are pending, expired or owed"
                    + " do not count; 'siyu points balance ID' shows each of them. Nothing was posted."),
    KEY_DIFFERS(
            "E0702",
            "same key, other content",
            Exit.REFUSED,
            "A command with this --key was done before with other values. A key stands for one operation for ever: the same command"
                    + " again returns its first result, and another one needs a key of its own. Nothing was posted."),
    CLOSED(
            "E0703",
            "the period is closed",
            Exit.REFUSED,
            "The date lies in a period that 'siyu points close' has closed, and nothing can be dated inside it any more. Date it"
                    + " after the period; what an event earned late is dated at the first open moment by itself."),
    FUTURE(
            "E0704",
            "dated in the future",
            Exit.REFUSED,
            "An entry counts from a moment that has come already: points that are to be usable later are pending, which the program"
                    + " says."),
    NEEDS_REASON(
            "E0705",
            "a correction needs a reason",
            Exit.USAGE,
            "An adjustment or an opening balance comes from a person and not from a rule, so it is kept with the words of --reason."),
    NO_OPERATION(
            "E0706",
            "no such operation",
            Exit.REFUSED,
            "No operation of this customer has this key or number. 'siyu points statement ID' lists them."),
    NOT_EARNED(
            "E0708",
            "the event earned nothing",
            Exit.REFUSED,
            "No earning of this customer is by this event, so there is nothing to take back. An event is named by its kind and id,"
                    + " purchase:E100. Perhaps 'siyu points earn' has not considered it yet."),
    TOO_MUCH_REFUNDED(
            "E0709",
            "more refunded than paid",
            Exit.REFUSED,
            "The refunds of an event, all together, cannot be more than its amount. Nothing was posted."),
    NO_AMOUNT(
            "E0710",
            "the event has no amount",
            Exit.REFUSED,
            "A part of an earning can only be taken back in proportion to the event's amount, and this event has none. Take all of it"
                    + " back by leaving --amount out."),
    TOO_MANY(
            "E0711",
            "more points than one entry may have",
            Exit.REFUSED,
            "An entry has at most 10^12 points and a balance at most 10^15. What goes beyond is a mistake in a rule or in the data,"
                    + " and nothing was posted."),
    RULE_KIND(
            "E0712",
            "a rule changed its kind of event",
            Exit.PROGRAM,
            "The ledger knows a rule by its name for ever, together with the kind of event it earns by. A rule about another kind of"
                    + " event is another rule and needs another name."),
    BACKWARDS(
            "E0713",
            "earlier than what was done",
            Exit.REFUSED,
            "Earning, expiring and closing go forward: what is done as of a date cannot be done as of an earlier one afterwards,"
                    + " because it would change what was already reported."),
    NOT_READY(
            "E0714",
            "the period cannot be closed yet",
            Exit.REFUSED,
            "Before a period is closed everything that belongs into it is posted: the events in it are considered and the lots that"
                    + " ended in it are expired. Otherwise it would have to be dated after the period."),
    NO_RULES(
            "E0715",
            "the program has no points",
            Exit.PROGRAM,
            "The program has no 'points:' section, or no rule by which to earn. 'siyu init' writes one to start from."),
    DAMAGED(
            "E0716",
            "the ledger does not hold",
            Exit.FOUND,
            "'siyu points verify' compares the ledger with everything that must be true of it, with its chain of hashes, and with a"
                    + " second computation. A difference means that the data file was changed by something other than siyu, or a"
                    + " defect. Restore a backup, or keep the file and ask."),
    BAD_RULE(
            "E0717",
            "a rule of points makes no sense",
            Exit.PROGRAM,
            "A rule that earns says what it is on and what it is worth: 'per' with 'points', 'points' alone, or 'times'. With 'per'"
                    + " it also says whether the part of an order that was paid by points earns ('base: gross') or not ('base:"
                    + " net')."),
    SHORT_TO_REVERSE(
            "E0718",
            "points to take back are spent",
            Exit.REFUSED,
            "The points to be taken back are not there any more, and the program says 'shortage: reject'. Nothing was posted."),
    OUTDATED(
            "E0719",
            "the ledger went on",
            Exit.OUTDATED,
            "Between the plan and its posting something else was posted. Nothing of the plan was; do it again.");

    private final Entry entry;

    PointsCode(String id, String title, Exit exit, String meaning) {
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
