package siyu.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import siyu.Said;

/** A workspace of its own for data that nobody of this project made, and siyu run in it from outside. */
public final class RealWorld {
    private static final Path DATA =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("shared/data");

    public final Path directory;
    private final Instant now;

    /** What a command said. */
    public record Answer(int code, String out, String err) {
        /** The rows of an answer in CSV, by column. */
        public List<Map<String, String>> rows() {
            return RealWorld.rows(out);
        }
    }

    /**
     * Makes the workspace.
     *
     * @param now the time on its clock: when the data was young, so that looking back finds it
     */
    public RealWorld(Path directory, String now, String program) throws IOException {
        this.directory = directory;
        this.now = Instant.parse(now);
        Files.writeString(directory.resolve("siyu.yaml"), program);
        done("init", ".");
    }

    /** A file of the data, or the test is skipped. */
    public static Path data(String name) {
        Path file = DATA.resolve(name);
        assumeTrue(Files.isRegularFile(file), "the real data is not there: " + file);
        return file;
    }

    /** The text of a file of the data, unpacked when its name ends in .gz. */
    public static String text(String name) throws IOException {
        try (InputStream raw = Files.newInputStream(data(name))) {
            InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public Answer siyu(String... line) {
        Said said = Said.Scene.of(directory, now).run(line);
        return new Answer(said.exit(), said.out(), said.err());
    }

    /** A command that succeeds. */
    public Answer done(String... line) {
        Answer answer = siyu(line);
        assertThat(answer.code())
                .as("%s said %s", String.join(" ", line), answer.err())
                .isZero();
        return answer;
    }

    /** The single row that an import answers with. */
    public Map<String, String> imported(String... line) {
        List<String> words = new ArrayList<>(List.of("import"));
        words.addAll(List.of(line));
        words.addAll(List.of("-o", "csv"));
        return done(words.toArray(new String[0])).rows().get(0);
    }

    /** The rows of a report. */
    public List<Map<String, String>> report(String... line) {
        List<String> words = new ArrayList<>(List.of("report"));
        words.addAll(List.of(line));
        words.addAll(List.of("-o", "csv"));
        return done(words.toArray(new String[0])).rows();
    }

    /** Customers by segment of a segmentation; who is in none under the empty text. */
    Map<String, Long> counts(String segmentation) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Map<String, String> row :
                done("segment", "run", segmentation, "-o", "csv").rows()) {
            counts.put(row.get("segment"), Long.valueOf(row.get("customers")));
        }
        return counts;
    }

    public Path write(String name, Iterable<String> lines) throws IOException {
        return Files.write(directory.resolve(name), lines, StandardCharsets.UTF_8);
    }

    /** Rows of CSV by column. */
    public static List<Map<String, String>> rows(String csv) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> lines = csv.lines().toList();
        List<String> header = fields(lines.get(0), ',');
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = fields(line, ',');
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                row.put(header.get(i), fields.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** The fields of one line, quotes taken off. */
    public static List<String> fields(String line, char delimiter) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
