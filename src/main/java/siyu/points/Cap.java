package siyu.points;

/**
 * The most that one customer earns by one rule in one period: points, or how often. What was earned counts, though it was taken
 * back later: a refund does not make room.
 *
 * @param most points, or times
 * @param times whether {@code most} counts earnings instead of points
 */
public record Cap(long most, boolean times, CalendarUnit per) {
    @Override
    public String toString() {
        return most + (times ? " times" : " points") + (per == CalendarUnit.EVER ? " ever" : " a " + per.word());
    }
}
