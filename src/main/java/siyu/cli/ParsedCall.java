package siyu.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call whose values were read from a command line. */
record ParsedCall(
        String command, boolean changing, Map<String, @Nullable Object> values, Io io, Deque<AutoCloseable> resources)
        implements Call, AutoCloseable {
    ParsedCall(String command, boolean changing, Map<String, @Nullable Object> values, Io io) {
        this(command, changing, values, io, new ArrayDeque<>());
    }

    @Override
    @SuppressWarnings("unchecked") // Arguments put the parameter's own type there.
    public <T> @Nullable T get(Parameter<T> parameter) {
        if (!values.containsKey(parameter.name())) {
            return parameter.initial();
        }
        return (T) values.get(parameter.name());
    }

    @Override
    public <T> T value(Parameter<T> parameter) {
        T value = get(parameter);
        if (value == null) {
            throw new IllegalStateException(parameter.name() + " has no value and no initial value");
        }
        return value;
    }

    @Override
    public boolean changes() {
        return changing && !value(Common.DRY_RUN);
    }

    @Override
    public void closeLater(AutoCloseable resource) {
        resources.push(resource);
    }

    @Override
    public void close() {
        RuntimeException first = null;
        while (!resources.isEmpty()) {
            try {
                resources.pop().close();
            } catch (RuntimeException failure) {
                first = first == null ? failure : first;
            } catch (Exception failure) {
                first = first == null ? new IllegalStateException(failure) : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
