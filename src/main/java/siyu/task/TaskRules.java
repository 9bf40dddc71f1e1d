package siyu.task;

import java.util.List;
import siyu.rule.Expression;
import siyu.rule.Source;

/** {@code tasks:}, {@code badges:} and {@code leaderboards:} of a program. */
public record TaskRules(List<Task> tasks, List<Badge> badges, List<Board> boards) {
    public static final TaskRules NONE = new TaskRules(List.of(), List.of(), List.of());

    /**
     * A mark of honour, borne for good once its condition was true.
     *
     * @param when over the customer
     */
    public record Badge(String name, Expression when, Source source) {}

    /**
     * A ranking by week or month.
     *
     * @param kind index of the kind of event that counts, -1 for points of the ledger
     * @param amount whether amounts are summed instead of events counted
     * @param weekly by ISO week, otherwise by month
     * @param top how many places there are
     */
    public record Board(String name, int kind, boolean amount, boolean weekly, int top) {}

    public TaskRules tasks(List<Task> its) {
        return new TaskRules(its, badges, boards);
    }

    public TaskRules badges(List<Badge> its) {
        return new TaskRules(tasks, its, boards);
    }

    public TaskRules boards(List<Board> its) {
        return new TaskRules(tasks, badges, its);
    }
}
