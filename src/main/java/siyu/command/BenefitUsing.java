package siyu.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import siyu.benefit.Allowance;
import siyu.benefit.Benefit;
import siyu.benefit.BenefitTables;
import siyu.benefit.BenefitUse;
import siyu.benefit.Using;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.level.Held;
import siyu.points.CalendarUnit;
import siyu.points.Entries;
import siyu.points.Ledger;
import siyu.points.Period;
import siyu.points.PointsTables;
import siyu.points.Why;

/** {@code benefit use}: one customer gets units of what his level brings. */
public final class BenefitUsing implements Verb {
    private static final Parameter<Integer> UNITS = Parameter.option(
                    "--units", "N", "how many units (1)", new Forms.Whole(1, 1_000_000))
            .or(1);

    @Override
    public Manual manual() {
        return new Manual(
                "One customer uses units of a benefit that his level brings",
                List.of(
                        "All units or none: refused with the exit code 4 when his level does not bring the benefit, when he has used"
                                + " what there is in the period, or when stock or budget are gone. The points of a benefit are posted"
                                + " with it, both or neither. With --key the command can be given again without harm: it answers"
                                + " with what was done the first time.",
                        Explaining.HELP),
                List.of(
                        new Example("siyu benefit use C00000007 coffee --key visit-5", "one coffee, once"),
                        new Example(
                                "siyu benefit use C00000007 coffee --key visit-5 --explain C00000007",
                                "what it gives, or that it was done before")),
                List.of("siyu.benefit.use/1", PointsTables.EXPLAINED));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LedgerDesk.ID, BenefitDesk.BENEFIT, UNITS, LedgerDesk.KEY, LedgerDesk.AT, Common.EXPLAIN);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return Explaining.columns(call, BenefitTables.USE);
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        BenefitDesk desk = BenefitDesk.of(Explaining.session(call));
        String id = call.value(LedgerDesk.ID);
        int customer = desk.world().number(id);
        Benefit benefit = desk.named(call.value(BenefitDesk.BENEFIT));
        long units = call.value(UNITS);
        String key = LedgerDesk.key(call);
        BenefitUse before = key.isEmpty() ? null : desk.store().byKey(key);
        if (before != null) {
            before.requireSame(customer, benefit.name(), units);
            Outcome why = desk.ledger()
                    .explained(customer, before.recorded(desk.ledger().rules()));
            if (why != null) {
                return why;
            }
            return told(desk, before, id, true, desk.ledger().ledger());
        }
        long at = desk.ledger().at(call);
        int day = desk.ledger().dating().day(at);
        Held held = desk.held(customer, day);
        Allowance allowance = desk.rules().at(desk.ladder(), held.place(), benefit);
        Period period = Period.of(allowance == null ? CalendarUnit.DAY : allowance.per(), LocalDate.ofEpochDay(day));
        long used = desk.store().used(benefit.name(), period).getOrDefault(customer, 0L);
        long last = desk.store().last();
        BenefitUse use = new Using(
                        benefit,
                        desk.ladder().name(held.place()),
                        held,
                        allowance,
                        used,
                        desk.store().gone(benefit.name()))
                .decide(id, customer, last + 1, period, units, day, at, key);
        if (Explaining.asked(call)) {
            Entries written = desk.rewards(benefit, List.of(use)).plan().only();
            Why why = use.explain(benefit, desk.ledger().rules(), written)
                    .with("used", used)
                    .with(
                            "allowance",
                            Objects.requireNonNull(allowance, "what it is used of")
                                    .text());
            return Objects.requireNonNull(desk.ledger().explained(customer, why), "somebody asks");
        }
        Ledger after = desk.post(benefit, List.of(use), last, "benefit use");
        return desk.ledger().noted(told(desk, use, id, false, after));
    }

    private static Outcome told(BenefitDesk desk, BenefitUse use, String id, boolean replay, Ledger ledger) {
        boolean stored = replay || !desk.session().dryRun();
        return Outcome.of(LedgerDesk.told(desk.tables().use(use, id, stored, replay), ledger));
    }
}
