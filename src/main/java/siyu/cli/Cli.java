package siyu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import siyu.core.Exit;
import siyu.core.Nearest;
import siyu.core.Problem;
import siyu.core.Zones;
import siyu.out.Table;
import siyu.out.Utf8Out;

/** Runs one command line: finds the verb, reads its arguments, runs it, shows its answer, and turns everything into an exit code. */
public final class Cli {
    private final CommandTree tree;
    private final Io io;
    private final @Nullable Consumer<Table> seen;

    /** @param seen sees every table before it is shown; for tests of the contract; null for nobody */
    public Cli(CommandTree tree, Io io, @Nullable Consumer<Table> seen) {
        this.tree = tree;
        this.io = io;
        this.seen = seen;
    }

    /** Returns the exit code; throws nothing. */
    @SuppressWarnings("CatchingUnchecked") // The last line of defence: whatever it is becomes words and an exit code.
    public int run(String[] line) {
        Glance glance = Glance.of(line);
        Failures failures = new Failures(io, glance);
        try {
            return dispatch(line, failures).code();
        } catch (Throwable thrown) {
            if (io.interruption().fired()) {
                // What a rollback made of the work that was under way is no news.
                return Exit.INTERRUPTED.code();
            }
            return failures.report(thrown).code();
        }
    }

    private Exit dispatch(String[] line, Failures failures) {
        if (line.length == 1 && (line[0].equals("--version") || line[0].equals("-V"))) {
            print(tree.program() + " " + tree.version() + "\n");
            return Exit.DONE;
        }
        Route route = Route.find(tree, line);
        CommandTree.Entry entry = route.entry();
        String unknown = route.unknown();
        if (unknown != null) {
            if (entry == null && unknown.equals("help")) {
                print(new Help(tree).of(afterHelp(line)));
                return Exit.DONE;
            }
            return unknownCommand(route, unknown, failures);
        }
        String path = String.join(" ", route.path());
        if (entry == null) {
            if (!route.help() && !route.rest().isEmpty()) {
                return strayOption(route.rest().get(0), failures);
            }
            print(new Help(tree).program());
            return Exit.DONE;
        }
        if (route.help()) {
            print(new Help(tree).entry(path, entry));
            return Exit.DONE;
        }
        if (entry.group()) {
            Problem problem = Problem.of(
                            CliCode.MISSING_ARGUMENT, "'" + tree.program() + " " + path + "' needs a command")
                    .hint("one of " + String.join(", ", CommandTree.names(entry.entries())));
            return usage(problem, path + " COMMAND", failures);
        }
        return run(path, tree.parts().verb(path), route.rest(), failures);
    }

    private Exit run(String path, Verb verb, List<String> words, Failures failures) {
        if (verb.shared().contains(Common.Set.WORLD)) {
            Zones.load();
        }
        if (verb.opens()) {
            tree.parts().opening();
        }
        String command = tree.program() + " " + path;
        ParsedCall call;
        try {
            call = new ParsedCall(
                    path,
                    verb.shared().contains(Common.Set.CHANGE),
                    new Arguments(command, parameters(verb)).read(words),
                    io);
        } catch (siyu.core.Failure failure) {
            failures.show(failure.problems(), failure.exit(), List.of());
            if (!failures.json()) {
                io.err().print(Help.usage(command, verb) + "\n");
                io.err().flush();
            }
            return failure.exit();
        }
        Answer answer = new Answer(call);
        answer.check(verb.columns(call));
        Outcome outcome;
        try (call) {
            outcome = verb.run(call);
            show(answer, outcome);
        }
        boolean problems = !outcome.problems().isEmpty();
        if (!call.value(Common.QUIET) && !(problems && failures.json())) {
            for (String note : outcome.notes()) {
                io.err().print(ProblemText.lines(note) + "\n");
            }
        }
        if (problems) {
            failures.show(outcome.problems(), outcome.exit(), outcome.notes());
        }
        io.err().flush();
        return outcome.exit();
    }

    /** A pipe whose reader went away is as good as one that read everything. */
    private void show(Answer answer, Outcome outcome) {
        Table table = outcome.table();
        Outcome.Text text = outcome.text();
        try {
            if (table != null) {
                if (seen != null) {
                    seen.accept(table);
                }
                answer.show(table);
            } else if (text != null) {
                text.write(io.out());
                io.out().flush();
            }
        } catch (java.io.IOException failure) {
            throw new siyu.out.WriteException(failure);
        } catch (siyu.out.WriteException failure) {
            if (!Failures.brokenPipe(failure)) {
                throw failure;
            }
        }
    }

    /** A verb's own parameters, then the shared ones it takes, each once. */
    static List<Parameter<?>> parameters(Verb verb) {
        List<Parameter<?>> all = new ArrayList<>(verb.parameters());
        List<Common.Set> sets = new ArrayList<>(verb.shared());
        sets.add(Common.Set.ALWAYS);
        for (Parameter<?> parameter : Common.of(sets)) {
            boolean own = false;
            for (Parameter<?> other : verb.parameters()) {
                own |= other.name().equals(parameter.name());
            }
            if (!own) {
                all.add(parameter);
            }
        }
        return all;
    }

    private Exit unknownCommand(Route route, String unknown, Failures failures) {
        CommandTree.Entry entry = route.entry();
        String before = String.join(" ", route.path());
        List<CommandTree.Entry> entries = entry == null ? tree.entries() : entry.entries();
        String command = before.isEmpty() ? tree.program() : tree.program() + " " + before;
        String hint = Nearest.hint(unknown, CommandTree.names(entries));
        hint = hint == null ? elsewhere(unknown, route) : hint;
        Problem problem = Problem.of(CliCode.UNKNOWN_COMMAND, "'" + command + "' has no command '" + unknown + "'")
                .hint(hint == null ? "'" + command + " --help' lists the commands" : hint);
        return usage(problem, before.isEmpty() ? "COMMAND" : before + " COMMAND", failures);
    }

    /** A hint when the word is a command of a group, or stands behind an option that only a command knows. */
    private @Nullable String elsewhere(String word, Route route) {
        List<String> rest = route.rest();
        String last = rest.isEmpty() ? "" : rest.get(rest.size() - 1);
        if (last.startsWith("-") && !Common.isShared(last)) {
            return "option '" + last + "' belongs behind the command";
        }
        for (CommandTree.Entry entry : tree.entries()) {
            if (CommandTree.find(entry.entries(), word) != null) {
                return "did you mean '" + tree.program() + " " + entry.name() + " " + word + "'?";
            }
        }
        return null;
    }

    private Exit strayOption(String option, Failures failures) {
        Problem problem = Problem.of(CliCode.MISSING_ARGUMENT, "there is no command beside '" + option + "'")
                .hint("'" + tree.program() + " --help' lists the commands");
        return usage(problem, "COMMAND", failures);
    }

    private Exit usage(Problem problem, String synopsis, Failures failures) {
        failures.show(List.of(problem), problem.code().exit(), List.of());
        if (!failures.json()) {
            io.err().print("Usage: " + tree.program() + " " + synopsis + "\n");
            io.err().flush();
        }
        return problem.code().exit();
    }

    private static List<String> afterHelp(String[] line) {
        List<String> words = new ArrayList<>();
        boolean after = false;
        for (String word : line) {
            if (after && !word.startsWith("-")) {
                words.add(word);
            }
            after |= word.equals("help");
        }
        return words;
    }

    private void print(String text) {
        Utf8Out out = new Utf8Out(io.out());
        out.put(text).flush();
    }
}
