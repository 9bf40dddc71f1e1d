package siyu.command;

import java.util.List;
import siyu.cli.Call;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.report.ReportTables;

/** {@code report list}: the reports there are. */
public final class ReportList implements Verb {
    @Override
    public Manual manual() {
        return new Manual(
                "List the reports",
                List.of("Each report says what its figures are with --define."),
                List.of(new Example("siyu report list", "all reports")),
                List.of("siyu.report.list/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of();
    }

    @Override
    public boolean opens() {
        return false;
    }

    @Override
    public Outcome run(Call call) {
        return Outcome.of(ReportTables.list(Session.of(call).asOf()));
    }
}
