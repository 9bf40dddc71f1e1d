package siyu.command;

import java.util.List;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.lottery.Committed;
import siyu.lottery.Lottery;
import siyu.lottery.LotteryTables;
import siyu.lottery.State;

/** {@code lottery commit}: fixes rules and seed, and says by what they can be recognised. */
public final class LotteryCommit implements Verb {
    private static final int SECRET = 32;

    @Override
    public Manual manual() {
        return new Manual(
                "Fix the rules and a secret seed of a lottery",
                List.of(
                        "Draws a seed of 256 bits, keeps it in the data file, and prints a commitment: the SHA-256 of the lottery's"
                                + " name, the moment, the hash of its rules and the seed. Publish it before the first draw. When the"
                                + " seed is revealed, everybody can see that rules and seed are those of the beginning.",
                        "From then on the rules are frozen. Doing it again answers with the same commitment; after a change of the"
                                + " rules it is refused. A dry run draws no seed, so it shows no commitment."),
                List.of(new Example("siyu lottery commit spring", "print what is to be published")),
                List.of("siyu.lottery.commit/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LotteryDesk.NAME);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return LotteryTables.COMMIT;
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        Lottery lottery = LotteryDesk.require(session, call.value(LotteryDesk.NAME));
        LotteryDesk desk = LotteryDesk.of(session);
        State before = desk.store().state(lottery.name());
        if (before != null) {
            desk.requireUnchanged(lottery, before.committed());
            return answer(session, before.committed(), true);
        }
        if (session.dryRun()) {
            byte[] none = new byte[SECRET];
            Committed would = Committed.of(lottery, session.program().vocabulary(), desk.now(), none, none);
            return Outcome.of(LotteryTables.commit(
                    lottery.name(),
                    would.at(),
                    lottery.hashed() ? null : would.rulesHash(),
                    null,
                    false,
                    session.program().vocabulary().zone()));
        }
        Committed committed = Committed.of(
                lottery,
                session.program().vocabulary(),
                desk.now(),
                call.io().chance().bytes(SECRET),
                call.io().chance().bytes(SECRET));
        desk.store().commit(committed, session.run("lottery commit", ""));
        return answer(session, committed, false);
    }

    private static Outcome answer(Session session, Committed committed, boolean replay) {
        return Outcome.of(LotteryTables.commit(
                committed.name(),
                committed.at(),
                committed.rulesHash(),
                committed.commitment(),
                replay,
                session.program().vocabulary().zone()));
    }
}
