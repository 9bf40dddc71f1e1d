package siyu.command;

import java.util.ArrayList;
import java.util.List;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Problem;
import siyu.group.Candidate;
import siyu.group.Facts;
import siyu.group.GroupPlan;
import siyu.group.GroupTables;
import siyu.group.Planning;

/** {@code assign-group explain}: the groups one customer could be in, and what excludes each. */
public final class AssignExplain implements Verb {
    private static final Parameter<Integer> MOST = Parameter.option(
                    "--most", "N", "how many groups of each kind", new Forms.Whole(1, 10_000))
            .or(10);

    private static final Parameter<String> CODE = Parameter.option(
            "--code", "CODE", "the groups of this live code instead, as for one who scans it now", text -> text);

    @Override
    public Manual manual() {
        return new Manual(
                "Show the groups one customer could be in, and what excludes each",
                List.of(
                        "Plans as 'assign-group plan' does and shows the groups of each kind from this customer's side: how far"
                                + " away each is, the room it has left when everybody is placed, and why it is or is not his: 'chosen'"
                                + " or 'is in it', 'full', 'too far', 'other region', 'closed', or 'possible' when the plan as a whole"
                                + " is better with him elsewhere. 'kinds' says why he has a group or none.",
                        "With --code the groups of a live code in the order in which it fills them: 'chosen' is the first one with"
                                + " room, 'later' has room too and comes after it."),
                List.of(
                        new Example("siyu assign-group explain C00000007", "of all kinds"),
                        new Example("siyu assign-group explain C00000007 --code hobby", "had he scanned it now")),
                List.of("siyu.assign_group.explain/1", "siyu.assign_group.explain_code/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LedgerDesk.ID, GroupDesk.KINDS, MOST, CODE);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        String code = call.get(CODE);
        if (code != null) {
            if (!call.value(GroupDesk.KINDS).isEmpty()) {
                throw Problem.of(CliCode.CLASH, "a live code has one kind, so none is named beside it")
                        .failure();
            }
            return AssignJoin.explain(session, code, call.value(LedgerDesk.ID), call.value(MOST));
        }
        GroupDesk desk = GroupDesk.of(session, call.value(GroupDesk.KINDS));
        int customer = desk.world().number(call.value(LedgerDesk.ID));
        Facts facts = desk.facts();
        Planning planning = desk.planning(facts, desk.store().stays());
        List<GroupPlan> plans = new ArrayList<>();
        List<List<Candidate>> candidates = new ArrayList<>();
        for (int i = 0; i < desk.kinds().size(); i++) {
            GroupPlan plan = planning.plan(i, desk.kinds().get(i), null, false, Planning.Watch.NOBODY);
            plans.add(plan);
            candidates.add(Candidate.of(plan, i, facts, desk.groups(), customer, call.value(MOST)));
        }
        return Outcome.of(
                GroupTables.candidates(plans, candidates, customer, desk.world().asOf()));
    }
}
