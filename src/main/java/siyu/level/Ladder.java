package siyu.level;

import java.util.List;

/**
 * The steps from the lowest to the highest. The first is everybody's; those that are earned need more and more growth.
 *
 * @param steps at least one
 */
public record Ladder(List<Step> steps) {
    /** Steps of a ladder, at most. */
    public static final int MOST = 100;

    /** The place of a level, from 0, or -1. */
    public int place(String level) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).name().equals(level)) {
                return i;
            }
        }
        return -1;
    }

    public Step step(int place) {
        return steps.get(place);
    }

    public String name(int place) {
        return steps.get(place).name();
    }

    /** The highest place that growth reaches. */
    int reached(long growth) {
        int best = 0;
        for (int i = 1; i < steps.size(); i++) {
            best = steps.get(i).earned() && steps.get(i).growth() <= growth ? i : best;
        }
        return best;
    }

    /** The next lower place that is earned. */
    int below(int place) {
        int below = place - 1;
        while (below > 0 && !steps.get(below).earned()) {
            below--;
        }
        return Math.max(below, 0);
    }

    /** The next higher place that is earned, or -1. */
    public int above(int place) {
        for (int i = place + 1; i < steps.size(); i++) {
            if (steps.get(i).earned()) {
                return i;
            }
        }
        return -1;
    }

    /** Whether another ladder has the same steps and thresholds; prices do not count, as they move nobody. */
    boolean sameSteps(Ladder other) {
        if (steps.size() != other.steps.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            Step mine = steps.get(i);
            Step its = other.steps.get(i);
            if (!mine.name().equals(its.name()) || mine.growth() != its.growth()) {
                return false;
            }
        }
        return true;
    }
}
