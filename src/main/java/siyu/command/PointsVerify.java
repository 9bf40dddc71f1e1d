package siyu.command;

import java.util.List;
import java.util.function.IntFunction;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.core.Watch;
import siyu.points.Difference;
import siyu.points.Entries;
import siyu.points.Invariant;
import siyu.points.PointsCode;
import siyu.points.Verification;
import siyu.points.VerifyTables;

/** {@code points verify}: whether the ledger is what it must be. */
public final class PointsVerify implements Verb {
    private static final Parameter<String> HEAD = Parameter.option(
            "--head", "HASH", "a head that an answer told once: it must be in the chain", text -> text);
    private static final Parameter<Boolean> QUERIES =
            Parameter.flag("--queries", "only list what must be true, each with the query that finds what is not");
    private static final Parameter<Boolean> ASK =
            Parameter.flag("--ask", "ask all these queries of the database; slower, finds the same");

    @Override
    public Manual manual() {
        return new Manual(
                "Hold the ledger against everything that must be true of it",
                List.of(
                        "In three ways that know nothing of each other: each invariant, in one pass over all entries, and where one may"
                                + " not hold as a query of the database, which --queries shows and --ask asks everywhere; the chain of hashes is worked out again from the entries; and all entries are decided a"
                                + " second time in memory, by code of its own, from what was asked for and what was there. The packed"
                                + " copy of the entries that reports read is held against them too. Each difference is listed with the customer, the entry, what must be and what is, and the exit code"
                                + " is 10.",
                        "What an event earned is not decided again, because the rules of its day are not kept; what became of it is."
                                + " A ledger that was cut off at its end is told by --head, with the head of any later answer."
                                + " Days are counted in the program's zone.",
                        "With --explain the answer is about one customer: what must be, as it was worked out, and what is, each with the"
                                + " entries that it follows from, those of the lot with what each left in it; when nothing is wrong,"
                                + " what was looked at."),
                List.of(
                        new Example("siyu points verify", "everything"),
                        new Example(
                                "siyu points verify --explain C00000007",
                                "what was looked at of one customer, or what is wrong"),
                        new Example("siyu points verify --queries --columns invariant,meaning", "what is looked at")),
                List.of("siyu.points.verify/1", "siyu.points.verify_explain/1", "siyu.points.invariants/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(HEAD, QUERIES, ASK, Common.EXPLAIN);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        if (Explaining.asked(call)) {
            return VerifyTables.VERIFY_EXPLAIN;
        }
        return call.value(QUERIES) ? VerifyTables.INVARIANTS : VerifyTables.VERIFY;
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.FOUND);
    }

    @Override
    public Outcome run(Call call) {
        if (call.value(QUERIES)) {
            return Outcome.of(VerifyTables.invariants(Invariant.ALL));
        }
        String head = call.get(HEAD);
        if (head != null && !head.matches("[0-9a-f]{64}")) {
            throw Problem.of(CliCode.BAD_VALUE, "--head is 64 hexadecimal digits")
                    .failure();
        }
        Session session = Session.of(call).ahead();
        World world = World.stored(session, session.program());
        AsOf asOf = world.asOf();
        int people = world.population().size();
        int asked = Explaining.asked(call) ? Explaining.customer(call, world) : -1;
        Verification verification;
        try (Watch watch = session.watch("verifying entries")) {
            verification = Verification.of(session.store(), people, asOf.zone(), head, call.value(ASK), watch);
        }
        // Entries may be of customers who are not there.
        IntFunction<String> ids = customer -> customer < people ? world.ids().apply(customer) : "#" + customer;
        if (asked >= 0) {
            List<Difference> found = verification.of(asked);
            String id = call.value(Common.EXPLAIN);
            Entries entries = Verification.stored(session.store(), asked);
            return told(
                    Outcome.of(VerifyTables.verifyExplain(id, verification, found, entries, asOf)),
                    found.size(),
                    " of '" + id + "'");
        }
        return told(Outcome.of(VerifyTables.verify(verification, ids, asOf)), verification.count(), "");
    }

    private static Outcome told(Outcome outcome, long count, String of) {
        if (count == 0) {
            return outcome;
        }
        Problem problem = Problem.of(
                PointsCode.DAMAGED,
                count == 1 ? "there is a difference" + of : "there are " + count + " differences" + of);
        return outcome.problems(List.of(problem), Exit.FOUND);
    }
}
