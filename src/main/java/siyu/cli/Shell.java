package siyu.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import siyu.core.Exit;
import siyu.core.Failure;
import siyu.core.Problem;
import siyu.out.Heading;
import siyu.out.Scrub;
import siyu.out.Table;
import siyu.out.Utf8Out;

/**
 * Many commands in one process: lines of a terminal, or of a script on standard input. Each runs as it would by itself; what
 * the shell adds are options that are kept, the data file that stays open between commands, and a Ctrl-C that ends the command
 * and not the shell.
 */
public final class Shell {
    /** What the shell can do by itself, beside commands, with what it is for. */
    static final List<CommandTree.Entry> OWN = List.of(
            CommandTree.verb("set", "Keep options for the commands that follow; without any, show them"),
            CommandTree.verb("unset", "Keep no options"),
            CommandTree.verb("help", "Tell about a command, a topic or an error code"),
            CommandTree.verb("exit", "Leave (also Ctrl-D)"));

    /** The workspace behind the lines. */
    public interface Place {
        /** Names it has for a parameter of a command, those that start as typed; empty when it cannot tell. */
        List<String> names(Call call, String path, Parameter<?> parameter, String typed);

        /** Opens the data file, as far as that goes, and keeps it open. */
        void hold(Call call);

        /** Lets go of the data file. */
        void release();
    }

    private final CommandTree tree;
    private final Call call;
    private final Place place;
    private final Kept kept = new Kept();
    private final Failures failures;
    /** By command, the columns of its last answer: what an answer has is not known before there was one. */
    private final Map<String, List<String>> columns = new HashMap<>();

    private boolean ended;
    private @Nullable Running running;

    /** The command that runs now. */
    private record Running(Interruption interruption, Thread thread) {}

    public Shell(CommandTree tree, Call call, Place place) {
        this.tree = tree;
        this.call = call;
        this.place = place;
        this.failures = new Failures(
                call.io(), new Glance(call.value(Common.OUTPUT).data(), false, false, call.value(Common.COLOR)));
        if (call.value(Common.OUTPUT) != Common.OUTPUT.initial()) {
            kept.keep(List.of("-o", call.value(Common.OUTPUT).name().toLowerCase(java.util.Locale.ROOT)));
        }
    }

    /** Reads lines until they end or one says so. */
    public Exit run(boolean goOn) {
        Io io = call.io();
        boolean person = io.terminal().in()
                && io.terminal().out()
                && !"dumb".equals(io.environment().get("TERM"));
        Interruption.Guard guard = io.interruption().guard(this::interrupt);
        try (guard) {
            return person ? converse() : script(goOn);
        } finally {
            place.release();
        }
    }

    private Exit converse() {
        Suggestions suggestions = new Suggestions(tree, call.io().directory(), this::names);
        try (LineEditor editor = LineEditor.open(call.io(), this::suggested, this::interrupt, suggestions)) {
            while (!ended) {
                String text = editor.read();
                if (text == null) {
                    break;
                }
                line(text, editor.io());
            }
        }
        return Exit.DONE;
    }

    private List<Suggestions.Suggestion> suggested(Suggestions suggestions, List<String> before, String typed) {
        List<Suggestions.Suggestion> all = new ArrayList<>();
        if (before.isEmpty()) {
            for (CommandTree.Entry own : OWN) {
                if (own.name().startsWith(typed)) {
                    all.add(new Suggestions.Suggestion(own.name(), own.summary(), true));
                }
            }
        }
        boolean set = !before.isEmpty() && before.get(0).equals("set");
        all.addAll(suggestions.of(set ? before.subList(1, before.size()) : before, typed));
        return set && !typed.startsWith("-") && Suggestions.named(Common.all(), before.get(before.size() - 1)) == null
                ? List.of()
                : all;
    }

    private List<String> names(String path, Parameter<?> parameter, String typed) {
        try (ParsedCall at = at(call.io())) {
            if (parameter.equals(Common.COLUMNS)) {
                return columns(
                        columns.getOrDefault(path, tree.parts().verb(path).columns(at)), typed);
            }
            return place.names(at, path, parameter, typed);
        } catch (Failure none) {
            // There is no workspace, or its program has errors: commands will say so.
            return List.of();
        }
    }

    /** The names that can end a list as far as it is typed: those that are not in it. */
    private static List<String> columns(List<String> known, String typed) {
        String before = typed.substring(0, typed.lastIndexOf(',') + 1);
        List<String> taken = List.of(before.split(","));
        return known.stream()
                .filter(name -> !taken.contains(name))
                .map(name -> before + name)
                .toList();
    }

    /** Stops at the first line that fails, unless told to go on. */
    private Exit script(boolean goOn) {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(call.io().in(), StandardCharsets.UTF_8));
        Io io = with(call.io(), InputStream.nullInputStream(), call.io().terminal(), new Interruption());
        boolean failed = false;
        int number = 0;
        try {
            for (String text = lines.readLine(); text != null && !ended; text = lines.readLine()) {
                number++;
                Exit exit = line(text, io);
                if (exit != Exit.DONE && !goOn) {
                    if (!failures.json()) {
                        io.err().print("stopped at line " + number + ": " + Scrub.text(text.strip()) + "\n");
                        io.err().flush();
                    }
                    return exit;
                }
                failed |= exit != Exit.DONE;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return failed ? Exit.PARTLY : Exit.DONE;
    }

    private Exit line(String text, Io io) {
        try {
            List<String> words = ShellWords.split(text);
            return words.isEmpty() ? Exit.DONE : words(words, io);
        } catch (Failure failure) {
            failures.show(failure.problems(), failure.exit(), List.of());
            return failure.exit();
        }
    }

    private Exit words(List<String> words, Io io) {
        switch (words.get(0)) {
            case "exit", "quit" -> ended = true;
            case "set" -> {
                if (words.size() == 1) {
                    new Utf8Out(io.out())
                            .put(String.join(" ", kept.words(null)))
                            .put("\n")
                            .flush();
                } else {
                    kept.keep(words.subList(1, words.size()));
                    place.release();
                }
            }
            case "unset" -> {
                kept.forget();
                place.release();
            }
            case "shell" -> throw Problem.of(CliCode.CLASH, "this is the shell").failure();
            default -> {
                // People type the name of the program before it, out of habit.
                boolean habit = words.get(0).equals(tree.program()) && words.size() > 1;
                return command(habit ? words.subList(1, words.size()) : words, io);
            }
        }
        return Exit.DONE;
    }

    private Exit command(List<String> words, Io io) {
        Route route = Route.find(tree, words.toArray(new String[0]));
        CommandTree.Entry entry = route.entry();
        List<String> line = new ArrayList<>();
        boolean world = false;
        if (entry != null && !entry.group()) {
            Verb verb = tree.parts().verb(String.join(" ", route.path()));
            line.addAll(kept.words(Cli.parameters(verb)));
            world = verb.shared().contains(Common.Set.WORLD);
        }
        line.addAll(words);
        if (!route.path().isEmpty() && route.path().get(0).equals("db")) {
            // It may put another file in the place of the data file.
            place.release();
        }
        Interruption interruption = new Interruption();
        synchronized (this) {
            running = new Running(interruption, Thread.currentThread());
        }
        Consumer<Table> seen = table -> columns.put(
                String.join(" ", route.path()),
                table.headings().stream().map(Heading::name).toList());
        int code = new Cli(tree, with(io, io.in(), io.terminal(), interruption), seen).run(line.toArray(new String[0]));
        synchronized (this) {
            running = null;
        }
        // An interrupt that came too late to stop the command must not stop the next one.
        boolean stopped = Thread.interrupted() || interruption.fired();
        if (stopped) {
            place.release();
            io.err().print("interrupted\n");
            io.err().flush();
        } else if (code == Exit.DONE.code() && world) {
            hold(io);
        }
        return exit(code);
    }

    private void hold(Io io) {
        // Closed by the place when it lets go.
        place.hold(at(io));
    }

    /** A call with the kept options, which say where the workspace is. */
    private ParsedCall at(Io io) {
        List<Parameter<?>> parameters = Common.of(List.of(Common.Set.WORLD, Common.Set.ALWAYS));
        return new ParsedCall("shell", false, new Arguments("shell", parameters).read(kept.words(parameters)), io);
    }

    private static Exit exit(int code) {
        for (Exit exit : Exit.values()) {
            if (exit.code() == code) {
                return exit;
            }
        }
        return Exit.FAILED;
    }

    /** Ends the command that runs, if any; called on another thread. */
    private synchronized void interrupt() {
        Running now = running;
        if (now != null) {
            now.interruption().fire();
            now.thread().interrupt();
        }
    }

    static Io with(Io io, InputStream in, Io.Terminal terminal, Interruption interruption) {
        return new Io(
                in,
                io.out(),
                io.err(),
                io.environment(),
                io.directory(),
                io.clock(),
                terminal,
                interruption,
                io.chance(),
                io.cache());
    }
}
