package siyu.level;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Vocabulary;
import siyu.points.Dating;

/**
 * What members spent while they were members, and in as many days before: stays of one level that follow each other without a gap
 * are one. For one thread; sums are added afterwards.
 */
public final class Returns implements Population.Visitor {
    private final Ladder ladder;
    private final Map<Integer, List<Membership>> memberships;
    private final int kind;
    private final Dating dating;
    private final int today;

    /** By place of the ladder, minor units. */
    private final long[] before;

    private final long[] during;

    /**
     * @param kind index of the kind of event whose amounts count
     * @param dating one of the thread's own
     * @param today the last day that counts
     */
    public Returns(Ladder ladder, Map<Integer, List<Membership>> memberships, int kind, Dating dating, int today) {
        this.ladder = ladder;
        this.memberships = memberships;
        this.kind = kind;
        this.dating = dating;
        this.today = today;
        this.before = new long[ladder.steps().size()];
        this.during = new long[ladder.steps().size()];
    }

    /** What a block must bring. */
    public static Needs needs() {
        Needs needs = Needs.nothing();
        needs.event().set(Vocabulary.EVENT_AT);
        needs.event().set(Vocabulary.EVENT_AMOUNT);
        return needs;
    }

    /** An unbroken membership. */
    private record Stay(int place, int first, int last) {}

    @Override
    public void visit(CustomerBlock block) {
        EventBlock events = Objects.requireNonNull(block.events, "events were asked for");
        for (int row = 0; row < block.size; row++) {
            List<Membership> mine = memberships.get(block.first + row);
            if (mine != null) {
                for (Stay stay : stays(mine)) {
                    add(stay, events, events.offsets[row], events.offsets[row + 1]);
                }
            }
        }
    }

    private List<Stay> stays(List<Membership> mine) {
        List<Stay> stays = new ArrayList<>();
        for (int place = 0; place < ladder.steps().size(); place++) {
            int first = Standing.NONE;
            int last = Standing.NONE;
            for (Membership each : mine) {
                if (ladder.place(each.level()) == place && each.first() <= today) {
                    if (first != Standing.NONE && each.first() != last + 1) {
                        stays.add(new Stay(place, first, last));
                        first = Standing.NONE;
                    }
                    first = first == Standing.NONE ? each.first() : first;
                    last = each.last();
                }
            }
            if (first != Standing.NONE) {
                stays.add(new Stay(place, first, Math.min(last, today)));
            }
        }
        return stays;
    }

    private void add(Stay stay, EventBlock events, int from, int to) {
        Column at = Objects.requireNonNull(events.attributes[Vocabulary.EVENT_AT]);
        Column amount = Objects.requireNonNull(events.attributes[Vocabulary.EVENT_AMOUNT]);
        int days = stay.last() - stay.first() + 1;
        for (int event = from; event < to; event++) {
            if (events.kinds[event] != kind || amount.known[event] == 0) {
                continue;
            }
            int day = dating.day(at.longs[event]);
            if (day >= stay.first() && day <= stay.last()) {
                during[stay.place()] = Math.addExact(during[stay.place()], amount.longs[event]);
            } else if (day < stay.first() && day >= stay.first() - days) {
                before[stay.place()] = Math.addExact(before[stay.place()], amount.longs[event]);
            }
        }
    }

    /** The sums of all threads. */
    public static long[][] sum(Ladder ladder, List<Returns> parts) {
        long[][] sums = new long[2][ladder.steps().size()];
        for (Returns part : parts) {
            for (int place = 0; place < sums[0].length; place++) {
                sums[0][place] = Math.addExact(sums[0][place], part.before[place]);
                sums[1][place] = Math.addExact(sums[1][place], part.during[place]);
            }
        }
        return sums;
    }
}
