package siyu.customer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.Type;
import siyu.store.BlockCodec;
import siyu.store.Store;

/** Packs the events of a partition: all columns are cut at the same rows, so that every piece of each fits a block. */
final class EventPacker {
    private final int[] numbers;
    private final int most;

    /** @param numbers by index of the vocabulary's event attributes */
    EventPacker(int[] numbers) {
        this(numbers, Store.MOST_BLOCK_BYTES);
    }

    /** @param most bytes of a block */
    EventPacker(int[] numbers, int most) {
        this.numbers = numbers;
        this.most = most;
    }

    /** The blocks of all columns; a column without a known value has none. */
    List<EventStore.NewBlocks> pack(int partition, EventRows rows) {
        List<EventStore.NewBlocks> packed = new ArrayList<>();
        Pieces pieces = new Pieces(partition, packed);
        for (int from = 0; from < rows.size; from += Block.MOST_ROWS) {
            cut(rows, from, Math.min(rows.size, from + Block.MOST_ROWS), pieces);
        }
        return packed;
    }

    /** Where pieces go, and how many parts there are. */
    private static final class Pieces {
        final int partition;
        final List<EventStore.NewBlocks> packed;
        int parts;

        Pieces(int partition, List<EventStore.NewBlocks> packed) {
            this.partition = partition;
            this.packed = packed;
        }
    }

    private void cut(EventRows rows, int from, int to, Pieces pieces) {
        List<EventStore.NewBlocks> part = new ArrayList<>();
        boolean fits = put(part, pieces, EventStore.KIND, to - from, longs(rows.kinds, from, to));
        Column who = rows.who;
        if (who != null) {
            fits &= put(part, pieces, EventStore.WHO, to - from, BlockCodec.encode(who, from, to));
        } else {
            fits &= put(part, pieces, EventStore.CUSTOMER, to - from, longs(rows.customers, from, to));
        }
        for (int i = 0; i < rows.columns.length && fits; i++) {
            @Nullable Column column = rows.columns[i];
            if (column != null && anyKnown(column, from, to)) {
                fits = put(part, pieces, numbers[i], to - from, BlockCodec.encode(column, from, to));
            }
        }
        if (fits) {
            pieces.packed.addAll(part);
            pieces.parts++;
        } else {
            // A text is at most 64 KB, so halving ends.
            int middle = (from + to) >>> 1;
            cut(rows, from, middle, pieces);
            cut(rows, middle, to, pieces);
        }
    }

    private boolean put(List<EventStore.NewBlocks> part, Pieces pieces, int attribute, int rows, byte[] data) {
        part.add(new EventStore.NewBlocks(pieces.partition, attribute, List.of(new Block(pieces.parts, rows, data))));
        return data.length <= most || rows == 1;
    }

    private static byte[] longs(int[] values, int from, int to) {
        long[] longs = new long[to - from];
        for (int i = from; i < to; i++) {
            longs[i - from] = values[i];
        }
        return BlockCodec.encode(longs, 0, longs.length);
    }

    private static boolean anyKnown(Column column, int from, int to) {
        if (column.type.kind() == Type.Kind.TEXT && column.dictionary.size() == 0) {
            return false;
        }
        for (int row = from; row < to; row++) {
            if (column.known[row] != 0) {
                return true;
            }
        }
        return false;
    }
}
