package siyu.command;

import java.time.LocalDate;
import java.util.List;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.core.Exit;
import siyu.level.Buying;
import siyu.level.LevelTables;
import siyu.level.Membership;
import siyu.out.Table;

/** {@code level buy}: a paid membership. */
public final class LevelBuy implements Verb {
    private static final Parameter<String> LEVEL = Parameter.positional("LEVEL", "the level, which has a price");

    @Override
    public Manual manual() {
        return new Manual(
                "Record that a customer bought a level for its term",
                List.of(
                        "The membership begins on the day of the as-of, or on the day after the one of the same level that he has,"
                                + " and lasts for the term of the program, its last day included. Meanwhile the customer has the"
                                + " higher of what he bought and what his growth gives him. With --key the command can be given again"
                                + " without harm: it answers with what was done the first time. The money itself is taken elsewhere.",
                        "With --explain the answer says where the customer stands, what he would have and from when until when;"
                                + " nothing is stored then."),
                List.of(
                        new Example("siyu level buy C00000007 plus --key order-88", "a year of it, once"),
                        new Example(
                                "siyu level buy C00000007 plus --explain C00000007",
                                "what another year of it would be")),
                List.of("siyu.level.buy/1", "siyu.level.explain/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LedgerDesk.ID, LEVEL, LedgerDesk.KEY, Common.EXPLAIN);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return Explaining.asked(call) ? List.of() : LevelTables.BUY;
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        LevelDesk desk = LevelDesk.of(Explaining.session(call));
        String id = call.value(LedgerDesk.ID);
        int customer = desk.world().number(id);
        String key = LedgerDesk.key(call);
        Membership before = key.isEmpty() ? null : desk.store().membership(key);
        if (before != null) {
            before.requireSame(customer, call.value(LEVEL));
            return Explaining.asked(call)
                    ? Outcome.of(explain(call, desk, before, "recorded before"))
                    : Outcome.of(desk.tables().bought(before, before.number(), id, true));
        }
        AsOf asOf = desk.purchase();
        Membership wanted = Buying.decide(
                desk.rules().ladder(),
                desk.inForce(),
                customer,
                call.value(LEVEL),
                desk.store().standing(customer, desk.day(asOf)),
                desk.store().memberships(customer),
                desk.day(asOf),
                desk.moment(asOf),
                key);
        if (Explaining.asked(call)) {
            return Outcome.of(explain(call, desk, wanted, "bought"));
        }
        if (desk.session().dryRun()) {
            return Outcome.of(desk.tables().bought(wanted, null, id, false));
        }
        Membership bought = desk.store().buy(wanted, desk.session().run("level buy", ""));
        return Outcome.of(desk.tables().bought(bought, bought.number(), id, false));
    }

    /** Where the customer stands without it, and what it is. */
    private static Table explain(Call call, LevelDesk desk, Membership membership, String outcome) {
        Explaining.requireSame(desk.world(), Explaining.customer(call, desk.world()), membership.customer());
        return LevelExplain.table(call, desk, desk.ladder(), membership.customer(), desk.purchase())
                .with("outcome", outcome)
                .with("to", membership.level())
                .with("first", LocalDate.ofEpochDay(membership.first()))
                .with("last", LocalDate.ofEpochDay(membership.last()));
    }
}
