package siyu.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import siyu.core.Code;
import siyu.core.Exit;
import siyu.core.Nearest;
import siyu.core.Problem;

/** What {@code --help} and {@code siyu help …} print. */
final class Help {
    private final CommandTree tree;

    Help(CommandTree tree) {
        this.tree = tree;
    }

    /** {@code siyu help …}: the page of a command, a topic, or a code. */
    String of(List<String> words) {
        if (words.isEmpty()) {
            return program();
        }
        Route route = Route.find(tree, words.toArray(new String[0]));
        CommandTree.Entry entry = route.entry();
        if (entry != null && route.unknown() == null) {
            return entry(String.join(" ", route.path()), entry);
        }
        String word = words.get(0);
        if (word.equals("topics")) {
            return topics();
        }
        String page = HelpTopics.page(word);
        if (page != null) {
            return page.endsWith("@codes\n") ? page.substring(0, page.length() - 7) + codes() : page;
        }
        List<String> known = new ArrayList<>(CommandTree.names(tree.entries()));
        known.addAll(HelpTopics.all().keySet());
        for (Code code : tree.parts().codes()) {
            known.add(code.id());
            if (code.id().equalsIgnoreCase(word)) {
                return code(code);
            }
        }
        String nearest = Nearest.hint(word, known);
        throw Problem.of(CliCode.UNKNOWN_TOPIC, "there is no help about '" + String.join(" ", words) + "'")
                .hint(nearest == null ? "'" + tree.program() + " help topics' lists the topics" : nearest)
                .failure();
    }

    /** The page of a command or of a group. */
    String entry(String path, CommandTree.Entry entry) {
        return entry.group() ? group(path, entry) : verb(path, tree.parts().verb(path));
    }

    String program() {
        HelpPage page = new HelpPage();
        page.line(tree.program() + ": " + tree.summary());
        page.gap().line("Usage: " + tree.program() + " [OPTIONS] COMMAND");
        page.heading("Commands");
        entries(tree.entries(), page);
        page.heading("Options, before or after the command");
        page.options(Common.of(List.of(Common.Set.WORLD, Common.Set.ALWAYS)));
        page.item("    --version", "Show the version", HelpPage.INDENT);
        // The topics are not listed here: reading them would cost this page a good part of its time.
        page.gap().line("'" + tree.program() + " COMMAND --help' tells more.");
        page.line("'" + tree.program() + " help topics' lists pages about other things.");
        return page.toString();
    }

    private String group(String path, CommandTree.Entry group) {
        HelpPage page = new HelpPage();
        page.line(group.summary());
        page.gap().line("Usage: " + tree.program() + " " + path + " [OPTIONS] COMMAND");
        page.heading("Commands");
        entries(group.entries(), page);
        page.gap().line("'" + tree.program() + " " + path + " COMMAND --help' tells more.");
        return page.toString();
    }

    private String verb(String path, Verb verb) {
        HelpPage page = new HelpPage();
        Verb.Manual manual = verb.manual();
        page.line(manual.summary());
        page.gap().line(usage(tree.program() + " " + path, verb));
        for (String paragraph : manual.text()) {
            page.gap().paragraph(paragraph);
        }
        List<Parameter<?>> own = verb.parameters();
        List<Parameter<?>> shared = new ArrayList<>(Cli.parameters(verb));
        shared.removeAll(own);
        if (!own.isEmpty()) {
            page.heading("Parameters");
            page.options(own);
        }
        page.heading("Common options");
        page.options(shared);
        if (!manual.examples().isEmpty()) {
            page.heading("Examples");
            for (Verb.Example example : manual.examples()) {
                page.paragraph("# " + example.does(), 2).command(example.line());
            }
        }
        if (!manual.schemas().isEmpty()) {
            page.heading("JSON");
            page.paragraph(String.join(", ", manual.schemas()), 2);
        }
        page.heading("Exit codes");
        for (Exit exit : exits(verb)) {
            page.item(String.valueOf(exit.code()), exit.meaning(), 7);
        }
        return page.toString();
    }

    /** The exit codes of a verb's page, in their order. */
    static Set<Exit> exits(Verb verb) {
        EnumSet<Exit> exits = EnumSet.of(Exit.DONE, Exit.FAILED, Exit.USAGE);
        if (verb.shared().contains(Common.Set.WORLD)) {
            exits.add(Exit.PROGRAM);
            exits.add(Exit.DATA);
        }
        if (verb.shared().contains(Common.Set.CHANGE)) {
            exits.add(Exit.REFUSED);
        }
        exits.addAll(verb.exits());
        return exits;
    }

    private String topics() {
        HelpPage page = new HelpPage();
        page.line("Topics of '" + tree.program() + " help TOPIC'").gap();
        for (Map.Entry<String, String> topic : HelpTopics.all().entrySet()) {
            page.item(topic.getKey(), topic.getValue(), HelpPage.INDENT);
        }
        return page.toString();
    }

    private static String code(Code code) {
        HelpPage page = new HelpPage();
        page.line(code.id() + ": " + code.title()).gap().paragraph(code.meaning());
        page.gap()
                .paragraph(
                        "Exit code " + code.exit().code() + ": " + code.exit().meaning());
        return page.toString();
    }

    private String codes() {
        HelpPage page = new HelpPage();
        for (Code code : tree.parts().codes()) {
            page.item(code.id(), code.title(), 10);
        }
        return page.toString();
    }

    /** {@code Usage: siyu segment run [OPTIONS] [NAME...]}. */
    static String usage(String command, Verb verb) {
        StringBuilder line = new StringBuilder("Usage: ").append(command).append(" [OPTIONS]");
        for (Parameter<?> parameter : verb.parameters()) {
            if (parameter.positional()) {
                String label = parameter.label() + (parameter.arity() == Parameter.Arity.MANY ? "..." : "");
                line.append(' ').append(parameter.required() ? label : "[" + label + "]");
            } else if (parameter.required()) {
                line.append(' ').append(parameter.name()).append(' ').append(parameter.label());
            }
        }
        return line.toString();
    }

    private static void entries(List<CommandTree.Entry> entries, HelpPage page) {
        int widest = 0;
        for (CommandTree.Entry entry : entries) {
            widest = Math.max(widest, entry.name().length());
        }
        for (CommandTree.Entry entry : entries) {
            page.item(entry.name(), entry.summary(), widest + 4);
        }
    }
}
