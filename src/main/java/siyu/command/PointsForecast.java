package siyu.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.customer.Parallel;
import siyu.points.Balance;
import siyu.points.Entries;
import siyu.points.Forecast;
import siyu.points.PointsTables;

/** {@code points forecast} and {@code points liability}: what is outstanding, by month and in all. */
public final class PointsForecast implements Verb {
    /** Which of the two. */
    public enum Does {
        FORECAST,
        LIABILITY
    }

    private final Does does;

    public PointsForecast(Does does) {
        this.does = does;
    }

    @Override
    public Manual manual() {
        return does == Does.FORECAST
                ? new Manual(
                        "When the points there are will end, by month, and what is outstanding after it",
                        List.of(
                                "Of the points that customers have as of the date: how many end in each month if nothing more is"
                                        + " spent, and how many are outstanding after it, in points and in money. Points without"
                                        + " end are in the last row."),
                        List.of(new Example("siyu points forecast", "from today on")),
                        List.of("siyu.points.forecast/1"))
                : new Manual(
                        "What is outstanding, in points and in money",
                        List.of(
                                "Available and pending points are a liability, at the rate at which they are spent; points of lots"
                                        + " that ended are none, whether 'points expire' ran or not; what customers owe is told"
                                        + " beside."),
                        List.of(new Example("siyu points liability --as-of 2025-12-31", "at the end of the year")),
                        List.of("siyu.points.liability/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of();
    }

    @Override
    public Outcome run(Call call) {
        LedgerDesk desk = LedgerDesk.of(Session.of(call));
        AsOf asOf = desk.world().asOf();
        long moment = call.get(Common.AS_OF) == null ? Long.MAX_VALUE : asOf.endMicros();
        int today = (int) asOf.today().toEpochDay();
        List<Forecast> parts = Collections.synchronizedList(new ArrayList<>());
        Forecast all = desk.through(histories -> {
            Parallel.each(desk.ranges(), () -> {
                Forecast mine = new Forecast();
                parts.add(mine);
                return range -> {
                    Entries entries = histories.apply(range).entries();
                    for (int start = 0; start < entries.size(); ) {
                        int end = entries.end(start);
                        mine.add(Balance.asOf(entries, start, end, moment), today);
                        start = end;
                    }
                };
            });
            Forecast sum = new Forecast();
            parts.forEach(sum::add);
            return sum;
        });
        return Outcome.of(LedgerDesk.told(
                does == Does.FORECAST
                        ? PointsTables.forecast(
                                all, desk.program().exchange(), desk.world().vocabulary(), asOf)
                        : PointsTables.liability(
                                all, desk.program().exchange(), desk.world().vocabulary(), asOf),
                desk.ledger()));
    }
}
