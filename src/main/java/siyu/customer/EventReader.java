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

    /** The pieces of one run and part, by attribute; of its rows those from one to another (exclusive) are read. */
    private record Segment(int batch, int rows, int from, int to, TreeMap<Integer, byte[]> pieces) {
        int size() {
            return to - from;
        }
    }

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
        List<Segment> segments = segments(partition);
        return rows(segments, Partitions.isApart(partition), !Partitions.isApart(partition), partition);
    }

    /**
     * The events of the customer at one place of a range, as those of its first customer: of the other customers' only whose they
     * are is looked at.
     */
    EventRows read(int range, int place) {
        List<Segment> segments = new ArrayList<>();
        for (Segment segment : segments(range)) {
            numbers(segment, EventStore.CUSTOMER, range);
            int from = 0;
            while (from < segment.rows() && longs[from] != place) {
                from++;
            }
            int to = from;
            while (to < segment.rows() && longs[to] == place) {
                to++;
            }
            if (from < to) {
                segments.add(new Segment(segment.batch(), segment.rows(), from, to, segment.pieces()));
            }
        }
        return rows(segments, false, false, range);
    }

    private List<Segment> segments(int partition) {
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
        return segments(EventStore.pieces(kept, partition, needed));
    }

    /** @param many whether events of several customers are read; otherwise they become those of customer 0 */
    private EventRows rows(List<Segment> segments, boolean apart, boolean many, int partition) {
        int total = 0;
        for (Segment segment : segments) {
            total = Math.addExact(total, segment.size());
        }
        start(total, apart, many);
        int at = 0;
        for (Segment segment : segments) {
            append(segment, at, apart, many, partition);
            at += segment.size();
        }
        return rows;
    }

    private List<Segment> segments(List<CustomerStore.Piece> pieces) {
        TreeMap<Long, TreeMap<Integer, Segment>> byRun = new TreeMap<>();
        for (CustomerStore.Piece piece : pieces) {
            TreeMap<Integer, Segment> parts = byRun.get(piece.run());
            if (parts == null) {
                parts = new TreeMap<>();
                byRun.put(piece.run(), parts);
            }
            Segment segment = parts.get(piece.part());
            if (segment == null) {
                int batch = Math.toIntExact(piece.run());
                segment = new Segment(batch, piece.rows(), 0, piece.rows(), new TreeMap<>());
                parts.put(piece.part(), segment);
            }
            segment.pieces().put(piece.attribute(), piece.data());
        }
        runs = byRun.size();
        lastRun = byRun.isEmpty() ? 0 : byRun.lastKey();
        List<Segment> segments = new ArrayList<>();
        byRun.values().forEach(parts -> segments.addAll(parts.values()));
        return segments;
    }

    private void start(int total, boolean apart, boolean many) {
        rows.size = total;
        if (rows.customers.length < total) {
            int capacity = total + (total >> 2);
            rows.customers = new int[capacity];
            rows.kinds = new int[capacity];
            rows.batches = new int[capacity];
        }
        if (!many) {
            Arrays.fill(rows.customers, 0, total, 0);
        }
        if (apart) {
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

    private void append(Segment segment, int at, boolean apart, boolean many, int partition) {
        int count = segment.size();
        if (count > 0 && rows.batches != null) {
            Arrays.fill(rows.batches, at, at + count, segment.batch());
        }
        numbers(segment, EventStore.KIND, partition);
        for (int i = 0; i < count; i++) {
            rows.kinds[at + i] = (int) longs[i];
        }
        if (apart) {
            decode(segment, piece(segment, EventStore.WHO, partition), Type.TEXT, who, at, partition);
        } else if (many) {
            numbers(segment, EventStore.CUSTOMER, partition);
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
                decode(segment, data, vocabulary.event().get(i).type(), column, at, partition);
            }
        }
    }

    private void decode(Segment segment, byte[] data, Type type, Column column, int at, int partition) {
        check(BlockCodec.rows(data), segment.rows(), partition);
        BlockCodec.decode(data, segment.from(), segment.to(), type, column, at, scratch);
    }

    private static void unknown(Column column, int at, int count) {
        Arrays.fill(column.known, at, at + count, (byte) 0);
        if (column.type.kind() == Type.Kind.DECIMAL) {
            Arrays.fill(column.doubles, at, at + count, 0);
        } else {
            Arrays.fill(column.longs, at, at + count, 0);
        }
    }

    private void numbers(Segment segment, int attribute, int partition) {
        if (longs.length < segment.size()) {
            longs = new long[segment.size()];
        }
        byte[] data = piece(segment, attribute, partition);
        check(BlockCodec.rows(data), segment.rows(), partition);
        BlockCodec.decode(data, segment.from(), segment.to(), longs, 0, scratch);
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
