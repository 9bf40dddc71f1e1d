package siyu.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import siyu.core.Nearest;
import siyu.core.Problem;
import siyu.program.Program;
import siyu.rule.Definition;
import siyu.segment.Planning;
import siyu.segment.SegmentCode;
import siyu.segment.SegmentPlan;
import siyu.segment.SegmentStore;
import siyu.segment.Segmented;

/** What the segment verbs share: names to segmentations, and the way from results to a plan to the data file. */
final class Segmentations {
    private Segmentations() {}

    /** The segmentations of these names, all of them when none is given. */
    static List<Definition.Segmentation> named(Program program, List<String> names) {
        List<Definition.Segmentation> all = all(program);
        if (names.isEmpty()) {
            return all;
        }
        List<Definition.Segmentation> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add(named(all, name));
        }
        return wanted;
    }

    static List<Definition.Segmentation> all(Program program) {
        List<Definition.Segmentation> all = new ArrayList<>();
        for (Definition definition : program.definitions().all()) {
            if (definition instanceof Definition.Segmentation segmentation) {
                all.add(segmentation);
            }
        }
        return all;
    }

    static Definition.Segmentation named(List<Definition.Segmentation> all, String name) {
        for (Definition.Segmentation segmentation : all) {
            if (segmentation.name().equals(name)) {
                return segmentation;
            }
        }
        List<String> known = all.stream().map(Definition::name).toList();
        String nearest = Nearest.hint(name, known);
        throw Problem.of(SegmentCode.UNKNOWN_SEGMENTATION, "no segmentation '" + name + "'")
                .hint(
                        name.equals("-")
                                ? "standard input is read by --customers - or --events -"
                                : nearest != null ? nearest : "'siyu segment list' prints those there are")
                .failure();
    }

    /** What storing these results would change. */
    static SegmentPlan plan(Session session, World world, List<Segmented> results) {
        int population = world.population().size();
        List<String> names =
                results.stream().map(result -> result.segmentation().name()).toList();
        Map<String, Planning.Stored> stored = new SegmentStore(session.store()).stored(names, population);
        Program program = session.program();
        Map<String, String> versions = new LinkedHashMap<>();
        program.texts().forEach((name, text) -> versions.put(name, Hashes.sha256(text)));
        return Planning.plan(
                results,
                stored,
                program.texts(),
                versions,
                world.vocabulary(),
                world.population(),
                world.asOf(),
                world.marks());
    }

    static void apply(Session session, SegmentPlan plan) {
        new SegmentStore(session.store()).apply(plan, session.run("segment run", ""));
    }
}
