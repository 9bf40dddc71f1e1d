package siyu.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.core.Beside;

/**
 * What opening a data file takes of Java and of the database whichever file it is. In a process that has just begun a third of an
 * opening goes into classes that are met for the first time, while before it, as the command line is read, a second processor has
 * little to do.
 */
public final class Ready implements Runnable {
    /** Those whose first use takes longest, in the order in which an opening comes by them; the first sets the database up. */
    private static final List<String> CLASSES = List.of(
            "siyu.store.Connections",
            "siyu.store.LateTables",
            "siyu.store.Probe",
            "org.h2.message.TraceObject",
            "org.h2.engine.DbSettings",
            "org.h2.engine.Mode",
            "org.h2.result.RowFactory$Holder",
            "org.h2.command.Parser",
            "org.h2.command.Parser$1",
            "org.h2.table.TableFilter");

    private static volatile @Nullable Thread begun;

    Ready() {}

    /** Begins, beside the caller; once in a process. */
    public static synchronized void begin() {
        if (begun == null) {
            begun = Beside.start("database", new Ready());
        }
    }

    /**
     * Waits for what was begun. Whoever uses the database has to: classes may need each other in a ring, and two threads that
     * begin with two of them would wait for each other for ever.
     */
    static void await() {
        Thread thread = begun;
        if (thread != null) {
            Beside.await(thread, null);
        }
    }

    /** All is asked so that it is there: also the hash of a password, and this process and the time for the note beside the file. */
    @Override
    @SuppressWarnings("ReturnValueIgnored")
    public void run() {
        try {
            Migrations.sha256(new byte[0]);
            for (String name : CLASSES) {
                Class.forName(name);
            }
            ProcessHandle.current().pid();
            Instant.EPOCH.toString();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
