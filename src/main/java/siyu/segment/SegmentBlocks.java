package siyu.segment;

import java.util.List;
import siyu.store.BlockTable;

/** The tables of this package that hold packed blocks, for whoever reads a data file as a whole. */
public final class SegmentBlocks {
    public static final List<BlockTable> TABLES = List.of(
            new BlockTable("membership_block", "data"),
            new BlockTable("membership_change", "customers"),
            new BlockTable("membership_change", "segments_left"),
            new BlockTable("membership_change", "segments_entered"),
            new BlockTable("membership_change", "causes"));

    private SegmentBlocks() {}
}
