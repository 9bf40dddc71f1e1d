package siyu.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.fact.Column;
import siyu.fact.Vocabulary;

class RecordWriterTest {
    private static final String[] TEXTS = {
        "",
        " ",
        "a",
        "a,b",
        "\"",
        "\"\"",
        "line\nend",
        "line\r\nend",
        "\r",
        "李雷",
        "😀 smile",
        "=1+1",
        "@x",
        "-",
        "\t",
        "\\",
        "{}",
        "null",
        "\u0001",
        "a;b",
        " x ",
        "'"
    };

    @TempDir
    Path directory;

    /** import(export(x)) = x, in both formats, with every type, empty and unknown. */
    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            boolean events = seed % 2 == 0;
            String format = seed % 4 < 2 ? "csv" : "jsonl";
            String zone = seed % 3 == 0 ? "Asia/Shanghai" : seed % 3 == 1 ? "America/New_York" : "UTC";
            Vocabulary vocabulary = Reading.vocabulary(zone);
            RecordReader.Of of = events ? RecordReader.Of.EVENTS : RecordReader.Of.CUSTOMERS;
            int rows = random.nextInt(50) + 1;
            Column[] columns = new Column
                    [events ? vocabulary.event().size() : vocabulary.customer().size()];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = column(
                        events
                                ? vocabulary.event().get(i).type()
                                : vocabulary.customer().get(i).type(),
                        rows,
                        random);
            }
            StringBuilder expected = new StringBuilder();
            short[] kinds = new short[rows];
            for (int row = 0; row < rows; row++) {
                columns[0].known[row] = 1;
                columns[0].longs[row] = columns[0].dictionary.add("id," + row + "\"");
                if (events) {
                    columns[Vocabulary.EVENT_AT].known[row] = 1;
                    kinds[row] = (short) random.nextInt(2);
                    if (kinds[row] == 1) {
                        clear(columns[vocabulary.event("category")], row);
                    }
                }
                expected.append(show(columns, row, events ? vocabulary.kinds().get(kinds[row]) : ""))
                        .append('\n');
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            RecordWriter writer = new RecordWriter(of, vocabulary, format, i -> true, out);
            writer.begin();
            if (events) {
                writer.events(columns, kinds, 0, rows, siyu.fact.Texts.of("x", "客户 \"7\""), 1);
            } else {
                writer.customers(columns, 0, rows);
            }
            writer.end();
            String file = Reading.write(directory, "x." + format, out.toByteArray());
            Reading reading =
                    Reading.read(of, vocabulary, RecordReader.Options.of(List.of(file)), Reading.setting(directory));
            RecordChunk chunk = reading.chunks.get(0);
            StringBuilder actual = new StringBuilder();
            for (int row = 0; row < chunk.rows(); row++) {
                String kind = events ? vocabulary.kinds().get(chunk.kinds()[row]) : "";
                actual.append(show(chunk.attributes(), row, kind)).append('\n');
                if (events) {
                    assertThat(chunk.customers().get(row)).isEqualTo("客户 \"7\"");
                }
            }
            assertThat(actual.toString()).as("seed %d", seed).isEqualTo(expected.toString());
        }
    }

    private static String show(Column[] columns, int row, String kind) {
        StringBuilder line = new StringBuilder(kind);
        for (Column column : columns) {
            line.append('|').append(column == null ? null : column.get(row));
        }
        return line.toString();
    }

    private static void clear(Column column, int row) {
        column.known[row] = 0;
        column.longs[row] = 0;
    }

    private static Column column(siyu.fact.Type type, int rows, Random random) {
        Column column = new Column(type, rows);
        for (int row = 0; row < rows; row++) {
            if (random.nextInt(4) == 0) {
                continue;
            }
            column.known[row] = 1;
            switch (type.kind()) {
                case BOOLEAN -> column.longs[row] = random.nextInt(2);
                case INTEGER, MONEY ->
                    column.longs[row] = switch (random.nextInt(4)) {
                        case 0 -> Long.MIN_VALUE;
                        case 1 -> Long.MAX_VALUE;
                        case 2 -> random.nextInt(200) - 100;
                        default -> random.nextLong();
                    };
                case DECIMAL -> {
                    double value = random.nextInt(3) == 0
                            ? Double.longBitsToDouble(random.nextLong())
                            : random.nextInt(100000) / 100.0;
                    column.doubles[row] = Double.isFinite(value) ? value : 0;
                }
                case TEXT -> column.longs[row] = column.dictionary.add(TEXTS[random.nextInt(TEXTS.length)]);
                case DATE -> column.longs[row] = random.nextInt(3_652_059) - 719_162L;
                case TIME ->
                    column.longs[row] = random.nextInt(3) == 0
                            ? Math.floorMod(random.nextLong(), 4_000_000_000_000_000L) - 2_000_000_000_000_000L
                            : (1_700_000_000L + random.nextInt(100_000_000)) * 1_000_000L;
                case WORD -> column.longs[row] = random.nextInt(type.words().size());
            }
        }
        return column;
    }

    @Test
    void theTextIsAsItLooks() throws IOException {
        Vocabulary vocabulary = Reading.vocabulary("Asia/Shanghai");
        String file = Reading.write(directory, "e.csv", """
                kind,id,at,customer,amount,channel,category
                purchase,1,2026-01-31T08:00:00.5+08:00,c,-0.05,"",=1+1
                login,2,2026-01-31,c,,,
                """);
        Reading reading = Reading.read(
                RecordReader.Of.EVENTS, vocabulary, RecordReader.Options.of(List.of(file)), Reading.setting(directory));
        RecordChunk chunk = reading.chunks.get(0);
        assertThat(export(vocabulary, chunk, "csv")).isEqualTo("""
                id,customer,kind,at,amount,channel,category
                1,c,purchase,2026-01-31T08:00:00.500000+08:00,-0.05,"",=1+1
                2,c,login,2026-01-31T00:00:00+08:00,,,
                """);
        assertThat(export(vocabulary, chunk, "jsonl")).isEqualTo("""
                {"id":"1","customer":"c","kind":"purchase","at":"2026-01-31T08:00:00.500000+08:00","amount":-0.05,"channel":"","category":"=1+1"}
                {"id":"2","customer":"c","kind":"login","at":"2026-01-31T00:00:00+08:00"}
                """);
    }

    private static String export(Vocabulary vocabulary, RecordChunk chunk, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int reference = vocabulary.event("ref");
        RecordWriter writer = new RecordWriter(RecordReader.Of.EVENTS, vocabulary, format, i -> i != reference, out);
        writer.begin();
        writer.events(chunk.attributes(), chunk.kinds(), 0, chunk.rows(), chunk.customers(), 0);
        writer.end();
        return out.toString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
