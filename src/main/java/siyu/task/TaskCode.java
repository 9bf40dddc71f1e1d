package siyu.task;

import siyu.core.Code;
import siyu.core.Exit;
import siyu.core.Problem;

/** What can go wrong with tasks, badges and leaderboards. */
public enum TaskCode implements Code {
    NO_TASK(
            "E0901",
            "unknown task",
            Exit.USAGE,
            "The program has no task of this name. 'siyu task list' prints those it has."),
    NO_BOARD(
            "E0902",
            "unknown leaderboard",
            Exit.USAGE,
            "The program has no leaderboard of this name. 'siyu task list' prints those it has."),
    BAD_PERIOD(
            "E0903",
            "not a period of the leaderboard",
            Exit.USAGE,
            "A weekly leaderboard has periods such as 2026-W09 (ISO weeks, from Monday), a monthly one such as 2026-02."),
    NOT_OVER(
            "E0904",
            "the period is not over",
            Exit.REFUSED,
            "A leaderboard is closed when its period is over, because it never changes afterwards."),
    BAD_BOARD(
            "E0905",
            "a leaderboard makes no sense",
            Exit.PROGRAM,
            "A leaderboard ranks by points of the ledger ('of: points'), or by events of one kind ('on: share', 'of: count' or 'of:"
                    + " amount')."),
    NO_RULES(
            "E0906",
            "the program has no tasks",
            Exit.PROGRAM,
            "The program has neither 'tasks:' nor 'badges:', so there is nothing to do.");

    private final Entry entry;

    TaskCode(String id, String title, Exit exit, String meaning) {
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
