package siyu.staff;

import siyu.core.Code;
import siyu.core.Exit;
import siyu.core.Problem;

/** What can go wrong with staff, live codes and handovers. */
public enum StaffCode implements Code {
    NO_CODE(
            "E1201",
            "unknown live code",
            Exit.USAGE,
            "The program has no live code of this name under 'staff: codes:'."),
    NO_PERSON(
            "E1202",
            "nobody of this id on the staff",
            Exit.REFUSED,
            "The command, or a live code of the program, names somebody whom no import of staff has brought. 'siyu import staff'"
                    + " takes people in, 'siyu staff status' prints those there are."),
    BAD_HOURS(
            "E1203",
            "not working hours",
            Exit.PROGRAM,
            "Working hours are a span of the day such as 09:00-18:00, with the days of the week before it unless they are the same"
                    + " every day: 1-5 09:00-18:00 is Monday to Friday, 6,7 10:00-16:00 the weekend."),
    BAD_PERSON(
            "E1204",
            "a row of staff makes no sense",
            Exit.PROGRAM,
            "A weight is a whole number from 0 to 100, a daily cap and a maximum load are whole numbers from 0."),
    BAD_CODE(
            "E1205",
            "a live code makes no sense",
            Exit.PROGRAM,
            "The same person stands in a live code once, either among its people or among its backup, and a program has no more"
                    + " live codes than are allowed."),
    NO_RULES("E1206", "the program has no live codes", Exit.PROGRAM, "Add 'staff:' with 'codes:' to the program."),
    HAS_OWNER(
            "E1207",
            "the customer has an owner",
            Exit.PROGRAM,
            "A customer is looked after by one person at a time. A row for another one is taken when the time with the first is over"
                    + " ('until'), by a handover, or when it is over itself."),
    BAD_OWNER(
            "E1208",
            "a row of owners makes no sense",
            Exit.PROGRAM,
            "A row says since when somebody looks after a customer and, when that is over, until when ('until' after 'since'), and"
                    + " 'removed_by' only then. Customer and staff must be known."),
    NEEDS_SELECTION(
            "E1209",
            "nobody is named",
            Exit.USAGE,
            "Give the ids of customers, or --all for everybody the code is for."),
    STALE(
            "E1210",
            "the plan no longer fits",
            Exit.OUTDATED,
            "What a handover was planned by has changed: a customer has another owner, somebody who gets customers is not active or has"
                    + " no room, or a customer moved meanwhile. Nothing was asked for; 'siyu staff handover plan' makes a new plan."),
    BAD_RECEIVER(
            "E1211",
            "not somebody to hand over to",
            Exit.REFUSED,
            "Customers are handed over to people who are active, and not to the one who hands them over."),
    NEEDS_REASON(
            "E1212",
            "no reason given",
            Exit.USAGE,
            "A handover is for somebody who leaves or who moves on, and the platform's limits depend on it; a follow-up says what came of"
                    + " it."),
    NOT_WAITING(
            "E1213",
            "no transfer is waiting",
            Exit.REFUSED,
            "Only a transfer that was asked for, and that has not been settled, can be refused or fail. 'siyu staff handover list' shows"
                    + " how far they are."),
    NOT_PARTED(
            "E1214",
            "nothing to follow up",
            Exit.REFUSED,
            "The customer never parted from a staff member, or was asked already. 'siyu staff churn' lists who is to be asked.");

    private final Entry entry;

    StaffCode(String id, String title, Exit exit, String meaning) {
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
