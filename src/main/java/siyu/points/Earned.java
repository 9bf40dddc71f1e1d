package siyu.points;

import java.util.ArrayList;
import java.util.List;

/** What earning came to for one range of customers; also what several ranges came to together, without their entries. */
public final class Earned {
    /** Number of the range. */
    public final int range;

    public final Entries entries;

    /** Refunds that took something back, numbered from 1 within the range. */
    public final List<Operation> operations = new ArrayList<>();

    /** The number of the first of them. */
    long firstOperation = 1;

    /** By rule of the program: events of its kind considered, earnings, points, points cut by a cap, by the budget. */
    public final long[] events;

    public final long[] earnings;
    public final long[] points;
    public final long[] capped;
    public final long[] overBudget;

    /** By rule: events whose condition was unknown. */
    public final long[] undecided;

    /** Refunds whose event has earned nothing, or is not there. */
    public long unmatchedRefunds;

    /** Refunds of which something is missing because points are spent and the program rejects a shortage, or the amount is too great. */
    public long refusedRefunds;

    /** What would be earned by rules that have a budget. */
    final Budgets.Claims claims = new Budgets.Claims();

    public Earned(int range, int rules, Entries entries) {
        this.range = range;
        this.entries = entries;
        this.events = new long[rules];
        this.earnings = new long[rules];
        this.points = new long[rules];
        this.capped = new long[rules];
        this.overBudget = new long[rules];
        this.undecided = new long[rules];
    }

    /** Adds the counts of another range. */
    public void count(Earned other) {
        for (int rule = 0; rule < events.length; rule++) {
            events[rule] += other.events[rule];
            earnings[rule] += other.earnings[rule];
            points[rule] = Math.addExact(points[rule], other.points[rule]);
            capped[rule] = Math.addExact(capped[rule], other.capped[rule]);
            overBudget[rule] = Math.addExact(overBudget[rule], other.overBudget[rule]);
            undecided[rule] += other.undecided[rule];
        }
        unmatchedRefunds += other.unmatchedRefunds;
        refusedRefunds += other.refusedRefunds;
    }
}
