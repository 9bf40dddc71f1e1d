package siyu.customer;

import java.nio.file.Path;
import siyu.importing.RecordReader;
import siyu.importing.Reject;

/** What loading facts needs from outside, whether they go into the data file or stay in memory. */
public final class Facts {
    private Facts() {}

    /** Rows from somewhere: {@code consumer -> RecordReader.read(…, consumer)}. Returns when all were handed over. */
    @FunctionalInterface
    public interface Source {
        void read(RecordReader.Consumer consumer);
    }

    /** Hears what happens while files are read. One call at a time. */
    public interface Listener {
        /** Hears nothing. */
        Listener NONE = new Listener() {};

        /** A row that was not taken: unreadable, or an event in conflict with one that is there. */
        default void reject(Reject reject) {}

        /** Bytes read so far, of how many in all (-1 when unknown). */
        default void progress(long bytes, long total) {}
    }

    /**
     * How to load.
     *
     * @param budget bytes of rows kept in memory, beyond which they go to a temporary file
     * @param folder where the temporary file would go
     */
    public record Settings(Listener listener, long budget, Path folder) {
        /** A quarter of the memory there is. */
        public static Settings of(Path folder) {
            return new Settings(Listener.NONE, Runtime.getRuntime().maxMemory() / 4, folder);
        }

        public Settings with(Listener other) {
            return new Settings(other, budget, folder);
        }
    }
}
