package siyu.command;

import java.util.ArrayList;
import java.util.List;
import siyu.cli.Call;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.program.Program;
import siyu.rule.Definition;
import siyu.rule.Expression;
import siyu.segment.Moves;
import siyu.segment.SegmentTables;
import siyu.segment.Segmented;
import siyu.segment.Segmenting;

/** {@code segment diff}: who would move if the program were another one. */
public final class SegmentDiff implements Verb {
    private static final Parameter<List<String>> NAMES =
            Parameter.positionals("NAME", "segmentations to compare (default: all that both programs have)");
    private static final Parameter<Integer> SAMPLES = Parameter.option(
                    "--samples", "N", "customers to name per move", new Forms.Whole(0, 1000))
            .or(5);
    private static final Parameter<Boolean> EXIT_CODE =
            Parameter.flag("--exit-code", "exit 10 when anybody would move");

    @Override
    public Manual manual() {
        return new Manual(
                "Who would move under another program",
                List.of(
                        "Works the segmentations out twice over the same customers at the same date: once with the program as"
                                + " it is, once with --set and --against applied, and prints who moves from where to where."
                                + " Nothing is stored."),
                List.of(
                        new Example(
                                "siyu segment diff ring --set segmentations.ring.segments.inner=debit_card",
                                "who would change rings"),
                        new Example("siyu segment diff --against next.yaml --exit-code", "a gate for a pull request")),
                List.of("siyu.segment.diff/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        List<Parameter<?>> all = new ArrayList<>(List.of(NAMES, Against.FILE, SAMPLES, EXIT_CODE));
        all.addAll(World.parameters());
        return all;
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.PARTLY, Exit.FOUND);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call, true);
        // Here --set describes the other program, so the program itself is read without it.
        Program program = session.program();
        Program other = Against.program(session);
        List<Definition.Segmentation> wanted = Segmentations.named(program, call.value(NAMES));
        World world = World.of(session, program, asked(program, other, wanted));
        World otherWorld = program.vocabulary().equals(other.vocabulary())
                ? world
                : World.of(session, other, asked(other, program, wanted));
        List<Problem> problems = new ArrayList<>();
        List<Moves> moves = new ArrayList<>();
        for (Definition.Segmentation before : wanted) {
            if (other.definitions().get(before.name()) instanceof Definition.Segmentation after) {
                compare(world, otherWorld, before, after, moves, problems);
            }
        }
        long moved = moves.stream().mapToLong(Moves::size).sum();
        Outcome outcome = world.told(Outcome.of(
                SegmentTables.moves("siyu.segment.diff/1", moves, world.asOf(), call.value(SAMPLES), world.ids())));
        problems.addAll(0, outcome.problems());
        outcome = outcome.note(moved == 1 ? "1 customer would move" : moved + " customers would move");
        if (!problems.isEmpty()) {
            return outcome.problems(problems, Exit.PARTLY);
        }
        return moved > 0 && call.value(EXIT_CODE) ? outcome.exit(Exit.FOUND) : outcome;
    }

    /** The segmentations of both programs, for what has to be read. */
    private static List<Expression> asked(Program program, Program other, List<Definition.Segmentation> wanted) {
        List<Expression> asked = new ArrayList<>();
        for (Definition.Segmentation segmentation : wanted) {
            for (Program side : List.of(program, other)) {
                Definition found = side.definitions().get(segmentation.name());
                if (found != null && side.vocabulary().equals(program.vocabulary())) {
                    asked.add(Segmenting.reference(found));
                }
            }
        }
        return asked;
    }

    private static void compare(
            World world,
            World otherWorld,
            Definition.Segmentation before,
            Definition.Segmentation after,
            List<Moves> moves,
            List<Problem> problems) {
        Segmented now = run(world, before);
        Segmented then = run(otherWorld, after);
        problems.addAll(now.problems());
        problems.addAll(then.problems());
        if (!now.broken() && !then.broken()) {
            moves.add(Moves.between(now.membership(), then.membership()));
        }
    }

    private static Segmented run(World world, Definition.Segmentation segmentation) {
        return new Segmenting(world.vocabulary(), world.population(), world.asOf(), world.marks())
                .run(List.of(segmentation))
                .get(0);
    }
}
