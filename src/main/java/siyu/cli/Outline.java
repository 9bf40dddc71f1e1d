package siyu.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The whole command tree laid open, every verb built: for what is generated from it, never on the way to a command. */
final class Outline {
    /** The sets that most verbs share whole, and that are therefore written down once. */
    static final List<Common.Set> SETS =
            List.of(Common.Set.ALWAYS, Common.Set.OUTPUT, Common.Set.WORLD, Common.Set.CHANGE);

    /**
     * A command or a group.
     *
     * @param path {@code segment run}; empty for the program itself
     * @param entries what a group holds, empty for a verb
     * @param positionals in order
     * @param options those beside the sets, in the order of help; for a group none
     * @param sets the shared sets it takes whole; for a group all, since their options may stand before the command
     */
    record Node(
            String path,
            String summary,
            List<CommandTree.Entry> entries,
            List<Parameter<?>> positionals,
            List<Parameter<?>> options,
            List<Common.Set> sets) {
        boolean group() {
            return !entries.isEmpty();
        }
    }

    /** What a value is, as far as a shell can help with it. */
    enum Kind {
        SWITCH,
        WORDS,
        FILE,
        DIRECTORY,
        TEXT
    }

    private final CommandTree tree;
    private final List<Node> nodes = new ArrayList<>();

    Outline(CommandTree tree) {
        this.tree = tree;
        nodes.add(new Node("", tree.summary(), tree.entries(), List.of(), List.of(), SETS));
        add("", tree.entries());
    }

    CommandTree tree() {
        return tree;
    }

    /** The program, then every group and verb, each group before what it holds. */
    List<Node> nodes() {
        return nodes;
    }

    private void add(String before, List<CommandTree.Entry> entries) {
        for (CommandTree.Entry entry : entries) {
            String path = before + entry.name();
            nodes.add(
                    entry.group()
                            ? new Node(path, entry.summary(), entry.entries(), List.of(), List.of(), SETS)
                            : verb(path, tree.parts().verb(path)));
            add(path + " ", entry.entries());
        }
    }

    private static Node verb(String path, Verb verb) {
        List<Parameter<?>> all = Cli.parameters(verb);
        List<Common.Set> sets = new ArrayList<>();
        Set<Parameter<?>> covered = new HashSet<>();
        for (Common.Set set : SETS) {
            boolean whole = all.containsAll(set.parameters());
            if (whole && (set == Common.Set.ALWAYS || verb.shared().contains(set))) {
                sets.add(set);
                covered.addAll(set.parameters());
            }
        }
        List<Parameter<?>> positionals = new ArrayList<>();
        List<Parameter<?>> options = new ArrayList<>();
        for (Parameter<?> parameter : all) {
            if (parameter.positional()) {
                positionals.add(parameter);
            } else if (!covered.contains(parameter)) {
                options.add(parameter);
            }
        }
        return new Node(path, verb.manual().summary(), List.of(), positionals, options, sets);
    }

    /** Every option there is, shared ones first. */
    List<Parameter<?>> options() {
        List<Parameter<?>> all = new ArrayList<>(Common.all());
        nodes.forEach(node -> all.addAll(node.options()));
        return all;
    }

    /** What can stand behind {@code siyu help} beside commands: topics, as names with summaries. */
    static List<CommandTree.Entry> topics() {
        List<CommandTree.Entry> topics = new ArrayList<>();
        HelpTopics.all().forEach((name, summary) -> topics.add(CommandTree.verb(name, summary)));
        topics.add(CommandTree.verb("topics", "The list of these topics"));
        return topics;
    }

    static Kind kind(Parameter<?> parameter) {
        if (parameter.arity() == Parameter.Arity.SWITCH) {
            return Kind.SWITCH;
        }
        if (!parameter.words().isEmpty()) {
            return Kind.WORDS;
        }
        return switch (parameter.label()) {
            case "FILE" -> Kind.FILE;
            case "DIR" -> Kind.DIRECTORY;
            default -> Kind.TEXT;
        };
    }

    /** One line that starts with a capital. */
    static String help(Parameter<?> parameter) {
        String help = parameter.help();
        return Character.toUpperCase(help.charAt(0)) + help.substring(1);
    }
}
