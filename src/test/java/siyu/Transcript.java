package siyu;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import siyu.cli.Interruption;
import siyu.cli.Io;
import siyu.out.Table;

/**
 * A shell session that is test and documentation at once. Every line is one of
 *
 * <pre>
 * # a comment
 * &#64;file NAME          the lines up to &#64;end become a file of the working directory
 * &#64;copy FROM [TO]     copies a file or directory of the project there, by default to the same last name
 * &#64;env NAME=VALUE     an environment variable, from here on
 * $ siyu ...          a command, with quotes as in a shell; it may end with "&lt; FILE" and "&gt; FILE"
 * $ cd DIR            another working directory, from here on
 * text                a line of its stdout
 * ! text              a line of its stderr, all of them after stdout
 * ? 2                 its exit code when it is not 0
 * </pre>
 *
 * Output lines that look like one of these start with a backslash; {@code \c} says that the output ends without a line end.
 * Empty lines before the next command only separate. The working directory is shown as {@code /dir}, the time is 2026-03-01
 * 00:00 UTC, there is no terminal, and chance is the bytes 0, 1, 2, …
 */
final class Transcript {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final Path project;
    private final Path directory;
    private final Consumer<Table> seen;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> shown = new ArrayList<>();
    private Path working;
    private int drawn;

    /** What a command left: its streams, with {@code /dir} for the directory, and its exit code. */
    record Ran(String out, String err, int code) {}

    /**
     * @param project the project's directory, for {@code @copy}
     * @param directory an empty directory to work in
     * @param seen sees every table
     */
    Transcript(Path project, Path directory, Consumer<Table> seen) {
        this.project = project;
        this.directory = directory;
        this.seen = seen;
        working = directory;
    }

    /** Runs every command and returns the transcript as it is now; equal to the given one when nothing changed. */
    String replay(String text) throws IOException {
        List<String> lines = List.of(text.split("\n", -1));
        for (int i = 0; i < lines.size(); ) {
            String line = lines.get(i);
            int next = i + 1;
            if (line.startsWith("@file ")) {
                next = file(lines, i);
            } else if (line.startsWith("@copy ")) {
                copy(words(line.substring(6)));
            } else if (line.startsWith("@env ")) {
                String[] pair = line.substring(5).split("=", 2);
                environment.put(pair[0], pair[1]);
            } else if (line.startsWith("$ ")) {
                while (next < lines.size() && !special(lines.get(next))) {
                    next++;
                }
                shown.add(line);
                show(run(line.substring(2)));
                while (lines.get(next - 1).isEmpty() && next - 1 > i) {
                    next--;
                }
                i = next;
                continue;
            }
            shown.addAll(lines.subList(i, next));
            i = next;
        }
        return String.join("\n", shown);
    }

    private static boolean special(String line) {
        return line.startsWith("$ ") || line.startsWith("@") || line.startsWith("#");
    }

    private int file(List<String> lines, int at) throws IOException {
        int end = at + 1;
        while (!lines.get(end).equals("@end")) {
            end++;
        }
        StringBuilder content = new StringBuilder();
        lines.subList(at + 1, end).forEach(line -> content.append(line).append('\n'));
        file(lines.get(at).substring(6).strip(), content.toString());
        return end + 1;
    }

    /** Makes a file of the working directory. */
    void file(String name, String content) throws IOException {
        Path file = working.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void copy(List<String> words) throws IOException {
        Path from = project.resolve(words.get(0));
        Path to = working.resolve(
                words.size() > 1 ? words.get(1) : from.getFileName().toString());
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Runs one command; a file that its output went to is not shown. */
    Ran run(String line) throws IOException {
        List<String> words = words(line);
        if (words.get(0).equals("cd")) {
            working = working.resolve(words.get(1)).toRealPath();
            return new Ran("", "", 0);
        }
        if (!words.get(0).equals("siyu")) {
            throw new IllegalArgumentException("not a siyu command: " + words);
        }
        List<String> arguments = new ArrayList<>(words.subList(1, words.size()));
        Path output = redirect(arguments, ">");
        Path input = redirect(arguments, "<");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code;
        try (InputStream in = input == null ? new ByteArrayInputStream(new byte[0]) : Files.newInputStream(input);
                PrintStream errors = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            Io io = new Io(
                    in,
                    out,
                    errors,
                    Map.copyOf(environment),
                    working,
                    Clock.fixed(NOW, ZoneOffset.UTC),
                    Io.Terminal.NONE,
                    new Interruption(),
                    this::chance,
                    null);
            code = Main.run(arguments.toArray(new String[0]), io, seen);
        }
        if (output != null) {
            Files.write(output, out.toByteArray());
            out.reset();
        }
        return new Ran(text(out), text(err), code);
    }

    /** Bytes 0, 1, 2, …, going on from command to command. */
    private byte[] chance(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) drawn++;
        }
        return bytes;
    }

    private String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(directory.toString(), "/dir");
    }

    private void show(Ran ran) {
        show("", ran.out());
        show("! ", ran.err());
        if (ran.code() != 0) {
            shown.add("? " + ran.code());
        }
    }

    @org.jspecify.annotations.Nullable
    private Path redirect(List<String> arguments, String sign) {
        int at = arguments.lastIndexOf(sign);
        if (at < 0 || at != arguments.size() - 2) {
            return null;
        }
        Path file = working.resolve(arguments.get(at + 1));
        arguments.subList(at, at + 2).clear();
        return file;
    }

    private void show(String prefix, String text) {
        if (text.isEmpty()) {
            return;
        }
        boolean ended = text.endsWith("\n");
        String all = ended ? text.substring(0, text.length() - 1) : text;
        List<String> lines = List.of(all.split("\n", -1));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean lastEmpty = line.isEmpty() && i == lines.size() - 1;
            boolean marked = prefix.isEmpty()
                    && (special(line) || line.startsWith("\\") || line.startsWith("! ") || line.startsWith("? "));
            shown.add(((marked || lastEmpty ? "\\" : "") + prefix + line).stripTrailing());
        }
        if (!ended) {
            shown.add("\\c");
        }
    }

    /** Words of a shell line: single and double quotes and backslashes. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && c == ' ') {
                if (word != null) {
                    words.add(word.toString());
                }
                word = null;
                continue;
            }
            word = word == null ? new StringBuilder() : word;
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
            } else {
                word.append(c);
            }
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }
}
