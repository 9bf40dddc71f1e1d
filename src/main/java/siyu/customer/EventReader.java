package siyu.customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.Texts;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.store.BlockCodec;
import siyu.store.Scratch;

/**
 * Reads the events of one partition after the other, run by run as they were stored. Belongs to one thread; its rows are used
 * again for the next partition.
 */
final class EventReader {
    private final KeptFacts kept;
    private final Vocabulary vocabulary;
    private final int[] numbers;
    private final BitSet wanted;
    private final Scratch scratch = new Scratch();
    private final EventRows rows;
    private final Column who = new Column(Type.TEXT, 0);
    private long[] longs = new long[0];
    private int runs;
    private long lastRun;

    /** The pieces of one run and part, by attribute. */
    private record Segment(int batch, int rows, TreeMap<Integer, byte[]> pieces) {}

    /**
     * @param numbers by index of the vocabulary's event attributes, -1 where nothing is stored
     * @param wanted indexes of the attributes to read
     */
    EventReader(KeptFacts kept, Vocabulary vocabulary, int[] numbers, BitSet wanted) {
        this.kept = kept;
        this.vocabulary = vocabulary;
        this.numbers = numbers;
        this.wanted = wanted;
        this.rows = new EventRows(vocabulary.event().size());
        rows.batches = new int[0];
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            rows.columns[i] = new Column(vocabulary.event().get(i).type(), 0);
        }
    }

    /** How many runs the last partition came with; more than one means that its rows are in order within each only. */
    int runs() {
        return runs;
    }

    /** The last run that the last partition came with. */
    long lastRun() {
        return lastRun;
    }

    EventRows read(int partition) {
        boolean apart = Partitions.isApart(partition);
        int[] attributes = new int[wanted.cardinality() + 3];
        int count = 0;
        attributes[count++] = EventStore.KIND;
        attributes[count++] = apart ? EventStore.WHO : EventStore.CUSTOMER;
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            if (numbers[i] >= 0) {
                attributes[count++] = numbers[i];
            }
        }
        int[] needed = Arrays.copyOf(attributes, count);
        List<Segment> segments = segments(EventStore.pieces(kept, partition, needed));
        int total = 0;
        for (Segment segment : segments) {
            total = Math.addExact(total, segment.rows());
        }
        start(total, apart);
        int at = 0;
        for (Segment segment : segments) {
            append(segment, at, apart, partition);
            at += segment.rows();
        }
        return rows;
    }

    private List<Segment> segments(List<CustomerStore.Piece> pieces) {
        TreeMap<Long, TreeMap<Integer, Segment>> byRun = new TreeMap<>();
        for (CustomerStore.Piece piece : pieces) {
            byRun.computeIfAbsent(piece.run(), run -> new TreeMap<>())
                    .computeIfAbsent(
                            piece.part(),
                            part -> new Segment(Math.toIntExact(piece.run()), piece.rows(), new TreeMap<>()))
                    .pieces()
                    .put(piece.attribute(), piece.data());
        }
        runs = byRun.size();
        lastRun = byRun.isEmpty() ? 0 : byRun.lastKey();
        List<Segment> segments = new ArrayList<>();
        byRun.values().forEach(parts -> segments.addAll(parts.values()));
        return segments;
    }

    private void start(int total, boolean apart) {
        rows.size = total;
        if (rows.customers.length < total) {
            int capacity = total + (total >> 2);
            rows.customers = new int[capacity];
            rows.kinds = new int[capacity];
            rows.batches = new int[capacity];
        }
        if (apart) {
            Arrays.fill(rows.customers, 0, total, 0);
            who.reserve(total);
            who.dictionary = new Texts();
        }
        rows.who = apart ? who : null;
        for (Column column : rows.columns) {
            if (column != null) {
                column.reserve(total);
                column.dictionary.clear();
            }
        }
    }

    private void append(Segment segment, int at, boolean apart, int partition) {
        int count = segment.rows();
        if (count > 0 && rows.batches != null) {
            Arrays.fill(rows.batches, at, at + count, segment.batch());
        }
        whole(segment, EventStore.KIND, partition);
        for (int i = 0; i < count; i++) {
            rows.kinds[at + i] = (int) longs[i];
        }
        if (apart) {
            check(
                    BlockCodec.decode(piece(segment, EventStore.WHO, partition), Type.TEXT, who, at, scratch),
                    count,
                    partition);
        } else {
            whole(segment, EventStore.CUSTOMER, partition);
            for (int i = 0; i < count; i++) {
                rows.customers[at + i] = (int) longs[i];
            }
        }
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            Column column = rows.column(i);
            byte[] data = segment.pieces().get(numbers[i]);
            if (data == null) {
                unknown(column, at, count);
            } else {
                check(BlockCodec.decode(data, vocabulary.event().get(i).type(), column, at, scratch), count, partition);
            }
        }
    }

    private static void unknown(Column column, int at, int count) {
        Arrays.fill(column.known, at, at + count, (byte) 0);
        if (column.type.kind() == Type.Kind.DECIMAL) {
            Arrays.fill(column.doubles, at, at + count, 0);
        } else {
            Arrays.fill(column.longs, at, at + count, 0);
        }
    }

    private void whole(Segment segment, int attribute, int partition) {
        if (longs.length < segment.rows()) {
            longs = new long[segment.rows()];
        }
        check(BlockCodec.decode(piece(segment, attribute, partition), longs, 0, scratch), segment.rows(), partition);
    }

    private static byte[] piece(Segment segment, int attribute, int partition) {
        byte @Nullable [] data = segment.pieces().get(attribute);
        if (data == null) {
            throw CustomerCode.DAMAGED
                    .problem("events of range " + partition + " have lost a block")
                    .failure();
        }
        return data;
    }

    private static void check(int rows, int expected, int partition) {
        if (rows != expected) {
            throw CustomerCode.DAMAGED
                    .problem("a block of events of range " + partition + " holds " + rows + " rows where " + expected
                            + " belong")
                    .failure();
        }
    }
}
