package siyu.command;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import siyu.benefit.BenefitStore;
import siyu.benefit.BenefitTables;
import siyu.cli.Call;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.fact.Needs;
import siyu.level.Ladder;
import siyu.level.LevelReport;
import siyu.level.LevelRules;
import siyu.level.LevelTables;
import siyu.level.Membership;
import siyu.level.Returns;
import siyu.points.Dating;

/** {@code level list|history|report}: which levels there are, where one customer has been, and how many have which. */
public final class LevelVerb implements Verb {
    /** Which of them. */
    public enum Does {
        LIST,
        HISTORY,
        REPORT
    }

    private final Does does;

    public LevelVerb(Does does) {
        this.does = does;
    }

    @Override
    public Manual manual() {
        return switch (does) {
            case LIST ->
                new Manual(
                        "List the levels of the program",
                        List.of(
                                "Each with the growth it needs, its price and term, and what a year of its benefits costs for a"
                                        + " customer who uses everything; the highest first."),
                        List.of(new Example("siyu level list", "of this program")),
                        List.of("siyu.level.list/1"));
            case HISTORY ->
                new Manual(
                        "What happened to the level of one customer, and what he bought",
                        List.of(
                                "Oldest first: when he rose, was warned, kept his level, fell or bought one, with the growth he had and"
                                        + " what was needed."),
                        List.of(new Example("siyu level history C00000007", "of one customer")),
                        List.of("siyu.level.history/1"));
            case REPORT ->
                new Manual(
                        "How many customers have which level, and what memberships returned",
                        List.of(
                                "'customers' counts each once, at the higher of what he earned and what he bought; 'members' are those"
                                        + " whom only a purchase brings there; 'at risk' are those below the threshold they were warned"
                                        + " of. 'sold' and 'fees' are purchases until the as-of, 'benefits' what was used at"
                                        + " the level, 'net' the fees without what members used of it, 'returned' how much of the"
                                        + " fees that was. 'spent during' is what members spent"
                                        + " while they were members, 'spent before' in as many days before they were."),
                        List.of(new Example("siyu level report", "as of now")),
                        List.of("siyu.level.report/1"));
        };
    }

    @Override
    public List<Parameter<?>> parameters() {
        return does == Does.HISTORY ? List.of(LedgerDesk.ID) : List.of();
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        if (does == Does.LIST) {
            return list(session);
        }
        LevelDesk desk = LevelDesk.of(session);
        return does == Does.REPORT ? report(desk) : history(desk, call.value(LedgerDesk.ID));
    }

    private static Outcome list(Session session) {
        LevelRules rules = LevelDesk.rules(session);
        long[] years = new long[rules.ladder().steps().size()];
        Arrays.setAll(years, place -> session.program().benefits().year(rules.ladder(), place));
        return Outcome.of(new LevelTables(rules, session.program().vocabulary()).list(years));
    }

    private static Outcome history(LevelDesk desk, String id) {
        int customer = desk.world().number(id);
        return Outcome.of(desk.tables()
                .history(
                        desk.store()
                                .moves(customer, customer, desk.day(desk.world().asOf())),
                        desk.store().memberships(customer),
                        desk.ladder()));
    }

    private static Outcome report(LevelDesk desk) {
        World world = desk.world();
        AsOf asOf = world.asOf();
        Ladder ladder = desk.ladder();
        int day = desk.day(asOf);
        Map<Integer, List<Membership>> memberships = desk.store().memberships();
        LevelReport.Line[] lines = LevelReport.sum(
                ladder,
                world.population()
                        .scan(
                                Needs.nothing(),
                                asOf,
                                () -> new LevelReport(
                                        ladder,
                                        range -> desk.store().standings(range, day),
                                        memberships,
                                        day,
                                        // What is done at this very moment has been done.
                                        desk.moment(asOf) + 1)));
        long[][] spent = {};
        if (desk.rules().spend() >= 0) {
            spent = Returns.sum(
                    ladder,
                    world.population()
                            .scan(
                                    Returns.needs(),
                                    asOf,
                                    () -> new Returns(
                                            ladder,
                                            memberships,
                                            desk.rules().spend(),
                                            new Dating(asOf.zone(), asOf.endMicros(), Long.MIN_VALUE),
                                            day)));
        }
        List<BenefitStore.Sum> sums = new BenefitStore(desk.session().store()).sums(LocalDate.MIN.toEpochDay(), day);
        return Outcome.of(desk.tables().report(ladder, lines, BenefitTables.byLevel(sums), spent, asOf));
    }
}
