package siyu.referral;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The same history decided from its beginning under two programs: where invitations end, and who is paid what. What was really
 * paid plays no part, what people decided does.
 */
public final class Audit {
    private final Answer before;
    private final Answer after;

    /** One program's answer. */
    private static final class Answer {
        private final Decided decided;
        private final Rewards rewards;
        private final boolean[] paid;

        Answer(Decided decided) {
            this.decided = decided;
            this.rewards = Settling.of(decided);
            this.paid = new boolean[decided.invitations().size()];
            for (int row = 0; row < rewards.size(); row++) {
                paid[rewards.invitation(row)] |= rewards.side(row) == Side.REFERRER;
            }
        }

        /** Where an invitation ends when everything due is settled. */
        State state(int invitation) {
            State state = decided.state(invitation);
            return state == State.QUALIFIED && paid[invitation] ? State.REWARDED : state;
        }
    }

    private Audit(Decided before, Decided after) {
        this.before = new Answer(before);
        this.after = new Answer(after);
    }

    /**
     * Compares.
     *
     * @param before decided with nothing paid so far ({@link ReferralStore#decisions})
     * @param after the same invitations, decided so under the other program
     */
    public static Audit of(Decided before, Decided after) {
        if (before.invitations().size() != after.invitations().size()) {
            throw new IllegalArgumentException("both programs decide the same invitations");
        }
        return new Audit(before, after);
    }

    /**
     * Invitations that end elsewhere, or all.
     *
     * @param samples some invitations, the earliest first
     */
    public record Move(State from, State to, Cause cause, long invitations, List<String> samples) {}

    /** Invitations that go the same way. */
    private static final class Way {
        private long invitations;
        private final List<String> samples = new ArrayList<>();
    }

    /** Where invitations end under both, by pairs of states; those that stay are there too. */
    public List<Move> moves(int samples) {
        Map<State, Map<State, Map<Cause, Way>>> ways = new EnumMap<>(State.class);
        for (int i = 0; i < before.paid.length; i++) {
            Way way = ways.computeIfAbsent(before.state(i), none -> new EnumMap<>(State.class))
                    .computeIfAbsent(after.state(i), none -> new EnumMap<>(Cause.class))
                    .computeIfAbsent(after.decided.cause(i), none -> new Way());
            way.invitations++;
            if (way.samples.size() < samples) {
                way.samples.add(before.decided.invitations().id(i));
            }
        }
        List<Move> moves = new ArrayList<>();
        ways.forEach((from, tos) -> tos.forEach((to, causes) ->
                causes.forEach((cause, way) -> moves.add(new Move(from, to, cause, way.invitations, way.samples)))));
        return moves;
    }

    /**
     * What a side costs under both programs, in one unit.
     *
     * @param unit of the amounts, whatever its own
     */
    public record Cost(Side side, Award unit, long before, long after) {}

    /** What all rewards come to, less what is taken back, by side and unit. */
    public List<Cost> costs() {
        List<Cost> costs = new ArrayList<>();
        for (Side side : Side.values()) {
            Award mine = before.decided.award(side);
            Award theirs = after.decided.award(side);
            if (mine != null && theirs != null && mine.sameUnit(theirs)) {
                costs.add(new Cost(side, mine, total(before, side), total(after, side)));
            } else {
                if (mine != null) {
                    costs.add(new Cost(side, mine, total(before, side), 0));
                }
                if (theirs != null) {
                    costs.add(new Cost(side, theirs, 0, total(after, side)));
                }
            }
        }
        return costs;
    }

    private static long total(Answer program, Side side) {
        long sum = 0;
        Rewards rewards = program.rewards;
        for (int row = 0; row < rewards.size(); row++) {
            if (rewards.side(row) == side) {
                sum = Math.addExact(sum, rewards.back(row) ? -rewards.amount(row) : rewards.amount(row));
            }
        }
        return sum;
    }

    /** What a customer gets under both programs, in one unit. */
    public record Change(int customer, Award unit, long before, long after) {
        /** What he gets more, or less. */
        public long difference() {
            return after - before;
        }
    }

    /** The customers who win or lose, those with the largest differences first, then by number. */
    public List<Change> changes() {
        Map<String, Award> units = new TreeMap<>();
        Map<String, long[]> sums = new TreeMap<>();
        add(before, 0, units, sums);
        add(after, 1, units, sums);
        List<Change> changes = new ArrayList<>();
        units.forEach((name, unit) -> {
            long[] mine = sums.getOrDefault(name + "0", new long[0]);
            long[] theirs = sums.getOrDefault(name + "1", new long[0]);
            for (int customer = 0; customer < Math.max(mine.length, theirs.length); customer++) {
                long one = customer < mine.length ? mine[customer] : 0;
                long other = customer < theirs.length ? theirs[customer] : 0;
                if (one != other) {
                    changes.add(new Change(customer, unit, one, other));
                }
            }
        });
        changes.sort(Comparator.<Change>comparingLong(change -> -Math.abs(change.difference()))
                .thenComparingInt(Change::customer)
                .thenComparing(change -> change.unit().coupon()));
        return changes;
    }

    private static void add(Answer program, int which, Map<String, Award> units, Map<String, long[]> sums) {
        Map<Side, long[]> bySide = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            @Nullable Award award = program.decided.award(side);
            if (award != null) {
                String name = award.unit().number() + award.coupon() + "/";
                units.put(name, award);
                bySide.put(side, sums.computeIfAbsent(name + which, none -> new long[program.decided.customers()]));
            }
        }
        Rewards rewards = program.rewards;
        for (int row = 0; row < rewards.size(); row++) {
            long[] sum = bySide.get(rewards.side(row));
            if (sum != null) {
                long amount = rewards.back(row) ? -rewards.amount(row) : rewards.amount(row);
                sum[rewards.customer(row)] = Math.addExact(sum[rewards.customer(row)], amount);
            }
        }
    }
}
