package siyu.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import siyu.fact.Attribute;
import siyu.fact.Column;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/** Reads files in tests and shows rows as lines of text. */
final class Reading implements RecordReader.Consumer {
    final List<String> rows = new ArrayList<>();
    final List<Reject> rejects = new ArrayList<>();
    final List<RecordChunk> chunks = new ArrayList<>();
    private final Vocabulary vocabulary;
    private final RecordReader.Of of;
    RecordReader.Result result = new RecordReader.Result(0, 0, 0, 0, "");

    private Reading(Vocabulary vocabulary, RecordReader.Of of) {
        this.vocabulary = vocabulary;
        this.of = of;
    }

    static Vocabulary vocabulary(String zone) {
        Map<String, List<Attribute>> kinds = new LinkedHashMap<>();
        kinds.put("purchase", List.of(new Attribute("category", Type.TEXT, false)));
        kinds.put("login", List.of());
        return new Vocabulary(
                ZoneId.of(zone),
                "CNY",
                2,
                List.of(
                        new Attribute("app", Type.BOOLEAN, false),
                        new Attribute("visits", Type.INTEGER, false),
                        new Attribute("ratio", Type.DECIMAL, false),
                        new Attribute("aum", Type.MONEY, false),
                        new Attribute("note", Type.TEXT, false),
                        new Attribute("seen", Type.TIME, false),
                        new Attribute("risk", Type.word(List.of("low", "middle", "high")), false)),
                kinds);
    }

    static Reading read(RecordReader.Of of, RecordReader.Options options, RecordReader.Setting setting) {
        return read(of, vocabulary("Asia/Shanghai"), options, setting);
    }

    static Reading read(
            RecordReader.Of of, Vocabulary vocabulary, RecordReader.Options options, RecordReader.Setting setting) {
        Reading reading = new Reading(vocabulary, of);
        reading.result = RecordReader.read(of, vocabulary, options, setting, reading);
        return reading;
    }

    static Reading customers(Path directory, String file) {
        return read(RecordReader.Of.CUSTOMERS, RecordReader.Options.of(List.of(file)), setting(directory));
    }

    static Reading events(Path directory, String file) {
        return read(RecordReader.Of.EVENTS, RecordReader.Options.of(List.of(file)), setting(directory));
    }

    static RecordReader.Setting setting(Path directory) {
        return RecordReader.Setting.of(directory, InputStream.nullInputStream()).threads(2);
    }

    static RecordReader.Setting stdin(Path directory, byte[] input) {
        return RecordReader.Setting.of(directory, new ByteArrayInputStream(input))
                .threads(2);
    }

    static String write(Path directory, String name, String text) {
        return write(directory, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static String write(Path directory, String name, byte[] bytes) {
        try {
            Files.write(directory.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return name;
    }

    /** The line a reject stands on. */
    static int line(Reject reject) {
        return Objects.requireNonNull(reject.problem().place()).line();
    }

    @Override
    public void ordered(RecordChunk chunk) {
        chunks.add(chunk);
        rejects.addAll(chunk.rejects());
        List<Attribute> attributes = of == RecordReader.Of.EVENTS ? vocabulary.event() : vocabulary.customer();
        for (int row = 0; row < chunk.rows(); row++) {
            StringBuilder line = new StringBuilder();
            line.append(chunk.lines()[row]).append(':');
            if (of == RecordReader.Of.EVENTS) {
                line.append(" kind=").append(vocabulary.kinds().get(chunk.kinds()[row]));
                line.append(" customer=").append(chunk.customers().get(row));
            }
            for (int i = 0; i < attributes.size(); i++) {
                Column column = chunk.attributes()[i];
                Object value = column == null ? null : column.get(row);
                if (value != null) {
                    line.append(' ')
                            .append(attributes.get(i).name())
                            .append('=')
                            .append(value);
                }
            }
            rows.add(line.toString());
        }
    }
}
