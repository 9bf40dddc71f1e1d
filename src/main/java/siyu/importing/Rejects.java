package siyu.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import siyu.core.Failure;
import siyu.core.Place;

/** Writes bad rows to a CSV file as they come: where each stood, what was wrong, and the row itself. For one thread. */
public final class Rejects implements AutoCloseable {
    private final Path file;
    private final CsvWriter writer;

    private Rejects(Path file, CsvWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /** @throws Failure when the file cannot be made */
    public static Rejects to(Path file) {
        try {
            CsvWriter writer = CsvWriter.builder().build(Files.newBufferedWriter(file));
            writer.writeRecord("file", "line", "column", "field", "code", "reason", "row");
            return new Rejects(file, writer);
        } catch (IOException e) {
            throw unwritable(file, e.toString());
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
