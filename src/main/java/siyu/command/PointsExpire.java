package siyu.command;

import java.util.List;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.points.ExpirePlan;
import siyu.points.Ledger;
import siyu.points.PointsTables;

/** {@code points expire}: what is left in lots whose last day is over. */
public final class PointsExpire implements Verb {
    @Override
    public Manual manual() {
        return new Manual(
                "Take away what is left in lots whose last day is over",
                List.of(
                        "Points of such lots cannot be spent any more, whether this was run or not; running it makes the balances"
                                + " say so. Each entry is dated at the end of its lot, however late it is posted. Doing it again"
                                + " changes nothing.",
                        Explaining.HELP),
                List.of(
                        new Example("siyu points expire -n", "what would be taken away today"),
                        new Example("siyu points expire --explain C00000007", "lot by lot, of one customer")),
                List.of("siyu.points.expire/1", PointsTables.EXPLAINED));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Common.EXPLAIN);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return Explaining.columns(call, PointsTables.EXPIRE);
    }

    @Override
    public Outcome run(Call call) {
        LedgerDesk desk = LedgerDesk.of(Explaining.session(call));
        Ledger ledger = desk.ledger();
        Outcome why = Explaining.of(
                call,
                desk,
                customer ->
                        ExpirePlan.explain(desk.rules(), desk.history(customer).entries(), desk.datingAsOf()));
        if (why != null) {
            return why;
        }
        ExpirePlan expired = desk.through(histories ->
                ExpirePlan.of(desk.ranges(), ledger, desk.rules(), histories, desk::datingAsOf, desk.recorded()));
        Ledger after = desk.post(expired.plan(), "points expire");
        return desk.noted(Outcome.of(LedgerDesk.told(
                PointsTables.expire(
                        expired.customers(),
                        expired.lots(),
                        expired.points(),
                        desk.world().asOf()),
                after)));
    }
}
