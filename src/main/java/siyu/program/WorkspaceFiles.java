package siyu.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import siyu.config.ConfigCode;
import siyu.config.Node;
import siyu.config.Node.Entry;
import siyu.config.Node.Mapping;
import siyu.config.Node.Range;
import siyu.config.Node.Scalar;
import siyu.config.Node.Sequence;
import siyu.config.ShapeCheck;
import siyu.config.SourceText;
import siyu.config.YamlCache;
import siyu.config.YamlReader;
import siyu.core.Diagnostics;
import siyu.core.Place;
import siyu.core.Problem;

/** The YAML of a workspace put together from siyu.yaml, the files it includes and, if there is one, the file of {@code --against}. */
final class WorkspaceFiles {
    private static final String INCLUDE = "include";

    private final Path root;
    private final Diagnostics diagnostics;
    private final Content content;
    private final YamlCache cache;
    private final Map<String, Entry> sections = new LinkedHashMap<>();
    private final List<String> files = new ArrayList<>();
    private boolean complete = true;

    WorkspaceFiles(Path root, Diagnostics diagnostics, Content content, YamlCache cache) {
        this.root = root;
        this.cache = cache;
        this.diagnostics = diagnostics;
        this.content = content;
    }

    /**
     * Reads them all.
     *
     * @param data told the path of the data file as soon as siyu.yaml has been read; or null
     */
    Mapping read(@Nullable Path against, @Nullable Consumer<Path> data) {
        Mapping main = file(root.resolve(Workspace.FILE), Workspace.FILE, null);
        if (main == null) {
            return new Mapping(Map.of(), new Range(new SourceText(Workspace.FILE, ""), 0, 0));
        }
        if (data != null) {
            tell(main, data);
        }
        sections.putAll(main.entries());
        if (main.get(INCLUDE) instanceof Sequence list) {
            include(list);
        }
        if (against != null) {
            replace(against);
        }
        return new Mapping(sections, main.range());
    }

    /** Whether every file could be read in full, so that what is missing really is. */
    boolean complete() {
        return complete;
    }

    /** The names of the files in the order they were read. */
    List<String> files() {
        return files;
    }

    private void tell(Mapping main, Consumer<Path> data) {
        if (main.get("data") instanceof Scalar named
                && !named.isNull()
                && !named.value().isBlank()) {
            try {
                data.accept(BasicSections.Data.path(root, named.value()));
            } catch (InvalidPathException e) {
                // Reading the section will say so.
                return;
            }
        }
    }

    private void include(Sequence list) {
        Set<Path> seen = new HashSet<>(Set.of(root.resolve(Workspace.FILE).normalize()));
        Readings readings = new Readings(cache);
        for (Node item : list.items()) {
            if (item instanceof Scalar path && !path.isNull()) {
                Path file = inside(path);
                if (file == null) {
                    complete = false;
                } else if (seen.add(file)) {
                    readings.add(file, path);
                } else {
                    diagnostics.add(Problem.of(ProgramCode.BAD_INCLUDE, path.described() + " is included already")
                            .at(path.place())
                            .hint("remove it here"));
                }
            }
        }
        for (Readings.File file : readings.read()) {
            file.problems().forEach(diagnostics::add);
            Mapping included = sections(file.name(), file.document());
            if (included != null) {
                include(included);
            }
        }
    }

    private void include(Mapping included) {
        for (Entry entry : included.entries().values()) {
            Entry before = sections.get(entry.key().value());
            if (entry.key().value().equals(INCLUDE)) {
                diagnostics.add(Problem.of(ProgramCode.BAD_INCLUDE, "an included file cannot include others")
                        .at(entry.key().place())
                        .hint("name the files under include: of " + Workspace.FILE));
            } else if (before != null) {
                diagnostics.add(Problem.of(
                                ProgramCode.SECTION_TWICE,
                                "the section '" + entry.key().value() + "' stands in two files, first at "
                                        + before.key().place())
                        .at(entry.key().place())
                        .hint("put the two parts together"));
            } else {
                sections.put(entry.key().value(), entry);
            }
        }
    }

    /** The file that a path of {@code include:} names, if it is inside the workspace in truth. */
    private @Nullable Path inside(Scalar given) {
        Path file;
        try {
            file = root.resolve(given.value()).normalize();
            if (!Path.of(given.value()).isAbsolute() && file.startsWith(root) && realInside(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            diagnostics.add(Problem.of(ConfigCode.UNREADABLE, given.described() + " cannot be a path")
                    .at(given.place()));
            return null;
        }
        diagnostics.add(Problem.of(ProgramCode.OUTSIDE, given.described() + " lies outside the workspace")
                .at(given.place())
                .hint("included files lie in the folder of " + Workspace.FILE + " or below it"));
        return null;
    }

    private boolean realInside(Path file) {
        try {
            return !Files.exists(file) || file.toRealPath().startsWith(root.toRealPath());
        } catch (IOException e) {
            // Reading it will say what is wrong.
            return true;
        }
    }

    private void replace(Path against) {
        boolean inside = against.startsWith(root);
        Mapping other = file(against, (inside ? root.relativize(against) : against).toString(), null);
        if (other == null) {
            return;
        }
        for (Entry entry : other.entries().values()) {
            if (entry.key().value().equals(INCLUDE)) {
                diagnostics.add(Problem.of(ProgramCode.BAD_INCLUDE, "a file to compare with cannot include others")
                        .at(entry.key().place())
                        .hint("write the sections that differ into it"));
            } else {
                sections.put(entry.key().value(), entry);
            }
        }
    }

    private @Nullable Mapping file(Path path, String name, @Nullable Place referrer) {
        return sections(name, YamlReader.read(path, name, referrer, diagnostics, cache));
    }

    /** The sections of a file that was read. */
    private @Nullable Mapping sections(String name, YamlReader.Document document) {
        files.add(name);
        content.add(name, document.bytes());
        complete &= document.complete();
        Node node = document.root();
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        if (node != null) {
            complete = false;
            diagnostics.add(
                    ShapeCheck.wrongType(name, "a map of sections", node).at(node.place()));
        }
        return null;
    }
}
