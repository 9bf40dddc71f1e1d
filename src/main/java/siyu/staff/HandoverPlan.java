package siyu.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who moves to whom on which day, so that no limit is broken: the platform's limits per customer, request and day, and the daily cap
 * and the maximum load of everybody who gets customers. Customers go in the order in which they may, then by number; people take
 * them in turns by weight, as in a live code.
 */
public final class HandoverPlan {
    /** Why a customer moves later than the others, or not at all. */
    public enum Delay {
        /** The platform's limit per customer: he moved often enough lately. */
        TRANSFERS,
        /** He refused lately. */
        REFUSED,
        /** Everybody has got as many customers that day as he may, or all together as many as the platform allows. */
        DAY_FULL,
        /** He is on his way already. */
        PENDING,
        /** Everybody has as many customers as he may have, or has parted from him. */
        NO_ROOM;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One customer to be moved.
     *
     * @param days on which transfers of him were asked for, ascending
     * @param pending whether he is on his way already
     * @param refused until when he is not asked again; null when he never refused
     * @param parted numbers of people he has parted from
     */
    public record Mover(
            int customer,
            List<LocalDate> days,
            boolean pending,
            @Nullable LocalDate refused,
            int[] parted) {}

    /**
     * What is planned for a customer.
     *
     * @param to the number of who gets him, -1 for nobody
     * @param day null when he does not move
     * @param batch from 1 within the day and the person; 0 when he does not move
     * @param delay null for who moves on the first day
     * @param earliest the first day on which the platform lets him move, and he is asked again; null for who is on his way already
     */
    public record Move(
            int customer,
            int to,
            @Nullable LocalDate earliest,
            @Nullable LocalDate day,
            int batch,
            @Nullable Delay delay) {}

    private final Crew crew;
    private final int[] to;
    private final Platform platform;
    private final boolean leaving;
    private final LocalDate start;
    private final int horizon;
    private final Map<LocalDate, long[]> taken;
    private final Turns turns;
    private final long[] room;

    /** New customers of today that are no transfers; of later days nobody knows yet. */
    private final long[] fresh;

    private final List<Move> moves = new ArrayList<>();

    private HandoverPlan(
            Crew crew,
            int[] to,
            Platform platform,
            boolean leaving,
            LocalDate start,
            int horizon,
            Map<LocalDate, long[]> taken) {
        this.crew = crew;
        this.to = to;
        this.platform = platform;
        this.leaving = leaving;
        this.start = start;
        this.horizon = horizon;
        this.taken = new HashMap<>();
        taken.forEach((day, counts) -> this.taken.put(day, counts.clone()));
        int[] weights = new int[to.length];
        this.room = new long[to.length];
        this.fresh = new long[to.length];
        long[] now = this.taken.getOrDefault(
                crew.at().toLocalDate(), new long[crew.people().size()]);
        for (int i = 0; i < to.length; i++) {
            Person person = crew.people().get(to[i]);
            // Who takes no turns in live codes may still be named to take over.
            weights[i] = Math.max(1, person.weight());
            room[i] = person.mostLoad() == Person.NO_LIMIT ? Long.MAX_VALUE : person.mostLoad() - crew.load(to[i]);
            fresh[i] = crew.today(to[i]) - now[to[i]];
        }
        this.turns = new Turns(weights, new long[to.length]);
    }

    /**
     * Plans.
     *
     * @param to numbers of those who get customers, all of them active
     * @param leaving whether the one who hands over leaves
     * @param start the first day
     * @param horizon how many days there are
     * @param taken by day: transfers there are already, by number of who gets them, and at the end all together; what is planned for
     *     a day that is over stands under the day of the crew
     * @return in the order of the movers
     */
    public static List<Move> of(
            Crew crew,
            int[] to,
            Platform platform,
            boolean leaving,
            LocalDate start,
            int horizon,
            Map<LocalDate, long[]> taken,
            List<Mover> movers) {
        HandoverPlan plan = new HandoverPlan(crew, to, platform, leaving, start, horizon, taken);
        plan.run(movers);
        plan.moves.sort(Comparator.comparingInt(Move::customer));
        return List.copyOf(plan.moves);
    }

    /** Somebody who may move, from when on, and what keeps him until then. */
    private record Waiting(
            Mover mover, LocalDate from, @Nullable Delay delay) {}

    private void run(List<Mover> movers) {
        List<Waiting> queue = new ArrayList<>();
        for (Mover mover : movers) {
            if (mover.pending()) {
                moves.add(new Move(mover.customer(), -1, null, null, 0, Delay.PENDING));
            } else {
                queue.add(waiting(mover));
            }
        }
        queue.sort(Comparator.comparing(Waiting::from)
                .thenComparingInt(waiting -> waiting.mover().customer()));
        for (LocalDate day = start; day.isBefore(start.plusDays(horizon)) && !queue.isEmpty(); ) {
            queue = day(day, queue);
            LocalDate next = day.plusDays(1);
            day = queue.isEmpty() || !queue.get(0).from().isAfter(next)
                    ? next
                    : queue.get(0).from();
        }
        for (Waiting left : queue) {
            moves.add(new Move(left.mover().customer(), -1, left.from(), null, 0, left.delay()));
        }
    }

    private Waiting waiting(Mover mover) {
        LocalDate from = start;
        Delay delay = null;
        LocalDate refused = mover.refused();
        if (refused != null && refused.isAfter(from)) {
            from = refused;
            delay = Delay.REFUSED;
        }
        Platform.Transfers transfers = platform.transfers();
        if (transfers != null && (transfers.leaving() || !leaving)) {
            LocalDate free = transfers.from(mover.days(), from);
            delay = free.isAfter(from) ? Delay.TRANSFERS : delay;
            from = free;
        }
        return new Waiting(mover, from, delay);
    }

    /** Plans one day; returns who is still waiting. */
    private List<Waiting> day(LocalDate day, List<Waiting> queue) {
        long[] counts = taken.computeIfAbsent(day, any -> new long[crew.people().size() + 1]);
        for (int i = 0; i < to.length; i++) {
            seat(i, day, counts);
        }
        List<Waiting> left = new ArrayList<>();
        for (Waiting waiting : queue) {
            if (waiting.from().isAfter(day)) {
                left.add(waiting);
                continue;
            }
            int next = counts[counts.length - 1] >= platform.daySize()
                    ? -1
                    : next(waiting.mover().parted());
            if (next >= 0) {
                move(waiting, next, day, counts);
            } else if (never(waiting.mover().parted())) {
                moves.add(new Move(waiting.mover().customer(), -1, waiting.from(), null, 0, Delay.NO_ROOM));
            } else {
                left.add(new Waiting(waiting.mover(), waiting.from(), Delay.DAY_FULL));
            }
        }
        return left;
    }

    private void move(Waiting waiting, int next, LocalDate day, long[] counts) {
        int person = to[next];
        int batch = (int) (counts[person] / platform.batchSize()) + 1;
        counts[person]++;
        counts[counts.length - 1]++;
        room[next] -= room[next] == Long.MAX_VALUE ? 0 : 1;
        moves.add(new Move(waiting.mover().customer(), person, waiting.from(), day, batch, waiting.delay()));
        seat(next, day, counts);
    }

    /** Whether somebody takes turns on a day follows from what he has got on it. */
    private void seat(int i, LocalDate day, long[] counts) {
        long others = day.equals(crew.at().toLocalDate()) ? fresh[i] : 0;
        boolean can =
                room[i] > 0 && counts[to[i]] + others < crew.people().get(to[i]).dailyCap();
        if (can && !turns.in(i)) {
            turns.enter(i);
        } else if (!can) {
            turns.leave(i);
        }
    }

    private int next(int[] parted) {
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < to.length; i++) {
            if (contains(parted, to[i]) && turns.in(i)) {
                turns.leave(i);
                out.add(i);
            }
        }
        int next = turns.next();
        out.forEach(turns::enter);
        return next;
    }

    /** Whether no day would help. */
    private boolean never(int[] parted) {
        for (int i = 0; i < to.length; i++) {
            if (room[i] > 0 && crew.people().get(to[i]).dailyCap() > 0 && !contains(parted, to[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(int[] numbers, int number) {
        for (int one : numbers) {
            if (one == number) {
                return true;
            }
        }
        return false;
    }
}
