package siyu.program;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import siyu.config.ConfigCode;
import siyu.config.Node;
import siyu.config.Node.Entry;
import siyu.config.Node.Mapping;
import siyu.config.Node.Scalar;
import siyu.config.Shape;
import siyu.config.ShapeCheck;
import siyu.config.YamlCache;
import siyu.core.Diagnostics;
import siyu.core.Failure;
import siyu.core.Place;
import siyu.core.Problem;
import siyu.rule.Definitions;
import siyu.rule.RuleCode;

/** Reads a workspace: files, overrides, structure, vocabulary, definitions; every problem of all of them at once. */
public final class ProgramReader {
    /** Problems that may come of something that is there but could not be read; not reported then. */
    private static final Set<RuleCode> OF_MISSING = EnumSet.of(
            RuleCode.UNKNOWN_NAME,
            RuleCode.UNKNOWN_KIND,
            RuleCode.UNKNOWN_ATTRIBUTE,
            RuleCode.UNKNOWN_WORD,
            RuleCode.UNKNOWN_FUNCTION,
            RuleCode.UNKNOWN_TAG);

    /** Problems shown, at most: each brings the line it stands on, and a line may have 256 KB. */
    private static final int MOST_PROBLEMS = 200;

    private final Path root;
    private final Diagnostics diagnostics = new Diagnostics();
    private final Content content = new Content();

    private ProgramReader(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * The program of a workspace.
     *
     * @param root the folder with siyu.yaml
     * @param settings the values of {@code --set}, each {@code path=value}, applied in order
     * @throws Failure with all problems, in order of files and lines
     */
    public static Program read(Path root, List<String> settings) {
        return read(root, settings, null, null, YamlCache.NONE);
    }

    /**
     * The same, with the top-level sections of another file in place of those of the same name.
     *
     * @param against YAML of sections, or null
     */
    public static Program read(Path root, List<String> settings, @Nullable Path against) {
        return read(root, settings, against, null, YamlCache.NONE);
    }

    /**
     * The same.
     *
     * @param data told the path of the data file as soon as siyu.yaml has been read, before anything is checked; or null
     * @param cache what came of files read before; saved when there is more to know
     */
    public static Program read(
            Path root, List<String> settings, @Nullable Path against, @Nullable Consumer<Path> data, YamlCache cache) {
        return new ProgramReader(root).readAll(settings, against, data, cache);
    }

    private Program readAll(
            List<String> settings, @Nullable Path against, @Nullable Consumer<Path> data, YamlCache cache) {
        WorkspaceFiles files = new WorkspaceFiles(root, diagnostics, content, cache);
        Mapping yaml = files.read(against, data);
        cache.save();
        boolean complete = diagnostics.isEmpty();
        for (String setting : settings) {
            content.add(Settings.FLAG, setting.getBytes(StandardCharsets.UTF_8));
            yaml = Settings.apply(yaml, setting, diagnostics);
        }
        check(yaml);
        if (files.complete()) {
            checkPresence(yaml);
        }
        Draft draft = new Draft(root, diagnostics);
        for (Section section : Sections.ALL) {
            Entry entry = yaml.entries().get(section.name());
            if (entry != null && !isTooLarge(entry.value())) {
                section.read(entry.value(), draft);
            }
        }
        Definitions definitions = draft.definitions();
        reportRules(draft, complete, yaml);
        if (!diagnostics.isEmpty()) {
            throw new Failure(inOrder(files.files()));
        }
        return new Program(
                draft.name,
                root,
                draft.data,
                definitions.vocabulary(),
                definitions,
                draft.points,
                draft.tasks,
                draft.levels,
                draft.referral(),
                draft.benefits.rules(),
                draft.lotteries,
                draft.groups,
                draft.staff,
                draft.platform,
                content);
    }

    /** Said already by the shape; not even read, because its problems could take minutes to find. */
    private static boolean isTooLarge(Node node) {
        return node instanceof Mapping mapping && mapping.entries().size() > Shape.MOST_NAMES;
    }

    /** Checks the structure. */
    private void check(Mapping yaml) {
        Shape.Keys shape = Sections.shape();
        ShapeCheck check = new ShapeCheck(diagnostics);
        for (Section section : Sections.ALL) {
            Entry entry = yaml.entries().get(section.name());
            if (entry != null) {
                check.check(section.name(), section.shape(), entry.value());
            }
        }
        for (Entry entry : yaml.entries().values()) {
            if (shape.key(entry.key().value()) == null) {
                diagnostics.add(ShapeCheck.unknownKey("", shape.names(), entry.key())
                        .at(entry.key().place()));
            }
        }
    }

    private void checkPresence(Mapping yaml) {
        for (Section section : Sections.ALL) {
            if (section.mandatory() && !yaml.entries().containsKey(section.name())) {
                diagnostics.add(Problem.of(ConfigCode.MISSING_KEY, "the program has no '" + section.name() + "'")
                        .at(Place.file(Workspace.FILE))
                        .hint("add " + section.name() + ": " + section.shape().about()));
            }
        }
    }

    /**
     * Adds what the rules have of problems, without unknown names that may come of another problem: all of them when a file could
     * not be read, otherwise those that do stand somewhere in the files, but could not be taken.
     */
    private void reportRules(Draft draft, boolean complete, Mapping yaml) {
        Set<String> written = new HashSet<>();
        if (!diagnostics.isEmpty()) {
            yaml.entries().values().forEach(entry -> words(entry.value(), written));
        }
        for (Problem problem : draft.ruleProblems.problems()) {
            if (!OF_MISSING.contains(problem.code()) || complete && !written.contains(named(problem))) {
                diagnostics.add(problem);
            }
        }
    }

    /** Every key and every plain word below a node. */
    private static void words(Node node, Set<String> into) {
        if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries().values()) {
                into.add(entry.key().value());
                words(entry.value(), into);
            }
        } else if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> words(item, into));
        } else if (node instanceof Scalar scalar) {
            into.add(scalar.value());
        }
    }

    /** The name that a problem points at, as far as its place tells. */
    private static String named(Problem problem) {
        Place place = problem.place();
        String line = place == null ? null : place.excerpt();
        if (place == null || line == null) {
            return "";
        }
        int length = line.codePointCount(0, line.length());
        int from = Math.min(Math.max(place.column() - 1, 0), length);
        int to = Math.min(from + place.length(), length);
        String text = line.substring(line.offsetByCodePoints(0, from), line.offsetByCodePoints(0, to));
        return text.replace("'", "");
    }

    /** By file, line and column; what is wrong with flags comes first, in the order in which they were given. */
    private List<Problem> inOrder(List<String> files) {
        List<Problem> problems = new ArrayList<>(diagnostics.problems());
        problems.sort(Comparator.comparingInt((Problem problem) -> file(problem, files))
                .thenComparingInt(problem -> place(problem, files).line())
                .thenComparingInt(problem -> place(problem, files).column()));
        if (problems.size() <= MOST_PROBLEMS) {
            return problems;
        }
        int more = problems.size() - MOST_PROBLEMS;
        List<Problem> first = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
        first.add(Problem.of(ProgramCode.MANY_MORE, more + " more problems are not shown")
                .hint("repair these first"));
        return first;
    }

    private static int file(Problem problem, List<String> files) {
        return problem.place() == null ? -1 : files.indexOf(problem.place().file());
    }

    private static Place place(Problem problem, List<String> files) {
        Place place = problem.place();
        return place == null || !files.contains(place.file()) ? Place.file("") : place;
    }
}
