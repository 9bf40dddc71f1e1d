package siyu.fact;

import java.util.BitSet;

/**
 * Which columns a question needs, so that nothing else is read.
 *
 * @param customer indexes into {@link Vocabulary#customer()}
 * @param event indexes into {@link Vocabulary#event()}; when events are needed at all, {@code at} is among them
 * @param bits whether boolean attributes of customers may come as bits, which is quicker; see {@link Column#bits}
 */
public record Needs(BitSet customer, BitSet event, boolean bits) {
    /** Booleans as numbers, as all the others are. */
    public Needs(BitSet customer, BitSet event) {
        this(customer, event, false);
    }

    public static Needs nothing() {
        return new Needs(new BitSet(), new BitSet());
    }

    public boolean events() {
        return !event.isEmpty();
    }

    /** The same, and booleans may come as bits. */
    public Needs inBits() {
        return new Needs(customer, event, true);
    }

    /** Both sets of needs; bits only if they will do for both. */
    public Needs and(Needs other) {
        BitSet customers = (BitSet) customer.clone();
        customers.or(other.customer);
        BitSet events = (BitSet) event.clone();
        events.or(other.event);
        return new Needs(customers, events, bits && other.bits);
    }
}
