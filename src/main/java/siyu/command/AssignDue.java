package siyu.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Problem;
import siyu.group.Due;
import siyu.group.DueTables;
import siyu.group.GroupRules;
import siyu.group.Stays;

/** {@code assign-group due}: what newcomers and whole groups are to be sent today and in the coming days. */
public final class AssignDue implements Verb {
    private static final Parameter<Integer> DAYS = Parameter.option(
                    "--days", "N", "how many days, from the as-of date on", new Forms.Whole(1, 366))
            .or(1);
    private static final Parameter<Boolean> GROUPS = Parameter.flag("--groups", "one row per step and group");
    private static final Parameter<Boolean> MEMBERS = Parameter.flag("--members", "one row per step and member");

    @Override
    public Manual manual() {
        return new Manual(
                "List what groups and their newcomers are to be sent",
                List.of(
                        "'welcome' of a kind of groups says what a newcomer is sent on which day after he joined, 'weekly' what all"
                                + " groups of the kind, or some, are sent on which weekday and at what time. Here it is worked out for"
                                + " the members there are: who has left by then is sent nothing, and of days to come those who are"
                                + " still to join are not known. siyu sends nothing itself."),
                List.of(
                        new Example("siyu assign-group due", "of today"),
                        new Example("siyu assign-group due interest --days 7 --groups", "of a week, group by group")),
                List.of(
                        "siyu.assign_group.due/1",
                        "siyu.assign_group.due_groups/1",
                        "siyu.assign_group.due_members/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(GroupDesk.KINDS, DAYS, GROUPS, MEMBERS);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public Outcome run(Call call) {
        if (call.value(GROUPS) && call.value(MEMBERS)) {
            throw Problem.of(CliCode.CLASH, "rows are either per group or per member")
                    .hint("leave out --groups or --members")
                    .failure();
        }
        GroupDesk desk = GroupDesk.of(Session.of(call), call.value(GroupDesk.KINDS));
        Stays stays = desk.store().stays();
        List<Due> due = new ArrayList<>();
        for (GroupRules.Kind kind : desk.kinds()) {
            due.addAll(Due.of(kind, desk.groups(), stays, desk.world().asOf().today(), call.value(DAYS)));
        }
        due.sort(Comparator.comparing(each -> each.date().atTime(each.step().at())));
        return Outcome.of(
                call.value(MEMBERS)
                        ? DueTables.members(
                                due,
                                desk.groups(),
                                desk.world().asOf(),
                                desk.world().ids())
                        : call.value(GROUPS)
                                ? DueTables.groups(
                                        due, desk.groups(), desk.world().asOf())
                                : DueTables.steps(due, desk.world().asOf()));
    }
}
