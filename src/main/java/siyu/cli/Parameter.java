package siyu.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One option or positional parameter, as a typed handle: declare it once as a constant, list it in {@link Verb#parameters()},
 * read it with {@link Call#get}. One meaning per flag everywhere, so shared ones are constants in {@link Common}.
 *
 * @param names {@code --as-of}, {@code -n}; for a positional its label alone, {@code FILE}
 * @param label what stands for the value in help, empty for a switch
 * @param help one line
 * @param initial the value when it is not given
 * @param arity how many values: a switch (0), one, or many
 * @param words the allowed words, for completion and checking; empty for free text
 */
public record Parameter<T>(
        List<String> names,
        String label,
        String help,
        Reader<T> reader,
        @Nullable T initial,
        Arity arity,
        boolean required,
        List<String> words) {
    /** How many values a parameter takes. */
    public enum Arity {
        SWITCH,
        ONE,
        MANY
    }

    /** Turns the texts given (one for ONE; all for MANY; none for SWITCH) into a value. */
    @FunctionalInterface
    public interface Reader<T> {
        /** @throws IllegalArgumentException with words for the user when the text is not of its form */
        T read(List<String> given);
    }

    /**
     * A handle is itself and no other. Comparing by components would also be slow: the first such comparison of a record links
     * some thirty method handles, a quarter of the time that {@code --help} takes.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    public boolean positional() {
        return !names.get(0).startsWith("-");
    }

    /** The name it is known by in messages: the long one of an option. */
    public String name() {
        return names.get(names.size() - 1);
    }

    /** {@code parameter FILE}, {@code option --from D}. */
    String described() {
        return positional() ? "parameter " + label : "option " + name() + (label.isEmpty() ? "" : " " + label);
    }

    /** A switch, false unless given. */
    public static Parameter<Boolean> flag(String names, String help) {
        return new Parameter<>(split(names), "", help, new Forms.Given(), false, Arity.SWITCH, false, List.of());
    }

    /** An option with one value; null unless given. */
    public static <T> Parameter<T> option(
            String names, String label, String help, java.util.function.Function<String, T> read) {
        return new Parameter<>(split(names), label, help, new Forms.One<>(read), null, Arity.ONE, false, List.of());
    }

    /** An option that may be repeated; empty unless given. */
    public static Parameter<List<String>> options(String names, String label, String help) {
        return new Parameter<>(split(names), label, help, new Forms.Many(), List.of(), Arity.MANY, false, List.of());
    }

    /** A positional that must be given once. */
    public static Parameter<String> positional(String label, String help) {
        return new Parameter<>(
                List.of(label), label, help, new Forms.One<>(new Forms.Text()), null, Arity.ONE, true, List.of());
    }

    /** Positionals, none or more. */
    public static Parameter<List<String>> positionals(String label, String help) {
        return new Parameter<>(List.of(label), label, help, new Forms.Many(), List.of(), Arity.MANY, false, List.of());
    }

    public Parameter<T> or(T value) {
        return new Parameter<>(names, label, help, reader, value, arity, required, words);
    }

    public Parameter<T> oneOf(List<String> allowed) {
        return new Parameter<>(names, label, help, reader, initial, arity, required, allowed);
    }

    public Parameter<T> mandatory() {
        return new Parameter<>(names, label, help, reader, initial, arity, true, words);
    }

    private static List<String> split(String names) {
        return List.of(names.split(" "));
    }
}
