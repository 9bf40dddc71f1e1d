package siyu.command;

import java.time.LocalDate;
import java.util.List;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Confirm;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.points.Dating;
import siyu.points.ExpirePlan;
import siyu.points.Ledger;
import siyu.points.PointsCode;
import siyu.points.PointsPlan;
import siyu.points.PointsTables;
import siyu.points.Unconsidered;
import siyu.points.Why;

/** {@code points close}: nothing is dated inside a closed period any more. */
public final class PointsClose implements Verb {
    private static final Parameter<LocalDate> THROUGH = Parameter.option(
                    "--through", "DATE", "the last day of the period", new Forms.Date())
            .mandatory();

    @Override
    public Manual manual() {
        return new Manual(
                "Close a period: nothing is dated inside it any more",
                List.of(
                        "What the books say of a closed period stays as it is. Events that come late are earned at the first open"
                                + " moment, with their own dates for expiry and caps; commands that give --at inside the period are"
                                + " refused. Before, the events of the period are to be considered ('points earn') and its lots"
                                + " expired ('points expire'). It cannot be taken back, so it asks.",
                        "With --explain the answer is about one customer: his events of the period that were not considered yet"
                                + " and, lot by lot, whether it ended in the period. 'not considered yet' and 'last day is over' stand"
                                + " in the way; the points are what 'points expire' takes first. Nothing is stored then."),
                List.of(
                        new Example("siyu points close --through 2022-12-31 -n", "whether the year can be closed"),
                        new Example(
                                "siyu points close --through 2022-12-31 --explain C00000007",
                                "what of one customer stands in the way")),
                List.of("siyu.points.close/1", PointsTables.EXPLAINED));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(THROUGH, Common.EXPLAIN);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return Explaining.columns(call, PointsTables.CLOSE);
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        LedgerDesk desk = LedgerDesk.of(Explaining.session(call));
        Ledger ledger = desk.ledger();
        LocalDate through = call.value(THROUGH);
        int day = Math.toIntExact(through.toEpochDay());
        if (day < ledger.closedThrough()) {
            throw Problem.of(
                            PointsCode.BACKWARDS,
                            "it is closed through " + LocalDate.ofEpochDay(ledger.closedThrough()) + " already")
                    .failure();
        }
        AsOf end = AsOf.date(through, desk.world().asOf().zone());
        if (end.endMicros() > desk.recorded()) {
            throw Problem.of(PointsCode.FUTURE, through + " is not over yet").failure();
        }
        Outcome why = Explaining.of(call, desk, customer -> explain(desk, end, customer));
        if (why != null) {
            return why;
        }
        Ledger after = ledger;
        if (day > ledger.closedThrough()) {
            refuseUnready(desk, through, end);
            Confirm.ask(call, "close the ledger through " + through + ", for good?");
            after = desk.post(
                    new PointsPlan("close", ledger, desk.recorded(), desk.rules(), List.of(), ledger.considered(), day),
                    "points close");
        }
        return desk.noted(Outcome.of(LedgerDesk.told(
                PointsTables.close(
                        through, day == ledger.closedThrough(), desk.world().asOf()),
                after)));
    }

    /** What of one customer stands in the way. */
    private static Why explain(LedgerDesk desk, AsOf end, int customer) {
        Why why = ExpirePlan.explain(desk.rules(), desk.history(customer).entries(), ended(desk, end))
                .with("through", end.today());
        if (!desk.program().earn().isEmpty()) {
            Unconsidered.explain(
                    desk.world().population(),
                    desk.world().vocabulary(),
                    desk.ledger().considered(),
                    end,
                    customer,
                    why);
        }
        return why;
    }

    /** The dates of what ended by the end of the period; for one thread. */
    private static Dating ended(LedgerDesk desk, AsOf end) {
        return new Dating(end.zone(), end.endMicros(), desk.openFrom());
    }

    private static void refuseUnready(LedgerDesk desk, LocalDate through, AsOf end) {
        long waiting = desk.program().earn().isEmpty() ? 0 : unconsidered(desk, end);
        if (waiting > 0) {
            throw Problem.of(PointsCode.NOT_READY, "events of the period that were not considered yet: " + waiting)
                    .hint("siyu points earn")
                    .failure();
        }
        ExpirePlan expired = desk.through(histories -> ExpirePlan.of(
                desk.ranges(), desk.ledger(), desk.rules(), histories, () -> ended(desk, end), desk.recorded()));
        if (expired.points() > 0) {
            throw Problem.of(
                            PointsCode.NOT_READY,
                            "lots that ended by " + through + " are not expired yet; points in them: "
                                    + expired.points())
                    .hint("siyu points expire")
                    .failure();
        }
    }

    private static long unconsidered(LedgerDesk desk, AsOf end) {
        return desk
                .world()
                .population()
                .scan(
                        Unconsidered.needs(),
                        end,
                        () -> new Unconsidered(desk.ledger().considered(), end.endMicros()))
                .stream()
                .mapToLong(Unconsidered::count)
                .sum();
    }
}
