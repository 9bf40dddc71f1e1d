package siyu.command;

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
                                + " without harm: it answers with what was done the first time. The money itself is taken elsewhere."),
                List.of(new Example("siyu level buy C00000007 plus --key order-88", "a year of it, once")),
                List.of("siyu.level.buy/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LedgerDesk.ID, LEVEL, LedgerDesk.KEY);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return LevelTables.BUY;
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        LevelDesk desk = LevelDesk.of(Session.of(call));
        String id = call.value(LedgerDesk.ID);
        int customer = desk.world().number(id);
        String key = LedgerDesk.key(call);
        Membership before = key.isEmpty() ? null : desk.store().membership(key);
        if (before != null) {
            before.requireSame(customer, call.value(LEVEL));
            return Outcome.of(desk.tables().bought(before, before.number(), id, true));
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
        if (desk.session().dryRun()) {
            return Outcome.of(desk.tables().bought(wanted, null, id, false));
        }
        Membership bought = desk.store().buy(wanted, desk.session().run("level buy", ""));
        return Outcome.of(desk.tables().bought(bought, bought.number(), id, false));
    }
}
