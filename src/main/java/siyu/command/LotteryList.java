package siyu.command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.lottery.Lottery;
import siyu.lottery.LotteryTables;
import siyu.lottery.State;

/** {@code lottery list}: the lotteries of the program and of the data file. */
public final class LotteryList implements Verb {
    @Override
    public Manual manual() {
        return new Manual(
                "List lotteries and how far they are",
                List.of(
                        "A lottery is a draft until it is committed, then open, and closed once its seed is revealed. 'changed' is an"
                                + " open one whose rules in the program are not those it was committed to, so that nobody can draw;"
                                + " 'gone' is one that the program has no more. 'left' is how many draws there can still be, where"
                                + " every prize has a stock."),
                List.of(new Example("siyu lottery list", "all of them")),
                List.of("siyu.lottery.list/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of();
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        Map<String, State> states = new LinkedHashMap<>();
        LotteryDesk.of(session)
                .store()
                .states()
                .forEach(state -> states.put(state.committed().name(), state));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Lottery lottery : session.program().lotteries()) {
            State state = states.remove(lottery.name());
            rows.add(
                    state == null
                            ? new @Nullable Object[] {
                                lottery.name(),
                                "draft",
                                lottery.prizes().size(),
                                0L,
                                null,
                                lottery.from(),
                                lottery.until(),
                                null,
                                null
                            }
                            : row(state, word(session, lottery, state)));
        }
        states.values().forEach(state -> rows.add(row(state, state.revealed() == null ? "gone" : "closed")));
        return Outcome.of(
                LotteryTables.list(rows, session.program().vocabulary().zone()));
    }

    private static String word(Session session, Lottery lottery, State state) {
        if (state.revealed() != null) {
            return "closed";
        }
        return state.committed().difference(lottery, session.program().vocabulary()) == null ? "open" : "changed";
    }

    private static @Nullable Object[] row(State state, String word) {
        return new @Nullable Object[] {
            state.committed().name(),
            word,
            state.committed().rules().prizes().size(),
            state.draws(),
            state.left() == Long.MAX_VALUE ? null : state.left(),
            state.committed().rules().from(),
            state.committed().rules().until(),
            Instant.EPOCH.plus(state.committed().at(), ChronoUnit.MICROS),
            state.committed().commitment()
        };
    }
}
