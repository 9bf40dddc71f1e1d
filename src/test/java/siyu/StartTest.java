package siyu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process: what it loads to do little, and how it ends. */
class StartTest {
    @TempDir
    Path directory;

    private final List<String> java =
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto");

    private List<String> loaded(String... line) throws IOException, InterruptedException {
        Path log = directory.resolve("classes.txt");
        List<String> command = new ArrayList<>(java);
        command.addAll(
                List.of("-Xlog:class+load:file=" + log, "-cp", System.getProperty("java.class.path"), "siyu.Main"));
        command.addAll(List.of(line));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(shown).isZero();
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(loadedLine ->
                            loadedLine.replaceFirst("^(\\[[^]]*])+ ", "").replaceFirst(" .*", ""))
                    .toList();
        }
    }

    /** Help needs no library, no verb, and nothing of Java that is slow to start. */
    @Test
    void helpLoadsNearlyNothing() throws IOException, InterruptedException {
        for (String line : List.of("--help", "--version")) {
            List<String> classes = loaded(line);
            assertThat(classes).as(line).contains("siyu.Main", "siyu.cli.Cli");
            TreeSet<String> dear = new TreeSet<>();
            for (String name : classes) {
                if (name.matches(
                                "(picocli|org\\.jline|tools\\.jackson|org\\.h2|de\\.siegmar|java\\.util\\.regex|java\\.util\\.stream|java\\.sql)\\..*")
                        || name.matches("siyu\\.(command|program|rule|store|importing|customer|segment|config)\\..*")
                        || name.matches("siyu\\..*\\$\\$Lambda.*")
                        || name.equals("java.util.Formatter")) {
                    dear.add(name);
                }
            }
            assertThat(dear).as(line).isEmpty();
            // 600 of these are the machine's own.
            assertThat(classes).as(line).hasSizeLessThan(700);
        }
    }

    @Test
    void aVerbLoadsOnlyWhatItNeeds() throws IOException, InterruptedException {
        List<String> classes = loaded("version", "-o", "json");
        assertThat(classes)
                .noneMatch(name -> name.startsWith("tools.jackson.") || name.startsWith("org.h2."))
                .noneMatch(name -> name.startsWith("siyu.command.") && !name.startsWith("siyu.command.Version"))
                .contains("picocli.CommandLine");
    }

    /** The program is read without the database, the shell's editor or anything of the domains' stores. */
    @Test
    void validateLoadsNoDatabase() throws IOException, InterruptedException {
        List<String> classes = loaded("validate", "-C", "examples/harbour-bank");
        assertThat(classes)
                .noneMatch(name -> name.startsWith("org.h2.") || name.startsWith("org.jline."))
                .contains("siyu.program.ProgramReader", "picocli.CommandLine");
    }

    /** Equality of records is put together at run time, each time for some ten milliseconds: a short question uses none. */
    @Test
    void aQuestionComparesNoRecords() throws IOException, InterruptedException {
        Desk desk = new Desk(directory.toRealPath());
        for (String line : List.of("segment history c1", "points balance c1", "show c1")) {
            List<String> words = new ArrayList<>(List.of("-C", desk.directory.toString()));
            words.addAll(List.of(line.split(" ")));
            assertThat(loaded(words.toArray(String[]::new)))
                    .as(line)
                    .contains("org.h2.engine.Database")
                    .doesNotContain("java.lang.runtime.ObjectMethods");
        }
    }

    /** {@code siyu … | head -1}, with real pipes. */
    @Test
    void brokenPipeIsQuiet() throws IOException, InterruptedException {
        String siyu = String.join(" ", java) + " -cp '" + System.getProperty("java.class.path") + "' siyu.Main";
        Process process = new ProcessBuilder(
                        "/bin/sh", "-c", "{ sleep 0.1; " + siyu + " help output; echo \"$?\" >&2; } | true")
                .redirectErrorStream(true)
                .start();
        String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(shown).isEqualTo("0\n");
    }

    @Test
    void aFullDiskIsNotQuiet() throws IOException, InterruptedException {
        if (!Files.exists(Path.of("/dev/full"))) {
            return;
        }
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "siyu.Main", "version"));
        Process process = new ProcessBuilder(command)
                .redirectOutput(Path.of("/dev/full").toFile())
                .start();
        String shown = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(shown).startsWith("error[E0011]");
    }
}
