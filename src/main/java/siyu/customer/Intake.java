package siyu.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import siyu.core.Failure;
import siyu.core.Place;
import siyu.core.Problem;
import siyu.importing.RecordChunk;
import siyu.importing.RecordReader;
import siyu.importing.Reject;

/** What the intakes of customers and of events have in common: counting rows, bad rows, and where each row stood. */
abstract class Intake implements RecordReader.Consumer {
    /** Problems shown when there were too many bad rows. */
    private static final int SHOWN = 20;

    /** How an import listens to what it reads. */
    private final Facts.Listener listener;

    private final long maxErrors;
    private final Map<Integer, String> files = new ConcurrentHashMap<>();
    private final List<Problem> first = new ArrayList<>();
    private long rows;
    private long rejected;

    Intake(Facts.Listener listener, long maxErrors) {
        this.listener = listener;
        this.maxErrors = maxErrors;
    }

    /** Good rows read. */
    long rows() {
        return rows;
    }

    long rejected() {
        return rejected;
    }

    Consumer<Reject> rejects() {
        return listener::reject;
    }

    @Override
    public void ordered(RecordChunk chunk) {
        files.put(chunk.index(), chunk.file());
        rows += chunk.rows();
        for (Reject reject : chunk.rejects()) {
            rejected++;
            if (first.size() < SHOWN) {
                first.add(reject.problem());
            }
            listener.reject(reject);
        }
    }

    @Override
    public void progress(long bytes, long total) {
        listener.progress(bytes, total);
    }

    /** @throws Failure with the first bad rows when there were more than allowed */
    void checkRejects() {
        if (rejected <= maxErrors) {
            return;
        }
        List<Problem> problems = new ArrayList<>();
        problems.add(CustomerCode.TOO_MANY_REJECTS
                .problem(rejected + " bad rows, " + maxErrors + " allowed; nothing was taken")
                .hint("--rejects FILE collects them, --max-errors N allows them"));
        problems.addAll(first);
        throw new Failure(problems);
    }

    /** The place of a row by its sequence: the chunk's index above its line. */
    Place place(long sequence) {
        return Place.line(files.getOrDefault((int) (sequence >>> 32), "-"), (int) sequence);
    }
}
