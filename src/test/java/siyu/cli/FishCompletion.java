package siyu.cli;

import java.util.ArrayList;
import java.util.List;

/** The tables of the fish script: which options want a value, and {@code complete} commands. */
final class FishCompletion {
    private final StringBuilder text = new StringBuilder();

    private FishCompletion() {}

    static String tables(Outline outline) {
        FishCompletion tables = new FishCompletion();
        tables.facts(outline);
        tables.commands(outline);
        for (Common.Set set : Outline.SETS) {
            tables.line("");
            set.parameters().forEach(option -> tables.option("__siyu_takes " + CompletionScripts.name(set), option));
        }
        for (Outline.Node node : outline.nodes()) {
            if (!node.positionals().isEmpty() || !node.options().isEmpty()) {
                tables.line("");
                node.positionals().forEach(parameter -> tables.positional(at(node.path()), parameter));
                node.options().forEach(option -> tables.option(at(node.path()), option));
            }
        }
        return tables.text.toString();
    }

    private void facts(Outline outline) {
        List<String> paths = new ArrayList<>();
        for (Outline.Node node : outline.nodes()) {
            if (!node.path().isEmpty()) {
                paths.add(quoted(node.path()));
                if (node.group()) {
                    paths.add(quoted("help " + node.path()));
                }
            }
        }
        line("set -g __siyu_valued " + String.join(" ", CompletionScripts.valued(outline)));
        line("set -g __siyu_paths " + String.join(" ", paths) + " help");
        for (Common.Set set : Outline.SETS) {
            List<String> takers = new ArrayList<>();
            for (Outline.Node node : outline.nodes()) {
                if (node.sets().contains(set)) {
                    takers.add(quoted(node.path()));
                }
            }
            line("set -g __siyu_" + CompletionScripts.name(set) + " " + String.join(" ", takers));
        }
    }

    private void commands(Outline outline) {
        for (Outline.Node node : outline.nodes()) {
            if (node.group()) {
                line("");
                node.entries().forEach(entry -> entry(at(node.path()), entry));
                node.entries().forEach(entry -> entry(at(("help " + node.path()).strip()), entry));
                if (node.path().isEmpty()) {
                    entry(at(""), CommandTree.verb("help", "Tell about a command, a topic or an error code"));
                }
            }
        }
        line("");
        Outline.topics().forEach(entry -> entry(at("help"), entry));
    }

    private static String at(String path) {
        return "__siyu_at " + (path.isEmpty() ? "''" : path);
    }

    private void entry(String condition, CommandTree.Entry entry) {
        line(complete(condition) + " -a " + entry.name() + " -d " + quoted(entry.summary()));
    }

    private void option(String condition, Parameter<?> option) {
        StringBuilder line = new StringBuilder(complete(condition));
        for (String name : option.names()) {
            line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        line.append(value(option)).append(" -d ").append(quoted(Outline.help(option)));
        line(line.toString());
    }

    private static String value(Parameter<?> option) {
        return switch (Outline.kind(option)) {
            case SWITCH -> "";
            case WORDS -> " -x -a " + quoted(String.join(" ", option.words()));
            case FILE -> " -r -F";
            case DIRECTORY -> " -x -a '(__fish_complete_directories)'";
            case TEXT -> " -x";
        };
    }

    private void positional(String condition, Parameter<?> parameter) {
        switch (Outline.kind(parameter)) {
            case WORDS -> line(complete(condition) + " -a " + quoted(String.join(" ", parameter.words())));
            case FILE -> line(complete(condition) + " -F");
            case DIRECTORY -> line(complete(condition) + " -a '(__fish_complete_directories)'");
            case TEXT, SWITCH -> {
                // A shell knows nothing about it.
            }
        }
    }

    private static String complete(String condition) {
        return "complete -c siyu -n " + quoted(condition);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
