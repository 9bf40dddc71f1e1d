package siyu.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import siyu.cli.Call;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.lottery.Expectation;
import siyu.lottery.LotteryTables;
import siyu.lottery.Rules;
import siyu.lottery.State;
import siyu.out.Table;

/** {@code lottery report}: what was won, and what it cost. */
public final class LotteryReport implements Verb {
    @Override
    public Manual manual() {
        return new Manual(
                "What was won, against what was to be expected, and what it cost",
                List.of(
                        "By prize: how many were won and are left, and how many were to be expected of as many draws, the wheel"
                                + " being as it was at each of them; what they cost and what points they brought. Below the rows: draws,"
                                + " customers, cost beside the budget, and the commitment."),
                List.of(new Example("siyu lottery report spring", "how it stands")),
                List.of("siyu.lottery.report/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LotteryDesk.NAME);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        LotteryDesk desk = LotteryDesk.of(session);
        State state = desk.state(call.value(LotteryDesk.NAME));
        Rules rules = state.committed().rules();
        Expectation expectation = new Expectation(rules);
        Set<Integer> customers = new HashSet<>();
        desk.store().draws(state.committed(), 1, (number, customer, at, prize, head) -> {
            expectation.draw(prize);
            customers.add(customer);
            return true;
        });
        Table table = LotteryTables.report(rules, state.won(), expectation.expected());
        return Outcome.of(table.with("customers", (long) customers.size())
                .with("state", state.revealed() == null ? "open" : "closed")
                .with("commitment", state.committed().commitment())
                .with("head", state.head()));
    }
}
