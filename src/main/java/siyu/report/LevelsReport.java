package siyu.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import siyu.fact.CustomerBlock;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.level.Held;
import siyu.level.Ladder;
import siyu.level.LevelRules;
import siyu.level.LevelStore;
import siyu.level.Membership;
import siyu.level.Move;
import siyu.level.Scheme;
import siyu.level.Standing;
import siyu.out.Heading;

/** {@code levels}: how many customers have which level, and who rose and fell. */
final class LevelsReport implements Report {
    @Override
    public String name() {
        return "levels";
    }

    @Override
    public String text() {
        return "Customers by level when the window ends, those whom only a membership brings there, those who were warned, and who came up or"
                + " down to the level in the window. 'siyu level report' tells what memberships bring in.";
    }

    @Override
    public List<String> example() {
        return List.of("levels --window 2026-02", "levels in February");
    }

    @Override
    public List<String[]> definition(Asked asked) {
        return List.of(
                new String[] {
                    "customers", "customers who have the level when the window ends, by growth or by a membership"
                },
                new String[] {"share", "customers / all in the group"},
                new String[] {"bought", "those of them whom only a membership brings there"},
                new String[] {
                    "at_risk", "customers who have the level by growth, are below it and were given until a day"
                },
                new String[] {"rose, fell", "moves up and down to the level in the window, by growth"});
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(Drawing.bars("level", "customers"), Drawing.bars("level", "rose", "fell"));
    }

    @Override
    public Figures run(Asked asked) {
        Figures figures = Figures.of(
                asked,
                1,
                "customers",
                Heading.text("level"),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("share", Heading.Kind.SHARE),
                Heading.of("bought", Heading.Kind.INTEGER),
                Heading.of("at_risk", Heading.Kind.INTEGER),
                Heading.of("rose", Heading.Kind.INTEGER),
                Heading.of("fell", Heading.Kind.INTEGER));
        LevelRules rules = asked.facts().program().levels();
        if (rules == null) {
            throw asked.without("levels");
        }
        LevelStore store = new LevelStore(asked.facts().store());
        Scheme scheme = store.scheme();
        Ladder ladder = scheme == null ? rules.ladder() : scheme.ladder();
        Map<Integer, List<Membership>> memberships = store.memberships();
        List<Worker> workers = asked.facts()
                .population()
                .scan(
                        Needs.nothing(),
                        Partitioned.end(asked, asked.dates().last()),
                        () -> new Worker(asked, store, ladder, memberships));
        Worker all = workers.get(0);
        workers.subList(1, workers.size()).forEach(worker -> Events.add(worker.counts, all.counts));
        long read = 0;
        for (int group = 0; group < all.counts.length; group++) {
            long[] counts = all.counts[group];
            long total = 0;
            for (int place = 0; place < ladder.steps().size(); place++) {
                total += counts[place * Worker.FIGURES];
            }
            for (int place = 0; place < ladder.steps().size(); place++) {
                int at = place * Worker.FIGURES;
                figures.row(
                        group,
                        ladder.name(place),
                        counts[at],
                        Figures.share(counts[at], total),
                        counts[at + 1],
                        counts[at + 2],
                        counts[at + 3],
                        counts[at + 4]);
            }
            read += total;
        }
        return figures.read("customers", read);
    }

    /** Counts the customers of its blocks: by group, five figures a level. */
    private static final class Worker implements Population.Visitor {
        static final int FIGURES = 5;

        private final Groups groups;
        private final LevelStore store;
        private final Ladder ladder;
        private final Map<Integer, List<Membership>> memberships;
        private final int first;
        private final int last;
        final long[][] counts;

        Worker(Asked asked, LevelStore store, Ladder ladder, Map<Integer, List<Membership>> memberships) {
            this.groups = asked.groups();
            this.store = store;
            this.ladder = ladder;
            this.memberships = memberships;
            this.first = (int) asked.dates().first().toEpochDay();
            this.last =
                    (int) Partitioned.end(asked, asked.dates().last()).today().toEpochDay();
            this.counts = new long[groups.size()][FIGURES * ladder.steps().size()];
        }

        @Override
        public void visit(CustomerBlock block) {
            Standing[] standings = new Standing[block.size];
            Arrays.fill(standings, Standing.LOWEST);
            store.moves(block.first, block.first + block.size - 1, last, move -> {
                int row = move.customer() - block.first;
                if (block.present == null || block.present[row] != 0) {
                    standings[row] = standings[row].after(move);
                    count(move);
                }
            });
            for (int row = 0; row < block.size; row++) {
                if (block.present == null || block.present[row] != 0) {
                    long[] into = counts[groups.of(block.first + row)];
                    List<Membership> mine = memberships.getOrDefault(block.first + row, List.of());
                    Held held = Held.of(ladder, standings[row], mine, last);
                    into[held.place() * FIGURES]++;
                    into[held.place() * FIGURES + 1] += held.bought() ? 1 : 0;
                    if (standings[row].deadline() != Standing.NONE) {
                        into[Math.max(0, standings[row].place(ladder)) * FIGURES + 2]++;
                    }
                }
            }
        }

        /** Counts a move up or down in the window. */
        private void count(Move move) {
            int figure = move.kind() == Move.Kind.RISE ? 3 : move.kind() == Move.Kind.FALL ? 4 : -1;
            if (figure > 0 && move.day() >= first && !move.from().equals(move.to())) {
                int to = ladder.place(move.to());
                if (to >= 0) {
                    counts[groups.of(move.customer())][to * FIGURES + figure]++;
                }
            }
        }
    }
}
