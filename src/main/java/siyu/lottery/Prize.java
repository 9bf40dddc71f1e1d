package siyu.lottery;

/**
 * What can be won.
 *
 * @param weight its chance in proportion to the other weights, 1 or more
 * @param stock how many there are, or {@link #UNLIMITED}
 * @param cost of one, minor units of money; 0 for none
 * @param points given to who wins it; 0 for none
 */
public record Prize(String name, long weight, long stock, long cost, long points) {
    public static final long UNLIMITED = -1;

    /** The heaviest prize, and the largest stock. */
    public static final long MOST = 1_000_000_000L;

    /** The most prizes of a lottery; with {@link #MOST} all weights together stay far below 2^60. */
    public static final int MOST_PRIZES = 1000;

    public boolean limited() {
        return stock != UNLIMITED;
    }
}
