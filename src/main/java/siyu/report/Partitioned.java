package siyu.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import siyu.core.AsOf;
import siyu.core.Failure;
import siyu.core.Nearest;
import siyu.customer.Parallel;
import siyu.rule.Definition;
import siyu.segment.Segmented;
import siyu.segment.Segmenting;

/** Who is in which segment of one segmentation, worked out by today's rules at two dates. */
record Partitioned(Segmented before, Segmented after, AsOf start, AsOf end) {
    /** Customers counted at a time by one thread. */
    private static final int SHARE = 1 << 17;

    /** The segmentation a report is about: the one asked for, or the one of a name. */
    static Definition.Segmentation segmentation(Asked asked, String initial) {
        String given = asked.text(Option.SEGMENTATION);
        String name = given == null ? initial : given;
        List<String> known = new ArrayList<>();
        for (Definition definition : asked.facts().program().definitions().all()) {
            if (definition instanceof Definition.Segmentation segmentation) {
                if (segmentation.name().equals(name)) {
                    return segmentation;
                }
                known.add(segmentation.name());
            }
        }
        String nearest = Nearest.hint(name, known);
        throw ReportCode.UNKNOWN_PART
                .problem("the program has no segmentation '" + name + "'")
                .hint(
                        nearest != null
                                ? nearest
                                : known.isEmpty()
                                        ? "define one under segmentations:"
                                        : "--segmentation takes " + String.join(", ", known))
                .failure();
    }

    /** Before the first day of the window, and at the end of its last one. */
    static Partitioned of(Asked asked, Definition.Segmentation segmentation) {
        AsOf start = end(asked, asked.dates().first().minusDays(1));
        AsOf end = end(asked, asked.dates().last());
        List<Segmented> both = run(asked, segmentation, List.of(start, end));
        return new Partitioned(both.get(0), both.get(1), start, end);
    }

    /** The end of a day, or now when that is earlier. */
    static AsOf end(Asked asked, LocalDate day) {
        AsOf now = asked.facts().asOf();
        return day.isBefore(now.today()) ? AsOf.date(day, now.zone()) : now;
    }

    static Segmented run(Asked asked, Definition.Segmentation segmentation, AsOf date) {
        return run(asked, segmentation, List.of(date)).get(0);
    }

    private static List<Segmented> run(Asked asked, Definition.Segmentation segmentation, List<AsOf> dates) {
        Facts facts = asked.facts();
        List<Segmenting.Moment> moments = new ArrayList<>();
        dates.forEach(
                date -> moments.add(new Segmenting.Moment(date, facts.at(date).marks())));
        List<Segmented> results = new ArrayList<>();
        for (List<Segmented> result :
                new Segmenting(facts.vocabulary(), facts.population(), moments).runs(List.of(segmentation))) {
            if (result.get(0).broken()) {
                throw new Failure(result.get(0).problems());
            }
            results.addAll(result);
        }
        return results;
    }

    /**
     * Tells for each group of customers how many of them were where and are where.
     *
     * @param groups by customer number
     */
    void moves(Groups groups, Moves moves) {
        // By code, of which the least is ABSENT: two million look-ups of places would take longer than all the rest.
        int side = after.names().size() - Segmented.ABSENT;
        long[] counts = new long[groups.size() * side * side];
        short[] from = before.codes();
        short[] to = after.codes();
        Parallel.each((to.length + SHARE - 1) / SHARE, () -> share -> {
            long[] mine = new long[counts.length];
            int end = Math.min(to.length, (share + 1) * SHARE);
            for (int customer = share * SHARE; customer < end; customer++) {
                int row = groups.of(customer) * side + from[customer] - Segmented.ABSENT;
                mine[row * side + to[customer] - Segmented.ABSENT]++;
            }
            synchronized (counts) {
                for (int cell = 0; cell < counts.length; cell++) {
                    counts[cell] += mine[cell];
                }
            }
        });
        for (int cell = 0; cell < counts.length; cell++) {
            int then = cell / side % side + Segmented.ABSENT;
            int now = cell % side + Segmented.ABSENT;
            if (counts[cell] > 0 && now != Segmented.ABSENT) {
                moves.take(cell / side / side, then == Segmented.ABSENT ? -1 : place(then), place(now), counts[cell]);
            }
        }
    }

    /** Takes how many customers moved from one place to another, or stayed. */
    @FunctionalInterface
    interface Moves {
        /** @param from -1 for those who were no customers before */
        void take(int group, int from, int to, long customers);
    }

    int width() {
        return after.names().size() + 1;
    }

    /** The place of a segment's code: its index, then those in none. */
    int place(int code) {
        return code < 0 ? after.names().size() : code;
    }
}
