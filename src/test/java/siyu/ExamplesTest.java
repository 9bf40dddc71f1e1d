package siyu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two workspaces of {@code examples/} from end to end; their figures are in {@code transcripts/examples.txt}. */
class ExamplesTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @TempDir
    Path temporary;

    /** The data file and the files it was filled from give the same answer for every customer, metric, score and tag. */
    @ParameterizedTest
    @ValueSource(strings = {"harbour-bank", "corner-shop"})
    void theDataFileAnswersAsTheFilesDo(String name) throws IOException {
        Transcript transcript = new Transcript(PROJECT, temporary.toRealPath(), table -> {});
        transcript.replay("@copy examples/" + name);
        done(transcript, "cd " + name);
        done(transcript, "siyu init .");
        done(transcript, "siyu import customers files/customers.csv");
        done(transcript, "siyu import events files/events.csv");
        List<String> shown = new ArrayList<>();
        String meaning = done(transcript, "siyu validate --columns section,name -o tsv --no-headers");
        for (String line : meaning.split("\n")) {
            String[] cells = line.split("\t");
            switch (cells[0]) {
                case "metrics", "scores" -> shown.add("--show " + cells[1]);
                case "tags" -> shown.add("--show \"has_tag('" + cells[1] + "')\"");
                default -> {}
            }
        }
        assertThat(shown).hasSizeGreaterThan(10);
        for (String date : List.of("2025-06-30", "2026-02-28")) {
            String question = "siyu segment run --members -o csv --as-of " + date + " " + String.join(" ", shown);
            String stored = done(transcript, question);
            String files = done(transcript, question + " --customers files/customers.csv --events files/events.csv");
            assertThat(stored).isEqualTo(files);
            assertThat(stored.lines().count()).as(date).isGreaterThan(200);
        }
    }

    /** What the README of a new workspace tells its reader to type. */
    @ParameterizedTest
    @CsvSource({"harbour-bank, bank", "corner-shop, retail"})
    void commandsOfTheReadmeWork(String name, String template) throws IOException {
        Transcript transcript = new Transcript(PROJECT, temporary.toRealPath(), table -> {});
        done(transcript, "siyu init " + name + " --template " + template);
        done(transcript, "cd " + name);
        int commands = 0;
        for (String block : Pattern.compile("(?ms)^```sh\\n(.*?)^```$")
                .matcher(Files.readString(
                        PROJECT.resolve("examples").resolve(name).resolve("README.md")))
                .results()
                .map(found -> found.group(1))
                .toList()) {
            for (String line : block.split("\n")) {
                assertThat(done(transcript, line)).as(line).isNotBlank();
                commands++;
            }
        }
        assertThat(commands).isGreaterThan(5);
    }

    private static String done(Transcript transcript, String line) throws IOException {
        Transcript.Ran ran = transcript.run(line);
        assertThat(ran.code()).as("%s: %s", line, ran.err()).isZero();
        return ran.out();
    }
}
