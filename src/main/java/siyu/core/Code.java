package siyu.core;

/**
 * One kind of problem, with an identity that never changes. Each package keeps an enum of its own codes
 * ({@code RuleCode}, {@code ImportCode}, …); {@code siyu help CODE} prints the meaning.
 */
public interface Code {
    /**
     * What a code says of itself.
     *
     * @param id the stable identity, {@code E} and four digits: 00 command line, 01 YAML, 02 program, 03 expressions, 04 import,
     *     05 data file, 06 segments, 07 points, 08 levels and benefits, 09 tasks, 10 lotteries, 11 groups, 12 staff, 14 reports
     * @param title a few words: what is wrong
     * @param meaning a paragraph for the help page: what it means, why it is refused and what to do
     * @param exit the exit code of a run that ends with this problem
     */
    record Entry(String id, String title, String meaning, Exit exit) {}

    /** This code's page of the catalogue. */
    Entry entry();

    default String id() {
        return entry().id();
    }

    default String title() {
        return entry().title();
    }

    default String meaning() {
        return entry().meaning();
    }

    default Exit exit() {
        return entry().exit();
    }
}
