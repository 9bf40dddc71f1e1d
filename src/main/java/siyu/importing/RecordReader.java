package siyu.importing;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads files of customers or of events. */
public final class RecordReader {
    /** What the rows are. */
    public enum Of {
        CUSTOMERS,
        EVENTS
    }

    /**
     * How to read.
     *
     * @param inputs files in order; {@code -} is standard input
     * @param format {@code csv}, {@code tsv} or {@code jsonl}; null to go by the name (before {@code .gz})
     * @param encoding a charset name; UTF-8 unless given
     * @param delimiter of CSV; null for comma (or tab by the name)
     * @param map column of the file → field of siyu; a column not in it stands for itself; mapped to {@code -} it is left out
     * @param constants field → text for every row, such as {@code kind → purchase}
     * @param dateFormat a {@code DateTimeFormatter} pattern for dates and times, or null for ISO
     * @param nulls texts that mean unknown besides the empty one
     * @param wanted attribute indexes to keep; null for all (id, kind, customer and at are always read)
     */
    public record Options(
            List<String> inputs,
            @Nullable String format,
            String encoding,
            @Nullable Character delimiter,
            Map<String, String> map,
            Map<String, String> constants,
            @Nullable String dateFormat,
            List<String> nulls,
            @Nullable BitSet wanted) {}

    /** Sees the chunks. */
    public interface Consumer {
        /** Called by worker threads in any order, several at a time, as soon as a chunk is parsed. */
        default void parsed(RecordChunk chunk) {}

        /** Called for every chunk in file order, one at a time, after {@code parsed} returned for it. */
        void ordered(RecordChunk chunk);

        /** How many bytes of the inputs were read so far, of how many in all (-1 when unknown); now and then. */
        default void progress(long bytes, long total) {}
    }

    private RecordReader() {}
}
