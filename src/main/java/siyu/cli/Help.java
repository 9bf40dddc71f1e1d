package siyu.cli;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import siyu.core.Code;
import siyu.core.Exit;
import siyu.core.Nearest;
import siyu.core.Problem;

/** Help pages, within 80 columns. */
final class Help {
    private static final int WIDTH = 80;
    /** Where summaries start, at most. */
    private static final int INDENT = 28;

    private final CommandTree tree;

    Help(CommandTree tree) {
        this.tree = tree;
    }

    /** {@code siyu help …}: a command's page, a topic, or a code. */
    Exit of(List<String> words, Consumer<String> print) {
        if (words.isEmpty()) {
            print.accept(program());
            return Exit.DONE;
        }
        Route route = Route.find(tree, words.toArray(new String[0]));
        CommandTree.Entry entry = route.entry();
        if (entry != null && route.unknown() == null) {
            String path = String.join(" ", route.path());
            print.accept(
                    entry.group() ? group(path, entry) : verb(path, tree.parts().verb(path)));
            return Exit.DONE;
        }
        String word = words.get(0);
        for (Code code : tree.parts().codes()) {
            if (code.id().equalsIgnoreCase(word)) {
                print.accept(code(code));
                return Exit.DONE;
            }
        }
        @Nullable String hint = Nearest.hint(word, CommandTree.names(tree.entries()));
        throw Problem.of(CliCode.UNKNOWN_TOPIC, "there is no help about '" + String.join(" ", words) + "'")
                .hint(hint)
                .failure();
    }

    String program() {
        StringBuilder page = new StringBuilder();
        page.append(tree.program()).append(": ").append(tree.summary()).append("\n\n");
        page.append("Usage: ").append(tree.program()).append(" [OPTIONS] COMMAND\n\nCommands:\n");
        entries(tree.entries(), page);
        page.append("\nOptions, before or after the command:\n");
        options(Common.of(List.of(Common.Set.WORLD, Common.Set.ALWAYS)), page);
        return page.toString();
    }

    String group(String path, CommandTree.Entry group) {
        StringBuilder page = new StringBuilder();
        page.append(group.summary()).append("\n\nUsage: ");
        page.append(tree.program()).append(' ').append(path).append(" [OPTIONS] COMMAND\n\nCommands:\n");
        entries(group.entries(), page);
        return page.toString();
    }

    String verb(String path, Verb verb) {
        StringBuilder page = new StringBuilder();
        Verb.Manual manual = verb.manual();
        page.append(manual.summary()).append("\n\n");
        page.append(usage(tree.program() + " " + path, verb));
        for (String paragraph : manual.text()) {
            page.append('\n');
            wrap(paragraph, 0, 0, page);
        }
        return page.toString();
    }

    String code(Code code) {
        StringBuilder page = new StringBuilder();
        page.append(code.id()).append(": ").append(code.title()).append("\n\n");
        wrap(code.meaning(), 0, 0, page);
        page.append("\nExit code: ").append(code.exit().code()).append('\n');
        return page.toString();
    }

    /** {@code usage: siyu segment run [OPTIONS] [NAME…]}. */
    static String usage(String command, Verb verb) {
        StringBuilder line = new StringBuilder("usage: ").append(command).append(" [OPTIONS]");
        for (Parameter<?> parameter : verb.parameters()) {
            if (parameter.positional()) {
                line.append(' ').append(synopsis(parameter));
            } else if (parameter.required()) {
                line.append(' ').append(parameter.name()).append(' ').append(parameter.label());
            }
        }
        return line.append('\n').toString();
    }

    private static String synopsis(Parameter<?> parameter) {
        String label = parameter.label() + (parameter.arity() == Parameter.Arity.MANY ? "..." : "");
        return parameter.required() ? label : "[" + label + "]";
    }

    private static void entries(List<CommandTree.Entry> entries, StringBuilder page) {
        int widest = 0;
        for (CommandTree.Entry entry : entries) {
            widest = Math.max(widest, entry.name().length());
        }
        for (CommandTree.Entry entry : entries) {
            item(entry.name(), entry.summary(), widest + 4, page);
        }
    }

    private static void options(List<Parameter<?>> parameters, StringBuilder page) {
        for (Parameter<?> parameter : parameters) {
            boolean letter = parameter.names().get(0).length() == 2;
            String names = (letter ? "" : "    ") + String.join(", ", parameter.names());
            String label = parameter.label().isEmpty() ? "" : " " + parameter.label();
            String words = parameter.words().isEmpty() ? "" : ": " + String.join(", ", parameter.words());
            item(names + label, parameter.help() + words, INDENT, page);
        }
    }

    private static void item(String term, String text, int indent, StringBuilder page) {
        page.append("  ").append(term);
        int column = term.length() + 2;
        if (column + 2 > indent) {
            page.append('\n');
            column = 0;
        }
        page.append(" ".repeat(indent - column));
        wrap(text, indent, indent, page);
    }

    /** Fills lines up to the width; the first starts at {@code column} already. */
    static void wrap(String text, int column, int indent, StringBuilder page) {
        int at = column;
        boolean first = true;
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf(' ', start);
            end = end < 0 ? text.length() : end;
            int length = siyu.out.Width.of(text.substring(start, end));
            if (!first && at + 1 + length > WIDTH) {
                page.append('\n').append(" ".repeat(indent));
                at = indent;
            } else if (!first) {
                page.append(' ');
                at++;
            }
            page.append(text, start, end);
            at += length;
            first = false;
            start = end + 1;
        }
        page.append('\n');
    }
}
