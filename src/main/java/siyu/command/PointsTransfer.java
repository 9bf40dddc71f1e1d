package siyu.command;

import java.util.ArrayList;
import java.util.List;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.fact.Population;
import siyu.points.Account;
import siyu.points.Book;
import siyu.points.Crediting;
import siyu.points.Dating;
import siyu.points.Entries;
import siyu.points.Ledger;
import siyu.points.Operation;
import siyu.points.PointsPlan;
import siyu.points.PointsTables;
import siyu.points.Why;

/** {@code points transfer}: one customer gives points to another. */
public final class PointsTransfer implements Verb {
    private static final Parameter<String> TO = Parameter.positional("TO", "the external id of who gets them");
    private static final Parameter<String> POINTS = Parameter.positional("POINTS", "how many");

    @Override
    public Manual manual() {
        return new Manual(
                "One customer gives points to another",
                List.of(
                        "The points leave the lots that end first and arrive as lots with the same first and last days. What the"
                                + " receiver owes is settled from them. All or nothing."),
                List.of(new Example("siyu points transfer C00000000 C00000001 5 --key gift-1", "five points, once")),
                List.of("siyu.points.transfer/1", PointsTables.EXPLAINED));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LedgerDesk.ID, TO, POINTS, LedgerDesk.KEY, LedgerDesk.AT, Common.EXPLAIN);
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
        LedgerDesk desk = LedgerDesk.of(Explaining.session(call));
        long points = LedgerDesk.points(call.value(POINTS));
        int giver = desk.world().number(call.value(LedgerDesk.ID));
        int receiver = desk.world().number(call.value(TO));
        if (giver == receiver || points < 0) {
            throw Problem.of(
                            CliCode.BAD_VALUE,
                            points < 0 ? "'" + points + "' is less than no points" : "nobody gives points to himself")
                    .failure();
        }
        long at = desk.at(call);
        Operation wanted = new Operation(
                desk.ledger().operations() + 1,
                Operation.Type.TRANSFER,
                LedgerDesk.key(call),
                giver,
                receiver,
                points,
                0,
                0,
                "",
                "",
                0,
                at,
                LedgerDesk.reason(call));
        Operation before = wanted.key().isEmpty() ? null : desk.store().operation(wanted.key());
        Account left = account(desk, giver);
        Account got = account(desk, receiver);
        Dating dating = desk.dating();
        if (before != null) {
            wanted.requireSame(before);
            Outcome done = Explaining.of(
                    call,
                    desk,
                    customer -> Why.recorded(
                            desk.rules(), desk.history(party(wanted, customer)).entries(), before));
            if (done != null) {
                return done;
            }
            return answer(desk, call, before, true, left, got, dating, desk.ledger());
        }
        Entries given = new Entries();
        Entries taken = new Entries();
        long missing = Crediting.transfer(
                new Book(left, given).operation(wanted.number()),
                new Book(got, taken).operation(wanted.number()),
                given,
                points,
                at,
                dating);
        LedgerDesk.refuseShort(call.value(LedgerDesk.ID), points, missing);
        Outcome why = Explaining.of(
                call, desk, customer -> Why.written(desk.rules(), party(wanted, customer) == giver ? given : taken));
        if (why != null) {
            return why;
        }
        PointsPlan plan =
                PointsPlan.of("transfer", desk.ledger(), desk.recorded(), desk.rules(), parts(wanted, given, taken));
        Ledger after = desk.post(plan, "points transfer");
        return desk.noted(answer(desk, call, wanted, false, left, got, dating, after));
    }

    /** A customer who gives or gets. */
    private static int party(Operation operation, int customer) {
        if (customer != operation.customer() && customer != operation.other()) {
            throw Problem.of(CliCode.CLASH, "--explain names another customer than the command")
                    .failure();
        }
        return customer;
    }

    private static Account account(LedgerDesk desk, int customer) {
        Entries entries = desk.history(customer).entries();
        Account account = new Account();
        return entries.size() == 0 ? account.start(customer) : account.load(entries, 0, entries.size());
    }

    /** By range, and within one by customer. */
    private static List<PointsPlan.Part> parts(Operation operation, Entries given, Entries taken) {
        int giver = operation.customer() / Population.RANGE;
        int receiver = operation.other() / Population.RANGE;
        boolean giverFirst = operation.customer() < operation.other();
        List<PointsPlan.Part> parts = new ArrayList<>();
        if (giver == receiver) {
            Entries both = new Entries();
            both.addAll(giverFirst ? given : taken, 0, (giverFirst ? given : taken).size());
            both.addAll(giverFirst ? taken : given, 0, (giverFirst ? taken : given).size());
            parts.add(new PointsPlan.Part(giver, both, List.of(operation)));
        } else {
            parts.add(new PointsPlan.Part(giver, given, List.of(operation)));
            parts.add(giverFirst ? 1 : 0, new PointsPlan.Part(receiver, taken, List.of()));
        }
        return parts;
    }

    private static Outcome answer(
            LedgerDesk desk,
            Call call,
            Operation operation,
            boolean replay,
            Account left,
            Account got,
            Dating dating,
            Ledger after) {
        return Outcome.of(LedgerDesk.told(
                PointsTables.transfer(
                        call.value(LedgerDesk.ID),
                        call.value(TO),
                        operation,
                        left,
                        got,
                        dating.today(),
                        replay,
                        desk.world().asOf()),
                after));
    }
}
