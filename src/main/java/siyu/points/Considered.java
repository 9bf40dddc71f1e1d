package siyu.points;

/**
 * Up to where events were considered: those of a batch up to {@code batch} that happened before {@code end}. Both only grow, so an
 * event is considered once.
 *
 * @param batch as {@link siyu.fact.EventBlock#batches} counts
 * @param end microseconds, exclusive
 */
public record Considered(int batch, long end) {
    public static final Considered NOTHING = new Considered(0, Long.MIN_VALUE);

    boolean covers(int eventBatch, long at) {
        return eventBatch <= batch && at < end;
    }
}
