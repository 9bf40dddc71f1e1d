package siyu.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Progress;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.group.CostTable;
import siyu.group.Facts;
import siyu.group.GroupCode;
import siyu.group.GroupPlan;
import siyu.group.GroupTables;
import siyu.group.PlanFile;
import siyu.group.Planning;
import siyu.group.Stay;
import siyu.importing.ImportCode;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;

/** {@code assign-group plan|apply}: who is put into which group, shown, kept for later, or stored. */
public final class AssignPlan implements Verb {
    private static final Parameter<Boolean> MEMBERS =
            Parameter.flag("--members", "one row per customer and kind instead of one per kind");
    private static final Parameter<String> SAVE =
            Parameter.option("--save", "FILE", "keep the plan for 'assign-group apply --plan'", text -> text);
    private static final Parameter<String> PLAN =
            Parameter.option("--plan", "FILE", "a plan kept by 'assign-group plan --save'", text -> text);
    private static final Parameter<String> COSTS = Parameter.option(
            "--costs", "FILE", "a table of customer, group and cost to go by instead of distances", text -> text);

    private static final Parameter<Boolean> OPTIMAL =
            Parameter.flag("--optimal", "go on to the least total, however many customers there are");

    private final boolean apply;

    /** @param apply whether it is stored */
    public AssignPlan(boolean apply) {
        this.apply = apply;
    }

    @Override
    public Manual manual() {
        return apply
                ? new Manual(
                        "Store who joins which group",
                        List.of(
                                "Without --plan it plans as 'assign-group plan' does and stores the plan. A plan kept in a file is"
                                        + " stored as it is, unless the data file was changed since (exit code 6)."),
                        List.of(
                                new Example("siyu assign-group apply -n", "what would be stored"),
                                new Example("siyu assign-group apply --plan plan.txt", "the plan kept before")),
                        List.of("siyu.assign_group.apply/1", "siyu.assign_group.applied/1"))
                : new Manual(
                        "Place customers into groups at the least total distance",
                        List.of(
                                "Who is in a group of the kind stays there. Everybody else for whom 'who' is true is placed, as many"
                                        + " as there are seats for within reach, and among all ways of placing so many this one has"
                                        + " the least total distance. 'bound' is what any way has at least, worked out from prices of"
                                        + " seats alone; 'gap' is how far the plan is above it: nothing up to 10,000 customers and 100"
                                        + " groups, and with --optimal; otherwise it is half a percent as a rule. 'nearest' counts those"
                                        + " who got the group next to them. Distances are kilometres on the sphere.",
                                "Customers whose place is not known, or may not be used, are put into a group of their region and"
                                        + " count with no distance. --costs takes another measure, such as minutes of travel: only"
                                        + " pairs that the table has are possible."),
                        List.of(
                                new Example("siyu assign-group plan", "how it would come out"),
                                new Example(
                                        "siyu assign-group plan branch --members -o csv",
                                        "who goes where, and why not"),
                                new Example("siyu assign-group plan --save plan.txt", "kept for 'apply --plan'")),
                        List.of("siyu.assign_group.plan/1", "siyu.assign_group.members/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return apply
                ? List.of(GroupDesk.KINDS, PLAN, COSTS, OPTIMAL)
                : List.of(GroupDesk.KINDS, MEMBERS, SAVE, COSTS, OPTIMAL, Common.YES);
    }

    @Override
    public List<Common.Set> shared() {
        return apply
                ? List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT)
                : List.of(Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<Exit> exits() {
        return apply ? List.of(Exit.OUTDATED) : List.of();
    }

    @Override
    public List<String> columns(Call call) {
        return !apply ? List.of() : call.get(PLAN) == null ? GroupTables.PLAN : List.of("kind", "joined");
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        String plan = apply ? call.get(PLAN) : null;
        if (plan != null) {
            return kept(call, session, session.path(plan));
        }
        GroupDesk desk = GroupDesk.of(session, call.value(GroupDesk.KINDS));
        String costs = call.get(COSTS);
        CostTable table = costs == null ? null : Costs.read(call, desk, costs);
        Facts facts = desk.facts();
        Planning planning = desk.planning(facts, desk.store().stays());
        List<GroupPlan> plans = new ArrayList<>();
        try (Progress progress = Progress.of(call, "placing customers", Progress.Unit.ROWS)) {
            for (int i = 0; i < desk.kinds().size(); i++) {
                plans.add(planning.plan(i, desk.kinds().get(i), table, call.value(OPTIMAL), progress::at));
            }
        }
        if (apply) {
            List<Stay> stays = new ArrayList<>();
            plans.forEach(each -> stays.addAll(each.stays()));
            if (session.stores(stays.size(), "memberships of groups")) {
                desk.store().write(stays, List.of(), session.run("assign-group apply", ""));
            }
            return Outcome.of(GroupTables.plan(
                    "siyu.assign_group.apply/1", plans, desk.world().asOf(), costs != null));
        }
        String save = call.get(SAVE);
        if (save != null) {
            OutFile.write(
                    call,
                    session.path(save),
                    PlanFile.write(desk.store().head(), plans, desk.world().ids()));
        }
        return Outcome.of(
                call.value(MEMBERS)
                        ? GroupTables.members(
                                plans,
                                facts.size(),
                                desk.world().asOf(),
                                desk.world().ids())
                        : GroupTables.plan(
                                "siyu.assign_group.plan/1", plans, desk.world().asOf(), costs != null));
    }

    private static Outcome kept(Call call, Session session, Path file) {
        if (!call.value(GroupDesk.KINDS).isEmpty() || call.get(COSTS) != null) {
            throw Problem.of(CliCode.CLASH, "a plan that was kept says itself what is done")
                    .hint("leave out kinds and --costs")
                    .failure();
        }
        if (!Files.isRegularFile(file)) {
            throw Problem.of(ImportCode.FILE_MISSING, "there is no file '" + file + "'")
                    .failure();
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        PlanFile plan = PlanFile.read(bytes);
        if (plan == null) {
            throw GroupCode.PLAN_DAMAGED
                    .problem("'" + file.getFileName() + "' is not a whole plan")
                    .hint("siyu assign-group plan --save FILE")
                    .failure();
        }
        GroupDesk desk = GroupDesk.of(session, List.of());
        if (!plan.head().equals(desk.store().head())) {
            throw GroupCode.PLAN_OUTDATED
                    .problem("the data file was changed after '" + file.getFileName() + "' was made")
                    .hint("siyu assign-group plan --save FILE")
                    .failure();
        }
        if (session.stores(plan.stays().size(), "memberships of groups")) {
            desk.store().write(plan.stays(), List.of(), session.run("assign-group apply", ""));
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        plan.joined().forEach((kind, count) -> rows.add(new @Nullable Object[] {kind, count}));
        return Outcome.of(Table.of(
                "siyu.assign_group.applied/1",
                desk.world().asOf().zone(),
                List.of(Heading.text("kind"), Heading.of("joined", Heading.Kind.INTEGER)),
                Rows.of(rows)));
    }
}
