package siyu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.cli.CommandTree;
import siyu.cli.ManPages;
import siyu.cli.Parameter;
import siyu.core.Code;

/** The manual pages as the formatter of man reads them; without groff they are not tried. */
class ManTest {
    private static final Map<String, String> PAGES = ManPages.of(Commands.tree());

    @TempDir
    Path temporary;

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Every page as plain text; groff must have nothing to say about any. */
    private String formatted(List<String> names) throws IOException, InterruptedException {
        assumeTrue(installed("groff"), "groff is not installed, so manual pages are not formatted");
        List<String> command = new ArrayList<>(List.of("groff", "-man", "-ww", "-Tutf8", "-P-cbou", "-rHY=0"));
        for (String name : names) {
            command.add(
                    Files.writeString(temporary.resolve(name), PAGES.get(name)).toString());
        }
        Path err = temporary.resolve("err");
        Process process =
                new ProcessBuilder(command).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(err)).isEmpty();
        return text;
    }

    @Test
    void everyPageIsCleanRoff() throws IOException, InterruptedException {
        assertThat(formatted(List.copyOf(PAGES.keySet()))).contains("SIYU(1)", "SIYU-TIME(7)");
    }

    /** A page for the program, each group, command and topic; a command's has each of its options, a topic's each of its lines. */
    @Test
    void nothingIsLeftOut() throws IOException, InterruptedException {
        assertThat(PAGES).containsKeys("siyu.1", "siyu-segment.1", "siyu-db-check.1", "siyu-exit-codes.7");
        for (CommandTree.Entry entry : Commands.tree().entries()) {
            assertThat(PAGES).containsKey("siyu-" + entry.name() + ".1");
            entry.entries()
                    .forEach(verb -> assertThat(PAGES).containsKey("siyu-" + entry.name() + "-" + verb.name() + ".1"));
        }
        String run = formatted(List.of("siyu-segment-run.1"));
        for (Parameter<?> parameter :
                Commands.tree().parts().verb("segment run").parameters()) {
            assertThat(run).contains(parameter.name());
        }
        assertThat(run).contains("SYNOPSIS\n       siyu segment run [OPTIONS] [NAME...]\n");
        for (String topic : List.of("time", "expressions", "output")) {
            String page = formatted(List.of("siyu-" + topic + ".7")).replaceAll("\\s+", " ");
            Path source = Path.of("src/main/resources/siyu/help", topic + ".txt");
            for (String line : Files.readAllLines(source).subList(1, 6)) {
                assertThat(page).contains(line.strip().replaceAll("\\s+", " "));
            }
        }
        String errors = formatted(List.of("siyu-errors.7")).replaceAll("\\s+", " ");
        for (Code code : Commands.tree().parts().codes()) {
            assertThat(errors).contains(code.id() + " " + code.title() + ". ");
        }
    }
}
