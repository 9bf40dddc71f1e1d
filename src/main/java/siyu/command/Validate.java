package siyu.command;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.program.Program;
import siyu.program.Sections;
import siyu.program.Validation;

/** {@code validate}: every problem of all files at once, or what the program means. */
public final class Validate implements Verb {
    private static final Parameter<Boolean> SCHEMA =
            Parameter.flag("--schema", "print the JSON Schema of the YAML, for editors");
    private static final Parameter<Boolean> WINDOWS =
            Parameter.flag("--windows", "print what dates each window covers at the as-of");

    @Override
    public Manual manual() {
        return new Manual(
                "Find every problem of the program and say what it means",
                List.of(
                        "Reads siyu.yaml and all files it includes, and reports every problem at once, each with its code, place and"
                                + " a hint; the exit code is then 3. A program without problems is printed as it was understood:"
                                + " every name with its type, its rule in canonical form and what it uses."),
                List.of(
                        new Example("siyu validate", "in a workspace"),
                        new Example("siyu validate --windows --as-of 2026-03-31", "what 90d or last_month covers"),
                        new Example("siyu validate --schema", "for editors that complete YAML")),
                List.of("siyu.validate/1", "siyu.validate.windows/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(SCHEMA, WINDOWS);
    }

    @Override
    public boolean opens() {
        return false;
    }

    @Override
    public Outcome run(Call call) {
        if (call.value(SCHEMA)) {
            byte[] schema = (Sections.schema() + "\n").getBytes(StandardCharsets.UTF_8);
            return Outcome.text(out -> out.write(schema));
        }
        Session session = Session.of(call);
        Program program = session.program();
        AsOf asOf = session.asOf();
        return Outcome.of(call.value(WINDOWS) ? windows(program, asOf) : meaning(program, asOf));
    }

    private static Table meaning(Program program, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Validation.Row row : Validation.rows(program, asOf.today())) {
            rows.add(new @Nullable Object[] {row.section(), row.name(), row.type(), row.text(), row.uses()});
        }
        List<Heading> headings = List.of(
                Heading.text("section"),
                Heading.text("name"),
                Heading.text("type"),
                Heading.text("text"),
                Heading.of("uses", Heading.Kind.NESTED).wideOnly());
        return Table.of("siyu.validate/1", asOf.zone(), headings, Rows.of(rows)).with("program", program.name());
    }

    private static Table windows(Program program, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Validation.Covered window : Validation.windows(program, asOf)) {
            LocalDate last = window.last();
            rows.add(new @Nullable Object[] {
                window.name(), window.window(), window.first(), last, window.from(), window.to()
            });
        }
        List<Heading> headings = List.of(
                Heading.text("name"),
                Heading.text("window"),
                Heading.of("first", Heading.Kind.DATE),
                Heading.of("last", Heading.Kind.DATE),
                Heading.of("from", Heading.Kind.TIME).wideOnly(),
                Heading.of("to", Heading.Kind.TIME).wideOnly());
        return Table.of("siyu.validate.windows/1", asOf.zone(), headings, Rows.of(rows))
                .with("as_of", asOf.today());
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.WORLD, Common.Set.OUTPUT);
    }
}
