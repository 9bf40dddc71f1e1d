package siyu.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A live code fills its groups in their order: who scans it is put into the first one with room. What follows depends on nothing but
 * the groups, who is in them, and those who come, in their order. One thread.
 */
public final class Filling {
    private static final long MOST_DAYS = 36_500;

    private final GroupRules.Kind kind;
    private final List<Group> groups;
    private final int[] limits;
    private final int[] members;

    /** The groups before this one have no room, nor will they get any. */
    private int next;

    /**
     * @param all every group, in order of numbers
     * @param members by number, who is in it
     */
    public Filling(GroupRules.Kind kind, String code, List<Group> all, int[] members) {
        this.kind = kind;
        List<Group> its = new ArrayList<>();
        for (Group group : all) {
            if (code.equals(group.code())) {
                its.add(group);
            }
        }
        its.sort(Comparator.comparingLong((Group group) -> group.place() == null ? Long.MAX_VALUE : group.place())
                .thenComparingInt(Group::number));
        this.groups = List.copyOf(its);
        this.limits = its.stream()
                .mapToInt(group -> ofKind(group) && !group.closed() ? kind.limit(group.capacity()) : 0)
                .toArray();
        this.members = its.stream().mapToInt(group -> members[group.number()]).toArray();
    }

    private boolean ofKind(Group group) {
        return group.kind().equals(kind.name());
    }

    public GroupRules.Kind kind() {
        return kind;
    }

    /** The groups that name the code, in the order in which it fills them. */
    public List<Group> groups() {
        return groups;
    }

    /** How many members the code makes a group have. */
    public int limit(int turn) {
        return limits[turn];
    }

    public int members(int turn) {
        return members[turn];
    }

    public int room(int turn) {
        return Math.max(0, limits[turn] - members[turn]);
    }

    /** Seats that are left in all of them. */
    public long seats() {
        long seats = 0;
        for (int turn = next; turn < groups.size(); turn++) {
            seats += room(turn);
        }
        return seats;
    }

    /** The turn of the group that is filled now; -1 when none has room. */
    public int filling() {
        while (next < groups.size() && room(next) == 0) {
            next++;
        }
        return next < groups.size() ? next : -1;
    }

    /** What keeps newcomers out of a group, or does not: full, closed, of another kind, chosen, or later. */
    public Candidate.Verdict verdict(int turn) {
        Group group = groups.get(turn);
        if (!ofKind(group)) {
            return Candidate.Verdict.OTHER_KIND;
        }
        if (group.closed()) {
            return Candidate.Verdict.CLOSED;
        }
        return room(turn) == 0
                ? Candidate.Verdict.FULL
                : turn == filling() ? Candidate.Verdict.CHOSEN : Candidate.Verdict.LATER;
    }

    /**
     * What becomes of one who scans the code.
     *
     * @param facts asked for {@link #asked}
     * @param his memberships of him, of whatever kind
     * @param all every group, in order of numbers
     */
    public Decision decide(Facts facts, int customer, List<Stay> his, List<Group> all, long day) {
        Why why = against(facts.may(0, customer), facts.may(1, customer), his, all, day);
        if (why != null) {
            return new Decision(why, why == Why.STAYS ? in(his, all, day) : -1);
        }
        int turn = filling();
        if (turn < 0) {
            return new Decision(Why.FULL, -1);
        }
        members[turn]++;
        return new Decision(Why.PLACED, groups.get(turn).number());
    }

    /**
     * What became of one who scanned the code.
     *
     * @param group the number of the group that he is in now, -1 for none
     */
    public record Decision(Why why, int group) {}

    /** What facts are asked for: the kind, and the same for those whom the code is for. */
    public static List<GroupRules.Kind> asked(GroupRules.Kind kind, GroupRules.Code code) {
        return List.of(kind, kind.who(code.when()));
    }

    /** Why one cannot be put into a group whatever room there is; null when he can. */
    private @Nullable Why against(Facts.May who, Facts.May code, List<Stay> his, List<Group> all, long day) {
        if (who == Facts.May.ABSENT) {
            return Why.ABSENT;
        }
        if (in(his, all, day) >= 0) {
            return Why.STAYS;
        }
        if (who == Facts.May.NO) {
            return Why.NOT_ELIGIBLE;
        }
        if (code == Facts.May.NO) {
            return Why.NOT_FOR;
        }
        if (who == Facts.May.UNKNOWN || code == Facts.May.UNKNOWN) {
            return Why.UNDECIDED;
        }
        for (Stay stay : his) {
            boolean over = stay.joined() <= day && !stay.holds(day) && ofKind(all.get(stay.group()));
            if (over && (kind.rejoinAfter() < 0 || (long) stay.left() + kind.rejoinAfter() > day)) {
                return Why.LEFT;
            }
        }
        return null;
    }

    /** The number of the group of the kind that a customer is in, -1 for none. */
    private int in(List<Stay> his, List<Group> all, long day) {
        for (Stay stay : his) {
            if (stay.holds(day) && ofKind(all.get(stay.group()))) {
                return stay.group();
            }
        }
        return -1;
    }

    /**
     * When seats run out, if as many come every day as came lately.
     *
     * @param seats that are left when {@code today} ends
     * @param joined how many came in the last {@code days} days
     * @return the first day that needs more seats than there are; null when nobody came, or in more than a hundred years
     */
    public static @Nullable LocalDate runsOut(LocalDate today, long seats, long joined, long days) {
        if (joined <= 0) {
            return null;
        }
        // The first n with n × joined / days > seats.
        long wait = Math.floorDiv(Math.multiplyExact(seats, days), joined) + 1;
        return wait > MOST_DAYS ? null : today.plusDays(wait);
    }
}
