package siyu.command;

import java.time.LocalDate;
import java.util.List;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Confirm;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.points.Crediting;
import siyu.points.Kind;
import siyu.points.Operation;
import siyu.points.PointsCode;
import siyu.points.PointsTables;
import siyu.points.Spending;

/** {@code points adjust} and {@code points open}: points that a person gives or takes. */
public final class PointsAdjust implements Verb {
    /** Which of the two. */
    public enum Does {
        ADJUST,
        OPEN
    }

    private static final Parameter<String> GIVEN = Parameter.positional("POINTS", "how many, +50 or -50");
    private static final Parameter<String> OPENED = Parameter.positional("POINTS", "how many");
    private static final Parameter<LocalDate> EXPIRES = Parameter.option(
            "--expires",
            "DATE",
            "last day the points can be used (default: as the program says for an event of that day)",
            new Forms.Date());

    private final Does does;

    public PointsAdjust(Does does) {
        this.does = does;
    }

    @Override
    public Manual manual() {
        return does == Does.ADJUST
                ? new Manual(
                        "Correct what one customer has, with a reason",
                        List.of(
                                "Points given (+50) open a lot of their own and settle what the customer owes; points taken (-50)"
                                        + " come from the lots that end first, and are refused when there are not so many. The"
                                        + " reason is kept with the entry."),
                        List.of(new Example(
                                "siyu points adjust C00000007 +50 --reason 'complaint 4711'",
                                "fifty points as an apology")),
                        List.of("siyu.points.adjust/1", PointsTables.EXPLAINED))
                : new Manual(
                        "Bring a balance from another system",
                        List.of(
                                "Opens a lot with the points that the customer had elsewhere. --at says since when, --expires until"
                                        + " when; a --key makes sure that it is brought once."),
                        List.of(new Example(
                                "siyu points open C00000007 1200 --key old-C00000007 --expires 2026-12-31"
                                        + " --reason 'from the old programme'",
                                "twelve hundred points, once")),
                        List.of("siyu.points.open/1", PointsTables.EXPLAINED));
    }

    private Parameter<String> points() {
        return does == Does.ADJUST ? GIVEN : OPENED;
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LedgerDesk.ID, points(), EXPIRES, LedgerDesk.KEY, LedgerDesk.AT, Common.EXPLAIN);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return Explaining.columns(call, PointsTables.OPERATION);
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        String text = call.value(points());
        long points = LedgerDesk.points(text.startsWith("+") ? text.substring(1) : text);
        if (LedgerDesk.reason(call).isBlank()) {
            throw Problem.of(PointsCode.NEEDS_REASON, "points that a person gives or takes need a reason")
                    .hint("add --reason '…'")
                    .failure();
        }
        LocalDate expires = call.get(EXPIRES);
        if (points < 0 && (does == Does.OPEN || expires != null)) {
            throw Problem.of(
                            does == Does.OPEN ? CliCode.BAD_VALUE : CliCode.CLASH,
                            does == Does.OPEN
                                    ? "'" + text + "' is less than no points"
                                    : "--expires is about points that are given")
                    .failure();
        }
        LedgerDesk desk = LedgerDesk.of(Explaining.session(call));
        int customer = desk.world().number(call.value(LedgerDesk.ID));
        long at = desk.at(call);
        Operation.Type type = does == Does.ADJUST ? Operation.Type.ADJUST : Operation.Type.OPENING;
        Operation wanted = LedgerDesk.operation(type, LedgerDesk.key(call), customer, points, at, call);
        String schema = does == Does.ADJUST ? "siyu.points.adjust/1" : "siyu.points.open/1";
        return desk.post(schema, wanted, (book, dating) -> {
            int day = dating.day(at);
            if (points > 0) {
                int until = expires == null ? desk.program().expiry().lastDay(day) : (int) expires.toEpochDay();
                if (until < day) {
                    throw Problem.of(CliCode.BAD_VALUE, "--expires " + expires + " is over before the points are there")
                            .failure();
                }
                Kind kind = does == Does.ADJUST ? Kind.ADJUST : Kind.OPENING;
                Crediting.give(book, kind, points, at, at, day, until, dating);
            } else {
                long missing = Spending.take(book, Kind.ADJUST, -points, at, day);
                LedgerDesk.refuseShort(call.value(LedgerDesk.ID), -points, missing);
            }
            if (!Explaining.asked(call)) {
                Confirm.points(call, Math.abs(points));
            }
            return wanted;
        });
    }
}
