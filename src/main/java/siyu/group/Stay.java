package siyu.group;

/**
 * One customer in one group from a day on.
 *
 * @param customer dense number
 * @param group number
 * @param joined epoch day
 * @param left epoch day on which he is no longer in it; {@link #OPEN} while he is
 */
public record Stay(int customer, int group, int joined, int left) {
    public static final int OPEN = Integer.MAX_VALUE;

    /** Whether he is in it when a day ends. */
    public boolean holds(long day) {
        return joined <= day && day < left;
    }
}
