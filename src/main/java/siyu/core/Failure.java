package siyu.core;

import java.util.List;

/** An expected failure: carries every problem found. Anything else that is thrown is a defect of siyu. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** @param problems at least one; the first decides the exit code */
    public Failure(List<Problem> problems) {
        super(problems.get(0).message());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    public Exit exit() {
        return problems.get(0).code().exit();
    }
}
