package siyu.command;

import java.util.List;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Confirm;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.lottery.LotteryTables;
import siyu.lottery.Revealed;
import siyu.lottery.State;

/** {@code lottery reveal}: publishes the seed, which closes the lottery. */
public final class LotteryReveal implements Verb {
    private static final Parameter<String> FOLDER =
            Parameter.option("--dir", "DIR", "write the published files there too", text -> text);

    @Override
    public Manual manual() {
        return new Manual(
                "Publish the seed of a lottery, which closes it",
                List.of(
                        "Prints the seed and the head of the chain after the last draw. From then on everybody can work out every"
                                + " draw again, and nobody can draw any more. Doing it again prints the same.",
                        "A dry run does not show the seed. Outside a terminal --yes is needed, because it cannot be undone."),
                List.of(new Example("siyu lottery reveal spring --yes", "close it and print the seed")),
                List.of("siyu.lottery.reveal/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LotteryDesk.NAME, FOLDER, LotteryFiles.FORMAT);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return LotteryTables.REVEAL;
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        LotteryDesk desk = LotteryDesk.of(session);
        State state = desk.state(call.value(LotteryDesk.NAME));
        String folder = call.get(FOLDER);
        LotteryFiles files =
                folder == null ? null : LotteryFiles.to(call, folder).refuseExisting(call);
        Revealed before = state.revealed();
        Revealed revealed =
                before != null ? before : new Revealed(Math.max(desk.now(), state.last()), state.draws(), state.head());
        boolean dry = session.dryRun() && before == null;
        if (before == null && !dry) {
            Confirm.ask(
                    call,
                    "close '" + state.committed().name() + "' after " + state.draws() + " draws and publish its seed?");
            desk.store().reveal(state, revealed, session.run("lottery reveal", ""));
        }
        if (files != null && !session.dryRun()) {
            World world = World.stored(session, session.program());
            files.write(desk, world, state.with(revealed));
        }
        return Outcome.of(LotteryTables.reveal(
                state.committed().name(),
                revealed,
                dry ? null : state.committed().seed(),
                before != null,
                session.program().vocabulary().zone()));
    }
}
