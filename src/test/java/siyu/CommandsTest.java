package siyu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import siyu.cli.CommandTree;
import siyu.cli.Common;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.out.Width;

/** The whole command tree: every verb is there, says what it does, and means by a flag what all others mean. */
class CommandsTest {
    private static final CommandTree TREE = Commands.tree();

    /** Commands in the making: they may lack their verb, or a transcript for a schema. To be empty. */
    private static final Set<String> COMING = Set.of();

    /** The verbs there are, by path. */
    private static Map<String, Verb> verbs() {
        Map<String, Verb> verbs = new LinkedHashMap<>();
        for (String path : paths("", TREE.entries())) {
            try {
                verbs.put(path, TREE.parts().verb(path));
            } catch (IllegalStateException none) {
                assertThat(COMING).as("commands without a verb").contains(path);
            }
        }
        return verbs;
    }

    private static List<String> paths(String before, List<CommandTree.Entry> entries) {
        List<String> paths = new ArrayList<>();
        for (CommandTree.Entry entry : entries) {
            String path = before + entry.name();
            if (entry.group()) {
                paths.addAll(paths(path + " ", entry.entries()));
            } else {
                paths.add(path);
            }
        }
        return paths;
    }

    private static String help(String path) {
        Said said = Said.Scene.of(Path.of(""), Instant.EPOCH)
                .run((path + " --help").strip().split(" "));
        assertThat(said.exit()).as(path).isZero();
        return said.out();
    }

    @Test
    void everyVerbHasAPageThatFits() {
        List<String> all = paths("", TREE.entries());
        assertThat(all).doesNotHaveDuplicates().isNotEmpty();
        Map<String, Verb> verbs = verbs();
        List<String> pages = new ArrayList<>(verbs.keySet());
        pages.add("");
        TREE.entries().stream().filter(CommandTree.Entry::group).forEach(group -> pages.add(group.name()));
        for (String path : pages) {
            for (String line : help(path).split("\n")) {
                assertThat(Width.of(line)).as("%s: %s", path, line).isLessThanOrEqualTo(80);
            }
        }
        verbs.forEach((path, verb) -> {
            Verb.Manual manual = verb.manual();
            assertThat(manual.summary()).as(path).isNotBlank().doesNotEndWith(".");
            for (Verb.Example example : manual.examples()) {
                assertThat(example.line()).as(path).contains("siyu ");
            }
        });
    }

    /** The same name means the same everywhere: shared ones are never redefined, and no verb has a name twice. */
    @Test
    void oneMeaningPerFlag() {
        Map<String, Parameter<?>> shared = new HashMap<>();
        for (Common.Set set : Common.Set.values()) {
            for (Parameter<?> parameter : set.parameters()) {
                parameter.names().forEach(name -> shared.put(name, parameter));
            }
        }
        verbs().forEach((path, verb) -> {
            List<String> names = new ArrayList<>();
            for (Parameter<?> parameter : verb.parameters()) {
                names.addAll(parameter.names());
                for (String name : parameter.names()) {
                    Parameter<?> other = shared.get(name);
                    assertThat(other == null || other.help().equals(parameter.help()))
                            .as("%s: %s is a shared name", path, name)
                            .isTrue();
                }
            }
            assertThat(names).as(path).doesNotHaveDuplicates();
        });
    }

    /** Every schema that a manual names is in the snapshot, so there is a transcript that answers with it. */
    @Test
    void schemasAreInTheSnapshot() throws IOException {
        List<String> snapshot = Files.readAllLines(Path.of("src/test/resources/schemas.txt"));
        verbs().forEach((path, verb) -> {
            for (String schema : verb.manual().schemas()) {
                assertThat(schema).matches("siyu\\.[a-z_.]+/[1-9][0-9]*");
                assertThat(COMING.contains(path) || snapshot.contains(schema))
                        .as("%s: %s needs a transcript", path, schema)
                        .isTrue();
            }
        });
    }
}
