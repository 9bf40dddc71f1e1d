package siyu.customer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import siyu.core.Place;
import siyu.importing.RecordChunk;
import siyu.importing.RecordReader;
import siyu.importing.Reject;

/** What the intakes of customers and of events have in common: counting rows, bad rows, and where each row stood. */
abstract class Intake implements RecordReader.Consumer {
    /** How an import listens to what it reads. */
    private final Facts.Listener listener;

    private final Map<Integer, String> files = new ConcurrentHashMap<>();
    private long rows;
    private long rejected;

    Intake(Facts.Listener listener) {
        this.listener = listener;
    }

    /** Good rows read. */
    long rows() {
        return rows;
    }

    long rejected() {
        return rejected;
    }

    @Override
    public void ordered(RecordChunk chunk) {
        files.put(chunk.index(), chunk.file());
        rows += chunk.rows();
        for (Reject reject : chunk.rejects()) {
            rejected++;
            listener.reject(reject);
        }
    }

    @Override
    public void progress(long bytes, long total) {
        listener.progress(bytes, total);
    }

    /** The place of a row by its sequence: the chunk's index above its line. */
    Place place(long sequence) {
        return Place.line(files.getOrDefault((int) (sequence >>> 32), "-"), (int) sequence);
    }
}
