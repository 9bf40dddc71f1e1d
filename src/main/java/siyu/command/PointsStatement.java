package siyu.command;

import java.util.List;
import java.util.stream.IntStream;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.points.Entries;
import siyu.points.PointsTables;

/** {@code points statement}: every entry of one customer. */
public final class PointsStatement implements Verb {
    @Override
    public Manual manual() {
        return new Manual(
                "Every entry of one customer",
                List.of(
                        "In the order in which they count, with the balance after each. 'lot' is the earning that an entry opens or"
                                + " takes from; an entry without one changes what the customer owes."),
                List.of(new Example("siyu points statement C00000007", "how the balance came about")),
                List.of("siyu.points.statement/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LedgerDesk.ID);
    }

    @Override
    public Outcome run(Call call) {
        LedgerDesk desk = LedgerDesk.of(Session.of(call));
        AsOf asOf = desk.world().asOf();
        Entries entries =
                desk.history(desk.world().number(call.value(LedgerDesk.ID))).entries();
        long moment = call.get(Common.AS_OF) == null ? Long.MAX_VALUE : asOf.endMicros();
        int[] order = IntStream.range(0, entries.size())
                .filter(row -> entries.effective[row] < moment)
                .boxed()
                .sorted((a, b) -> Long.compare(entries.effective[a], entries.effective[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        return Outcome.of(LedgerDesk.told(PointsTables.statement(entries, order, desk.rules(), asOf), desk.ledger()));
    }
}
