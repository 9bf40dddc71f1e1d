package siyu.referral;

import java.util.Locale;

/** Who gets a reward for an invitation. The number is what is stored, so it never changes. */
public enum Side {
    /** Who invited. */
    REFERRER(0),
    /** Who was invited. */
    REFEREE(1),
    /** Who had invited the referrer. */
    SECOND(2);

    private static final Side[] ALL = values();

    private final int number;

    Side(int number) {
        this.number = number;
    }

    /** As it is stored. */
    public int number() {
        return number;
    }

    /** The side with a number. */
    public static Side of(int number) {
        return ALL[number];
    }

    static Side[] all() {
        return ALL;
    }

    /** As it is shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the ledger knows its rewards by. */
    public String rule() {
        return "referral." + word();
    }
}
