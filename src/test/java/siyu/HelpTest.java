package siyu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.cli.CommandTree;
import siyu.cli.Verb;
import siyu.out.Width;

/** What help says can be typed. */
class HelpTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @TempDir
    Path temporary;

    /** Every example of every page, in a bank's workspace with data, in the order of help. */
    @Test
    void examplesWork() throws IOException {
        Transcript transcript = new Transcript(PROJECT, temporary.toRealPath(), table -> {});
        transcript.replay("$ siyu init bank\n@copy examples/harbour-bank/files bank");
        for (String line : List.of(
                "cd bank",
                "siyu import customers customers.csv",
                "siyu import events events.csv",
                "siyu segment run --apply --as-of 2025-12-31",
                "siyu segment run --apply --as-of 2026-02-28")) {
            assertThat(transcript.run(line).code()).as(line).isZero();
        }
        transcript.file("next.yaml", Files.readString(PROJECT.resolve("examples/harbour-bank/segments.yaml")));
        transcript.file("owners.csv", """
                customer,staff,since,until,removed_by
                C00000007,S0000,2025-11-03,2026-02-20,customer
                C00000008,S0000,2025-11-03,,
                """);
        int examples = 0;
        for (CommandTree.Entry entry : Commands.tree().entries()) {
            for (String path : paths("", entry)) {
                Verb verb = Commands.tree().parts().verb(path);
                assertThat(verb.manual().examples()).as(path).isNotEmpty();
                for (Verb.Example example : verb.manual().examples()) {
                    String line = example.line();
                    assertThat(line).startsWith("siyu " + path);
                    if (line.endsWith(" export.csv")) {
                        String rows = switch (path) {
                            case "import events" -> "id,Client No,kind,at\n";
                            case "import referrals" -> "id,Client No,referee,at\n";
                            case "import groups" -> "No,kind,capacity\n";
                            case "import members" -> "No,customer,joined\n";
                            case "import staff" -> "No\n";
                            case "import owners" -> "No,staff,since\n";
                            default -> "Client No\n";
                        };
                        transcript.file("export.csv", rows);
                    }
                    Transcript.Ran ran = transcript.run(line.replace("--size 1000000", "--size 1000"));
                    assertThat(ran.code()).as("%s: %s", line, ran.err()).isZero();
                    examples++;
                }
            }
        }
        assertThat(examples).isGreaterThan(25);
    }

    private static List<String> paths(String before, CommandTree.Entry entry) {
        List<String> paths = new ArrayList<>();
        if (!entry.group()) {
            paths.add(before + entry.name());
        }
        entry.entries().forEach(inner -> paths.addAll(paths(before + entry.name() + " ", inner)));
        return paths;
    }

    /** Topics fit a terminal, and every page of help that they speak of is there. */
    @Test
    void topicsFit() throws IOException {
        Path folder = PROJECT.resolve("src/main/resources/siyu/help");
        Transcript transcript = new Transcript(PROJECT, temporary.toRealPath(), table -> {});
        for (String topic : Files.readAllLines(folder.resolve("topics.txt"))) {
            String name = topic.split("\t")[0];
            String page = transcript.run("siyu help " + name).out();
            assertThat(page).as(name).isNotBlank();
            for (String line : page.split("\n")) {
                assertThat(Width.of(line)).as("%s: %s", name, line).isLessThanOrEqualTo(80);
            }
            for (MatchResult spoken : Pattern.compile("\"siyu (help [a-zA-Z0-9-]+)\"")
                    .matcher(page)
                    .results()
                    .toList()) {
                assertThat(transcript.run("siyu " + spoken.group(1)).code())
                        .as(spoken.group())
                        .isZero();
            }
        }
    }

    /** The expressions that the topic shows are expressions. */
    @Test
    void expressionsAreOfTheLanguage() throws IOException {
        Transcript transcript = new Transcript(PROJECT, temporary.toRealPath(), table -> {});
        transcript.replay("@copy examples/harbour-bank bank");
        transcript.run("cd bank");
        String page = transcript.run("siyu help expressions").out();
        String examples = page.substring(page.indexOf("  app_installed"), page.indexOf("Operators"));
        List<String> lines = examples.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        assertThat(lines).hasSize(5);
        for (String line : lines) {
            Transcript.Ran ran = transcript.run("siyu validate --set \"tags.saver=" + line + "\"");
            assertThat(ran.code()).as("%s: %s", line, ran.err()).isZero();
        }
    }
}
