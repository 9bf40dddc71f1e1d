package siyu.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Confirm;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.out.Table;
import siyu.rule.Definition;
import siyu.rule.Expression;
import siyu.segment.SegmentPlan;
import siyu.segment.SegmentTables;
import siyu.segment.Segmented;
import siyu.segment.Segmenting;

/** {@code segment run}: who is in which segment, from the data file or straight from files. */
public final class SegmentRun implements Verb {
    private static final Parameter<List<String>> NAMES =
            Parameter.positionals("NAME", "segmentations to work out (default: all)");
    private static final Parameter<Boolean> MEMBERS =
            Parameter.flag("--members", "one row per customer and segmentation instead of counts");
    private static final Parameter<List<String>> SHOW = Parameter.options(
            "--show", "EXPRESSION", "with --members: a further column, such as a metric, a score or an expression");
    private static final Parameter<Boolean> APPLY =
            Parameter.flag("--apply", "store who is where and print who moved; with -n print only");

    @Override
    public Manual manual() {
        return new Manual(
                "Work out segmentations and print counts or members",
                List.of(
                        "Evaluates the program's segmentations for every customer: the first segment whose rule is true takes"
                                + " the customer, pins made by hand come first. Counts are printed per segment; 'undecided' is the"
                                + " number of customers whom no earlier segment took and for whom the rule is unknown because"
                                + " something about them is not known.",
                        "With --customers and --events nothing is stored and no data file is needed: the files (or - for standard"
                                + " input) are read, evaluated and forgotten. --map, --value and --null then say which of the two"
                                + " they are about: --map 'customers.Client No=id'; --format is about standard input when one of the"
                                + " two comes from there. With a bad row beyond --max-errors there is"
                                + " no answer; with fewer they are told, and the exit code is 7.",
                        "A segmentation that cannot be worked out does not stop the others; the exit code is then 7."),
                List.of(
                        new Example("siyu segment run", "counts of all segmentations"),
                        new Example("siyu segment run ring --members -o csv", "who is in which ring"),
                        new Example("siyu segment run ring --apply", "store who is in which ring today"),
                        new Example(
                                "siyu segment run --customers customers.csv --events events.csv",
                                "straight from files, without a data file")),
                List.of(
                        "siyu.segment.run/1",
                        "siyu.segment.members/1",
                        "siyu.segment.apply/1",
                        "siyu.segment.explain/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        List<Parameter<?>> all = new ArrayList<>(List.of(NAMES, MEMBERS, SHOW, APPLY, Common.EXPLAIN));
        all.addAll(World.parameters());
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
        return call.value(APPLY) ? SegmentTables.MOVES : List.of();
    }

    @Override
    public Outcome run(Call call) {
        refuseClashes(call);
        Session session =
                call.value(APPLY) ? Session.of(call) : Session.of(call).reading();
        List<Definition.Segmentation> wanted = Segmentations.named(session.program(), call.value(NAMES));
        String explained = call.get(Common.EXPLAIN);
        if (explained != null) {
            return SegmentExplain.explain(session, wanted, explained);
        }
        List<Expression> shown = Shown.read(session.program(), call.value(SHOW));
        List<Expression> asked = new ArrayList<>(shown);
        wanted.forEach(segmentation -> asked.add(Segmenting.reference(segmentation)));
        World world = World.of(session, session.program(), asked);
        List<Segmented> results =
                new Segmenting(world.vocabulary(), world.population(), world.asOf(), world.marks()).run(wanted);
        Outcome outcome = world.told(Outcome.of(answer(session, world, results, shown)));
        List<String> notes = new ArrayList<>();
        for (Segmented result : results) {
            if (!result.broken()) {
                world.noteAbsent(Arrays.stream(result.counts()).sum(), notes);
                break;
            }
        }
        for (String note : notes) {
            outcome = outcome.note(note);
        }
        return partly(outcome, results);
    }

    /** What would otherwise be passed over in silence, or store strangers under the numbers of known customers. */
    private static void refuseClashes(Call call) {
        boolean apply = call.value(APPLY);
        if (apply && !call.value(World.CUSTOMERS).isEmpty()) {
            throw Problem.of(
                            CliCode.CLASH, "--apply stores what the data file says, so it does not go with --customers")
                    .hint("import the files first")
                    .failure();
        }
        if (apply && call.value(MEMBERS)) {
            throw Problem.of(CliCode.CLASH, "--apply answers with who moved, so it does not go with --members")
                    .failure();
        }
        if (!call.value(SHOW).isEmpty() && !call.value(MEMBERS)) {
            throw Problem.of(CliCode.CLASH, "--show is about single customers")
                    .hint("add --members")
                    .failure();
        }
    }

    private static Table answer(Session session, World world, List<Segmented> results, List<Expression> shownRoots) {
        Call call = session.call();
        if (call.value(APPLY)) {
            return apply(session, world, results);
        }
        if (call.value(MEMBERS)) {
            Shown shown = Shown.of(world, shownRoots, call.value(SHOW));
            return SegmentTables.members(
                    results, world.population().size(), world.asOf(), world.ids(), shown.headings(), shown.columns());
        }
        return SegmentTables.counts(results, world.asOf());
    }

    private static Table apply(Session session, World world, List<Segmented> results) {
        SegmentPlan plan = Segmentations.plan(session, world, results);
        Table table = SegmentTables.moves(
                "siyu.segment.apply/1",
                plan.parts().stream().map(SegmentPlan.Part::moves).toList(),
                world.asOf(),
                5,
                world.ids());
        // With every segmentation broken there is nothing to store, not even that it was tried.
        if (!session.dryRun() && !plan.parts().isEmpty()) {
            long moves =
                    plan.parts().stream().mapToLong(part -> part.moves().size()).sum();
            Confirm.big(session.call(), moves, "moves between segments");
            Segmentations.apply(session, plan);
        }
        return table;
    }

    /** A broken segmentation is told as a problem; the exit code says that the rest is there, or that nothing is. */
    private static Outcome partly(Outcome outcome, List<Segmented> results) {
        List<Problem> problems = new ArrayList<>();
        results.forEach(result -> problems.addAll(result.problems()));
        if (problems.isEmpty()) {
            return outcome;
        }
        problems.addAll(0, outcome.problems());
        boolean all = results.stream().allMatch(Segmented::broken);
        return outcome.problems(
                problems, all ? results.get(0).problems().get(0).code().exit() : Exit.PARTLY);
    }
}
