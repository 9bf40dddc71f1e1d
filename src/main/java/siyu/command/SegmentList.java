package siyu.command;

import java.util.List;
import siyu.cli.Call;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.segment.SegmentTables;

/** {@code segment list}: the segmentations of the program. */
public final class SegmentList implements Verb {
    private static final Parameter<List<String>> NAMES =
            Parameter.positionals("NAME", "segmentations to list (default: all)");

    @Override
    public Manual manual() {
        return new Manual(
                "List segmentations and the rules of their segments",
                List.of(
                        "Segments are listed in the order in which they are tried; the first that is true takes the customer."),
                List.of(new Example("siyu segment list", "all segmentations")),
                List.of("siyu.segment.list/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(NAMES);
    }

    @Override
    public boolean opens() {
        return false;
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        return Outcome.of(
                SegmentTables.list(Segmentations.named(session.program(), call.value(NAMES)), session.asOf()));
    }
}
