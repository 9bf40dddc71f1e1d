package siyu.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Progress;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.customer.Facts;
import siyu.customer.ImportCustomers;
import siyu.customer.ImportEvents;
import siyu.importing.RecordReader;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.store.Store;

/** {@code import customers|events|referrals}: rows of files into the data file, all of them or none. */
public final class Import implements Verb {
    private static final Parameter<List<String>> FILES =
            Parameter.positionals("FILE", "CSV or JSON Lines, .gz too; - is standard input");
    private static final List<String> CUSTOMERS =
            List.of("rows", "new", "changed", "unchanged", "events_joined", "rejected");
    private static final List<String> EVENTS = List.of("rows", "new", "apart", "duplicates", "conflicts", "rejected");

    private static final List<String> REFERRALS = List.of(
            "Each row is one invitation with 'id', 'referrer', 'referee' and 'at'. It is kept as an event of the kind"
                    + " 'referral' with the referrer as its customer and the referee as its ref, and taken once by its id"
                    + " as every event is. The referee need not be a customer yet.",
            "One transaction: with a bad row beyond --max-errors nothing is taken, and doing it again changes"
                    + " nothing.");

    /** What the rows are. */
    public enum What {
        CUSTOMERS,
        EVENTS,
        REFERRALS
    }

    private final What what;
    private final RecordReader.Of of;

    public Import(What what) {
        this.what = what;
        this.of = switch (what) {
            case CUSTOMERS -> RecordReader.Of.CUSTOMERS;
            case EVENTS -> RecordReader.Of.EVENTS;
            case REFERRALS -> RecordReader.Of.REFERRALS;
        };
    }

    private String noun() {
        return what.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public Manual manual() {
        List<String> text = what == What.REFERRALS
                ? REFERRALS
                : what == What.CUSTOMERS
                        ? List.of(
                                "Each row is one customer, known by 'id'. A customer who is there already is changed: columns that the"
                                        + " file does not have are left alone, an empty cell makes the attribute unknown, a later row"
                                        + " wins. What was there before is kept with its time, so --as-of can look back.",
                                "One transaction: with a bad row beyond --max-errors nothing is taken, and doing it again changes"
                                        + " nothing.")
                        : List.of(
                                "Each row is one event with 'id', 'customer', 'kind' and 'at'. An event is taken once per kind and id: the"
                                        + " same row again changes nothing, the same kind and id with another content is reported, not"
                                        + " taken, and the exit code is 7. Events of unknown customers are kept apart until their"
                                        + " customer is imported.",
                                "One transaction: with a bad row beyond --max-errors nothing is taken, and doing it again changes"
                                        + " nothing.");
        String client = what == What.REFERRALS ? "referrer" : what == What.CUSTOMERS ? "id" : "customer";
        return new Manual(
                "Take in " + noun() + " from CSV or JSON Lines",
                text,
                List.of(
                        new Example("siyu import " + noun() + " " + noun() + ".csv", "the usual case"),
                        new Example(
                                "siyu import " + noun() + " --map 'Client No=" + client
                                        + "' --rejects bad.csv --max-errors 100 export.csv",
                                "another heading; up to 100 bad rows are put aside")),
                List.of("siyu.import." + noun() + "/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        List<Parameter<?>> all = new ArrayList<>(List.of(FILES));
        all.addAll(Reading.PARAMETERS);
        return all;
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.PARTLY);
    }

    @Override
    public List<String> columns(Call call) {
        return of == RecordReader.Of.CUSTOMERS ? CUSTOMERS : EVENTS;
    }

    @Override
    public Outcome run(Call call) {
        List<String> inputs = call.value(FILES).isEmpty() ? List.of("-") : call.value(FILES);
        Reading.refuseInputTwice(inputs);
        Session session = Session.of(call);
        if (what == What.REFERRALS) {
            ReferralDesk.rules(session.program());
        }
        try (Progress progress = Progress.of(call, "reading " + noun(), Progress.Unit.BYTES);
                BadRows bad = Reading.badRows(call, progress)) {
            String[] hash = {""};
            Facts.Source source = consumer -> hash[0] = RecordReader.read(
                            of,
                            session.program().vocabulary(),
                            what == What.REFERRALS
                                    ? Reading.referralOptions(call, inputs)
                                    : Reading.options(call, inputs),
                            Reading.setting(call),
                            consumer)
                    .hash();
            Facts.Settings settings = Facts.Settings.of(session.dataFolder()).with(bad);
            Supplier<Store.Run> run = session.dryRun() ? null : () -> session.run("import " + noun(), hash[0]);
            Outcome outcome = of == RecordReader.Of.CUSTOMERS
                    ? customers(session, source, settings, run)
                    : events(session, source, settings, run);
            return bad.problems().isEmpty() ? outcome : outcome.problems(bad.problems(), Exit.PARTLY);
        }
    }

    private static Outcome customers(
            Session session, Facts.Source source, Facts.Settings settings, @Nullable Supplier<Store.Run> run) {
        ImportCustomers.Result result =
                ImportCustomers.run(session.store(), session.program().vocabulary(), source, settings, run);
        Object[] row = {
            result.rows(), result.created(), result.changed(), result.unchanged(), result.arrived(), result.rejected()
        };
        Table table = table(session, "siyu.import.customers/1", row, CUSTOMERS);
        return Outcome.of(table);
    }

    private Outcome events(
            Session session, Facts.Source source, Facts.Settings settings, @Nullable Supplier<Store.Run> run) {
        ImportEvents.Result result =
                ImportEvents.run(session.store(), session.program().vocabulary(), source, settings, run);
        Object[] row = {
            result.rows(), result.taken(), result.apart(), result.duplicates(), result.conflicts(), result.rejected()
        };
        Table table = table(session, "siyu.import." + noun() + "/1", row, EVENTS);
        return Outcome.of(table).exit(result.rejected() + result.conflicts() > 0 ? Exit.PARTLY : Exit.DONE);
    }

    private static Table table(Session session, String schema, Object[] row, List<String> names) {
        List<Heading> headings = new ArrayList<>();
        for (String name : names) {
            headings.add(Heading.of(name, Heading.Kind.INTEGER));
        }
        Table table =
                Table.of(schema, session.program().vocabulary().zone(), headings, Rows.of(List.<Object[]>of(row)));
        return session.dryRun() ? table.with("dry_run", true) : table;
    }
}
