package siyu.points;

import java.util.Locale;

/**
 * What was asked for by a person, a command or an event, and became entries. Kept for ever with its key, so that asking again does
 * nothing.
 *
 * @param number from 1 over the whole ledger; 0 before it has one
 * @param key unique over the whole ledger; empty for none
 * @param customer whose entries
 * @param other the receiver of a transfer, otherwise -1
 * @param points asked for: spent, given, corrected by; of a reversal those taken back, of a cancellation those given back
 * @param amount of a reversal: the refunded money, minor units; 0 for all of it
 * @param total of a reversal in part: the event's amount, minor units
 * @param eventKind of the event it is about, empty for none
 * @param event the external id of the event it is about, empty for none
 * @param of of a cancellation: the number of the redemption
 * @param effective when it counts, microseconds
 * @param reason in a person's words
 */
public record Operation(
        long number,
        Type type,
        String key,
        int customer,
        int other,
        long points,
        long amount,
        long total,
        String eventKind,
        String event,
        long of,
        long effective,
        String reason) {
    /** What kind of thing was asked for. The number is what is stored, so it never changes. */
    public enum Type {
        REDEEM(0),
        CANCEL(1),
        REVERSE(2),
        ADJUST(3),
        TRANSFER(4),
        OPENING(5);

        private static final Type[] ALL = values();

        private final int number;

        Type(int number) {
            this.number = number;
        }

        /** As it is stored. */
        public int number() {
            return number;
        }

        public static Type of(int number) {
            return ALL[number];
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Throws unless another operation, done before by the same key, is the same but for its number, its moment and its reason. */
    public void requireSame(Operation before) {
        String differs = null;
        if (type != before.type) {
            differs = "a " + before.type.word() + ", not a " + type.word();
        } else if (customer != before.customer) {
            differs = "of another customer";
        } else if (other != before.other) {
            differs = "to another customer";
        } else if (points != before.points) {
            differs = "of points " + before.points + ", not " + points;
        } else if (amount != before.amount) {
            differs = "of amount " + before.amount + " minor units, not " + amount;
        } else if (!event.equals(before.event) || !eventKind.equals(before.eventKind)) {
            differs = "about event '" + before.eventKind + ":" + before.event + "', not '" + eventKind + ":" + event
                    + "'";
        } else if (of != before.of) {
            differs = "about operation " + before.of + ", not " + of;
        }
        if (differs != null) {
            throw PointsCode.KEY_DIFFERS
                    .problem("the key was used before: operation " + before.number + " was " + differs)
                    .hint("give another --key, or leave it out")
                    .failure();
        }
    }

    /** The same for so many points. */
    public Operation of(long itsPoints) {
        return new Operation(
                number, type, key, customer, other, itsPoints, amount, total, eventKind, event, of, effective, reason);
    }

    public Operation numbered(long its) {
        return new Operation(
                its, type, key, customer, other, points, amount, total, eventKind, event, of, effective, reason);
    }
}
