package siyu.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.points.Kind;
import siyu.points.Operation;
import siyu.points.PointsTables;
import siyu.points.Spending;

/** {@code points redeem}: one customer spends points. */
public final class PointsRedeem implements Verb {
    private static final Parameter<String> POINTS = Parameter.positional("POINTS", "how many");
    private static final Parameter<String> FOR = Parameter.option(
            "--for",
            "KIND:ID",
            "the order they pay for, purchase:E100; rules with 'base: net' then earn less by it",
            text -> text);

    @Override
    public Manual manual() {
        return new Manual(
                "One customer spends points",
                List.of(
                        "Takes the points from the lots that end first, those that never end last. All or nothing: with fewer"
                                + " points than asked for nothing is posted and the exit code is 4. With --key the command can be"
                                + " given again without harm: it answers with what was done the first time."),
                List.of(new Example(
                        "siyu points redeem C00000007 10 --key order-1001", "ten points, once, whatever happens")),
                List.of("siyu.points.redeem/1", PointsTables.EXPLAINED));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LedgerDesk.ID, POINTS, FOR, LedgerDesk.KEY, LedgerDesk.AT, Common.EXPLAIN);
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
        if (points < 0) {
            throw Problem.of(CliCode.BAD_VALUE, "'" + points + "' is less than no points")
                    .failure();
        }
        int customer = desk.world().number(call.value(LedgerDesk.ID));
        String[] event = event(call.get(FOR));
        long at = desk.at(call);
        Operation wanted = new Operation(
                0,
                Operation.Type.REDEEM,
                LedgerDesk.key(call),
                customer,
                -1,
                points,
                0,
                0,
                event[0],
                event[1],
                0,
                at,
                LedgerDesk.reason(call));
        return desk.post("siyu.points.redeem/1", wanted, (book, dating) -> {
            long missing = Spending.take(book, Kind.REDEEM, points, at, dating.day(at));
            LedgerDesk.refuseShort(call.value(LedgerDesk.ID), points, missing);
            return wanted;
        });
    }

    /** {kind, id} of {@code KIND:ID}; empty for none. */
    static String[] event(@Nullable String text) {
        if (text == null) {
            return new String[] {"", ""};
        }
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw Problem.of(CliCode.BAD_VALUE, "'" + text + "' is not KIND:ID")
                    .hint("write purchase:E100")
                    .failure();
        }
        return new String[] {text.substring(0, colon), text.substring(colon + 1)};
    }
}
