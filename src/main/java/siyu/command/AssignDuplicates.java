package siyu.command;

import java.util.ArrayList;
import java.util.List;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.group.Duplicates;
import siyu.group.Facts;
import siyu.group.GroupTables;
import siyu.group.Stay;
import siyu.group.Stays;

/** {@code assign-group duplicates}: who is in several groups of one kind, and which membership survives. */
public final class AssignDuplicates implements Verb {
    private static final Parameter<Boolean> APPLY =
            Parameter.flag("--apply", "end the memberships that do not survive; with -n print only");

    @Override
    public Manual manual() {
        return new Manual(
                "Find customers in several groups of one kind",
                List.of(
                        "Lists all memberships of each such customer; 'kept' is the one that survives by 'keep' of the kind: the"
                                + " earliest, the latest or the nearest. With --apply the others end on the as-of date."),
                List.of(
                        new Example("siyu assign-group duplicates", "of all kinds"),
                        new Example("siyu assign-group duplicates --apply -n", "what would end")),
                List.of("siyu.assign_group.duplicates/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(GroupDesk.KINDS, APPLY);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return GroupTables.DUPLICATES;
    }

    @Override
    public Outcome run(Call call) {
        Session session =
                call.value(APPLY) ? Session.of(call) : Session.of(call).reading();
        GroupDesk desk = GroupDesk.of(session, call.value(GroupDesk.KINDS));
        Facts facts = desk.facts();
        Stays stays = desk.store().stays();
        List<Duplicates.Row> found = new ArrayList<>();
        for (int i = 0; i < desk.kinds().size(); i++) {
            found.addAll(Duplicates.of(i, desk.kinds().get(i), desk.groups(), stays, facts, desk.day()));
        }
        List<Stay> ended = new ArrayList<>();
        for (Duplicates.Row row : found) {
            if (!row.kept()) {
                Stay stay = row.stay();
                ended.add(new Stay(stay.customer(), stay.group(), stay.joined(), desk.day()));
            }
        }
        if (call.value(APPLY) && session.stores(ended.size(), "ends of memberships")) {
            desk.store().write(List.of(), ended, session.run("assign-group duplicates", ""));
        }
        return Outcome.of(GroupTables.duplicates(
                found, desk.groups(), desk.world().asOf(), desk.world().ids()));
    }
}
