package siyu.staff;

import java.util.Locale;

/** Why somebody on the staff cannot take a customer, in the order in which it is asked: who fails a later one came nearer. */
public enum Rule {
    /** Left, or on leave. */
    INACTIVE(1),
    /** The live code wants the customer's own region. */
    OTHER_REGION(2),
    /** Weight 0. */
    NO_WEIGHT(3),
    /** One of the two removed the other before. */
    PARTED(4),
    /** As many customers as he may have, those on their way to him included. */
    FULL(5),
    /** As many new customers today as he may get. */
    DAILY_CAP(6),
    /** Outside his working hours. */
    CLOSED(7);

    private final int number;

    Rule(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The further one of two, either of which may be missing. */
    static boolean further(Rule rule, @org.jspecify.annotations.Nullable Rule than) {
        return than == null || rule.number > than.number;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
