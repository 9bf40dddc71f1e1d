package siyu.command;

import java.time.LocalDate;
import java.util.List;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.segment.Membership;
import siyu.segment.SegmentCode;
import siyu.segment.SegmentStore;
import siyu.segment.SegmentTables;

/** {@code segment flow}: how customers moved between the segments of one segmentation. */
public final class SegmentFlow implements Verb {
    private static final Parameter<String> NAME = Parameter.positional("NAME", "the segmentation");
    private static final Parameter<LocalDate> FROM = Parameter.option(
                    "--from", "DATE", "membership at the end of this date", new Forms.Date())
            .mandatory();
    private static final Parameter<LocalDate> TO = Parameter.option(
            "--to", "DATE", "compared with the end of this date (default: the as-of)", new Forms.Date());

    @Override
    public Manual manual() {
        return new Manual(
                "Who moved from which segment to which between two dates",
                List.of(
                        "Compares the stored memberships of two dates; 'share' is the part of those who were in the first segment."
                                + " Rows without 'from' or 'to' are customers who were in no segment."),
                List.of(new Example(
                        "siyu segment flow ring --from 2025-12-31 --to 2026-02-28",
                        "who came closer between two dates")),
                List.of("siyu.segment.flow/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(NAME, FROM, TO);
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call).ahead();
        String name = Segmentations.named(Segmentations.all(session.program()), call.value(NAME))
                .name();
        World world = World.stored(session, session.program());
        int population = world.population().size();
        LocalDate given = call.get(TO);
        LocalDate to = given == null ? world.asOf().today() : given;
        long from = call.value(FROM).toEpochDay();
        if (call.value(FROM).isAfter(to)) {
            throw Problem.of(
                            CliCode.BAD_VALUE,
                            "--from " + call.value(FROM) + " is after " + to + ", the date compared with")
                    .failure();
        }
        SegmentStore segments = new SegmentStore(session.store());
        if (segments.last(name) == null) {
            throw Problem.of(SegmentCode.NOTHING_STORED, "no membership of '" + name + "' is stored")
                    .hint("store one: siyu segment run " + name + " --apply")
                    .failure();
        }
        Membership before = segments.at(name, from, population);
        Membership after = segments.at(name, to.toEpochDay(), population);
        return Outcome.of(SegmentTables.flow(before, after, world.asOf()));
    }
}
