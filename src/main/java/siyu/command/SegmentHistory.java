package siyu.command;

import java.util.ArrayList;
import java.util.List;
import siyu.cli.Call;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.segment.SegmentStore;
import siyu.segment.SegmentTables;
import siyu.segment.Stay;

/** {@code segment history}: where one customer has been. */
public final class SegmentHistory implements Verb {
    private static final Parameter<String> ID = Parameter.positional("ID", "the customer's external id");
    private static final Parameter<List<String>> NAMES =
            Parameter.positionals("NAME", "segmentations to show (default: all)");

    @Override
    public Manual manual() {
        return new Manual(
                "Where one customer has been, since when and why",
                List.of(
                        "Reads the memberships that 'segment run --apply' stored: each stay with the date it began and ended, the"
                                + " condition that flipped and, in -o wide, the version of the rules."),
                List.of(new Example("siyu segment history C00000007", "all stays of one customer")),
                List.of("siyu.segment.history/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(ID, NAMES);
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call).ahead();
        List<String> names = new ArrayList<>();
        Segmentations.named(session.program(), call.value(NAMES)).forEach(found -> names.add(found.name()));
        World world = World.stored(session, session.program());
        int customer = world.number(call.value(ID));
        List<Stay> stays = new ArrayList<>(new SegmentStore(session.store()).history(customer));
        stays.removeIf(stay ->
                !names.contains(stay.segmentation()) && !call.value(NAMES).isEmpty());
        return Outcome.of(SegmentTables.history(stays, world.asOf()));
    }
}
