package siyu.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import siyu.fact.Attribute;
import siyu.fact.Column;
import siyu.fact.Texts;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.importing.RecordChunk;
import siyu.importing.RecordReader;
import siyu.importing.Reject;

/**
 * A file that needs no parsing: hands rows over as the reader of files would, in chunks of random size, parsed on several threads.
 *
 * @param columns names of the attributes the file has, besides id, kind, customer and at
 */
record FakeFile(Vocabulary vocabulary, boolean events, List<FactRow> rows, Set<String> columns, long seed)
        implements Facts.Source {
    @Override
    public void read(RecordReader.Consumer consumer) {
        List<RecordChunk> chunks = chunks();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> parsed = new ArrayList<>();
            for (RecordChunk chunk : chunks) {
                parsed.add(threads.submit(() -> consumer.parsed(chunk)));
            }
            for (int i = 0; i < chunks.size(); i++) {
                parsed.get(i).get();
                consumer.ordered(chunks.get(i));
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    List<RecordChunk> chunks() {
        Random random = new Random(seed);
        List<RecordChunk> chunks = new ArrayList<>();
        for (int from = 0; from < rows.size(); ) {
            int to = Math.min(rows.size(), from + 1 + random.nextInt(40));
            chunks.add(chunk(chunks.size(), from, to, random.nextBoolean()));
            from = to;
        }
        return chunks;
    }

    private RecordChunk chunk(int index, int from, int to, boolean distinct) {
        List<Attribute> attributes = events ? vocabulary.event() : vocabulary.customer();
        @Nullable Column[] all = new Column[attributes.size()];
        int count = to - from;
        for (int i = 0; i < all.length; i++) {
            String name = attributes.get(i).name();
            if (name.equals("id") || (events && name.equals("at")) || columns.contains(name)) {
                all[i] = column(attributes.get(i), from, to, distinct);
            }
        }
        int[] lines = new int[count];
        short[] kinds = new short[events ? count : 0];
        Texts who = new Texts();
        for (int i = 0; i < count; i++) {
            lines[i] = from + i + 2;
            who.add(rows.get(from + i).customer());
            if (events) {
                kinds[i] = (short) vocabulary.kind(rows.get(from + i).kind());
            }
        }
        return new RecordChunk("file.csv", index, count, lines, all, kinds, who, List.<Reject>of());
    }

    private Column column(Attribute attribute, int from, int to, boolean distinct) {
        Column column = new Column(attribute.type(), to - from);
        for (int i = from; i < to; i++) {
            FactRow row = rows.get(i);
            Object value =
                    attribute.name().equals("id") ? row.id() : row.values().get(attribute.name());
            if (value != null) {
                set(column, i - from, value, distinct);
            }
        }
        return column;
    }

    /** Sets one value, as a reader would. */
    static void set(Column column, int row, Object value, boolean distinct) {
        column.known[row] = 1;
        if (column.type.kind() == Type.Kind.DECIMAL) {
            column.doubles[row] = (Double) value;
        } else if (column.type.kind() == Type.Kind.TEXT) {
            byte[] utf8 = ((String) value).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            int found = distinct ? column.dictionary.find(utf8) : -1;
            column.longs[row] = found >= 0 ? found : column.dictionary.add((String) value);
        } else {
            column.longs[row] = (Long) value;
        }
    }
}
