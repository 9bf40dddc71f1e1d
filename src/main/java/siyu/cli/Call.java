package siyu.cli;

import org.jspecify.annotations.Nullable;

/** One invocation: the parameters as given and the world around it. */
public interface Call {
    /** The value of a parameter the verb listed, its initial value when it was not given. */
    <T> @Nullable T get(Parameter<T> parameter);

    /** The value of a parameter that has an initial value or is required. */
    <T> T value(Parameter<T> parameter);

    /** The words that name the command, {@code import customers}. */
    String command();

    Io io();

    /** Whether the verb is one that changes something, and was not told to only show it. */
    boolean changes();

    /** Closes this when the answer is written, whatever happens: rows are read while they are written. Later ones first. */
    void closeLater(AutoCloseable resource);
}
