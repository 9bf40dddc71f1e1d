package siyu.core;

/**
 * One kind of problem, with an identity that never changes. Each package keeps an enum of its own codes
 * ({@code RuleCode}, {@code ImportCode}, …); {@code siyu help CODE} prints the meaning.
 */
public interface Code {
    /** The stable identity, {@code E} and four digits: 00 command line, 01 YAML, 02 program, 03 expressions, 04 import, 05 data file, 06 segments. */
    String id();

    /** A few words: what is wrong. */
    String title();

    /** A paragraph for the help page: what it means, why it is refused and what to do. */
    String meaning();

    /** The exit code of a run that ends with this problem. */
    Exit exit();
}
