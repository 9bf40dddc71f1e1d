package siyu.group;

/** What became of a customer for one kind of groups. */
public enum Why {
    /** He is in a group of the kind already, and stays there. */
    STAYS(1, "stays"),
    PLACED(2, "placed"),
    /** The condition of the kind is false for him. */
    NOT_ELIGIBLE(3, "not eligible"),
    /** The condition is unknown for him. */
    UNDECIDED(4, "undecided"),
    /** He left a group of the kind not long enough ago. */
    LEFT(5, "left before"),
    /** Neither where he is nor his region is known, or may be used. */
    NO_PLACE(6, "place unknown"),
    /** His place is not known, and his region has no group. */
    NO_GROUP_IN_REGION(7, "no group in region"),
    /** Every group is beyond the radius. */
    TOO_FAR(8, "too far"),
    /** Every group within reach is full. */
    FULL(9, "full"),
    /** The cost table has no group for him. */
    NO_COST(10, "not in cost table"),
    /** The live code is not for him. */
    NOT_FOR(11, "not for"),
    /** He registers only after the as-of. */
    ABSENT(0, "absent");

    private final int number;
    private final String word;

    Why(int number, String word) {
        this.number = number;
        this.word = word;
    }

    /** For columns of bytes. */
    int number() {
        return number;
    }

    /** For people and JSON. */
    public String word() {
        return word;
    }

    static Why of(int number) {
        for (Why why : values()) {
            if (why.number == number) {
                return why;
            }
        }
        throw new IllegalArgumentException("no reason " + number);
    }

    /** Whether he should have a group, and has none. */
    public boolean leftOver() {
        return this == NO_PLACE || this == NO_GROUP_IN_REGION || this == TOO_FAR || this == FULL || this == NO_COST;
    }
}
