package siyu.points;

import java.util.Locale;

/** What an entry is. Its number is what is stored, so it never changes. */
public enum Kind {
    /** Points of an event by a rule; opens a lot. */
    EARN(0),
    /** Points spent. */
    REDEEM(1),
    /** A redemption given back, to the lots it came from. */
    CANCEL(2),
    /** Points of a lot whose last day is over; positive where points that are taken back had expired already. */
    EXPIRE(3),
    /** An earning taken back, or a debt settled: then two entries, one from a lot and one to the debt. */
    REVERSE(4),
    /** A correction by hand, with a reason; positive ones open a lot. */
    ADJUST(5),
    /** Points given to another customer, who gets lots with the same dates. */
    TRANSFER(6),
    /** A balance brought from another system; opens a lot. */
    OPENING(7);

    private static final Kind[] ALL = values();

    private final byte number;

    Kind(int number) {
        this.number = (byte) number;
    }

    /** As it is stored. */
    public byte number() {
        return number;
    }

    /** The kind stored as a number. */
    public static Kind of(int number) {
        return ALL[number];
    }

    /** The word in YAML, tables and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
