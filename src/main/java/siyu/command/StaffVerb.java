package siyu.command;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Problem;
import siyu.fact.Population;
import siyu.fact.Type;
import siyu.staff.AssignPlan;
import siyu.staff.Crew;
import siyu.staff.Decision;
import siyu.staff.LiveCode;
import siyu.staff.Partings;
import siyu.staff.StaffCode;
import siyu.staff.StaffStore;
import siyu.staff.StaffTables;

/** {@code staff status|audit|explain}: where people stand, how even their loads are, and who could take a customer. */
public final class StaffVerb implements Verb {
    /** Which of them. */
    public enum Does {
        STATUS,
        AUDIT,
        EXPLAIN
    }

    private static final Parameter<String> CODE =
            Parameter.option("--code", "CODE", "only this live code (default: all of them)", text -> text);

    private final Does does;

    public StaffVerb(Does does) {
        this.does = does;
    }

    @Override
    public Manual manual() {
        return switch (does) {
            case STATUS ->
                new Manual(
                        "Where everybody on the staff stands now",
                        List.of(
                                "Load and what came today beside the limits; 'rule' is what keeps somebody from getting a customer"
                                        + " now, 'again' until when."),
                        List.of(new Example("siyu staff status", "of this moment")),
                        List.of("siyu.staff.status/1"));
            case AUDIT ->
                new Manual(
                        "Load and value of everybody, and how even they are",
                        List.of(
                                "'value' is what the program says a customer is worth (staff: value:), summed over those whom somebody"
                                        + " looks after; unknown is nothing. Mean, standard deviation and Gini coefficient are of those who"
                                        + " are active: a Gini coefficient of 0 means that all have the same, near 1 that one has all."
                                        + " 'customers of others' are those whose owner is not active: hand them over."),
                        List.of(new Example("siyu staff audit", "of everybody")),
                        List.of("siyu.staff.audit/1"));
            case EXPLAIN ->
                new Manual(
                        "Who could take one customer, and what speaks against the others",
                        List.of(
                                "For each live code everybody behind it: 'chosen' is who would get the customer now, 'could' who can"
                                        + " but has less credit, else the rule that keeps him from it. Nothing is changed."),
                        List.of(new Example("siyu staff explain C00000007", "for every live code")),
                        List.of("siyu.staff.explain/1"));
        };
    }

    @Override
    public List<Parameter<?>> parameters() {
        return does == Does.EXPLAIN ? List.of(LedgerDesk.ID, CODE) : List.of();
    }

    @Override
    public List<String> columns(Call call) {
        return switch (does) {
            case STATUS -> StaffTables.STATUS;
            case EXPLAIN -> StaffTables.EXPLAIN;
            case AUDIT -> List.of();
        };
    }

    @Override
    public Outcome run(Call call) {
        StaffDesk desk = StaffDesk.of(Session.of(call));
        return switch (does) {
            case STATUS -> {
                desk.session().recordUnmasking();
                yield Outcome.of(StaffTables.status(desk.crew(), desk.zone()));
            }
            case AUDIT -> audit(desk);
            case EXPLAIN -> explain(desk, call);
        };
    }

    private static Outcome audit(StaffDesk desk) {
        World world = World.stored(desk.session(), desk.session().program());
        Crew crew = desk.crew();
        BigInteger @Nullable [] values = desk.values(world, crew.people().size());
        LiveCode.Asked value = desk.rules().value();
        boolean money = value != null && value.expression().type().kind() == Type.Kind.MONEY;
        return Outcome.of(
                StaffTables.audit(crew, values, money ? world.vocabulary().decimals() : 0, money, world.asOf()));
    }

    private static Outcome explain(StaffDesk desk, Call call) {
        String only = call.get(CODE);
        List<LiveCode> codes = only == null ? desk.rules().codes() : List.of(desk.code(only));
        if (codes.isEmpty()) {
            throw Problem.of(
                            StaffCode.NO_RULES,
                            "program '" + desk.session().program().name() + "' has no live codes")
                    .hint("add staff: with codes: to it")
                    .failure();
        }
        World world = World.stored(desk.session(), desk.session().program());
        int customer = world.number(call.value(LedgerDesk.ID));
        StaffStore.Owner owner = desk.store().owner(customer);
        Partings partings = desk.store().partings(desk.rules().coolDown(), desk.zone());
        Crew crew = desk.crew();
        List<@Nullable Object[]> rows = new ArrayList<>();
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (LiveCode code : codes) {
            long[] credits = desk.store().credits(code.name(), crew.people().size());
            // One plan says who could, as things stand; the other decides, and changes them.
            AssignPlan before = new AssignPlan(crew, code, credits, partings);
            AssignPlan plan = new AssignPlan(desk.crew(), code, credits, partings);
            new StaffDesk.Asking(world, code)
                    .some(
                            customer / Population.RANGE,
                            new int[] {customer},
                            new int[] {owner == null ? -1 : owner.staff()},
                            plan);
            if (plan.size() > 0) {
                Decision decision = plan.decision(0);
                outcomes.put(code.name(), decision.outcome().word());
                rows.addAll(StaffTables.explain(
                        code.name(), before.assigning().candidates(plan.region(0), partings.from(customer)), decision));
            }
        }
        String id = owner == null ? null : crew.people().get(owner.staff()).id();
        return Outcome.of(StaffTables.explanation(rows, id, outcomes, desk.zone()));
    }
}
