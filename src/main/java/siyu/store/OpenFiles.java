package siyu.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which data files this process has open. POSIX gives up all locks of a process on a file as soon as the process closes any
 * handle of it; so a handle besides the database's own may only be closed after the database has closed the file, whoever in
 * the process opened it. The lock belongs to the process, hence this register does too.
 */
final class OpenFiles {
    private static final Map<Object, Entry> OPEN = new HashMap<>();

    private OpenFiles() {}

    /** How often a file is open, and what is to be closed when it is open no more. */
    private static final class Entry {
        private final List<FileChannel> handles = new ArrayList<>();
        private final Use use;
        private int count;

        private Entry(Use use) {
            this.use = use;
        }
    }

    /** Opens something in the process, one at a time. */
    @FunctionalInterface
    interface Opening<T extends Exception> {
        /**
         * Opens.
         *
         * @param already what for the process has the file open; null when it has not
         * @return what for it is open now; null when it could not be opened
         */
        @Nullable
        Use open(@Nullable Use already) throws T;
    }

    static <T extends Exception> boolean open(Object identity, Opening<T> opening) throws T {
        synchronized (OPEN) {
            Entry entry = OPEN.get(identity);
            Use use = opening.open(entry == null ? null : entry.use);
            if (use == null) {
                return false;
            }
            OPEN.computeIfAbsent(identity, any -> new Entry(use)).count++;
            return true;
        }
    }

    /** Keeps a further handle of an open file until the process has the file open no more. */
    static void keep(Object identity, FileChannel handle) {
        synchronized (OPEN) {
            Objects.requireNonNull(OPEN.get(identity)).handles.add(handle);
        }
    }

    /** Called after the database has closed the file. */
    static void close(Object identity) {
        synchronized (OPEN) {
            Entry entry = OPEN.get(identity);
            if (entry == null || --entry.count > 0) {
                return;
            }
            OPEN.remove(identity);
            for (FileChannel handle : entry.handles) {
                try {
                    handle.close();
                } catch (IOException e) {
                    // It was only read from: nothing depends on its closing.
                    entry.count = 0;
                }
            }
        }
    }
}
