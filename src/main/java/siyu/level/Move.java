package siyu.level;

import java.util.Locale;

/**
 * Something that happened to a customer's level, or to the time he has left to keep it.
 *
 * @param customer his dense number
 * @param number of the customer's moves, from 1
 * @param from where he stood, empty when nothing was recorded of him
 * @param to where he stands then
 * @param day epoch day of the as-of
 * @param growth he had
 * @param needed for the new level when he rises or is moved, otherwise to stay where he stood
 * @param deadline the last day to make up for it, or {@link Standing#NONE}
 */
public record Move(
        int customer, int number, Kind kind, String from, String to, int day, long growth, long needed, int deadline) {
    /** What happened. The number is what is stored, so it never changes. */
    public enum Kind {
        /** His growth reached a higher step. */
        RISE(0),
        /** He was below at a review, and his grace was over. */
        FALL(1),
        /** He was found below at a review and has his grace to make up for it. */
        WARNING(2),
        /** He made up for it. */
        KEPT(3),
        /** His level is not there any more, or cannot be earned any more: he is where his growth puts him. */
        MOVED(4),
        /** He is still below, and his grace is not over or he fell in this period already; never stored. */
        AT_RISK(5);

        private static final Kind[] ALL = values();

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** As it is stored. */
        public int number() {
            return number;
        }

        public static Kind of(int number) {
            return ALL[number];
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much growth is missing to stay, 0 for none. */
    public long missing() {
        boolean below = kind == Kind.FALL || kind == Kind.WARNING || kind == Kind.AT_RISK;
        return below ? Math.max(0, Math.subtractExact(needed, growth)) : 0;
    }
}
