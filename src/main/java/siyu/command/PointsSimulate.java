package siyu.command;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.core.Exit;
import siyu.fact.Population;
import siyu.level.Ladder;
import siyu.level.LevelPlan;
import siyu.level.LevelRules;
import siyu.level.Move;
import siyu.level.Scheme;
import siyu.level.Standing;
import siyu.out.Table;
import siyu.points.Ledger;
import siyu.points.PointsStore;
import siyu.points.Simulated;
import siyu.points.Simulation;
import siyu.points.SimulationTables;
import siyu.program.Program;

/** {@code points simulate}: the ledger as it would be under another program. */
public final class PointsSimulate implements Verb {
    private static final Parameter<String> BY = Parameter.<String>option(
                    "--by", "WHAT", "one row for each figure, month, customer or move between levels", text -> text)
            .or("figure")
            .oneOf(List.of("figure", "month", "customer", "level"));

    @Override
    public Manual manual() {
        return new Manual(
                "The ledger as it would be under another program",
                List.of(
                        "Posts the history of the ledger twice in memory, each posting at its time: once under the program as it"
                                + " is, once with --set and --against applied. The events, redemptions, corrections, gifts and"
                                + " rewards of other parts of the program are the same; what events earn, when it ends and what of"
                                + " it can be spent is decided anew. Nothing is stored.",
                        "'more' and 'less' are customers who have more or less of it. 'not redeemed' are redemptions and gifts that"
                                + " were made and that the points would not have covered. 'breakage' is the share of what was"
                                + " earned that expired. --by month tells what is outstanding after each month, also those to come"
                                + " if nothing more is earned or spent; --by customer the largest differences first, of which"
                                + " --limit shows some; --by level who reaches another level by his growth.",
                        "Under the program that posted it the simulation is the ledger, entry by entry; otherwise a note says for how"
                                + " many customers it is not. Conditions see customers as they are as of the last run over events."),
                List.of(
                        new Example("siyu points simulate --set points.expiry.after=6m", "points that end earlier"),
                        new Example(
                                "siyu points simulate --set points.earn[0].points=2 --by month",
                                "what twice the points would leave outstanding"),
                        new Example(
                                "siyu points simulate --set points.earn[0].points=2 --by customer --limit 5",
                                "who would gain most")),
                List.of(
                        "siyu.points.simulate/1",
                        "siyu.points.simulate.month/1",
                        "siyu.points.simulate.customer/1",
                        "siyu.points.simulate.level/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Against.FILE, BY, Against.EXIT_CODE);
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.FOUND);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call, true);
        Program program = session.program();
        Program other = Against.program(session);
        World world = World.stored(session, program);
        World otherWorld = Against.world(session, world, other);
        AsOf asOf = world.asOf();
        PointsStore store = new PointsStore(session.store());
        Ledger ledger = store.ledger();
        Simulation.History history = store.simulated(ledger, asOf.zone());
        Simulated before = simulated(call, program, program, world, history);
        Simulated after = simulated(call, other, program, otherWorld, history);
        Map<List<String>, Long> moves = moves(levels(program, world), levels(other, otherWorld));
        SimulationTables tables = new SimulationTables(before, after, world.vocabulary(), asOf);
        Table table = switch (call.value(BY)) {
            case "month" -> tables.months();
            case "customer" -> tables.customers(new AllIds(world));
            case "level" -> tables.levels(moves);
            default -> tables.totals();
        };
        List<Integer> differing = Simulated.differing(before, after);
        long winners = differing.stream()
                .filter(customer -> after.got(customer) > before.got(customer))
                .count();
        long losers = differing.stream()
                .filter(customer -> after.got(customer) < before.got(customer))
                .count();
        Outcome outcome = Outcome.of(LedgerDesk.told(table, ledger)
                .with("winners", winners)
                .with("losers", losers)
                .with(
                        "level_moves",
                        moves.values().stream().mapToLong(Long::longValue).sum())
                .with("not_as_posted", before.differing()));
        if (before.differing() > 0) {
            outcome = outcome.note("customers whose ledger is not what this program gives, because it was posted under"
                    + " another one: " + before.differing());
        }
        return call.value(Against.EXIT_CODE) && !(differing.isEmpty() && moves.isEmpty())
                ? outcome.exit(Exit.FOUND)
                : outcome;
    }

    private static Simulated simulated(
            Call call, Program program, Program stated, World world, Simulation.History history) {
        long moment =
                call.get(Common.AS_OF) == null ? Long.MAX_VALUE : world.asOf().endMicros();
        return Simulated.of(
                program.points(),
                stated.points().expiry(),
                world.vocabulary(),
                world.population(),
                world.asOf(),
                moment,
                history);
    }

    /** By customer the level that his growth reaches; empty for a program without levels. */
    private static String[] levels(Program program, World world) {
        LevelRules rules = program.levels();
        String[] levels = new String[world.population().size()];
        Arrays.fill(levels, rules == null ? "" : rules.ladder().name(0));
        if (rules == null) {
            return levels;
        }
        Ladder ladder = rules.ladder();
        Standing[] lowest = new Standing[Population.RANGE];
        Arrays.fill(lowest, Standing.LOWEST);
        LevelPlan plan = LevelPlan.of(
                rules,
                new Scheme(1, "", ladder),
                false,
                world.vocabulary(),
                world.population(),
                world.asOf(),
                world.marks(),
                range -> lowest);
        for (Move move : plan.moves()) {
            levels[move.customer()] = move.to();
        }
        return levels;
    }

    /** By level before and after how many customers are at another one. */
    private static Map<List<String>, Long> moves(String[] before, String[] after) {
        Map<List<String>, Long> moves = new TreeMap<>((a, b) -> {
            int from = a.get(0).compareTo(b.get(0));
            return from != 0 ? from : a.get(1).compareTo(b.get(1));
        });
        for (int customer = 0; customer < before.length; customer++) {
            if (!before[customer].equals(after[customer])) {
                moves.merge(List.of(before[customer], after[customer]), 1L, Long::sum);
            }
        }
        return moves;
    }
}
