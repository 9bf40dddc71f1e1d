package siyu.command;

import java.util.List;
import java.util.Map;
import siyu.benefit.Benefit;
import siyu.benefit.BenefitTables;
import siyu.benefit.Entitled;
import siyu.benefit.GrantPlan;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.fact.Needs;
import siyu.level.Membership;
import siyu.points.Ledger;

/** {@code benefit grant}: everybody gets what his level brings of one benefit. */
public final class BenefitGrant implements Verb {
    @Override
    public Manual manual() {
        return new Manual(
                "Give one benefit to everybody whose level brings it",
                List.of(
                        "Each gets what he has left in his period, in the order in which customers were imported, as long as stock and"
                                + " budget last; 'missing' are the units that they were not enough for. Doing it again gives nothing"
                                + " before the next period. Points are posted with it, both or neither."),
                List.of(new Example("siyu benefit grant monthly_points -n", "what it would cost")),
                List.of("siyu.benefit.grant/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(BenefitDesk.BENEFIT);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return BenefitTables.GRANT;
    }

    @Override
    public Outcome run(Call call) {
        BenefitDesk desk = BenefitDesk.of(Session.of(call));
        Benefit benefit = desk.named(call.value(BenefitDesk.BENEFIT));
        AsOf asOf = desk.ledger().asOf();
        int day = Math.toIntExact(asOf.today().toEpochDay());
        long recorded = desk.ledger().recorded();
        // What is given as of a day that is over counts in that day.
        long at = asOf.endMicros() == recorded ? recorded : asOf.endMicros() - 1;
        Map<Integer, List<Membership>> memberships = desk.levels().memberships();
        List<Entitled> parts = desk.world()
                .population()
                .scan(
                        Needs.nothing(),
                        asOf,
                        () -> new Entitled(
                                desk.rules(),
                                benefit,
                                desk.ladder(),
                                range -> desk.levels().standings(range, day),
                                memberships,
                                day));
        long last = desk.store().last();
        GrantPlan plan = GrantPlan.of(
                desk.rules(),
                benefit,
                desk.ladder(),
                Entitled.all(parts),
                period -> desk.store().used(benefit.name(), period),
                desk.store().gone(benefit.name()),
                last,
                asOf.today(),
                at);
        Ledger after = desk.post(benefit, plan.uses(), last, "benefit grant");
        return desk.ledger().noted(Outcome.of(LedgerDesk.told(desk.tables().grant(plan, asOf), after)));
    }
}
