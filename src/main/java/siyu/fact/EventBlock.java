package siyu.fact;

import org.jspecify.annotations.Nullable;

/**
 * The events of a block of customers: by customer, then by time, then by order of arrival. Events of customer {@code i} of the
 * block are rows {@code offsets[i]} (inclusive) to {@code offsets[i + 1]} (exclusive).
 */
public final class EventBlock {
    /** How many events. */
    public final int size;

    /** One more than there are customers in the block. */
    public final int[] offsets;

    /** The kind of each event, an index into {@link Vocabulary#kinds()}. */
    public final short[] kinds;

    /** By index of {@link Vocabulary#event()}; null for an attribute that was not asked for. {@code at} is always there. */
    public final @Nullable Column[] attributes;

    /**
     * The batch that each event came with, or joined its customer with: numbers that grow from one import to the next. Null when
     * the population does not keep them; may be longer than the block.
     */
    public final int @Nullable [] batches;

    public EventBlock(int[] offsets, short[] kinds, @Nullable Column[] attributes) {
        this(offsets, kinds, attributes, null);
    }

    public EventBlock(int[] offsets, short[] kinds, @Nullable Column[] attributes, int @Nullable [] batches) {
        this.size = offsets[offsets.length - 1];
        this.offsets = offsets;
        this.kinds = kinds;
        this.attributes = attributes;
        this.batches = batches;
    }
}
