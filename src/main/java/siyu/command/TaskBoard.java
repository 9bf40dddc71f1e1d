package siyu.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
                                "It is kept as it is now: what comes in late changes nothing. Doing it again changes nothing."),
                        List.of(new Example(
                                "siyu task close shares --period 2026-01",
                                "the leaderboard of January stays as it is")),
                        List.of("siyu.task.close/1"))
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
        return List.of(BOARD, PERIOD);
    }

    @Override
    public List<Common.Set> shared() {
        return closing
                ? List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT)
                : List.of(Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return TaskTables.BOARD;
    }

    @Override
    public List<Exit> exits() {
        return closing ? List.of(Exit.REFUSED) : List.of();
    }

    @Override
    public Outcome run(Call call) {
        LedgerDesk desk = LedgerDesk.of(Session.of(call));
        TaskRules.Board board = named(desk.session().program().tasks().boards(), call.value(BOARD));
        Period period = period(board, call.get(PERIOD), desk.world().asOf());
        if (closing && call.get(PERIOD) == null) {
            throw Problem.of(CliCode.MISSING_ARGUMENT, "which period? give --period")
                    .failure();
        }
        TaskStore store = new TaskStore(desk.session().store());
        boolean closed = store.closed(board.name(), period.label());
        List<Leaderboard.Place> places =
                closed ? store.places(board.name(), period.label()) : places(desk, board, period);
        if (closing && !closed) {
            if (AsOf.date(period.last(), desk.world().asOf().zone()).endMicros() > desk.recorded()) {
                throw Problem.of(TaskCode.NOT_OVER, period.label() + " lasts until " + period.last())
                        .failure();
            }
            if (!desk.session().dryRun()) {
                store.close(board.name(), period.label(), places, desk.session().run("task close", ""));
            }
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

    private static List<Leaderboard.Place> places(LedgerDesk desk, TaskRules.Board board, Period period) {
        AsOf asOf = desk.world().asOf();
        Dating dating = new Dating(asOf.zone(), 0, Long.MIN_VALUE);
        long from = dating.start(Math.toIntExact(period.first().toEpochDay()));
        long end = dating.start(Math.toIntExact(period.last().toEpochDay()) + 1);
        // What was recorded at this very moment counts too.
        long to = Math.min(end, Math.max(asOf.endMicros(), desk.recorded() + 1));
        if (board.kind() >= 0) {
            return Leaderboard.places(
                    board,
                    desk.world()
                            .population()
                            .scan(Leaderboard.needs(board), asOf, () -> new Leaderboard(board, from, to)));
        }
        List<Leaderboard> parts = Collections.synchronizedList(new ArrayList<>());
        Parallel.each(desk.ranges(), () -> {
            Leaderboard mine = new Leaderboard(board, from, to);
            parts.add(mine);
            return range ->
                    mine.points(desk.store().history(range, desk.ledger()).entries());
        });
        return Leaderboard.places(board, parts);
    }
}
