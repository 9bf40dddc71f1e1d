package siyu.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.cli.Parameter;
import siyu.core.AsOf;
import siyu.core.Nearest;
import siyu.core.Problem;
import siyu.lottery.Committed;
import siyu.lottery.Lottery;
import siyu.lottery.LotteryCode;
import siyu.lottery.LotteryStore;
import siyu.lottery.State;

/** What the verbs of lotteries share: finding one, and its state. */
final class LotteryDesk {
    static final Parameter<String> NAME = Parameter.positional("NAME", "the lottery");

    private final Session session;
    private final LotteryStore store;

    private LotteryDesk(Session session) {
        this.session = session;
        this.store = new LotteryStore(session.store());
    }

    static LotteryDesk of(Session session) {
        return new LotteryDesk(session.ahead());
    }

    LotteryStore store() {
        return store;
    }

    /** The moment the command runs at, microseconds. */
    long now() {
        return AsOf.instant(session.now(), session.program().vocabulary().zone())
                .endMicros();
    }

    /** A lottery of the program, or null. */
    static @Nullable Lottery find(Session session, String name) {
        for (Lottery lottery : session.program().lotteries()) {
            if (lottery.name().equals(name)) {
                return lottery;
            }
        }
        return null;
    }

    /** A lottery of the program. */
    static Lottery require(Session session, String name) {
        Lottery lottery = find(session, name);
        if (lottery == null) {
            throw unknown(session, name, List.of());
        }
        return lottery;
    }

    private static siyu.core.Failure unknown(Session session, String name, List<State> states) {
        List<String> known = new ArrayList<>();
        session.program().lotteries().forEach(lottery -> known.add(lottery.name()));
        states.forEach(state -> known.add(state.committed().name()));
        return Problem.of(LotteryCode.UNKNOWN, "there is no lottery '" + name + "'")
                .hint(Nearest.hint(name, known))
                .failure();
    }

    /** The state of a lottery that is committed to, whether the program still has it or not. */
    State state(String name) {
        State state = store.state(name);
        if (state == null) {
            if (find(session, name) == null) {
                throw unknown(session, name, store.states());
            }
            throw Problem.of(LotteryCode.NOT_COMMITTED, "the lottery '" + name + "' is not committed")
                    .hint("siyu lottery commit " + name)
                    .failure();
        }
        return state;
    }

    /** Throws when the program's rules of a lottery are not those it was committed to. */
    void requireUnchanged(Lottery lottery, Committed committed) {
        String difference = committed.difference(lottery, session.program().vocabulary());
        if (difference != null) {
            throw Problem.of(LotteryCode.FROZEN, "the rules of '" + lottery.name() + "' were changed: " + difference)
                    .hint("put the program back, or begin a lottery with another name")
                    .failure();
        }
    }
}
