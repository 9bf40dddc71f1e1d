package siyu.importing;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.fact.Vocabulary;

/**
 * Reads files of customers, of events, or of what a {@link Sheet} describes.
 *
 * <p>CSV always has a header, which names the columns; a file without one is not supported, because its first row would be taken
 * for names. In CSV an unquoted empty field is unknown and a quoted one ({@code ""}) is an empty text; for other types than text
 * both are unknown. In JSON Lines null is unknown, and a key that no object of the first two megabytes has is a column only from
 * the chunk on in which it comes.
 */
public final class RecordReader {
    /** What the rows are. */
    public enum Of {
        CUSTOMERS,
        EVENTS,
        /** Events whose customer is called {@code referrer} and whose ref, always there, {@code referee}. */
        REFERRALS
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
     * @param nulls texts that mean unknown besides the empty one, whatever the field (but for ids that a row must have)
     * @param fieldNulls field → texts that mean unknown in it alone, such as an age of 118
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
            Map<String, List<String>> fieldNulls,
            @Nullable BitSet wanted) {
        /** Without texts that mean unknown in one field alone. */
        public Options(
                List<String> inputs,
                @Nullable String format,
                String encoding,
                @Nullable Character delimiter,
                Map<String, String> map,
                Map<String, String> constants,
                @Nullable String dateFormat,
                List<String> nulls,
                @Nullable BitSet wanted) {
            this(inputs, format, encoding, delimiter, map, constants, dateFormat, nulls, Map.of(), wanted);
        }

        /** These inputs, everything else as usual. */
        public static Options of(List<String> inputs) {
            return new Options(inputs, null, "utf-8", null, Map.of(), Map.of(), null, List.of(), null);
        }
    }

    /** Sees the chunks. */
    public interface Consumer {
        /** Called by worker threads in any order, several at a time, as soon as a chunk is parsed. */
        default void parsed(RecordChunk chunk) {}

        /** Called for every chunk in file order, one at a time, after {@code parsed} returned for it. */
        void ordered(RecordChunk chunk);

        /** How many bytes of the inputs were read so far, of how many in all (-1 when unknown); now and then. */
        default void progress(long bytes, long total) {}
    }

    /**
     * Where and how hard to read.
     *
     * @param directory relative paths start here
     * @param input standard input
     * @param threads parsing threads; 0 for as many as there are processors
     * @param maxErrors how many rows may be wrong; with more the run fails
     * @param chunkBytes bytes of a chunk, at least 2 MB so that the longest row fits (tests may go lower)
     */
    public record Setting(Path directory, InputStream input, int threads, long maxErrors, int chunkBytes) {
        static final int CHUNK_BYTES = 2 << 20;

        public static Setting of(Path directory, InputStream input) {
            return new Setting(directory, input, 0, 0, CHUNK_BYTES);
        }

        public Setting threads(int count) {
            return new Setting(directory, input, count, maxErrors, chunkBytes);
        }

        public Setting maxErrors(long count) {
            return new Setting(directory, input, threads, count, chunkBytes);
        }

        Setting chunkBytes(int bytes) {
            return new Setting(directory, input, threads, maxErrors, bytes);
        }
    }

    /**
     * What was read.
     *
     * @param rows good rows
     * @param rejected bad rows
     * @param blank empty lines
     * @param bytes of the inputs as they lie on disk (compressed ones compressed)
     * @param hash SHA-256 of those bytes, one input after the other, hexadecimal
     */
    public record Result(long rows, long rejected, long blank, long bytes, String hash) {}

    private RecordReader() {}

    /**
     * Reads all inputs and hands their rows to the consumer; returns when the last one was taken. Memory is bounded by a few
     * chunks a thread, whatever the size of the inputs.
     *
     * @throws siyu.core.Failure when an input cannot be read or more rows are wrong than allowed; what the consumer took before
     *     is then to be thrown away. What the consumer throws comes out as it is and ends the reading.
     */
    public static Result read(Of of, Vocabulary vocabulary, Options options, Setting setting, Consumer consumer) {
        return new Pipeline(new Fields(of, vocabulary), options, setting, consumer).run();
    }

    /**
     * The same for rows of another kind; {@link RecordChunk#customers} then holds the first field.
     *
     * @param vocabulary for the zone and the decimals of money
     */
    public static Result read(Sheet sheet, Vocabulary vocabulary, Options options, Setting setting, Consumer consumer) {
        return new Pipeline(new Fields(sheet, vocabulary), options, setting, consumer).run();
    }
}
