package siyu.level;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import siyu.fact.CustomerBlock;
import siyu.fact.Population;

/** How many customers have which level on a day. For one thread; counts are added afterwards. */
public final class LevelReport implements Population.Visitor {
    private final Ladder ladder;
    private final IntFunction<Standing[]> standings;
    private final Map<Integer, List<Membership>> memberships;
    private final int day;
    private final long end;
    private final Line[] lines;

    /** One level in figures. */
    public static final class Line {
        long customers;
        long bought;
        long atRisk;
        long sold;
        long fees;

        public long customers() {
            return customers;
        }

        /** Those whom only a membership brings there. */
        public long bought() {
            return bought;
        }

        /** Those who are below the threshold of the level they have by growth. */
        public long atRisk() {
            return atRisk;
        }

        /** Memberships sold until the as-of. */
        public long sold() {
            return sold;
        }

        /** What they cost, minor units. */
        public long fees() {
            return fees;
        }
    }

    /**
     * @param standings by range, by place in it
     * @param end of the as-of, microseconds
     */
    public LevelReport(
            Ladder ladder,
            IntFunction<Standing[]> standings,
            Map<Integer, List<Membership>> memberships,
            int day,
            long end) {
        this.ladder = ladder;
        this.standings = standings;
        this.memberships = memberships;
        this.day = day;
        this.end = end;
        this.lines = lines(ladder);
    }

    private static Line[] lines(Ladder ladder) {
        Line[] lines = new Line[ladder.steps().size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new Line();
        }
        return lines;
    }

    @Override
    public void visit(CustomerBlock block) {
        Standing[] all = standings.apply(block.first / Population.RANGE);
        for (int row = 0; row < block.size; row++) {
            if (block.present != null && block.present[row] == 0) {
                continue;
            }
            List<Membership> mine = memberships.getOrDefault(block.first + row, List.of());
            Held held = Held.of(ladder, all[row], mine, day);
            Line line = lines[held.place()];
            line.customers++;
            line.bought += held.bought() ? 1 : 0;
            if (all[row].deadline() != Standing.NONE) {
                lines[Math.max(0, all[row].place(ladder))].atRisk++;
            }
            for (Membership each : mine) {
                int place = ladder.place(each.level());
                if (place >= 0 && each.bought() < end) {
                    lines[place].sold++;
                    lines[place].fees = Math.addExact(lines[place].fees, each.price());
                }
            }
        }
    }

    /** The figures of all threads, by place. */
    public static Line[] sum(Ladder ladder, List<LevelReport> parts) {
        Line[] sums = lines(ladder);
        for (LevelReport part : parts) {
            for (int i = 0; i < sums.length; i++) {
                sums[i].customers += part.lines[i].customers;
                sums[i].bought += part.lines[i].bought;
                sums[i].atRisk += part.lines[i].atRisk;
                sums[i].sold += part.lines[i].sold;
                sums[i].fees = Math.addExact(sums[i].fees, part.lines[i].fees);
            }
        }
        return sums;
    }
}
