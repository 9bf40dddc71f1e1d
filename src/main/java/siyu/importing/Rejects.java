package siyu.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import siyu.core.Failure;
import siyu.core.Place;

/** Writes bad rows to a CSV file as they come: where each stood, what was wrong, and the row itself. For one thread. */
public final class Rejects implements AutoCloseable {
    private static final String[] HEADER = {"file", "line", "column", "field", "code", "reason", "row"};

    private final Path file;
    private final CsvWriter writer;

    private Rejects(Path file, CsvWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /**
     * Begins the file anew, but only one that a run before made: a slip of the keys must not cost a file of customers.
     *
     * @throws Failure when the file cannot be made, or holds something else
     */
    public static Rejects to(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > 0 && !ours(file)) {
                throw Cell.problem(
                                ImportCode.REJECTS_UNWRITABLE,
                                "'" + file + "' holds something else than rejects",
                                "name another file for --rejects, or remove this one")
                        .failure();
            }
            CsvWriter writer = CsvWriter.builder().build(Files.newBufferedWriter(file));
            writer.writeRecord(HEADER);
            return new Rejects(file, writer);
        } catch (IOException e) {
            throw unwritable(file, e.toString());
        }
    }

    private static boolean ours(Path file) throws IOException {
        byte[] header = String.join(",", HEADER).getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(header.length), header);
        }
    }

    public void add(Reject reject) {
        Place place = reject.problem().place();
        try {
            writer.writeRecord(
                    place == null ? "" : place.file(),
                    place == null || place.line() == 0 ? "" : Integer.toString(place.line()),
                    place == null || place.column() == 0 ? "" : Integer.toString(place.column()),
                    reject.field(),
                    reject.problem().code().id(),
                    reject.problem().message(),
                    reject.row());
        } catch (UncheckedIOException e) {
            throw unwritable(file, e.toString());
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(file, e.toString());
        }
    }

    private static Failure unwritable(Path file, String why) {
        return Cell.problem(
                        ImportCode.REJECTS_UNWRITABLE, "the rejects cannot be written to " + file + ": " + why, null)
                .failure();
    }
}
