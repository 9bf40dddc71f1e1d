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
import siyu.points.RuleNumbers;

/**
 * The best of a period: the highest score first, of equal ones who got there first, then the lower number. Keeps no more than there
 * are places; for one thread, merged afterwards.
 */
public final class Leaderboard implements Population.Visitor {
    static final Comparator<Place> BEST_FIRST = Comparator.comparingLong(Place::score)
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

    /** What a block must bring, to say what counts for one customer. */
    public static Needs explaining(TaskRules.Board board) {
        Needs needs = needs(board);
        needs.event().set(Vocabulary.EVENT_ID);
        return needs;
    }

    private boolean counts(EventBlock events, long[] at, int event) {
        return events.kinds[event] == board.kind() && at[event] >= from && at[event] < to;
    }

    private long amount(EventBlock events, int event) {
        return board.amount()
                ? Objects.requireNonNull(events.attributes[Vocabulary.EVENT_AMOUNT], "asked for").longs[event]
                : 1;
    }

    @Override
    public void visit(CustomerBlock block) {
        EventBlock events = Objects.requireNonNull(block.events, "events were asked for");
        long[] at = Objects.requireNonNull(events.attributes[Vocabulary.EVENT_AT]).longs;
        for (int i = 0; i < block.size; i++) {
            long score = 0;
            long reached = 0;
            for (int event = events.offsets[i]; event < events.offsets[i + 1]; event++) {
                if (counts(events, at, event)) {
                    long more = amount(events, event);
                    score = Math.addExact(score, more);
                    reached = more == 0 ? reached : at[event];
                }
            }
            if (score > 0 && present(block, i)) {
                offer(block.first + i, score, reached);
            }
        }
    }

    private static boolean present(CustomerBlock block, int row) {
        return block.present == null || block.present[row] != 0;
    }

    /** The events that count for one customer of a block. */
    public Placing explain(CustomerBlock block, int customer, Vocabulary vocabulary) {
        EventBlock events = Objects.requireNonNull(block.events, "events were asked for");
        long[] at = Objects.requireNonNull(events.attributes[Vocabulary.EVENT_AT]).longs;
        Column ids = Objects.requireNonNull(events.attributes[Vocabulary.EVENT_ID], "asked for");
        List<Placing.Line> lines = new ArrayList<>();
        int row = customer - block.first;
        for (int event = events.offsets[row]; event < events.offsets[row + 1]; event++) {
            if (counts(events, at, event)) {
                String kind = vocabulary.kinds().get(board.kind());
                String id = ids.dictionary.get((int) ids.longs[event]);
                lines.add(new Placing.Line(at[event], kind, id, "", amount(events, event)));
            }
        }
        return new Placing(lines, !present(block, row));
    }

    /** Counts the points that customers earned in the period, less what was taken back of earnings. */
    public void points(Entries entries) {
        for (int start = 0; start < entries.size(); ) {
            int end = entries.end(start);
            long score = 0;
            long reached = 0;
            for (int row = start; row < end; row++) {
                if (counts(entries, row)) {
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

    private boolean counts(Entries entries, int row) {
        boolean earned = entries.kind[row] == Kind.EARN.number()
                || entries.kind[row] == Kind.REVERSE.number() && entries.rule[row] != 0;
        return earned && entries.effective[row] >= from && entries.effective[row] < to;
    }

    /** The points that count for one customer, of whom all entries are. */
    public Placing explain(Entries entries, RuleNumbers rules) {
        List<Placing.Line> lines = new ArrayList<>();
        for (int row = 0; row < entries.size(); row++) {
            if (counts(entries, row)) {
                lines.add(new Placing.Line(
                        entries.effective[row],
                        Kind.of(entries.kind[row]).word(),
                        entries.event.get(row),
                        rules.name(entries.rule[row]),
                        entries.points[row]));
            }
        }
        return new Placing(lines, false);
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
