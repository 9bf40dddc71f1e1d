package siyu.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can stand at the cursor of the shell: commands, options, their words, files, and names of the workspace. */
final class Suggestions {
    /** More files than this are not offered. */
    private static final int MOST_FILES = 200;

    /**
     * One word.
     *
     * @param description empty when there is nothing to say
     * @param whole whether the word ends here, so that a space follows
     */
    record Suggestion(String word, String description, boolean whole) {}

    /** Names that the workspace has for a parameter of the command, those that start as typed. */
    @FunctionalInterface
    interface Names {
        List<String> of(String path, Parameter<?> parameter, String typed);
    }

    private final CommandTree tree;
    private final Path directory;
    private final Names names;

    Suggestions(CommandTree tree, Path directory, Names names) {
        this.tree = tree;
        this.directory = directory;
        this.names = names;
    }

    /**
     * Those that go on as what is typed does.
     *
     * @param before the words before the one at the cursor
     * @param typed that word as far as it is there
     */
    List<Suggestion> of(List<String> before, String typed) {
        List<String> words = before;
        boolean help = !before.isEmpty() && before.get(0).equals("help");
        if (help) {
            words = before.subList(1, before.size());
        }
        Route route = Route.find(tree, words.toArray(new String[0]));
        if (route.unknown() != null) {
            return List.of();
        }
        String path = String.join(" ", route.path());
        CommandTree.Entry entry = route.entry();
        boolean group = entry == null || entry.group();
        List<Parameter<?>> parameters =
                group ? Common.all() : Cli.parameters(tree.parts().verb(path));
        Parameter<?> waiting = waiting(parameters, words);
        List<Suggestion> all = new ArrayList<>();
        if (waiting != null) {
            values(path, waiting, typed, "", all);
        } else if (typed.startsWith("-") && !words.contains("--")) {
            options(path, parameters, typed, all);
        } else if (group) {
            List<CommandTree.Entry> entries = entry == null ? tree.entries() : entry.entries();
            entries.forEach(one -> add(one.name(), one.summary(), typed, all));
            if (entry == null && help) {
                Outline.topics().forEach(one -> add(one.name(), one.summary(), typed, all));
            }
        } else {
            Parameter<?> next = positional(parameters, route.rest());
            if (next != null && !help) {
                values(path, next, typed, "", all);
            }
        }
        return all;
    }

    /** The option whose value stands at the cursor, or null. */
    private static @Nullable Parameter<?> waiting(List<Parameter<?>> parameters, List<String> before) {
        String last = before.isEmpty() ? "" : before.get(before.size() - 1);
        Parameter<?> option = last.startsWith("-") && !before.contains("--") ? named(parameters, last) : null;
        return option == null || option.arity() == Parameter.Arity.SWITCH ? null : option;
    }

    static @Nullable Parameter<?> named(List<Parameter<?>> parameters, String name) {
        for (Parameter<?> parameter : parameters) {
            if (!parameter.positional() && parameter.names().contains(name)) {
                return parameter;
            }
        }
        return null;
    }

    private void options(String path, List<Parameter<?>> parameters, String typed, List<Suggestion> all) {
        int equals = typed.indexOf('=');
        if (equals > 0) {
            Parameter<?> option = named(parameters, typed.substring(0, equals));
            if (option != null) {
                values(path, option, typed.substring(equals + 1), typed.substring(0, equals + 1), all);
            }
            return;
        }
        for (Parameter<?> parameter : parameters) {
            if (!parameter.positional()) {
                add(parameter.name(), Outline.help(parameter), typed, all);
            }
        }
    }

    /** The positional parameter that comes next, or null when there is none. */
    private static @Nullable Parameter<?> positional(List<Parameter<?>> parameters, List<String> rest) {
        int given = 0;
        for (int i = 0; i < rest.size(); i++) {
            if (rest.get(i).startsWith("-")) {
                Parameter<?> option = named(parameters, rest.get(i));
                i += option == null || option.arity() == Parameter.Arity.SWITCH ? 0 : 1;
            } else {
                given++;
            }
        }
        for (Parameter<?> parameter : parameters) {
            if (parameter.positional() && (given-- == 0 || parameter.arity() == Parameter.Arity.MANY)) {
                return parameter;
            }
        }
        return null;
    }

    /** @param before what stands in front of the value in the same word, {@code --output=} */
    private void values(String path, Parameter<?> parameter, String typed, String before, List<Suggestion> all) {
        switch (Outline.kind(parameter)) {
            case WORDS -> parameter.words().forEach(word -> add(before + word, "", before + typed, all));
            case FILE, DIRECTORY -> files(typed, before, Outline.kind(parameter) == Outline.Kind.DIRECTORY, all);
            case TEXT -> names.of(path, parameter, typed).forEach(name -> add(before + name, "", before + typed, all));
            case SWITCH -> {
                // No value.
            }
        }
    }

    private void files(String typed, String before, boolean directories, List<Suggestion> all) {
        int slash = typed.lastIndexOf('/') + 1;
        String folder = typed.substring(0, slash);
        String start = typed.substring(slash);
        List<Suggestion> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.resolve(folder))) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                boolean deeper = Files.isDirectory(file);
                boolean hidden = name.startsWith(".") && !start.startsWith(".");
                if (name.startsWith(start) && !hidden && (deeper || !directories)) {
                    found.add(new Suggestion(before + folder + name + (deeper ? "/" : ""), "", !deeper));
                }
                if (found.size() > MOST_FILES) {
                    break;
                }
            }
        } catch (IOException | DirectoryIteratorException | java.nio.file.InvalidPathException none) {
            return;
        }
        all.addAll(found);
    }

    private static void add(String word, String description, String typed, List<Suggestion> all) {
        if (word.startsWith(typed)) {
            all.add(new Suggestion(word, description, true));
        }
    }
}
