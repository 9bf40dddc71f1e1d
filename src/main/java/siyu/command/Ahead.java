package siyu.command;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import siyu.core.Beside;
import siyu.store.Store;

/**
 * The data file, opened on a thread of its own while the program is read: each takes as long as the other, and both are most of a
 * short command. It tries once and says nothing: what fails here is tried again, and told, by whoever asks for the data file.
 */
final class Ahead implements Runnable, Consumer<Path>, AutoCloseable {
    private final Function<Path, Store> opening;
    private @Nullable Path file;
    private @Nullable Thread thread;
    private @Nullable Store store;

    /** @param opening opens it, without waiting while it is busy */
    Ahead(Function<Path, Store> opening) {
        this.opening = opening;
    }

    /** Begins, the first time it is told a file. */
    @Override
    public void accept(Path found) {
        if (thread == null) {
            file = found;
            thread = Beside.start("data file", this);
        }
    }

    @Override
    public void run() {
        Path named = file;
        try {
            store = named == null ? null : opening.apply(named);
        } catch (RuntimeException e) {
            store = null;
        }
    }

    /** The open data file, if it is this one; null when it has to be opened still. */
    @Nullable
    Store take(Path named) {
        if (!named.equals(file)) {
            close();
            return null;
        }
        Store opened = opened();
        store = null;
        return opened;
    }

    /** Closes what nobody took. */
    @Override
    public void close() {
        Store opened = opened();
        if (opened != null) {
            opened.close();
            store = null;
        }
    }

    private @Nullable Store opened() {
        if (thread != null) {
            Beside.await(thread, null);
        }
        return store;
    }
}
