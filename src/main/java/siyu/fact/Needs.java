package siyu.fact;

import java.util.BitSet;

/**
 * Which columns a question needs, so that nothing else is read.
 *
 * @param customer indexes into {@link Vocabulary#customer()}
 * @param event indexes into {@link Vocabulary#event()}; when events are needed at all, {@code at} is among them
 */
public record Needs(BitSet customer, BitSet event) {
    public static Needs nothing() {
        return new Needs(new BitSet(), new BitSet());
    }

    public boolean events() {
        return !event.isEmpty();
    }

    /** Both sets of needs. */
    public Needs and(Needs other) {
        BitSet customers = (BitSet) customer.clone();
        customers.or(other.customer);
        BitSet events = (BitSet) event.clone();
        events.or(other.event);
        return new Needs(customers, events);
    }
}
