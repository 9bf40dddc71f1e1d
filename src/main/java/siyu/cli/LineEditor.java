package siyu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Lines of a terminal: editing, history, completion. The only class that knows JLine, and loaded by the shell alone. */
final class LineEditor implements AutoCloseable {
    private static final String PROMPT = "siyu> ";

    private final Io io;
    private final Terminal terminal;
    private final LineReader reader;

    private LineEditor(Io io, Terminal terminal, LineReader reader) {
        this.io = io;
        this.terminal = terminal;
        this.reader = reader;
    }

    /** What can stand at the cursor. */
    @FunctionalInterface
    interface Completing {
        List<Suggestions.Suggestion> of(Suggestions suggestions, List<String> before, String typed);
    }

    /** @param interrupt what Ctrl-C does while no line is edited; a second one ends the process */
    static LineEditor open(Io io, Completing completing, Runnable interrupt, Suggestions suggestions) {
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .provider("exec")
                    .encoding(StandardCharsets.UTF_8)
                    .graphemeCluster(false)
                    // Other terminals are asked what they can, and what was typed meanwhile is taken for the answer.
                    .env(name -> name.equals("TERM_PROGRAM")
                            ? "Apple_Terminal"
                            : io.environment().get(name))
                    .build();
            DefaultParser parser = new DefaultParser();
            parser.setEofOnUnclosedQuote(true);
            LineReaderBuilder builder = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("siyu")
                    .parser(parser)
                    .completer((reader, line, candidates) -> {
                        List<String> words = line.words();
                        List<String> before = new ArrayList<>(words.subList(0, line.wordIndex()));
                        String typed = line.word().substring(0, line.wordCursor());
                        int sort = 0;
                        for (Suggestions.Suggestion one : completing.of(suggestions, before, typed)) {
                            String description = one.description().isEmpty() ? null : one.description();
                            candidates.add(new Candidate(
                                    one.word(), one.word(), null, description, null, null, one.whole(), sort++));
                        }
                    })
                    // '!' is an operator of rules, not history.
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
                    .option(LineReader.Option.AUTO_FRESH_LINE, true);
            Path history = history(io.environment());
            if (history != null) {
                builder.variable(LineReader.HISTORY_FILE, history);
            }
            terminal.handle(Terminal.Signal.INT, signal -> interrupt.run());
            return new LineEditor(io, terminal, builder.build());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The next line, or null at the end (Ctrl-D). Ctrl-C throws away what was typed and asks again. */
    @Nullable
    String read() {
        while (true) {
            try {
                return reader.readLine(PROMPT);
            } catch (UserInterruptException again) {
                // What was typed is thrown away.
            } catch (EndOfFileException end) {
                return null;
            }
        }
    }

    /** The world of a command: what it reads of the keyboard comes through the editor, and the window may have another size. */
    Io io() {
        int width = terminal.getSize().getColumns();
        int height = terminal.getSize().getRows();
        Io.Terminal now = io.terminal();
        return Shell.with(
                io,
                terminal.input(),
                new Io.Terminal(
                        now.in(),
                        now.out(),
                        now.err(),
                        width > 0 ? width : now.width(),
                        height > 0 ? height : now.height()),
                io.interruption());
    }

    /** A file of the user alone, since lines may hold ids and reasons; null when there is no place for one. */
    private static @Nullable Path history(Map<String, String> environment) throws IOException {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        if (state.isEmpty() && home.isEmpty()) {
            return null;
        }
        Path folder = (state.isEmpty() ? Path.of(home, ".local", "state") : Path.of(state)).resolve("siyu");
        Path file = folder.resolve("history");
        try {
            Files.createDirectories(folder);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException there) {
            return file;
        } catch (IOException | UnsupportedOperationException refused) {
            return null;
        }
        return file;
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
