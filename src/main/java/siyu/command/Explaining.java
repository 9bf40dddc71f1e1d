package siyu.command;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.core.Problem;
import siyu.points.PointsTables;
import siyu.points.Why;
import siyu.segment.SegmentCode;

/** {@code --explain ID} of the verbs that post: what the run would do for one customer, and why; nothing is stored. */
final class Explaining {
    /** What help says of it. */
    static final String HELP =
            "With --explain the answer is about one customer: a line for everything that was looked at for him, what came"
                    + " of it and the entry that would be posted; the points of all lines are what his balance would change by. Nothing is"
                    + " stored then.";

    private Explaining() {}

    /** Whether a call asks why. */
    static boolean asked(Call call) {
        return call.get(Common.EXPLAIN) != null;
    }

    /** A session that changes nothing when the call asks why. */
    static Session session(Call call) {
        return asked(call) ? Session.of(call).reading() : Session.of(call);
    }

    /** The columns of a verb's own answer, or those of the explanation. */
    static List<String> columns(Call call, List<String> own) {
        return asked(call) ? PointsTables.EXPLAIN : own;
    }

    /** The customer that is asked about. */
    static int customer(Call call, World world) {
        String id = call.value(Common.EXPLAIN);
        int number = world.population().number(id);
        if (number < 0) {
            throw Problem.of(SegmentCode.UNKNOWN_CUSTOMER, "--explain: no customer '" + id + "'")
                    .hint("siyu points balance lists who has points, siyu export customers everybody")
                    .failure();
        }
        return number;
    }

    /** Refuses to explain another customer than the one whom the command is about. */
    static void requireSame(World world, int asked, int customer) {
        if (asked != customer) {
            throw Problem.of(CliCode.CLASH, "--explain names another customer than the command")
                    .hint("--explain " + world.ids().apply(customer))
                    .failure();
        }
    }

    /** The explanation, when the call asks for one. */
    static @Nullable Outcome of(Call call, LedgerDesk desk, IntFunction<Why> reasons) {
        if (!asked(call)) {
            return null;
        }
        Why why = reasons.apply(customer(call, desk.world()));
        return desk.noted(Outcome.of(LedgerDesk.told(
                PointsTables.explain(
                        call.value(Common.EXPLAIN), why, desk.world().asOf()),
                desk.ledger())));
    }
}
