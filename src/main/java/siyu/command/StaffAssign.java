package siyu.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Confirm;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.fact.Population;
import siyu.out.Table;
import siyu.staff.AssignPlan;
import siyu.staff.Crew;
import siyu.staff.LiveCode;
import siyu.staff.StaffCode;
import siyu.staff.StaffStore;
import siyu.staff.StaffTables;

/** {@code staff assign}: new customers of a live code are given to people. */
public final class StaffAssign implements Verb {
    private static final Parameter<String> CODE = Parameter.positional("CODE", "the live code");
    private static final Parameter<List<String>> IDS =
            Parameter.positionals("ID", "external ids of those who came, in their order");
    private static final Parameter<Boolean> ALL =
            Parameter.flag("--all", "everybody the code is for, in the order of first import");

    @Override
    public Manual manual() {
        return new Manual(
                "Give new customers of a live code to staff",
                List.of(
                        "A customer who has an owner keeps him. Everybody else goes to whose turn it is: people take turns by weight,"
                                + " spread evenly (smooth weighted round robin), and who is not active, out of his hours, at his daily"
                                + " cap or full is passed over. When nobody can, the first backup who can takes the customer;"
                                + " otherwise he waits, with the reason and the time from which it is worth trying again.",
                        "Whose turn it is stands in the data file, so the same customers in the same order give the same answer."
                                + " 'siyu staff explain ID' shows everybody behind a code and what speaks against him."),
                List.of(
                        new Example("siyu staff assign counter C00000007 C00000008 -n", "who would get these two"),
                        new Example("siyu staff assign counter --all --yes", "everybody without an owner")),
                List.of("siyu.staff.assign/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(CODE, IDS, ALL);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return StaffTables.ASSIGN;
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        StaffDesk desk = StaffDesk.of(Session.of(call));
        LiveCode code = desk.code(call.value(CODE));
        List<String> ids = ids(call);
        World world = World.stored(desk.session(), desk.session().program());
        Crew crew = desk.crew();
        StaffStore store = desk.store();
        AssignPlan plan = new AssignPlan(
                crew,
                code,
                store.credits(code.name(), crew.people().size()),
                store.partings(desk.rules().coolDown(), desk.zone()));
        StaffDesk.Asking asking = new StaffDesk.Asking(world, code);
        if (ids.isEmpty()) {
            asking.everybody(store.owners(world.population().size()), plan);
        } else {
            for (String id : ids) {
                int customer = world.number(id);
                StaffStore.Owner owner = store.owner(customer);
                asking.some(
                        customer / Population.RANGE,
                        new int[] {customer},
                        new int[] {owner == null ? -1 : owner.staff()},
                        plan);
            }
        }
        if (!desk.session().dryRun() && plan.placed() > 0) {
            if (ids.isEmpty()) {
                Confirm.ask(call, "give " + plan.placed() + " customers to staff?");
            }
            store.assign(plan, desk.micros(), desk.session().run("staff assign", ""));
        }
        Table table = StaffTables.assign(plan, crew, !ids.isEmpty(), world.ids(), desk.zone());
        return Outcome.of(table);
    }

    private static List<String> ids(Call call) {
        List<String> ids = call.value(IDS);
        if (ids.isEmpty() != call.value(ALL)) {
            throw Problem.of(
                            ids.isEmpty() ? StaffCode.NEEDS_SELECTION : CliCode.CLASH,
                            ids.isEmpty() ? "nobody is named" : "--all is everybody, so no ids go with it")
                    .hint(ids.isEmpty() ? "give ids of customers, or --all" : null)
                    .failure();
        }
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw Problem.of(CliCode.BAD_VALUE, "'" + id + "' is named twice")
                        .failure();
            }
        }
        return new ArrayList<>(ids);
    }
}
