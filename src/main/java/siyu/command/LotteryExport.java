package siyu.command;

import java.util.List;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.lottery.LotteryTables;
import siyu.lottery.State;
import siyu.store.Store;

/** {@code lottery export}: the files that are published. */
public final class LotteryExport implements Verb {
    private static final Parameter<String> FOLDER = Parameter.positional("DIR", "where the files are written");

    @Override
    public Manual manual() {
        return new Manual(
                "Write the files by which everybody can check a lottery",
                List.of(
                        "rules.json holds the rules, commitment.json what was committed to, draws.csv (or draws.jsonl) every draw"
                                + " with the customer as the rules say: a salted hash or his id. reveal.json with the seed is there"
                                + " once it is revealed. 'siyu lottery verify DIR' needs nothing but these files.",
                        "Before the seed is revealed the files already bind all draws so far by their chain."),
                List.of(new Example("siyu lottery export spring published", "into the folder 'published'")),
                List.of("siyu.lottery.export/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LotteryDesk.NAME, FOLDER, LotteryFiles.FORMAT, Common.YES);
    }

    @Override
    public List<String> columns(Call call) {
        return LotteryTables.FILES;
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call).writing();
        LotteryDesk desk = LotteryDesk.of(session);
        State state = desk.state(call.value(LotteryDesk.NAME));
        LotteryFiles files = LotteryFiles.to(call, call.value(FOLDER)).refuseExisting(call);
        World world = World.stored(session, session.program());
        session.store().write(session.run("lottery export", ""), Store::run);
        return Outcome.of(LotteryTables.files(
                        files.write(desk, world, state), world.asOf().zone())
                .with("draws", state.draws())
                .with("head", state.head()));
    }
}
