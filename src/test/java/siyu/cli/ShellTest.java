package siyu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import siyu.core.Exit;
import siyu.core.Failure;

/** Lines of a script, kept options, what can stand at the cursor, and the end of a command that is interrupted. */
class ShellTest {
    private static final List<String> NAMES = List.of("外圈", "inner");

    /** What the shell did with its place. */
    private final List<String> placed = new ArrayList<>();

    private final Shell.Place place = new Shell.Place() {
        @Override
        public List<String> names(Call call, String path, Parameter<?> parameter, String typed) {
            return NAMES;
        }

        @Override
        public void hold(Call call) {
            placed.add("hold " + call.get(Common.WORKSPACE));
        }

        @Override
        public void release() {
            placed.add("release");
        }
    };

    private Exit run(World world, boolean goOn, String... lines) {
        world.input = String.join("\n", lines);
        Io io = world.io();
        return new Shell(world.tree(), new ParsedCall("shell", false, java.util.Map.of(), io), place).run(goOn);
    }

    @Test
    void wordsAreThoseOfAShell() {
        Object[][] rows = {
            {"", List.of()},
            {"  a  b ", List.of("a", "b")},
            {"a 'b c' \"d 'e'\"", List.of("a", "b c", "d 'e'")},
            {"--set=x='a b' ''", List.of("--set=x=a b", "")},
            {"a\\ b \"c\\\"d\\n\"", List.of("a b", "c\"d\\n")},
            {"a # b 'c", List.of("a")},
            {"a#b '#'", List.of("a#b", "#")},
            {"银行 '重要 客户'", List.of("银行", "重要 客户")},
        };
        for (Object[] row : rows) {
            assertThat(ShellWords.split((String) row[0])).as((String) row[0]).isEqualTo(row[1]);
        }
        assertThatThrownBy(() -> ShellWords.split("a 'b"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("the quote ' before 'b' is not closed");
    }

    @Test
    void stopsAtTheFirstLineThatFails() {
        World world = World.table();
        assertThat(run(world, false, "list -o csv", "", "# a comment", "lst", "list"))
                .isEqualTo(Exit.USAGE);
        assertThat(world.out()).isEqualTo("id,sum,note\n汉,1.50,x\nb,22.00,y\n");
        assertThat(world.err()).isEqualTo("""
                        error[E0002]: 'siyu' has no command 'lst'
                        hint: did you mean 'list'?
                        Usage: siyu COMMAND
                        stopped at line 4: lst
                        """);
        World going = World.table();
        assertThat(run(going, true, "lst", "list 'x", "list -o csv --no-headers --limit 1"))
                .isEqualTo(Exit.PARTLY);
        assertThat(going.out()).isEqualTo("汉,1.50,x\n");
        World left = World.table();
        assertThat(run(left, false, "exit", "lst")).isEqualTo(Exit.DONE);
        assertThat(left.err()).isEmpty();
        assertThat(run(World.table(), false, "shell")).isEqualTo(Exit.USAGE);
        assertThat(run(World.table(), true, "siyu list")).isEqualTo(Exit.DONE);
    }

    /** Options that are kept go to the commands that take them, and a command's own words overrule them. */
    @Test
    void keepsOptions() {
        World world = World.table();
        run(
                world,
                false,
                "set -ocsv --columns id --limit=1 -C there",
                "list",
                "list -o tsv --no-headers",
                "set",
                "set -o jsonl",
                "list",
                "unset",
                "set");
        assertThat(world.out()).isEqualTo("id\n汉\n汉\n-ocsv --columns id --limit=1 -C there\n{\"id\": \"汉\"}\n\n");
        assertThat(placed).contains("hold there").endsWith("release");
        World wrong = World.table();
        assertThat(run(wrong, false, "set --colums id")).isEqualTo(Exit.USAGE);
        assertThat(wrong.err()).contains("'set' has no option '--colums'", "did you mean '--columns'?");
    }

    /** What is stopped is the command, at once; the shell says so and, as a script, ends with its code. */
    @Test
    void aSignalEndsTheCommandThatRuns() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        World world = new World(call -> {
            begun.countDown();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return Outcome.done("not stopped");
        });
        Thread signal = new Thread(() -> {
            try {
                begun.await();
            } catch (InterruptedException e) {
                return;
            }
            world.interruption.fire();
        });
        signal.start();
        assertThat(run(world, false, "list", "list")).isEqualTo(Exit.INTERRUPTED);
        signal.join();
        assertThat(world.err()).isEqualTo("interrupted\nstopped at line 1: list\n");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void whatCanStandAtTheCursor() {
        World world = World.table();
        Suggestions suggestions = new Suggestions(
                world.tree(),
                java.nio.file.Path.of("src/test/resources"),
                (path, parameter, typed) ->
                        NAMES.stream().filter(name -> name.startsWith(typed)).toList());
        Object[][] rows = {
            {"", "se", List.of("segment")},
            {"segment", "", List.of("run", "flow")},
            {"-C x segment -o json", "f", List.of("flow")},
            {"segment run -o", "js", List.of("json", "jsonl")},
            {"segment run", "--output=js", List.of("--output=json", "--output=jsonl")},
            {"segment run", "--mem", List.of("--members")},
            {"segment run", "com", List.of("completion/")},
            {"segment run --data", "sch", List.of("schemas.txt")},
            {"segment run x", "外", List.of("外圈")},
            {"segment run x --name", "", List.of("外圈", "inner")},
            {"segment run --", "--mem", List.of()},
            {"list", "", List.of()},
            {"nothing", "", List.of()},
            {"help", "exi", List.of("exit-codes")},
            {"help segment", "", List.of("run", "flow")},
        };
        for (Object[] row : rows) {
            String before = (String) row[0];
            assertThat(suggestions.of(before.isEmpty() ? List.of() : List.of(before.split(" ")), (String) row[1]))
                    .as(before + "|" + row[1])
                    .extracting(Suggestions.Suggestion::word)
                    .isEqualTo(row[2]);
        }
    }
}
