package siyu.core;

/** The exit codes of the program; scripts rely on them, so a number never changes its meaning. */
public enum Exit {
    /** Done, also when there were no rows and when a replay changed nothing. */
    DONE(0, "done, also when there were no rows"),
    /** An unexpected failure: a defect of siyu or of the machine. */
    FAILED(1, "unexpected failure"),
    /** The command line was wrong. */
    USAGE(2, "the command line is wrong"),
    /** The program (the YAML) or the input has errors. */
    PROGRAM(3, "the program or the input has errors"),
    /** Refused by a rule. */
    REFUSED(4, "refused by a rule"),
    /** The data file is busy, missing, foreign, damaged or newer. */
    DATA(5, "the data file is busy, missing, damaged or newer"),
    /** A saved plan no longer fits the data file. */
    OUTDATED(6, "a saved plan is out of date"),
    /** Partly done: some parts failed, the others are complete. */
    PARTLY(7, "partly done"),
    /** {@code --fail-if}, {@code --exit-code} or a verification found something. */
    FOUND(10, "something was found that was looked for"),
    /** Interrupted by a signal. */
    INTERRUPTED(130, "interrupted");

    private final int code;
    private final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The process exit code, 0 to 255. */
    public int code() {
        return code;
    }

    /** A few words for help pages. */
    public String meaning() {
        return meaning;
    }
}
