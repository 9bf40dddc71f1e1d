package siyu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import siyu.cli.CommandTree;
import siyu.cli.Common;
import siyu.cli.Completions;
import siyu.cli.Parameter;
import siyu.cli.Verb;

/** The completion scripts in the shells themselves; one that is not installed is skipped. */
class CompletionTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @TempDir
    Path temporary;

    /** What each shell offers for lines whose last word is at the cursor: the words, without descriptions. */
    private Map<String, List<String>> offered(String shell, List<String> lines)
            throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell))),
                shell + " is not installed, so its completion is not tried");
        Path work = Files.createDirectories(temporary.resolve(shell));
        Files.writeString(work.resolve("a file.csv"), "");
        Files.createDirectories(work.resolve("folder"));
        Path script = Files.writeString(temporary.resolve(Completions.file(shell)), Completions.of(shell));
        List<String> command = new ArrayList<>(List.of(
                shell.equals("fish") ? "fish" : shell,
                shell.equals("fish") ? "--no-config" : shell.equals("zsh") ? "-f" : "--norc",
                PROJECT.resolve("src/test/resources/completion/try." + shell).toString(),
                script.toString()));
        command.addAll(lines);
        ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
        builder.environment().put("HOME", work.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Path out = temporary.resolve("out");
        Path err = temporary.resolve("err");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(300, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("%s came to an end", shell).isTrue();
        assertThat(Files.readString(err)).as(shell).isEmpty();
        Map<String, List<String>> offered = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        for (String line : Files.readString(out, StandardCharsets.UTF_8).split("\n")) {
            if (line.startsWith("[")) {
                words = offered.computeIfAbsent(line.substring(1, line.length() - 1), none -> new ArrayList<>());
            } else if (!line.isBlank()) {
                words.add(line.split("\t| {2,}\\(")[0].strip());
            }
        }
        return offered;
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void whatCanStandThereIsOffered(String shell) throws IOException, InterruptedException {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        expected.put("siyu segm", List.of("segment"));
        expected.put("siyu segment f", List.of("flow"));
        expected.put("siyu -C x segment -o json f", List.of("flow"));
        expected.put("siyu segment run --outp", List.of("--output"));
        expected.put("siyu segment run ring -o js", List.of("json", "jsonl"));
        expected.put("siyu -o js", List.of("json", "jsonl"));
        expected.put("siyu segment run --color ", List.of("always", "auto", "never"));
        expected.put("siyu segment pin C1 ring.inner ", List.of("in", "off", "out"));
        expected.put("siyu segment pin C1 ring.inner i", List.of("in"));
        expected.put("siyu completion ", List.of("bash", "fish", "zsh"));
        expected.put("siyu help exi", List.of("exit-codes"));
        expected.put("siyu help segment f", List.of("flow"));
        expected.put("siyu version --as-o", List.of());
        expected.put("siyu segment nothing ", List.of());
        expected.put("siyu show --reason segm", List.of());
        Map<String, List<String>> offered = offered(shell, List.copyOf(expected.keySet()));
        expected.forEach((line, words) -> assertThat(offered.getOrDefault(line, List.of()))
                .as("%s: %s", shell, line)
                .containsExactlyInAnyOrderElementsOf(words));
    }

    /** Every command of every group, and every option of every command. */
    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void nothingIsLeftOut(String shell) throws IOException, InterruptedException {
        Map<String, Set<String>> expected = new LinkedHashMap<>();
        expected.put("siyu ", new TreeSet<>(List.of("help")));
        expect("", Commands.tree().entries(), expected);
        Map<String, List<String>> offered = offered(shell, List.copyOf(expected.keySet()));
        expected.forEach((line, words) -> assertThat(new TreeSet<>(offered.getOrDefault(line, List.of())))
                .as("%s: %s", shell, line)
                .isEqualTo(words));
    }

    private static Set<String> options(String path) {
        Verb verb = Commands.tree().parts().verb(path);
        List<Parameter<?>> all = new ArrayList<>(verb.parameters());
        List<Common.Set> sets = new ArrayList<>(verb.shared());
        sets.add(Common.Set.ALWAYS);
        sets.forEach(set -> all.addAll(set.parameters()));
        Set<String> names = new TreeSet<>();
        all.forEach(parameter ->
                parameter.names().stream().filter(name -> name.startsWith("--")).forEach(names::add));
        return names;
    }

    /** A name that wants a value in one command and none in another could not be told apart by a shell. */
    @Test
    void aNameAlwaysOrNeverWantsAValue() {
        Map<String, Boolean> valued = new LinkedHashMap<>();
        for (CommandTree.Entry entry : Commands.tree().entries()) {
            for (String path : paths("", entry)) {
                for (Parameter<?> parameter : Commands.tree().parts().verb(path).parameters()) {
                    boolean value = parameter.arity() != Parameter.Arity.SWITCH;
                    parameter
                            .names()
                            .forEach(name -> assertThat(valued.merge(name, value, (old, now) -> old))
                                    .as("%s of %s", name, path)
                                    .isEqualTo(value));
                }
            }
        }
    }

    private static List<String> paths(String before, CommandTree.Entry entry) {
        List<String> paths = new ArrayList<>();
        if (!entry.group()) {
            paths.add(before + entry.name());
        }
        entry.entries().forEach(inner -> paths.addAll(paths(before + entry.name() + " ", inner)));
        return paths;
    }

    /** What a shell offers behind every group and verb. */
    private static void expect(String before, List<CommandTree.Entry> entries, Map<String, Set<String>> expected) {
        for (CommandTree.Entry entry : entries) {
            expected.computeIfAbsent("siyu " + before, none -> new TreeSet<>()).add(entry.name());
            String path = before + entry.name();
            if (entry.group()) {
                expect(path + " ", entry.entries(), expected);
            } else {
                expected.put("siyu " + path + " --", options(path));
            }
        }
    }
}
