package siyu.fact;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One range of customers: the attributes that were asked for and, if asked for, their events. Belongs to one worker and may be
 * reused by it for the next range, so nothing of it is kept.
 */
public final class CustomerBlock {
    /** The number of the first customer. */
    public final int first;

    /** How many customers. */
    public final int size;

    /** By index of {@link Vocabulary#customer()}; null for an attribute that was not asked for. */
    public final @Nullable Column[] attributes;

    /** Null when no event attribute was asked for. */
    public final @Nullable EventBlock events;

    /** Columns computed beforehand over the whole population (scores), by name. */
    public final Map<String, Column> given;

    /** Pins and pinned tags of this range; {@link Marks#NONE} when there are none. */
    public final Marks marks;

    /**
     * 1 for a customer who is there at the as-of, 0 for one whose {@code registered} date lies after its today: such a customer
     * is in no segment, no count and no rank. Null when all {@code size} are there; may be longer than the block.
     */
    public final byte @Nullable [] present;

    /** A block whose customers are all there. */
    public CustomerBlock(
            int first,
            int size,
            @Nullable Column[] attributes,
            @Nullable EventBlock events,
            Map<String, Column> given,
            Marks marks) {
        this(first, size, attributes, events, given, marks, null);
    }

    public CustomerBlock(
            int first,
            int size,
            @Nullable Column[] attributes,
            @Nullable EventBlock events,
            Map<String, Column> given,
            Marks marks,
            byte @Nullable [] present) {
        this.first = first;
        this.size = size;
        this.attributes = attributes;
        this.events = events;
        this.given = given;
        this.marks = marks;
        this.present = present;
    }

    /** The same block with other given columns and marks. */
    public CustomerBlock with(Map<String, Column> givenColumns, Marks newMarks) {
        return new CustomerBlock(first, size, attributes, events, givenColumns, newMarks, present);
    }
}
