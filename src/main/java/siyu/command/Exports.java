package siyu.command;

import java.util.List;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Problem;
import siyu.customer.Export;
import siyu.fact.Vocabulary;
import siyu.importing.RecordReader;
import siyu.importing.RecordWriter;
import siyu.out.Format;
import siyu.store.Store;

/** {@code export customers} and {@code export events}: what went in, in the form that {@code import} takes. */
public final class Exports implements Verb {
    private final RecordReader.Of of;

    public Exports(RecordReader.Of of) {
        this.of = of;
    }

    private String noun() {
        return of == RecordReader.Of.CUSTOMERS ? "customers" : "events";
    }

    @Override
    public Manual manual() {
        String order = of == RecordReader.Of.CUSTOMERS
                ? "Customers come in the order in which they were first imported, with their values as of --as-of."
                : "Events come by customer and then by time; those of unknown customers, kept apart, come last.";
        return new Manual(
                "Write all " + noun() + " as CSV or JSON Lines",
                List.of(
                        order
                                + " What is written can be imported again and is then the same, down to the difference between"
                                + " an unknown text and an empty one.",
                        "Names and phone numbers are in the clear and cells are not guarded against spreadsheets, because either"
                                + " would not survive the way back; the run is recorded with its --reason."),
                List.of(
                        new Example("siyu export " + noun() + " > " + noun() + ".csv", "as CSV"),
                        new Example("siyu export " + noun() + " -o jsonl", "as JSON Lines")),
                List.of());
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of();
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.WORLD, Common.Set.REASON);
    }

    @Override
    public Outcome run(Call call) {
        String format = format(call.value(Common.OUTPUT));
        Session session = Session.of(call).writing();
        Vocabulary vocabulary = session.program().vocabulary();
        session.store().write(session.run("export " + noun(), ""), Store::run);
        return Outcome.text(out -> {
            Export export = new Export(session.store(), vocabulary);
            RecordWriter writer = new RecordWriter(of, vocabulary, format, attribute -> true, out);
            if (of == RecordReader.Of.CUSTOMERS) {
                export.customers(writer, session.asOf());
            } else {
                export.events(writer);
            }
        });
    }

    /** Only what {@code import} reads makes sense. */
    private static String format(Format format) {
        return switch (format) {
            case TABLE, CSV -> "csv";
            case JSONL -> "jsonl";
            case WIDE, VERTICAL, JSON, TSV, MARKDOWN ->
                throw Problem.of(CliCode.BAD_VALUE, "an export is csv or jsonl").failure();
        };
    }
}
