package siyu.core;

import java.util.ArrayList;
import java.util.List;

/** Collects problems so that all of them can be shown at once. Not for several threads. */
public final class Diagnostics {
    private final List<Problem> problems = new ArrayList<>();

    public void add(Problem problem) {
        problems.add(problem);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Throws a {@link Failure} with every problem so far, if there is one. */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new Failure(problems);
        }
    }
}
