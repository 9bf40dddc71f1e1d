package siyu.customer;

import java.util.ArrayList;
import java.util.List;
import siyu.fact.Column;
import siyu.store.BlockCodec;
import siyu.store.Store;

/**
 * A piece of a packed column.
 *
 * @param part counts the pieces of one column
 * @param rows how many rows it holds
 */
record Block(int part, int rows, byte[] data) {
    /** Rows of a block at most. */
    static final int MOST_ROWS = 65_536;

    /** A column cut so that every piece fits a row of the data file. */
    static List<Block> of(Column column, int rows) {
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < rows; from += MOST_ROWS) {
            cut(column, from, Math.min(rows, from + MOST_ROWS), blocks);
        }
        return blocks;
    }

    private static void cut(Column column, int from, int to, List<Block> blocks) {
        byte[] data = BlockCodec.encode(column, from, to);
        if (data.length > Store.MOST_BLOCK_BYTES) {
            // A text is at most 64 KB, so halving ends.
            int middle = (from + to) >>> 1;
            cut(column, from, middle, blocks);
            cut(column, middle, to, blocks);
        } else {
            blocks.add(new Block(blocks.size(), to - from, data));
        }
    }

    /** Whole numbers, which always fit in pieces of {@link #MOST_ROWS}. */
    static List<Block> of(int[] values, int rows) {
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < rows; from += MOST_ROWS) {
            int to = Math.min(rows, from + MOST_ROWS);
            long[] longs = new long[to - from];
            for (int i = from; i < to; i++) {
                longs[i - from] = values[i];
            }
            blocks.add(new Block(blocks.size(), to - from, BlockCodec.encode(longs, 0, longs.length)));
        }
        return blocks;
    }
}
