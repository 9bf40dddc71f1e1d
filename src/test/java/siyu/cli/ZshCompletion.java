package siyu.cli;

import java.util.List;

/** The tables of the zsh script: functions that fill arrays of what {@code _describe} and {@code _arguments} read. */
final class ZshCompletion {
    private final StringBuilder text = new StringBuilder();

    private ZshCompletion() {}

    static String tables(Outline outline) {
        ZshCompletion tables = new ZshCompletion();
        tables.commands(outline);
        tables.specs(outline);
        return tables.text.toString();
    }

    private void commands(Outline outline) {
        text.append("# What a group holds, as word:description.\n_siyu_commands() {\n  case $1 in\n");
        for (Outline.Node node : outline.nodes()) {
            if (!node.group()) {
                continue;
            }
            begin(node.path(), "commands");
            node.entries().forEach(this::entry);
            if (node.path().isEmpty()) {
                entry(CommandTree.verb("help", "Tell about a command, a topic or an error code"));
            }
            end();
        }
        begin("help", "commands");
        outline.tree().entries().forEach(this::entry);
        Outline.topics().forEach(this::entry);
        end();
        text.append("    (*) commands=() ;;\n  esac\n}\n\n");
    }

    private void specs(Outline outline) {
        text.append("# What a command takes, as specs of _arguments.\n_siyu_specs() {\n");
        for (Common.Set set : Outline.SETS) {
            text.append("  local -a ").append(CompletionScripts.name(set)).append("=(\n");
            set.parameters().forEach(this::option);
            text.append("  )\n");
        }
        text.append("  case $1 in\n");
        for (Outline.Node node : outline.nodes()) {
            if (node.group()) {
                continue;
            }
            begin(node.path(), "specs");
            node.positionals().forEach(this::positional);
            node.options().forEach(this::option);
            sets(node.sets());
            end();
        }
        StringBuilder groups = new StringBuilder();
        for (Outline.Node node : outline.nodes()) {
            if (node.group()) {
                groups.append(groups.length() == 0 ? "" : " | ").append(CompletionScripts.quoted(node.path()));
            }
        }
        text.append("    (").append(groups).append(")\n      specs=(\n");
        sets(Outline.SETS);
        end();
        text.append("    (*) specs=() ;;\n  esac\n}\n");
    }

    private void begin(String path, String array) {
        text.append("    (")
                .append(CompletionScripts.quoted(path))
                .append(")\n      ")
                .append(array)
                .append("=(\n");
    }

    private void end() {
        text.append("      )\n      ;;\n");
    }

    private void line(String word) {
        text.append("        ").append(CompletionScripts.quoted(word)).append('\n');
    }

    private void entry(CommandTree.Entry entry) {
        line(entry.name() + ":" + entry.summary());
    }

    private void option(Parameter<?> parameter) {
        boolean value = Outline.kind(parameter) != Outline.Kind.SWITCH;
        // One that was given is not offered again, by none of its names, unless it may be repeated.
        String before =
                parameter.arity() == Parameter.Arity.MANY ? "*" : "(" + String.join(" ", parameter.names()) + ")";
        for (String name : parameter.names()) {
            String joined = !value ? "" : name.startsWith("--") ? "=" : "+";
            line(before + name + joined + "[" + escaped(Outline.help(parameter)) + "]"
                    + (value ? ":" + action(parameter) : ""));
        }
    }

    private void positional(Parameter<?> parameter) {
        boolean many = parameter.arity() == Parameter.Arity.MANY;
        line((many ? "*:" : parameter.required() ? ":" : "::") + action(parameter));
    }

    /** {@code FORMAT:(table json)}. */
    private static String action(Parameter<?> parameter) {
        String action = switch (Outline.kind(parameter)) {
            case WORDS -> "(" + String.join(" ", parameter.words()) + ")";
            case FILE -> "_files";
            case DIRECTORY -> "_files -/";
            case TEXT, SWITCH -> " ";
        };
        return escaped(parameter.label()) + ":" + action;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:");
    }

    private void sets(List<Common.Set> sets) {
        for (Common.Set set : sets) {
            text.append("        $").append(CompletionScripts.name(set)).append('\n');
        }
    }
}
