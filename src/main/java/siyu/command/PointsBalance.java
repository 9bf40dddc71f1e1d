package siyu.command;

import java.util.List;
import siyu.cli.Call;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.out.Rows;
import siyu.points.Account;
import siyu.points.Balance;
import siyu.points.Entries;
import siyu.points.PointsTables;

/** {@code points balance}: what customers have. */
public final class PointsBalance implements Verb {
    private static final Parameter<List<String>> IDS =
            Parameter.positionals("ID", "external ids of customers (default: everybody who has or had points)");

    @Override
    public Manual manual() {
        return new Manual(
                "What customers have: balance, available, pending, expired, owed",
                List.of(
                        "The balance is the sum of all entries. Of it, 'available' can be spent now, 'pending' from a later day on,"
                                + " and 'expired' cannot be spent any more, though no run of 'points expire' has taken it away yet;"
                                + " balance = available + pending + expired - debt. 'value' is what the available points are worth"
                                + " when spent.",
                        "With --as-of only what counts up to the end of that date is looked at."),
                List.of(
                        new Example("siyu points balance C00000007", "of one customer"),
                        new Example(
                                "siyu points balance -o csv --as-of 2026-01-31",
                                "of everybody, at the end of January")),
                List.of("siyu.points.balance/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(IDS);
    }

    @Override
    public Outcome run(Call call) {
        LedgerDesk desk = LedgerDesk.of(Session.of(call));
        AsOf asOf = desk.world().asOf();
        // Without --as-of also what a clock that was ahead has recorded, as of the day on which it could be spent now.
        boolean now = call.get(siyu.cli.Common.AS_OF) == null;
        long moment = now ? Math.addExact(desk.recorded(), 1) : asOf.endMicros();
        int today = now ? desk.dating().today() : (int) asOf.today().toEpochDay();
        List<String> ids = call.value(IDS);
        int[] numbers = ids.stream().mapToInt(desk.world()::number).toArray();
        Rows rows = ids.isEmpty() ? everybody(desk, moment, today) : some(desk, ids, numbers, moment, today);
        return Outcome.of(LedgerDesk.told(PointsTables.balance(rows, asOf), desk.ledger()));
    }

    private static Rows some(LedgerDesk desk, List<String> ids, int[] numbers, long moment, int today) {
        return sink -> {
            for (int i = 0; i < numbers.length; i++) {
                Entries entries = desk.history(numbers[i]).entries();
                if (!sink.row(row(desk, ids.get(i), entries, 0, entries.size(), moment, today))) {
                    return;
                }
            }
        };
    }

    private static Rows everybody(LedgerDesk desk, long moment, int today) {
        int ranges = desk.ranges();
        return sink -> {
            for (int range = 0; range < ranges; range++) {
                Entries entries = desk.store().history(range, desk.ledger()).entries();
                for (int start = 0; start < entries.size(); ) {
                    int end = entries.end(start);
                    String id = desk.world().ids().apply(entries.customer[start]);
                    if (!sink.row(row(desk, id, entries, start, end, moment, today))) {
                        return;
                    }
                    start = end;
                }
            }
        };
    }

    private static @org.jspecify.annotations.Nullable Object[] row(
            LedgerDesk desk, String id, Entries entries, int start, int end, long moment, int today) {
        Account account = Balance.asOf(entries, start, end, moment);
        return PointsTables.row(
                id,
                Balance.of(account, today),
                desk.program().exchange(),
                desk.world().vocabulary());
    }
}
