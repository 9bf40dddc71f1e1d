package siyu.command;

import java.util.List;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.customer.StoredPopulation;
import siyu.points.EarnPlan;
import siyu.points.Ledger;
import siyu.points.PointsTables;

/** {@code points earn}: what events earn that were not considered yet. */
public final class PointsEarn implements Verb {
    @Override
    public Manual manual() {
        return new Manual(
                "Earn points by the events that were not considered yet",
                List.of(
                        "Takes every event that came since the last time, up to the as-of, in the order of its time, and posts what"
                                + " it earns by the program's rules, for all customers, as one posting. An event is considered"
                                + " once: doing it again earns nothing, and a rule that is new tomorrow is about the events that"
                                + " come then.",
                        "Caps count by the event's own date, also for events that come late. Refunds take back their part of what"
                                + " their event earned. 'capped' and 'over budget' are points that were cut; 'undecided' are events"
                                + " whose condition was unknown, which earn nothing.",
                        Explaining.HELP),
                List.of(
                        new Example("siyu points earn -n", "what would be earned"),
                        new Example("siyu points earn --explain C00000007", "what one customer would earn, and why"),
                        new Example("siyu points earn --as-of 2026-02-28", "by all events up to the end of February")),
                List.of("siyu.points.earn/1", PointsTables.EXPLAINED));
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
        return Explaining.columns(call, PointsTables.EARN);
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        LedgerDesk desk = LedgerDesk.of(Explaining.session(call));
        World world = desk.world();
        Ledger ledger = desk.ledger();
        EarnPlan.Facts facts = new EarnPlan.Facts(
                world.vocabulary(),
                world.population(),
                ((StoredPopulation) world.population()).batch(),
                desk.asOf(),
                desk.recorded(),
                desk.openFrom(),
                ledger,
                desk.rules(),
                range -> desk.store().history(range, ledger),
                rule -> desk.store().earnedBy(rule, ledger));
        Outcome why = Explaining.of(call, desk, customer -> EarnPlan.explain(desk.require(), facts, customer));
        if (why != null) {
            return why;
        }
        EarnPlan earned = EarnPlan.of(desk.require(), facts);
        Ledger after = desk.post(earned.plan(), "points earn");
        Outcome outcome = desk.noted(Outcome.of(LedgerDesk.told(PointsTables.earn(earned, world.asOf()), after)));
        if (earned.total().unmatchedRefunds > 0) {
            outcome = outcome.note(
                    "refunds whose event earned nothing or is not there: " + earned.total().unmatchedRefunds);
        }
        if (earned.total().refusedRefunds > 0) {
            outcome = outcome.note("refunds that took nothing back, because more would be refunded than was paid or the"
                    + " points are spent: " + earned.total().refusedRefunds);
        }
        return outcome;
    }
}
