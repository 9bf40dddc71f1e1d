package siyu.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Nearest;
import siyu.core.Problem;
import siyu.rule.Definition;
import siyu.segment.PinTables;
import siyu.segment.Pins;
import siyu.segment.SegmentCode;
import siyu.segment.SegmentStore;

/** {@code segment pin}: overrule the program for one customer. */
public final class SegmentPin implements Verb {
    private static final Parameter<String> ID = Parameter.positional("ID", "the customer's external id");
    private static final Parameter<String> SEGMENT =
            Parameter.positional("SEGMENT", "the segment, or SEGMENTATION.SEGMENT");
    private static final Parameter<String> DIRECTION = Parameter.positional(
                    "DIRECTION", "into it, out of it, or off to take the pin back")
            .oneOf(List.of("in", "out", "off"));
    private static final Parameter<LocalDate> UNTIL =
            Parameter.option("--until", "DATE", "the last date the pin holds (default: for good)", new Forms.Date());

    @Override
    public Manual manual() {
        return new Manual(
                "Put one customer into or out of a segment by hand",
                List.of(
                        "Membership = (rule or pinned in) and not pinned out. A pin holds from the as-of's date to --until,"
                                + " inclusive; a later pin of the same customer and segment replaces it. It is kept with its reason and"
                                + " takes effect the next time segments are worked out."),
                List.of(new Example(
                        "siyu segment pin C00000007 ring.inner in --until 2026-12-31 --reason 'VIP of the branch'",
                        "an exception with an end")),
                List.of("siyu.segment.pin/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(ID, SEGMENT, DIRECTION, UNTIL);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return PinTables.COLUMNS;
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        String reason = call.get(Common.REASON);
        if (reason == null || reason.isBlank()) {
            throw Problem.of(SegmentCode.PIN_NEEDS_REASON, "a pin overrules the program, so say why")
                    .hint("add --reason '…'")
                    .failure();
        }
        String[] segment = segment(Segmentations.all(session.program()), call.value(SEGMENT));
        World world = World.stored(session, session.program());
        LocalDate until = call.get(UNTIL);
        if (until != null && until.isBefore(world.asOf().today())) {
            throw Problem.of(
                            CliCode.BAD_VALUE,
                            "--until " + until + " is before " + world.asOf().today() + ", when the pin begins")
                    .failure();
        }
        Pins.Entry pin = new Pins.Entry(
                0,
                world.number(call.value(ID)),
                segment[0],
                segment[1],
                Pins.Direction.valueOf(call.value(DIRECTION).toUpperCase(Locale.ROOT)),
                world.asOf().today().toEpochDay(),
                until == null ? null : until.toEpochDay(),
                reason);
        if (!session.dryRun()) {
            new SegmentStore(session.store()).pin(pin, session.run("segment pin", ""));
        }
        return Outcome.of(PinTables.pin(pin, call.value(ID), world.asOf()));
    }

    /** The segmentation and the segment that a word means. */
    private static String[] segment(List<Definition.Segmentation> all, String word) {
        List<String> known = new ArrayList<>();
        @Nullable String[] found = null;
        int matches = 0;
        for (Definition.Segmentation segmentation : all) {
            for (String name : segmentation.type().words()) {
                String full = segmentation.name() + "." + name;
                known.add(full);
                known.add(name);
                if (full.equals(word) || name.equals(word)) {
                    found = new String[] {segmentation.name(), name};
                    matches++;
                }
            }
        }
        if (matches == 1 && found != null) {
            return new String[] {String.valueOf(found[0]), String.valueOf(found[1])};
        }
        String message = matches == 0
                ? "no segment '" + word + "'"
                : "'" + word + "' is a segment of " + matches + " segmentations";
        String hint = matches == 0 ? Nearest.hint(word, known) : "write SEGMENTATION.SEGMENT";
        throw Problem.of(SegmentCode.UNKNOWN_SEGMENT, message).hint(hint).failure();
    }
}
