package siyu.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.cli.Progress;
import siyu.core.Problem;
import siyu.customer.Facts;
import siyu.importing.Reject;
import siyu.importing.Rejects;

/** Hears of bad rows and conflicts while files are read: all of them go to the file of rejects, the first of them to the user. */
final class BadRows implements Facts.Listener, AutoCloseable {
    /** How many are told on stderr. */
    private static final int SHOWN = 20;

    private final @Nullable Rejects file;
    private final @Nullable Progress progress;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param file takes all of them; null for nowhere; closed with this
     * @param progress hears how far the reading is; null for nobody
     */
    BadRows(@Nullable Rejects file, @Nullable Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    @Override
    public void reject(Reject reject) {
        if (file != null) {
            file.add(reject);
        }
        if (problems.size() < SHOWN) {
            problems.add(reject.problem());
        }
    }

    @Override
    public void progress(long bytes, long total) {
        if (progress != null) {
            progress.at(bytes, total);
        }
    }

    /** What the user is told; empty when every row was taken. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
