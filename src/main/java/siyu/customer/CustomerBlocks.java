package siyu.customer;

import java.util.List;
import siyu.store.BlockTable;

/** The tables of this package that hold packed blocks, for whoever reads a data file as a whole. */
public final class CustomerBlocks {
    public static final List<BlockTable> TABLES = List.of(
            new BlockTable("customer_block", "data"),
            new BlockTable("customer_change", "customers"),
            new BlockTable("customer_change", "data"),
            new BlockTable("event_block", "data"),
            new BlockTable("key_block", "hashes"),
            new BlockTable("key_block", "ranges"));

    private CustomerBlocks() {}
}
