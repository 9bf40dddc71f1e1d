package siyu.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.core.Exit;
import siyu.core.Nearest;
import siyu.core.Problem;
import siyu.customer.Parallel;
import siyu.points.CalendarUnit;
import siyu.points.Dating;
import siyu.points.Period;
import siyu.task.Leaderboard;
import siyu.task.Placing;
import siyu.task.TaskCode;
import siyu.task.TaskRules;
import siyu.task.TaskStore;
import siyu.task.TaskTables;

/** {@code task leaderboard} and {@code task close}: the best of a week or month, and that it stays so. */
public final class TaskBoard implements Verb {
    private static final Parameter<String> BOARD = Parameter.positional("BOARD", "the leaderboard");
    private static final Parameter<String> PERIOD = Parameter.option(
            "--period", "PERIOD", "2026-W09 or 2026-02 (default: the one that holds the as-of)", text -> text);

    private final boolean closing;

    /** @param closing whether the period is closed, so that nothing changes it any more */
    public TaskBoard(boolean closing) {
        this.closing = closing;
    }

    @Override
    public Manual manual() {
        return closing
                ? new Manual(
                        "Close a leaderboard for a period that is over",
                        List.of(
                                "It is kept as it is now: what comes in late changes nothing. Doing it again changes nothing.",
                                "With --explain the answer is about one customer: what counts for him in the period, his place and"
                                        + " score beside the score of the last place, and why he has no place if he has none; of a"
                                        + " board that was closed, the place it was closed with beside what counts now. Nothing is"
                                        + " stored then."),
                        List.of(
                                new Example(
                                        "siyu task close shares --period 2026-01",
                                        "the leaderboard of January stays as it is"),
                                new Example(
                                        "siyu task close shares --period 2026-01 --explain C00000007",
                                        "what counted for one customer, and his place")),
                        List.of("siyu.task.close/1", "siyu.task.close_explain/1"))
                : new Manual(
                        "The best of a week or month",
                        List.of(
                                "The highest score first; of equal ones who got there first is ahead. Weeks are ISO weeks, and both"
                                        + " weeks and months are of the program's zone. A closed leaderboard is shown as it was"
                                        + " closed."),
                        List.of(new Example("siyu task leaderboard shares --period 2026-02", "who shared most")),
                        List.of("siyu.task.leaderboard/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return closing ? List.of(BOARD, PERIOD, Common.EXPLAIN) : List.of(BOARD, PERIOD);
    }

    @Override
    public List<Common.Set> shared() {
        return closing
                ? List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT)
                : List.of(Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return asked(call) ? TaskTables.EXPLAIN : TaskTables.BOARD;
    }

    @Override
    public List<Exit> exits() {
        return closing ? List.of(Exit.REFUSED) : List.of();
    }

    @Override
    public Outcome run(Call call) {
        LedgerDesk desk = LedgerDesk.of(asked(call) ? Session.of(call).reading() : Session.of(call));
        AsOf asOf = desk.world().asOf();
        TaskRules.Board board = named(desk.session().program().tasks().boards(), call.value(BOARD));
        Period period = period(board, call.get(PERIOD), asOf);
        if (closing && call.get(PERIOD) == null) {
            throw Problem.of(CliCode.MISSING_ARGUMENT, "which period? give --period")
                    .failure();
        }
        TaskStore store = new TaskStore(desk.session().store());
        boolean closed = store.closed(board.name(), period.label());
        if (closing && !closed && AsOf.date(period.last(), asOf.zone()).endMicros() > desk.recorded()) {
            throw Problem.of(TaskCode.NOT_OVER, period.label() + " lasts until " + period.last())
                    .failure();
        }
        int customer = asked(call) ? Explaining.customer(call, desk.world()) : -1;
        Supplier<Leaderboard> counting = counting(desk, board, period);
        List<Leaderboard.Place> places =
                closed ? store.places(board.name(), period.label()) : places(desk, board, counting);
        if (customer >= 0) {
            return Outcome.of(TaskTables.explain(
                    board,
                    period,
                    closed,
                    placing(desk, board, counting.get(), customer),
                    customer,
                    call.value(Common.EXPLAIN),
                    places,
                    desk.world().vocabulary()));
        }
        if (closing && !closed && !desk.session().dryRun()) {
            store.close(board.name(), period.label(), places, desk.session().run("task close", ""));
        }
        return Outcome.of(TaskTables.board(
                closing ? "siyu.task.close/1" : "siyu.task.leaderboard/1",
                board,
                period,
                closed || closing,
                places,
                desk.world().ids(),
                desk.world().vocabulary()));
    }

    private static TaskRules.Board named(List<TaskRules.Board> boards, String name) {
        for (TaskRules.Board board : boards) {
            if (board.name().equals(name)) {
                return board;
            }
        }
        throw Problem.of(TaskCode.NO_BOARD, "no leaderboard '" + name + "'")
                .hint(Nearest.hint(
                        name, boards.stream().map(TaskRules.Board::name).toList()))
                .failure();
    }

    private static Period period(TaskRules.Board board, @Nullable String label, AsOf asOf) {
        if (label == null) {
            return Period.of(board.weekly() ? CalendarUnit.WEEK : CalendarUnit.MONTH, asOf.today());
        }
        Period period = Period.read(label, board.weekly());
        if (period == null) {
            throw Problem.of(
                            TaskCode.BAD_PERIOD,
                            "'" + label + "' is not a " + (board.weekly() ? "week" : "month") + " of '" + board.name()
                                    + "'")
                    .hint(board.weekly() ? "write 2026-W09" : "write 2026-02")
                    .failure();
        }
        return period;
    }

    /** Whether the call asks about one customer, which only closing takes. */
    private boolean asked(Call call) {
        return closing && Explaining.asked(call);
    }

    /** What counts in a period, for each thread. */
    private static Supplier<Leaderboard> counting(LedgerDesk desk, TaskRules.Board board, Period period) {
        AsOf asOf = desk.world().asOf();
        Dating dating = new Dating(asOf.zone(), 0, Long.MIN_VALUE);
        long from = dating.start(Math.toIntExact(period.first().toEpochDay()));
        long end = dating.start(Math.toIntExact(period.last().toEpochDay()) + 1);
        // What was recorded at this very moment counts too.
        long to = Math.min(end, Math.max(asOf.endMicros(), desk.recorded() + 1));
        return () -> new Leaderboard(board, from, to);
    }

    private static List<Leaderboard.Place> places(
            LedgerDesk desk, TaskRules.Board board, Supplier<Leaderboard> counting) {
        if (board.kind() >= 0) {
            World world = desk.world();
            return Leaderboard.places(board, world.population().scan(Leaderboard.needs(board), world.asOf(), counting));
        }
        List<Leaderboard> parts = Collections.synchronizedList(new ArrayList<>());
        desk.through(histories -> {
            Parallel.each(desk.ranges(), () -> {
                Leaderboard mine = counting.get();
                parts.add(mine);
                return range -> mine.points(histories.apply(range).entries());
            });
            return parts;
        });
        return Leaderboard.places(board, parts);
    }

    /** What counts for one customer. */
    private static Placing placing(LedgerDesk desk, TaskRules.Board board, Leaderboard counting, int customer) {
        if (board.kind() < 0) {
            return counting.explain(desk.history(customer).entries(), desk.rules());
        }
        World world = desk.world();
        return counting.explain(
                world.population().customer(customer, Leaderboard.explaining(board), world.asOf()),
                customer,
                world.vocabulary());
    }
}
