package siyu.points;

import java.util.Locale;

/** What an entry is. The order is what is stored, so it never changes. */
public enum Kind {
    /** Points of an event by a rule; opens a lot. */
    EARN,
    /** Points spent. */
    REDEEM,
    /** A redemption given back, to the lots it came from. */
    CANCEL,
    /** Points of a lot whose last day is over; positive where points that are taken back had expired already. */
    EXPIRE,
    /** An earning taken back, or a debt settled: then two entries, one from a lot and one to the debt. */
    REVERSE,
    /** A correction by hand, with a reason; positive ones open a lot. */
    ADJUST,
    /** Points given to another customer, who gets lots with the same dates. */
    TRANSFER,
    /** A balance brought from another system; opens a lot. */
    OPENING;

    private static final Kind[] ALL = values();

    /** The kind stored as a number. */
    public static Kind of(int number) {
        return ALL[number];
    }

    /** The word in YAML, tables and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
