package siyu.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Vocabulary;
import siyu.points.Entries;
import siyu.points.Kind;

/**
 * The best of a period: the highest score first, of equal ones who got there first, then the lower number. Keeps no more than there
 * are places; for one thread, merged afterwards.
 */
public final class Leaderboard implements Population.Visitor {
    private static final Comparator<Place> BEST_FIRST = Comparator.comparingLong(Place::score)
            .reversed()
            .thenComparingLong(Place::reached)
            .thenComparingInt(Place::customer);

    private final TaskRules.Board board;
    private final long from;
    private final long to;
    private final PriorityQueue<Place> best = new PriorityQueue<>(BEST_FIRST.reversed());

    /**
     * One place.
     *
     * @param reached when the score was reached, microseconds
     */
    public record Place(int customer, long score, long reached) {}

    /**
     * @param from the period's first moment, microseconds
     * @param to behind its last one
     */
    public Leaderboard(TaskRules.Board board, long from, long to) {
        this.board = board;
        this.from = from;
        this.to = to;
    }

    /** What a block must bring, for a board of events. */
    public static Needs needs(TaskRules.Board board) {
        Needs needs = Needs.nothing();
        needs.event().set(Vocabulary.EVENT_AT);
        if (board.amount()) {
            needs.event().set(Vocabulary.EVENT_AMOUNT);
        }
        return needs;
    }

    @Override
    public void visit(CustomerBlock block) {
        EventBlock events = Objects.requireNonNull(block.events, "events were asked for");
        long[] at = Objects.requireNonNull(events.attributes[Vocabulary.EVENT_AT]).longs;
        Column amounts = events.attributes[Vocabulary.EVENT_AMOUNT];
        for (int i = 0; i < block.size; i++) {
            long score = 0;
            long reached = 0;
            for (int event = events.offsets[i]; event < events.offsets[i + 1]; event++) {
                if (events.kinds[event] == board.kind() && at[event] >= from && at[event] < to) {
                    long more = amounts == null ? 1 : amounts.longs[event];
                    score = Math.addExact(score, more);
                    reached = more == 0 ? reached : at[event];
                }
            }
            if (score > 0 && (block.present == null || block.present[i] != 0)) {
                offer(block.first + i, score, reached);
            }
        }
    }

    /** Counts the points that customers earned in the period, less what was taken back of earnings. */
    public void points(Entries entries) {
        for (int start = 0; start < entries.size(); ) {
            int end = entries.end(start);
            long score = 0;
            long reached = 0;
            for (int row = start; row < end; row++) {
                boolean counts = entries.kind[row] == Kind.EARN.number()
                        || entries.kind[row] == Kind.REVERSE.number() && entries.rule[row] != 0;
                if (counts && entries.effective[row] >= from && entries.effective[row] < to) {
                    score = Math.addExact(score, entries.points[row]);
                    reached = Math.max(reached, entries.effective[row]);
                }
            }
            if (score > 0) {
                offer(entries.customer[start], score, reached);
            }
            start = end;
        }
    }

    private void offer(int customer, long score, long reached) {
        best.add(new Place(customer, score, reached));
        if (best.size() > board.top()) {
            best.poll();
        }
    }

    /** The places of all threads together. */
    public static List<Place> places(TaskRules.Board board, Collection<Leaderboard> parts) {
        List<Place> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.best));
        all.sort(BEST_FIRST);
        return List.copyOf(all.subList(0, Math.min(all.size(), board.top())));
    }
}
