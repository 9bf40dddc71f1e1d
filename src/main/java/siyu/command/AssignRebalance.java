package siyu.command;

import java.util.ArrayList;
import java.util.List;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.group.Facts;
import siyu.group.GroupTables;
import siyu.group.Planning;
import siyu.group.Rebalancing;
import siyu.group.Stay;
import siyu.group.Stays;

/** {@code assign-group rebalance}: the fewest moves that bring groups under their limit. */
public final class AssignRebalance implements Verb {
    private static final Parameter<Boolean> MEMBERS =
            Parameter.flag("--members", "one row per move instead of one per group");
    private static final Parameter<Boolean> APPLY =
            Parameter.flag("--apply", "store the moves on the as-of date; with -n print only");

    @Override
    public Manual manual() {
        return new Manual(
                "Find the fewest moves that bring groups under their limit",
                List.of(
                        "A group has too many members when they are more than 'fill_to' and 'reserve' of its kind allow. Each move takes"
                                + " one of them straight to a group that has room within reach, so there are no more moves than members"
                                + " too many, and of all ways of so few moves this one has the least total distance. Where room runs"
                                + " out, 'short' says how many seats are missing, and 'needed' how many more groups that is, by region."),
                List.of(
                        new Example("siyu assign-group rebalance", "of all kinds"),
                        new Example("siyu assign-group rebalance community --members", "who would move"),
                        new Example("siyu assign-group rebalance --apply -n", "what would be stored")),
                List.of("siyu.assign_group.rebalance/1", "siyu.assign_group.moves/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(GroupDesk.KINDS, MEMBERS, APPLY);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return call.value(MEMBERS) ? GroupTables.MOVES : GroupTables.REBALANCE;
    }

    @Override
    public Outcome run(Call call) {
        Session session =
                call.value(APPLY) ? Session.of(call) : Session.of(call).reading();
        GroupDesk desk = GroupDesk.of(session, call.value(GroupDesk.KINDS));
        Facts facts = desk.facts();
        Stays stays = desk.store().stays();
        Planning planning = desk.planning(facts, stays);
        List<Rebalancing> found = new ArrayList<>();
        for (int i = 0; i < desk.kinds().size(); i++) {
            found.add(Rebalancing.of(i, desk.kinds().get(i), desk.groups(), stays, facts, desk.day(), planning));
        }
        if (call.value(APPLY)) {
            store(desk, session, found);
        }
        return Outcome.of(
                call.value(MEMBERS)
                        ? GroupTables.moves(
                                found, desk.world().asOf(), desk.world().ids())
                        : GroupTables.rebalance(found, desk.world().asOf()));
    }

    private static void store(GroupDesk desk, Session session, List<Rebalancing> found) {
        List<Stay> begun = new ArrayList<>();
        List<Stay> ended = new ArrayList<>();
        for (Rebalancing each : found) {
            for (Rebalancing.Move move : each.moves()) {
                Stay stay = move.stay();
                int to = each.groups().get(move.to()).number();
                ended.add(new Stay(stay.customer(), stay.group(), stay.joined(), desk.day()));
                begun.add(new Stay(stay.customer(), to, desk.day(), Stay.OPEN));
            }
        }
        if (session.stores(ended.size(), "moves between groups")) {
            desk.store().write(begun, ended, session.run("assign-group rebalance", ""));
        }
    }
}
