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
    /** What kind of thing was asked for. The order is what is stored, so it never changes. */
    public enum Type {
        REDEEM,
        CANCEL,
        REVERSE,
        ADJUST,
        TRANSFER,
        OPENING;

        private static final Type[] ALL = values();

        public static Type of(int number) {
            return ALL[number];
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Operation numbered(long its) {
        return new Operation(
                its, type, key, customer, other, points, amount, total, eventKind, event, of, effective, reason);
    }
}
