package siyu.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.points.Crediting;
import siyu.points.Earning;
import siyu.points.Operation;
import siyu.points.PointsCode;
import siyu.points.PointsTables;

/** {@code points cancel}: gives one redemption back. */
public final class PointsCancel implements Verb {
    private static final Parameter<String> OPERATION =
            Parameter.positional("OPERATION", "the redemption: its number, or the --key it was done with");

    @Override
    public Manual manual() {
        return new Manual(
                "Give one redemption back",
                List.of(
                        "The points go back to the lots they came from, which keep their last days: what has ended meanwhile is"
                                + " there again and cannot be spent, and goes with the next 'points expire'. A redemption is given"
                                + " back whole and once; doing it again answers with what was done."),
                List.of(new Example("siyu points cancel C00000007 order-1001", "the redemption for that order")),
                List.of("siyu.points.cancel/1", PointsTables.EXPLAINED));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LedgerDesk.ID, OPERATION, LedgerDesk.AT, Common.EXPLAIN);
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
        String id = call.value(LedgerDesk.ID);
        int customer = desk.world().number(id);
        Operation redemption = find(desk, call.value(OPERATION));
        if (redemption == null || redemption.customer() != customer || redemption.type() != Operation.Type.REDEEM) {
            throw Problem.of(PointsCode.NO_OPERATION, "'" + id + "' has no redemption '" + call.value(OPERATION) + "'")
                    .hint("siyu points statement " + id + " -o wide")
                    .failure();
        }
        long at = desk.at(call);
        if (at < redemption.effective()) {
            throw Problem.of(PointsCode.NO_OPERATION, "the redemption came only after --at")
                    .failure();
        }
        Operation wanted = new Operation(
                0,
                Operation.Type.CANCEL,
                "cancel:" + redemption.number(),
                customer,
                -1,
                redemption.points(),
                0,
                0,
                redemption.eventKind(),
                redemption.event(),
                redemption.number(),
                at,
                LedgerDesk.reason(call));
        Earning.History history = desk.history(customer);
        return desk.post("siyu.points.cancel/1", wanted, (book, dating) -> {
            Crediting.cancel(book, history.entries(), redemption.number(), at, dating);
            return wanted;
        });
    }

    private static @Nullable Operation find(LedgerDesk desk, String word) {
        Operation byKey = desk.store().operation("key:" + word);
        if (byKey != null
                || word.length() > 18
                || word.isEmpty()
                || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return byKey;
        }
        return desk.store().operation(Long.parseLong(word));
    }
}
