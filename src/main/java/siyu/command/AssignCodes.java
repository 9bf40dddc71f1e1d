package siyu.command;

import java.util.ArrayList;
import java.util.List;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.group.CodeState;
import siyu.group.CodeTables;

/** {@code assign-group codes}: which group each live code fills, and until when its groups last. */
public final class AssignCodes implements Verb {
    private static final Parameter<List<String>> CODES =
            Parameter.positionals("CODE", "live codes (default: all of the program)");
    private static final Parameter<Integer> DAYS = Parameter.option(
                    "--days", "N", "how many days back those who joined are counted", new Forms.Whole(1, 3650))
            .or(AssignJoin.DAYS);
    private static final Parameter<Boolean> GROUPS =
            Parameter.flag("--groups", "one row per group, in the order in which its code fills them");

    @Override
    public Manual manual() {
        return new Manual(
                "Show which group each live code fills, and when the next group is needed",
                List.of(
                        "'filling' is the group that the next one who scans the code is put into, 'room' what it has up to its limit,"
                                + " 'seats' what all groups of the code have. 'per_day' is how many joined these groups a day in the"
                                + " last --days, counted from the first who ever joined; who left is told beside it. 'runs_out' is the"
                                + " first day that needs more seats than there are when as many go on joining, and nobody leaves:"
                                + " another group is needed by then."),
                List.of(
                        new Example("siyu assign-group codes", "of all live codes"),
                        new Example("siyu assign-group codes hobby --groups", "how full each of its groups is")),
                List.of("siyu.assign_group.codes/1", "siyu.assign_group.code_groups/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(CODES, DAYS, GROUPS);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return call.value(GROUPS) ? List.of() : CodeTables.CODES;
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        List<String> names = call.value(CODES);
        List<GroupDesk.Coded> codes = new ArrayList<>();
        names.stream().distinct().forEach(name -> codes.add(GroupDesk.code(session, name)));
        GroupDesk desk = GroupDesk.of(session, List.of());
        List<CodeState> states = new ArrayList<>();
        for (GroupDesk.Coded coded : names.isEmpty() ? GroupDesk.codes(session) : codes) {
            states.add(desk.state(coded, call.value(DAYS)));
        }
        return Outcome.of(
                call.value(GROUPS)
                        ? CodeTables.groups(states, desk.world().asOf())
                        : CodeTables.codes(states, desk.world().asOf()));
    }
}
