package siyu.core;

/** The exit codes of the program; scripts rely on them, so a number never changes its meaning. */
public enum Exit {
    /** Done, also when there were no rows and when a replay changed nothing. */
    DONE(0),
    /** An unexpected failure: a defect of siyu or of the machine. */
    FAILED(1),
    /** The command line was wrong. */
    USAGE(2),
    /** The program (the YAML) or the input has errors. */
    PROGRAM(3),
    /** Refused by a rule. */
    REFUSED(4),
    /** The data file is busy, missing, foreign, damaged or newer. */
    DATA(5),
    /** A saved plan no longer fits the data file. */
    OUTDATED(6),
    /** Partly done: some parts failed, the others are complete. */
    PARTLY(7),
    /** {@code --fail-if}, {@code --exit-code} or a verification found something. */
    FOUND(10),
    /** Interrupted by a signal. */
    INTERRUPTED(130);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /** The process exit code, 0 to 255. */
    public int code() {
        return code;
    }
}
