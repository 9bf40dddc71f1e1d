package siyu.group;

import siyu.core.Code;
import siyu.core.Exit;
import siyu.core.Problem;

/** What can go wrong with groups and their members. */
public enum GroupCode implements Code {
    NO_RULES(
            "E1101",
            "the program has no kinds of groups",
            Exit.PROGRAM,
            "The program has no 'groups:', so it is not said who may be in which groups."),
    UNKNOWN_KIND(
            "E1102",
            "unknown kind of groups",
            Exit.USAGE,
            "'groups:' of the program has no kind of this name; the hint names the nearest."),
    UNKNOWN_GROUP(
            "E1103",
            "unknown group",
            Exit.PROGRAM,
            "A member is said to be in a group, or groups are to be sent something every week, that is not in the data file. Import"
                    + " the groups first."),
    UNKNOWN_MEMBER(
            "E1104",
            "unknown customer in a group",
            Exit.PROGRAM,
            "A member of a group is not among the customers of the data file. Import the customers first."),
    BAD_STAY(
            "E1105",
            "a membership makes no sense",
            Exit.PROGRAM,
            "A membership ends before it begins, begins while the customer is in the same group already, or its dates are not of"
                    + " our times."),
    BAD_GROUP(
            "E1106",
            "a group makes no sense",
            Exit.PROGRAM,
            "A group has a capacity below 0 or above 1,000,000, a latitude or longitude that is none or lacks the other, or an id"
                    + " or kind that is too long (1,000 and 64 characters)."),
    BAD_RULE(
            "E1107",
            "a kind of groups makes no sense",
            Exit.PROGRAM,
            "'fill_to' is a share such as 90%, from 1% to 100%; 'max_distance_km' is above 0 and at most 20015, half the way around"
                    + " the Earth; the live codes of all kinds have different names; in 'welcome' and 'weekly' a time of day is told as 09:30, and a"
                    + " benefit is one of 'benefits:'."),
    PLAN_DAMAGED(
            "E1108",
            "not a whole plan",
            Exit.PROGRAM,
            "The file is not a plan that 'siyu assign-group plan --save' wrote, or it was changed since: the checksum in its last"
                    + " line does not fit. Plan again."),
    PLAN_OUTDATED(
            "E1109",
            "the plan is out of date",
            Exit.OUTDATED,
            "The data file was changed after the plan was made, or it is another data file, so who is where may differ from what"
                    + " the plan went by. Plan again."),
    BAD_COST(
            "E1110",
            "a row of the cost table cannot be used",
            Exit.PROGRAM,
            "A row names a customer or group that is not in the data file, the same pair as another row, or a cost that is below 0,"
                    + " above 1,000,000 or has more than four decimals."),
    UNKNOWN_CODE(
            "E1111",
            "unknown live code of groups",
            Exit.USAGE,
            "No kind of 'groups:' of the program has a live code of this name under 'codes:'; the hint names the nearest."),
    NEEDS_SELECTION(
            "E1112",
            "nobody is named",
            Exit.USAGE,
            "The command needs ids of those who scanned the code, in their order, or --all.");

    private final Entry entry;

    GroupCode(String id, String title, Exit exit, String meaning) {
        this.entry = new Entry(id, title, meaning, exit);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    /** A problem of this kind. */
    public Problem problem(String message) {
        return Problem.of(this, message);
    }
}
