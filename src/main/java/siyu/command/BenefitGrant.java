package siyu.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import siyu.benefit.Allowance;
import siyu.benefit.Benefit;
import siyu.benefit.BenefitTables;
import siyu.benefit.BenefitUse;
import siyu.benefit.Entitled;
import siyu.benefit.GrantPlan;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.fact.Needs;
import siyu.level.Held;
import siyu.level.Membership;
import siyu.points.Entries;
import siyu.points.Ledger;
import siyu.points.Period;
import siyu.points.PointsTables;
import siyu.points.Why;

/** {@code benefit grant}: everybody gets what his level brings of one benefit. */
public final class BenefitGrant implements Verb {
    @Override
    public Manual manual() {
        return new Manual(
                "Give one benefit to everybody whose level brings it",
                List.of(
                        "Each gets what he has left in his period, in the order in which customers were imported, as long as stock and"
                                + " budget last; 'missing' are the units that they were not enough for. Doing it again gives nothing"
                                + " before the next period. Points are posted with it, both or neither.",
                        Explaining.HELP),
                List.of(
                        new Example("siyu benefit grant monthly_points -n", "what it would cost"),
                        new Example(
                                "siyu benefit grant monthly_points --explain C00000007",
                                "why one customer gets it or not")),
                List.of("siyu.benefit.grant/1", PointsTables.EXPLAINED));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(BenefitDesk.BENEFIT, Common.EXPLAIN);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return Explaining.columns(call, BenefitTables.GRANT);
    }

    @Override
    public Outcome run(Call call) {
        BenefitDesk desk = BenefitDesk.of(Explaining.session(call));
        Benefit benefit = desk.named(call.value(BenefitDesk.BENEFIT));
        AsOf asOf = desk.ledger().asOf();
        int day = Math.toIntExact(asOf.today().toEpochDay());
        long recorded = desk.ledger().recorded();
        // What is given as of a day that is over counts in that day.
        long at = asOf.endMicros() == recorded ? recorded : asOf.endMicros() - 1;
        Map<Integer, List<Membership>> memberships = desk.levels().memberships();
        List<Entitled.Customer> everybody = Entitled.all(desk.world()
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
                                day)));
        long last = desk.store().last();
        GrantPlan plan = GrantPlan.of(
                desk.rules(),
                benefit,
                desk.ladder(),
                everybody,
                period -> desk.store().used(benefit.name(), period),
                desk.store().gone(benefit.name()),
                last,
                asOf.today(),
                at);
        Outcome why = Explaining.of(call, desk.ledger(), customer -> explain(desk, plan, everybody, customer, at));
        if (why != null) {
            return why;
        }
        Ledger after = desk.post(benefit, plan.uses(), last, "benefit grant");
        return desk.ledger().noted(Outcome.of(LedgerDesk.told(desk.tables().grant(plan, asOf), after)));
    }

    private static Why explain(
            BenefitDesk desk, GrantPlan plan, List<Entitled.Customer> everybody, int customer, long at) {
        Benefit benefit = plan.benefit();
        LocalDate date = desk.ledger().asOf().today();
        Held held = desk.held(customer, Math.toIntExact(date.toEpochDay()));
        Allowance allowance = desk.rules().at(desk.ladder(), held.place(), benefit);
        long used = allowance == null
                ? 0
                : desk.store()
                        .used(benefit.name(), Period.of(allowance.per(), date))
                        .getOrDefault(customer, 0L);
        BenefitUse use = plan.of(customer);
        Entries written = desk.rewards(benefit, use == null ? List.of() : List.of(use))
                .plan()
                .only();
        boolean there = everybody.stream().anyMatch(each -> each.number() == customer);
        return plan.explain(
                customer, there, allowance, date, at, used, desk.ledger().rules(), written);
    }
}
