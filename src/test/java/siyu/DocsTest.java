package siyu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.cli.CommandTree;
import siyu.cli.CompletionScripts;
import siyu.cli.Completions;
import siyu.core.Exit;

/** README.md says what is so: its commands print what it shows, and its tables are those of the code. */
class DocsTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path README = PROJECT.resolve("README.md");
    private static final String FENCE = "```";

    @TempDir
    Path temporary;

    /**
     * Every block that starts with {@code $ } is a session, stdout before stderr; all of them run in one directory, in which a
     * block of YAML that starts with the comment {@code # NAME.yaml} becomes a file. The first block, which shows the reader
     * where he will get to, runs last. {@code -Dsiyu.rewrite=true} writes what is printed now.
     */
    @Test
    void commandsPrintWhatIsShown() throws IOException {
        String text = Files.readString(README);
        List<String> blocks = Pattern.compile("(?ms)^```(?:\\n(?=\\$ )|yaml\\n(?=# [a-z.]+\\n))(.*?)^```$")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
        Transcript transcript = new Transcript(PROJECT, temporary.toRealPath(), table -> {});
        List<String> order = new ArrayList<>(blocks.subList(1, blocks.size()));
        order.add(blocks.get(0));
        String now = text;
        for (String block : order) {
            if (block.startsWith("# ")) {
                transcript.file(block.substring(2, block.indexOf('\n')), block);
                continue;
            }
            now = now.replace(FENCE + "\n" + block + FENCE, FENCE + "\n" + replay(transcript, block) + FENCE);
        }
        lines(transcript, text);
        if (Boolean.getBoolean("siyu.rewrite")) {
            Files.writeString(README, now);
        } else {
            assertThat(now)
                    .as("README.md; if this is meant: mvn test -Dtest=DocsTest -Dsiyu.test=-Dsiyu.rewrite=true")
                    .isEqualTo(text);
        }
    }

    /** What cron and a check are shown to run: each command of it ends well, in the directory the sessions were in. */
    private static void lines(Transcript transcript, String text) throws IOException {
        List<String> lines = new ArrayList<>();
        Pattern.compile("(?m)^(?:[0-9*]+ +){3,5}.* && (siyu [^>\\n]*)")
                .matcher(text)
                .results()
                .forEach(found -> lines.add(found.group(1).strip()));
        Pattern.compile("(?m)^ +- (siyu .*)$").matcher(text).results().forEach(found -> lines.add(found.group(1)));
        assertThat(lines).hasSizeGreaterThan(3);
        for (String line : lines) {
            Transcript.Ran ran = transcript.run(line);
            assertThat(ran.code()).as("%s: %s", line, ran.err()).isZero();
        }
    }

    private static String replay(Transcript transcript, String block) throws IOException {
        StringBuilder now = new StringBuilder();
        List<String> lines = List.of(block.split("\n"));
        boolean gap = false;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("$ ")) {
                continue;
            }
            StringBuilder command = new StringBuilder(lines.get(i).substring(2));
            now.append(gap ? "\n" : "").append(lines.get(i)).append('\n');
            while (command.charAt(command.length() - 1) == '\\') {
                command.setLength(command.length() - 1);
                command.append(lines.get(++i).strip());
                now.append(lines.get(i)).append('\n');
            }
            String printed = printed(transcript, command.toString());
            if (printed == null) {
                printed = shown(lines, i);
            }
            printed.lines()
                    .map(String::stripTrailing)
                    .forEach(line -> now.append(line).append('\n'));
            gap = !printed.isEmpty();
        }
        return now.toString();
    }

    private static final String STATUS = " ; echo $?";

    /** What a line prints, null when it needs a tool that is not on this machine. What follows a pipe is the shell's own. */
    private static @Nullable String printed(Transcript transcript, String line) throws IOException {
        boolean status = line.endsWith(STATUS);
        String command = status ? line.substring(0, line.length() - STATUS.length()) : line;
        int pipe = command.indexOf(" | ");
        Transcript.Ran ran = transcript.run(pipe < 0 ? command : command.substring(0, pipe));
        String out = pipe < 0 ? ran.out() : piped(ran.out(), command.substring(pipe + 3));
        return out == null ? null : out + ran.err() + (status ? ran.code() + "\n" : "");
    }

    private static @Nullable String piped(String text, String rest) throws IOException {
        Process shell = new ProcessBuilder("/bin/sh", "-c", "LC_ALL=C; export LC_ALL; " + rest).start();
        try (OutputStream in = shell.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            // The tool is not there, or had enough: its exit code tells.
        }
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(shell.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (err.contains("not found")) {
            return null;
        }
        assertThat(err).as(rest).isEmpty();
        return out;
    }

    /** What stands below a command, up to the next one. */
    private static String shown(List<String> lines, int at) {
        StringBuilder text = new StringBuilder();
        for (int i = at + 1; i < lines.size() && !lines.get(i).startsWith("$ "); i++) {
            text.append(lines.get(i)).append('\n');
        }
        return text.toString().stripTrailing() + "\n";
    }

    /** What is made from the commands is that of the commands there are; rewritten like README.md. */
    @Test
    void generatedFilesAreThoseOfTheCommands() throws IOException {
        for (String shell : Completions.SHELLS) {
            Path file = PROJECT.resolve("completions").resolve(Completions.file(shell));
            String now = CompletionScripts.of(shell, Commands.tree());
            if (Boolean.getBoolean("siyu.rewrite")) {
                Files.writeString(file, now);
            } else {
                assertThat(now)
                        .as("%s; to make it anew: mvn test -Dtest=DocsTest -Dsiyu.test=-Dsiyu.rewrite=true", file)
                        .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
            }
        }
    }

    /** What is promised on the first page is what every change must pass. */
    @Test
    void theTwoCommandsAreThoseOfTheCheck() throws IOException {
        assertThat(maven(section("Two commands")))
                .hasSize(2)
                .containsExactlyInAnyOrderElementsOf(maven(Files.readString(PROJECT.resolve(".ci/run"))));
    }

    /** Lines that start with mvn, without what only says how much is printed. */
    private static List<String> maven(String text) {
        return Pattern.compile("(?m)^mvn (.*?)(?:  .*)?$")
                .matcher(text)
                .results()
                .map(found -> found.group(1).replaceAll("-[Bq] |\\s*>.*", "").strip())
                .toList();
    }

    @Test
    void everyCommandIsMentioned() throws IOException {
        String text = Files.readString(README);
        for (CommandTree.Entry entry : Commands.tree().entries()) {
            assertThat(text).contains("siyu " + entry.name());
            for (CommandTree.Entry verb : entry.entries()) {
                assertThat(text).containsPattern("`?siyu " + entry.name() + " ([a-z]+\\|)*" + verb.name() + "\\b");
            }
        }
    }

    /** The table of packages, with what each really imports. */
    @Test
    void packagesAreThoseOfTheSources() throws IOException {
        Map<String, String> shown = new LinkedHashMap<>();
        for (List<String> row : rows(section("The house"), "`siyu")) {
            shown.put(row.get(0).replace("`", ""), row.get(2));
        }
        Map<String, Set<String>> real = imports();
        assertThat(shown.keySet()).containsExactlyInAnyOrderElementsOf(real.keySet());
        shown.remove("siyu");
        assertThat(shown.remove("siyu.command")).isEqualTo("everything above");
        real.keySet().retainAll(shown.keySet());
        Map<String, String> imports = new LinkedHashMap<>();
        for (String room : shown.keySet()) {
            Set<String> used = real.getOrDefault(room, Set.of());
            List<String> named = List.of(shown.get(room).split(", "));
            imports.put(
                    room,
                    used.isEmpty() ? "–" : used.equals(Set.copyOf(named)) ? shown.get(room) : String.join(", ", used));
        }
        assertThat(shown).as("what each imports").isEqualTo(imports);
    }

    /** The last paragraph of every package's own page: whom it imports, who imports it. */
    @Test
    void packagesTellTheirNeighbours() throws IOException {
        Map<String, Set<String>> real = imports();
        for (String room : real.keySet()) {
            if (room.equals("siyu")) {
                continue;
            }
            String name = room.substring(5);
            String page = Files.readString(PROJECT.resolve("src/main/java/siyu/" + name + "/package-info.java"));
            String[] halves = page.substring(page.indexOf("<p>Imports ")).split(";[\\s*]+imported by");
            assertThat(quoted(halves[0])).as("%s imports", name).isEqualTo(real.get(room));
            Set<String> by = new TreeSet<>();
            real.forEach((other, used) -> {
                if (used.contains(name)) {
                    by.add(other.replaceFirst("siyu\\.", ""));
                }
            });
            if (!halves[1].contains("everybody")) {
                assertThat(quoted(halves[1])).as("%s is imported by", name).isEqualTo(by);
            }
        }
    }

    private static Set<String> quoted(String text) {
        Set<String> words = new TreeSet<>();
        Pattern.compile("\\{@code[\\s*]+([a-z]+)}").matcher(text).results().forEach(found -> words.add(found.group(1)));
        return words;
    }

    private static Map<String, Set<String>> imports() throws IOException {
        Map<String, Set<String>> imports = new LinkedHashMap<>();
        Path root = PROJECT.resolve("src/main/java");
        Pattern name = Pattern.compile("(?m)^(?!\\s*(?:/?\\*|//|package ).*$).*?\\bsiyu\\.([a-z]+)\\.[A-Z]");
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java"))::iterator) {
                String room = root.relativize(file.getParent()).toString().replace('/', '.');
                Set<String> used = imports.computeIfAbsent(room, none -> new TreeSet<>());
                if (!file.endsWith("package-info.java")) {
                    name.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
                    used.remove(room.replaceFirst("siyu\\.?", ""));
                }
            }
        }
        return imports;
    }

    @Test
    void exitCodesAreThoseOfTheCode() throws IOException {
        List<String> codes = Arrays.stream(Exit.values())
                .map(exit -> String.valueOf(exit.code()))
                .toList();
        assertThat(rows(section("Exit codes"), "[0-9]").stream().map(row -> row.get(0)))
                .containsExactlyElementsOf(codes);
        String topic = Files.readString(PROJECT.resolve("src/main/resources/siyu/help/exit-codes.txt"));
        assertThat(Pattern.compile("(?m)^  (\\d+)").matcher(topic).results().map(found -> found.group(1)))
                .as("siyu help exit-codes")
                .containsExactlyElementsOf(codes);
    }

    @Test
    void dependenciesAreThoseOfThePom() throws IOException {
        List<String> real = new ArrayList<>();
        String pom = Files.readString(PROJECT.resolve("pom.xml"));
        pom = pom.substring(pom.indexOf("<dependencies>"), pom.indexOf("</dependencies>"));
        for (MatchResult found : Pattern.compile("(?s)<dependency>(.*?)</dependency>")
                .matcher(pom)
                .results()
                .toList()) {
            if (!found.group(1).contains("<scope>test</scope>")) {
                real.add(element(found.group(1), "artifactId") + " " + element(found.group(1), "version"));
            }
        }
        List<String> shown = new ArrayList<>();
        for (List<String> row : rows(section("The house"), "[A-Za-z0-9 ]+ [0-9.]+")) {
            String version = row.get(0).replaceAll(".*? (\\d+\\.[0-9.]+).*", "$1");
            String first = row.get(0).split(" ")[0].toLowerCase(java.util.Locale.ROOT);
            real.stream()
                    .filter(one -> one.startsWith(first) && one.endsWith(" " + version))
                    .forEach(shown::add);
            assertThat(row.get(1)).as("why %s", row.get(0)).isNotBlank();
        }
        assertThat(shown).containsExactlyElementsOf(real);
    }

    private static String element(String xml, String name) {
        return xml.replaceAll("(?s).*?<" + name + ">(.*?)</" + name + ">.*", "$1");
    }

    /** The text from a heading of the second level to the next one. */
    private static String section(String heading) throws IOException {
        String text = Files.readString(README);
        int start = text.indexOf("\n## " + heading + "\n");
        assertThat(start).as("a section '%s'", heading).isNotNegative();
        int end = text.indexOf("\n## ", start + 1);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    /** The rows of tables whose first cell starts as told. */
    private static List<List<String>> rows(String text, String first) {
        return Pattern.compile("(?m)^\\| (" + first + ".*) \\|$")
                .matcher(text)
                .results()
                .map(found -> List.of(found.group(1).split(" \\| ")))
                .toList();
    }
}
