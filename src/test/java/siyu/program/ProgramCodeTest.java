package siyu.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.config.Cases;
import siyu.config.Shown;
import siyu.core.Exit;
import siyu.core.Failure;

class ProgramCodeTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /**
     * A workspace as one text: a line {@code --- name} begins a file, {@code $ argument} is a value of {@code --set}; a file
     * called against.yaml is compared with.
     */
    private String problems(String text) throws IOException {
        Path root = Files.createTempDirectory(folder, "w");
        List<String> settings = new ArrayList<>();
        Path against = null;
        for (String part : text.split("(?m)^--- ")) {
            int line = part.indexOf('\n');
            String body = part.substring(line + 1);
            String name = part.substring(0, Math.max(0, line));
            for (String setting : body.split("(?m)^\\$ ")) {
                if (!setting.equals(body.split("(?m)^\\$ ")[0])) {
                    settings.add(setting.strip());
                }
            }
            if (!name.isEmpty()) {
                Path file = root.resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, body.split("(?m)^\\$ ")[0]);
                against = name.equals("against.yaml") ? file : against;
            }
        }
        return problems(root, settings, against);
    }

    private static String problems(Path root, List<String> settings, @Nullable Path against) {
        try {
            ProgramReader.read(root, settings, against);
            return "";
        } catch (Failure failure) {
            return Shown.problems(failure.problems());
        }
    }

    @Test
    void everyCodeHasItsWords() throws IOException {
        String answers = Cases.check("siyu/program/problems.txt", this::problems);
        // Those have no YAML to speak of, or too much: below, and in the transcript of init.
        Set<ProgramCode> elsewhere = EnumSet.of(ProgramCode.NO_WORKSPACE, ProgramCode.EXISTS, ProgramCode.MANY_MORE);
        for (ProgramCode code : ProgramCode.values()) {
            assertThat(elsewhere.contains(code) || answers.contains(": " + code.id() + " "))
                    .as("case for %s", code)
                    .isTrue();
        }
    }

    @Test
    void workspaceIsFoundUpwardOrAsGiven() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("shop/a/b"));
        Files.writeString(folder.resolve("shop/siyu.yaml"), "program: x\n");
        assertThat(Workspace.find(deep, null).root()).isEqualTo(folder.resolve("shop"));
        assertThat(Workspace.find(folder, Path.of("shop")).root()).isEqualTo(folder.resolve("shop"));
        assertThat(Workspace.find(deep, Path.of("../..")).root()).isEqualTo(folder.resolve("shop"));
    }

    @Test
    void noWorkspace() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Failure given = catchThrowableOfType(Failure.class, () -> Workspace.find(folder, Path.of("empty")));
        assertThat(Shown.problems(given.problems()))
                .isEqualTo(
                        "-: E0201 there is no siyu.yaml in 'empty'\n  hint: make a workspace with `siyu init empty`\n");
        assertThat(given.exit()).isEqualTo(Exit.USAGE);
        Failure upward = catchThrowableOfType(Failure.class, () -> Workspace.find(empty, null));
        assertThat(Shown.problems(upward.problems())).isEqualTo("""
                        -: E0201 there is no siyu.yaml in this folder or above it
                          hint: name the workspace with -C DIR, or make one with `siyu init DIR`
                        """);
    }

    @Test
    void linkOutOfTheWorkspace() throws IOException {
        Path root = Files.createDirectory(folder.resolve("root"));
        Path outside = Files.writeString(folder.resolve("outside.yaml"), "metrics: {}\n");
        Files.createSymbolicLink(root.resolve("link.yaml"), outside);
        Files.writeString(
                root.resolve("siyu.yaml"), "program: x\ntimezone: UTC\ncurrency: EUR\ninclude: [link.yaml]\n");
        assertThat(problems(root, List.of(), null)).isEqualTo("""
                        siyu.yaml:4:11: E0202 'link.yaml' lies outside the workspace
                          | include: [link.yaml]
                          |           ^^^^^^^^^
                          hint: included files lie in the folder of siyu.yaml or below it
                        """);
    }

    /** Programs of 256 KB made to hurt: many problems, long words, deep nesting, unknown names beyond count. */
    @Test
    void nonsenseIsRefusedSoon() throws IOException {
        String head = "program: x\ntimezone: UTC\ncurrency: EUR\n";
        StringBuilder metrics = new StringBuilder(head).append("metrics:\n");
        for (int i = 0; i < 14_000; i++) {
            metrics.append("  m").append(i).append(": n").append(i).append('\n');
        }
        List<String> nonsense = List.of(
                metrics.toString(),
                head + "include: [" + "&a x, ".repeat(40_000) + "x]\n",
                "timezone: " + "a/".repeat(100_000),
                "\0".repeat(250_000),
                "s: 'x\n".repeat(40_000),
                "[".repeat(250_000),
                head + "tags: {t: \"" + "(".repeat(200_000) + "\"}\n");
        boolean manyMore = false;
        for (String text : nonsense) {
            Path root = Files.createTempDirectory(folder, "n");
            Files.writeString(root.resolve("siyu.yaml"), text);
            // Of this thread's own time: machines are shared.
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Failure failure = catchThrowableOfType(Failure.class, () -> ProgramReader.read(root, List.of()));
            assertThat(failure.problems()).hasSizeBetween(1, 201);
            manyMore |= failure.problems().stream()
                    .anyMatch(problem -> problem.code() == ProgramCode.MANY_MORE
                            && problem.message().endsWith(" more problems are not shown"));
            assertThat(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start))
                    .as(text.substring(0, 60))
                    .isLessThan(Duration.ofSeconds(20));
        }
        assertThat(manyMore).isTrue();
    }
}
