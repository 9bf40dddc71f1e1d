package siyu.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.benefit.BenefitTables;
import siyu.cli.Call;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.fact.Needs;
import siyu.level.LevelReport;
import siyu.level.Membership;

/** {@code benefit list|status|report}: which benefits there are, what one customer has of them, and what they cost. */
public final class BenefitVerb implements Verb {
    private static final Parameter<LocalDate> FROM =
            Parameter.option("--from", "DATE", "count what was given from this day on", new Forms.Date());

    /** Which of them. */
    public enum Does {
        LIST,
        STATUS,
        REPORT
    }

    private final Does does;

    public BenefitVerb(Does does) {
        this.does = does;
    }

    @Override
    public Manual manual() {
        return switch (does) {
            case LIST ->
                new Manual(
                        "List the benefits of the program, and which level brings what of them",
                        List.of(
                                "A row for each level that says how much it brings; the levels above it bring as much unless they say"
                                        + " otherwise. 'year' is what a year of it costs for a customer who uses everything."),
                        List.of(new Example("siyu benefit list", "of this program")),
                        List.of("siyu.benefit.list/1"));
            case STATUS ->
                new Manual(
                        "What one customer has of each benefit",
                        List.of(
                                "For the level that he has: how often in the period, how much of it he used, and what is left for him,"
                                        + " which stock and budget may make less."),
                        List.of(new Example("siyu benefit status C00000007", "of one customer")),
                        List.of("siyu.benefit.status/1"));
            case REPORT ->
                new Manual(
                        "What each benefit cost, what is left, and what a year may cost",
                        List.of(
                                "'entitled' is how many customers have a level that brings it now, 'customers', 'units' and 'cost' what was"
                                        + " given until the as-of. 'year at most' is what a year costs if everybody who is entitled"
                                        + " uses everything."),
                        List.of(new Example("siyu benefit report --from 2026-01-01", "this year")),
                        List.of("siyu.benefit.report/1"));
        };
    }

    @Override
    public List<Parameter<?>> parameters() {
        return switch (does) {
            case LIST -> List.of();
            case STATUS -> List.of(LedgerDesk.ID);
            case REPORT -> List.of(FROM);
        };
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        if (does == Does.LIST) {
            return Outcome.of(new BenefitTables(
                            BenefitDesk.rules(session), session.program().vocabulary())
                    .list());
        }
        BenefitDesk desk = BenefitDesk.of(session);
        return does == Does.REPORT ? report(desk, call.get(FROM)) : status(desk, call.value(LedgerDesk.ID));
    }

    private static Outcome status(BenefitDesk desk, String id) {
        AsOf asOf = desk.world().asOf();
        int customer = desk.world().number(id);
        int place =
                desk.held(customer, Math.toIntExact(asOf.today().toEpochDay())).place();
        return Outcome.of(
                desk.tables().status(desk.ladder(), place, desk.store().of(customer), desk.store()::gone, asOf));
    }

    private static Outcome report(BenefitDesk desk, @Nullable LocalDate from) {
        AsOf asOf = desk.world().asOf();
        long day = asOf.today().toEpochDay();
        Map<Integer, List<Membership>> memberships = desk.levels().memberships();
        LevelReport.Line[] lines = LevelReport.sum(
                desk.ladder(),
                desk.world()
                        .population()
                        .scan(
                                Needs.nothing(),
                                asOf,
                                () -> new LevelReport(
                                        desk.ladder(),
                                        range -> desk.levels().standings(range, (int) day),
                                        memberships,
                                        (int) day,
                                        asOf.endMicros())));
        long[] customers = new long[lines.length];
        for (int place = 0; place < lines.length; place++) {
            customers[place] = lines[place].customers();
        }
        long first = (from == null ? LocalDate.MIN : from).toEpochDay();
        return Outcome.of(desk.tables()
                .report(
                        desk.ladder(),
                        customers,
                        desk.store().sums(first, day),
                        desk.store().customers(first, day),
                        desk.store()::gone,
                        asOf));
    }
}
