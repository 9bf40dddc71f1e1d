package siyu.command;

import java.util.List;
import siyu.cli.Call;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.lottery.Forecast;
import siyu.lottery.Lottery;
import siyu.lottery.LotteryTables;
import siyu.lottery.Rules;

/** {@code lottery simulate}: what so many draws will cost. */
public final class LotterySimulate implements Verb {
    private static final Parameter<Integer> DRAWS = Parameter.option(
                    "--draws", "N", "how many draws there will be", new Forms.Whole(1, (int) Forecast.MOST_DRAWS))
            .mandatory();
    private static final Parameter<Integer> RUNS = Parameter.option(
            "--runs", "N", "how often it is simulated (default: 200 to 10000)", new Forms.Whole(1, 10_000_000));
    private static final Parameter<Long> SEED = Parameter.option(
                    "--seed", "N", "another number, other chances", new Forms.Seed())
            .or(1L);

    @Override
    public Manual manual() {
        return new Manual(
                "Look ahead: what so many draws will cost, and how sure that is",
                List.of(
                        "Takes the rules of the program as they are now, with --set also as they might be, and looks at no customer"
                                + " and no data file. 'expected' is the mean number of wins, 'sold out' the chance that none is"
                                + " left. Below the rows: the mean cost, between what it lies in nine of ten cases (cost_p05 and"
                                + " cost_p95), and the chance that it is above the budget.",
                        "Where the numbers are small enough the answer is exact, which 'method' says. Otherwise it is simulated: the"
                                + " seed is printed, the same seed gives the same answer on any number of cores, and the chance"
                                + " comes with the bounds that hold it in 19 of 20 cases."),
                List.of(
                        new Example("siyu lottery simulate spring --draws 10000", "what ten thousand draws cost"),
                        new Example(
                                "siyu lottery simulate spring --draws 10000 --set 'lotteries.spring.prizes[0].weight=2'",
                                "with twice the chance of the first prize")),
                List.of("siyu.lottery.simulate/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LotteryDesk.NAME, DRAWS, RUNS, SEED);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        Lottery lottery = LotteryDesk.require(session, call.value(LotteryDesk.NAME));
        Rules rules = Rules.of(lottery, session.program().vocabulary(), "");
        Integer runs = call.get(RUNS);
        Forecast forecast = Forecast.of(
                lottery.prizes(), lottery.budget(), call.value(DRAWS), runs == null ? 0 : runs, call.value(SEED));
        return Outcome.of(LotteryTables.forecast(forecast, rules));
    }
}
