package siyu.command;

import java.util.List;
import siyu.cli.Call;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.fact.Vocabulary;
import siyu.out.Table;
import siyu.program.Program;
import siyu.referral.Audit;
import siyu.referral.Decided;
import siyu.referral.ReferralStore;
import siyu.referral.ReferralTables;

/** {@code referral audit}: history decided anew under another program. */
public final class ReferralAudit implements Verb {
    private static final Parameter<String> BY = Parameter.<String>option(
                    "--by",
                    "WHAT",
                    "one row for each move of invitations, each side's cost, or each customer",
                    text -> text)
            .or("state")
            .oneOf(List.of("state", "cost", "customer"));
    private static final Parameter<Integer> SAMPLES = Parameter.option(
                    "--samples", "N", "invitations to name per move", new Forms.Whole(0, 1000))
            .or(3);

    @Override
    public Manual manual() {
        return new Manual(
                "Decide the history of referrals anew under another program",
                List.of(
                        "Both programs decide the same invitations from their beginning: once the program as it is, once with"
                                + " --set and --against applied. What people decided counts in both, what was paid in neither."
                                + " Nothing is stored.",
                        "By default the invitations that end elsewhere; --by cost what each side costs under both; --by customer"
                                + " who wins and who loses, the largest differences first."),
                List.of(
                        new Example(
                                "siyu referral audit --set 'referral.tiers.steps[0].reward=60 points' --by cost",
                                "what another step costs"),
                        new Example("siyu referral audit --set referral.within=7d", "who would not be paid")),
                List.of("siyu.referral.audit/1", "siyu.referral.audit.cost/1", "siyu.referral.audit.customer/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Against.FILE, BY, SAMPLES, Against.EXIT_CODE);
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.FOUND);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call, true);
        Program program = session.program();
        Program other = Against.program(session);
        ReferralStore store = new ReferralStore(session.store());
        World world = World.stored(session, program);
        World otherWorld = Against.world(session, world, other);
        Decided before = ReferralDesk.anew(world, ReferralDesk.rules(program), store);
        Decided after = ReferralDesk.anew(otherWorld, ReferralDesk.rules(other), store);
        Audit audit = Audit.of(before, after);
        Vocabulary vocabulary = program.vocabulary();
        List<Audit.Change> changes = audit.changes();
        List<Audit.Move> moves = audit.moves(call.value(SAMPLES));
        Table table = switch (call.value(BY)) {
            case "cost" -> ReferralTables.costs(audit.costs(), vocabulary);
            case "customer" -> ReferralTables.changes(changes, new AllIds(world), vocabulary);
            default -> ReferralTables.moves(moves, world.asOf());
        };
        long winners =
                changes.stream().filter(change -> change.difference() > 0).count();
        boolean same = changes.isEmpty() && moves.stream().allMatch(move -> move.from() == move.to());
        Outcome outcome = Outcome.of(table.with("as_of", world.asOf().today())
                .with("invitations", (long) before.invitations().size())
                .with("winners", winners)
                .with("losers", changes.size() - winners));
        return !same && call.value(Against.EXIT_CODE) ? outcome.exit(Exit.FOUND) : outcome;
    }
}
