package siyu.command;

import java.time.ZoneOffset;
import java.util.List;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;

/** {@code siyu version}: what is running. */
public final class Version implements Verb {
    private final String version;

    /** @param version of siyu */
    public Version(String version) {
        this.version = version;
    }

    @Override
    public Manual manual() {
        return new Manual(
                "Show the versions of siyu and Java",
                List.of("What a report of a defect should hold."),
                List.of(new Example("siyu version -o json", "as JSON")),
                List.of("siyu.version/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of();
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.OUTPUT);
    }

    @Override
    public Outcome run(Call call) {
        return Outcome.of(Table.of(
                "siyu.version/1",
                ZoneOffset.UTC,
                List.of(Heading.text("part"), Heading.text("version")),
                Rows.of(List.of(
                        new Object[] {"siyu", version},
                        new Object[] {"java", Runtime.version().toString()}))));
    }
}
