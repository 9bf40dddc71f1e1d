package siyu.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Problem;
import siyu.group.CodeState;
import siyu.group.CodeTables;
import siyu.group.Facts;
import siyu.group.Filling;
import siyu.group.GroupCode;
import siyu.group.Stay;
import siyu.group.Stays;
import siyu.group.Why;

/** {@code assign-group join}: those who scanned a live code are put into its groups, one group after the other. */
public final class AssignJoin implements Verb {
    /** How many days back those who joined are counted, unless others are asked for. */
    static final int DAYS = 30;

    private static final Parameter<String> CODE = Parameter.positional("CODE", "the live code");
    private static final Parameter<List<String>> IDS =
            Parameter.positionals("ID", "external ids of those who scanned it, in their order");
    private static final Parameter<Boolean> ALL =
            Parameter.flag("--all", "everybody the code is for, in the order of first import");

    @Override
    public Manual manual() {
        return new Manual(
                "Put those who scanned a live code of groups into its groups",
                List.of(
                        "Groups name the code that fills them, and their places in its order ('code' and 'place' of 'import groups')."
                                + " Everybody is put into the first group that has room up to its limit ('fill_to' and 'reserve' of"
                                + " the kind) and joins it on the as-of date. Who is in a group of the kind stays there; whom 'who' of"
                                + " the kind or 'when' of the code is not for, and who left before, is not put into one.",
                        "Who is in which group stands in the data file, so the same customers in the same order give the same answer,"
                                + " in one command or in many. 'seats' are those that are left, and 'runs_out' says when the next group"
                                + " is needed ('siyu assign-group codes')."),
                List.of(
                        new Example("siyu assign-group join hobby C00000007 C00000009 -n", "where these two would go"),
                        new Example("siyu assign-group join hobby C00000007 C00000009", "they join")),
                List.of("siyu.assign_group.join/1"));
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
        return CodeTables.JOIN;
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        GroupDesk.Coded coded = GroupDesk.code(session, call.value(CODE));
        List<String> ids = call.value(IDS);
        if (ids.isEmpty() != call.value(ALL)) {
            throw ids.isEmpty()
                    ? GroupCode.NEEDS_SELECTION
                            .problem("nobody is named")
                            .hint("give ids of customers, or --all")
                            .failure()
                    : Problem.of(CliCode.CLASH, "--all is everybody, so no ids go with it")
                            .failure();
        }
        GroupDesk desk = GroupDesk.of(session, List.of(coded.kind().name()));
        int[] customers = ids.isEmpty()
                ? IntStream.range(0, desk.world().population().size()).toArray()
                : numbers(desk.world(), ids);
        Facts facts = desk.facts(coded, ids.isEmpty() ? null : customers);
        CodeState state = desk.state(coded, DAYS);
        Stays all = ids.isEmpty() ? desk.store().stays() : new Stays();
        List<Filling.Decision> decisions = new ArrayList<>();
        List<Stay> created = new ArrayList<>();
        List<Stay> again = new ArrayList<>();
        int row = 0;
        for (int customer : customers) {
            List<Stay> his =
                    ids.isEmpty() ? his(all, row, customer) : his(desk.store().stays(customer), 0, customer);
            row += his.size();
            Filling.Decision decision = state.filling().decide(facts, customer, his, desk.groups(), desk.day());
            decisions.add(decision);
            if (decision.why() == Why.PLACED) {
                Stay stay = new Stay(customer, decision.group(), desk.day(), Stay.OPEN);
                // Who left it on the very day goes on.
                boolean today =
                        his.stream().anyMatch(one -> one.group() == stay.group() && one.joined() == stay.joined());
                (today ? again : created).add(stay);
            }
        }
        int placed = created.size() + again.size();
        if (session.stores(placed, "memberships of groups")) {
            desk.store().write(created, again, session.run("assign-group join", ""));
        }
        return Outcome.of(CodeTables.join(
                customers,
                decisions,
                !ids.isEmpty(),
                state.after(placed),
                desk.groups(),
                desk.world().asOf(),
                desk.world().ids()));
    }

    private static int[] numbers(World world, List<String> ids) {
        Set<String> seen = new HashSet<>();
        int[] numbers = new int[ids.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!seen.add(ids.get(i))) {
                throw Problem.of(CliCode.BAD_VALUE, "'" + ids.get(i) + "' is named twice")
                        .failure();
            }
            numbers[i] = world.number(ids.get(i));
        }
        return numbers;
    }

    /** The memberships of a customer, from a row on. */
    private static List<Stay> his(Stays stays, int first, int customer) {
        List<Stay> his = new ArrayList<>();
        for (int row = first; row < stays.size() && stays.get(row).customer() == customer; row++) {
            his.add(stays.get(row));
        }
        return his;
    }

    /** The groups of a code for one customer, had he scanned it now. */
    static Outcome explain(Session session, String code, String id, int most) {
        GroupDesk.Coded coded = GroupDesk.code(session, code);
        GroupDesk desk = GroupDesk.of(session, List.of(coded.kind().name()));
        int customer = desk.world().number(id);
        Facts facts = desk.facts(coded, new int[] {customer});
        List<Stay> his = his(desk.store().stays(customer), 0, customer);
        // One state shows how things are; the other decides, and changes them.
        CodeState before = desk.state(coded, DAYS);
        Filling.Decision decision =
                desk.state(coded, DAYS).filling().decide(facts, customer, his, desk.groups(), desk.day());
        String in = decision.group() < 0
                ? null
                : desk.groups().get(decision.group()).id();
        return Outcome.of(
                CodeTables.explain(before, decision, in, most, desk.world().asOf()));
    }
}
