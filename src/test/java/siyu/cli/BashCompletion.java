package siyu.cli;

import java.util.List;

/** The tables of the bash script: shell functions that put lines of fields between bars into an array. */
final class BashCompletion {
    private final StringBuilder text = new StringBuilder();

    private BashCompletion() {}

    static String tables(Outline outline) {
        BashCompletion tables = new BashCompletion();
        tables.commands(outline);
        tables.options(outline);
        tables.parameters(outline);
        return tables.text.toString();
    }

    private void commands(Outline outline) {
        text.append("# What a group holds, as word|description.\n_siyu_commands() {\n    found=()\n    case $1 in\n");
        for (Outline.Node node : outline.nodes()) {
            if (!node.group()) {
                continue;
            }
            begin(node.path());
            node.entries().forEach(this::entry);
            if (node.path().isEmpty()) {
                entry(CommandTree.verb("help", "Tell about a command, a topic or an error code"));
            }
            end();
        }
        begin("help");
        outline.tree().entries().forEach(this::entry);
        Outline.topics().forEach(this::entry);
        end();
        text.append("    esac\n}\n\n");
    }

    private void options(Outline outline) {
        text.append("# Options of a command, as names|kind of value|description; the kind of a switch is empty.\n")
                .append("_siyu_options() {\n");
        for (Common.Set set : Outline.SETS) {
            text.append("    local -a ").append(CompletionScripts.name(set)).append("=(\n");
            set.parameters().forEach(this::option);
            text.append("    )\n");
        }
        text.append("    case $1 in\n");
        for (Outline.Node node : outline.nodes()) {
            if (node.options().isEmpty() && node.sets().equals(Outline.SETS)) {
                continue;
            }
            begin(node.path());
            node.options().forEach(this::option);
            sets(node.sets());
            end();
        }
        text.append("        *)\n            found=(");
        sets(Outline.SETS);
        end();
        text.append("    esac\n}\n\n");
    }

    private void parameters(Outline outline) {
        text.append("# Kinds of a command's parameters in order; one with ... takes all that follow.\n")
                .append("_siyu_parameters() {\n    found=()\n    case $1 in\n");
        for (Outline.Node node : outline.nodes()) {
            if (node.positionals().isEmpty()) {
                continue;
            }
            begin(node.path());
            for (Parameter<?> parameter : node.positionals()) {
                String many = parameter.arity() == Parameter.Arity.MANY ? "..." : "";
                text.append("\n                ").append(CompletionScripts.quoted(kind(parameter) + many));
            }
            end();
        }
        text.append("    esac\n}\n");
    }

    private void begin(String path) {
        text.append("        ").append(CompletionScripts.quoted(path)).append(")\n            found=(");
    }

    private void end() {
        text.append("\n            )\n            ;;\n");
    }

    private void entry(CommandTree.Entry entry) {
        text.append("\n                ").append(CompletionScripts.quoted(entry.name() + "|" + entry.summary()));
    }

    private void option(Parameter<?> parameter) {
        String line = String.join(" ", parameter.names()) + "|" + kind(parameter) + "|" + Outline.help(parameter);
        text.append("\n                ").append(CompletionScripts.quoted(line));
    }

    private void sets(List<Common.Set> sets) {
        for (Common.Set set : sets) {
            text.append("\n                \"${")
                    .append(CompletionScripts.name(set))
                    .append("[@]}\"");
        }
    }

    private static String kind(Parameter<?> parameter) {
        return switch (Outline.kind(parameter)) {
            case SWITCH -> "";
            case WORDS -> "=" + String.join(" ", parameter.words());
            case FILE -> "file";
            case DIRECTORY -> "directory";
            case TEXT -> "text";
        };
    }
}
