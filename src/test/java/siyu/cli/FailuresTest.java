package siyu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import siyu.core.Exit;
import siyu.core.Failure;
import siyu.core.Place;
import siyu.core.Problem;
import siyu.out.WriteException;

/** What is thrown, as words and exit codes. */
class FailuresTest {
    private static String show(Throwable thrown, int exit, String... line) {
        World world = World.failing(thrown);
        String[] words = line.length == 0 ? new String[] {"list"} : line;
        assertThat(world.run(words)).as(world.err()).isEqualTo(exit);
        assertThat(world.out()).isEmpty();
        return world.err();
    }

    @Test
    void placesAndCarets() {
        Place tabs = new Place("a.csv", 3, 3, 1, "\tx\u001b,y");
        assertThat(show(
                        new Failure(List.of(
                                Problem.of(CliCode.BAD_VALUE, "no attribute '年龄'")
                                        .at(new Place("seg.yaml", 12, 7, 2, "  老客: 年龄 > 60"))
                                        .hint("did you mean 'age'?"),
                                Problem.of(CliCode.BAD_VALUE, "bad\u001b").at(tabs),
                                Problem.of(CliCode.BAD_VALUE, "whole line").at(Place.line("f", 7)),
                                Problem.of(CliCode.BAD_VALUE, "whole file").at(Place.file("f")),
                                Problem.of(CliCode.BAD_VALUE, "end of line").at(new Place("f", 1, 99, 1, "abc")))),
                        2))
                .isEqualTo("""
                error[E0006]: no attribute '年龄'
                  --> seg.yaml:12:7
                   |
                12 |   老客: 年龄 > 60
                   |         ^^^^
                hint: did you mean 'age'?
                error[E0006]: bad␛
                 --> a.csv:3:3
                  |
                3 |     x␛,y
                  |      ^
                error[E0006]: whole line
                 --> f:7
                error[E0006]: whole file
                 --> f
                error[E0006]: end of line
                 --> f:1:99
                  |
                1 | abc
                  |    ^
                """);
    }

    @Test
    void messagesAndHintsAreFilledToTheWidthOfATerminal() {
        Failure failure = Problem.of(
                        CliCode.BAD_VALUE,
                        "the attribute 'age' of this customer is not a number\n'客户年龄' 不是数字，应当写成整数，例如四十二；也可以留空，留空的客户不参加分群")
                .at(new Place("segments.yaml", 12, 3, 1, "  a line of a file that is longer than a narrow terminal is"))
                .hint("did you mean a_name_that_is_longer_than_a_whole_line_is_wide or 'age'?")
                .failure();
        World narrow = World.failing(failure);
        narrow.terminal = new Io.Terminal(false, false, true, 40, 24);
        assertThat(narrow.run("list", "--color", "never")).isEqualTo(2);
        assertThat(narrow.err()).isEqualTo("""
                error[E0006]: the attribute 'age' of
                  this customer is not a number
                  '客户年龄' 不是数字，应当写成整数，例
                  如四十二；也可以留空，留空的客户不参加
                  分群
                  --> segments.yaml:12:3
                   |
                12 |   a line of a file that is longer than a narrow terminal is
                   |   ^
                hint: did you mean
                  a_name_that_is_longer_than_a_whole_line_is_wide
                  or 'age'?
                """);
        World piped = World.failing(failure);
        piped.terminal = new Io.Terminal(true, true, false, 40, 24);
        piped.run("list");
        assertThat(piped.err().lines())
                .contains(
                        "error[E0006]: the attribute 'age' of this customer is not a number",
                        "hint: did you mean a_name_that_is_longer_than_a_whole_line_is_wide or 'age'?");
    }

    @Test
    void longLinesAreShownAroundThePlace() {
        String line = "字".repeat(1000) + "X" + "y".repeat(1000);
        String shown = show(
                Problem.of(CliCode.BAD_VALUE, "x")
                        .at(new Place("f", 1, 1001, 3, line))
                        .failure(),
                2);
        String[] lines = shown.split("\n");
        assertThat(lines[3]).hasSizeLessThan(120).startsWith("1 | …字").endsWith("y…");
        assertThat(siyu.out.Width.of(lines[4].substring(0, lines[4].indexOf('^'))))
                .isEqualTo(siyu.out.Width.of(lines[3].substring(0, lines[3].indexOf('X'))));
        assertThat(lines[4]).endsWith(" ^^^");
    }

    @Test
    void manyProblemsAreCounted() {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < 62; i++) {
            problems.add(Problem.of(CliCode.BAD_VALUE, "problem " + i));
        }
        String shown = show(new Failure(problems), 2);
        assertThat(shown.split("\n")).hasSize(51);
        assertThat(shown).endsWith("problem 49\nand 12 more problems\n");
        assertThat(show(new Failure(problems), 2, "list", "-o", "json")).contains("problem 61");
    }

    @Test
    void json() {
        Problem problem = Problem.of(CliCode.BAD_VALUE, "no \"x\"")
                .at(new Place("f.yaml", 3, 4, 1, "abc"))
                .hint("y");
        assertThat(show(problem.failure(), 2, "--output=json", "list")).isEqualTo("""
                {"error": {"code": "E0006", "message": "no \\"x\\"", "exit": 2, "problems": [{"code": "E0006", \
                "title": "value not of its form", "message": "no \\"x\\"", "file": "f.yaml", "line": 3, "column": 4, \
                "hint": "y"}]}}
                """);
    }

    /** One row for each code that is about the machine. */
    @Test
    void everythingThrownHasWordsAndAnExitCode() {
        Object[][] rows = {
            {new IllegalStateException("x"), "E0001", 1, "IllegalStateException: x"},
            {new NullPointerException(), "E0001", 1, "--debug"},
            {new NoSuchFileException("a.csv"), "E0012", 1, "'a.csv' does not exist"},
            {new UncheckedIOException(new AccessDeniedException("a")), "E0012", 1, "'a' may not be read or written"},
            {new FileAlreadyExistsException("a"), "E0012", 1, "exists already"},
            {new FileSystemException("a", null, "Is a directory"), "E0012", 1, "Is a directory"},
            {new UncheckedIOException(new IOException("No space left on device")), "E0012", 1, "No space left"},
            {new OutOfMemoryError("Java heap space"), "E0013", 1, "-Xmx8g"},
            {new StackOverflowError(), "E0014", 1, "too deeply"},
            {new InterruptedException(), "E0015", 130, "interrupted"},
            {new UncheckedIOException(new ClosedByInterruptException()), "E0015", 130, "interrupted"},
        };
        for (Object[] row : rows) {
            String shown = show((Throwable) row[0], (int) row[2]);
            assertThat(shown).startsWith("error[" + row[1] + "]").contains((String) row[3]);
            assertThat(shown).doesNotContain("    at ");
        }
        assertThat(show(new IllegalStateException("x"), 1, "list", "--debug")).contains("    at siyu.cli.");
    }

    @Test
    void realStackOverflowInAVerb() {
        World world = new World(call -> Outcome.done(String.valueOf(deep(1))));
        assertThat(world.run("list")).isEqualTo(1);
        assertThat(world.err()).startsWith("error[E0014]");
    }

    private static int deep(int n) {
        return n == 0 ? 0 : 1 + deep(n + 1);
    }

    private static final class Refusing extends OutputStream {
        private final String message;
        private int written;

        Refusing(String message) {
            this.message = message;
        }

        @Override
        public void write(int b) throws IOException {
            written++;
            throw new IOException(message);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            write(0);
        }
    }

    /** {@code | head}: quiet, and the verb's own exit code. The rows end early and properly. */
    @Test
    void brokenPipeIsQuiet() {
        long[] rows = {0};
        boolean[] ended = {false};
        World world = new World(call -> Outcome.of(siyu.out.Table.of(
                        "siyu.test/1", java.time.ZoneOffset.UTC, List.of(siyu.out.Heading.text("a")), sink -> {
                            while (sink.row(new Object[] {"some text"})) {
                                rows[0]++;
                            }
                            ended[0] = true;
                        }))
                .exit(Exit.FOUND));
        Refusing refusing = new Refusing("Broken pipe");
        world.stdout = refusing;
        assertThat(world.run("list", "-o", "csv")).isEqualTo(10);
        assertThat(world.err()).isEmpty();
        assertThat(ended[0]).isTrue();
        assertThat(rows[0]).isLessThan(10_000);
        assertThat(refusing.written).isEqualTo(1);
    }

    /** A verb that writes a stream of its own, such as an export. */
    @Test
    void brokenPipeOfAVerbIsQuiet() {
        assertThat(show(new UncheckedIOException(new IOException("Broken pipe")), 0))
                .isEmpty();
        assertThat(show(new WriteException(new IOException("Broken pipe")), 0)).isEmpty();
    }

    @Test
    void fullDiskIsAnError() {
        World world = World.table();
        world.stdout = new Refusing("No space left on device");
        assertThat(world.run("list")).isEqualTo(1);
        assertThat(world.err())
                .startsWith("error[E0011]: standard output cannot be written")
                .contains("No space left");
        World help = World.table();
        help.stdout = new Refusing("No space left on device");
        assertThat(help.run("--help")).isEqualTo(1);
    }

    @Test
    void colourOnlyWhereItIsWanted() {
        Io.Terminal terminal = new Io.Terminal(true, true, true, 80, 24);
        Object[][] rows = {
            {Io.Terminal.NONE, "", "", "", false},
            {Io.Terminal.NONE, "", "", "always", true},
            {terminal, "", "", "", true},
            {terminal, "1", "", "", false},
            {terminal, "1", "", "always", true},
            {terminal, "", "dumb", "", false},
            {terminal, "", "", "never", false},
        };
        for (Object[] row : rows) {
            World world = World.failing(Problem.of(CliCode.BAD_VALUE, "x").failure());
            world.terminal = (Io.Terminal) row[0];
            world.environment.put("NO_COLOR", (String) row[1]);
            world.environment.put("TERM", (String) row[2]);
            if (((String) row[3]).isEmpty()) {
                world.run("list");
            } else {
                world.run("list", "--color", (String) row[3]);
            }
            assertThat(world.err().contains("\u001b["))
                    .as(java.util.Arrays.toString(row))
                    .isEqualTo(row[4]);
        }
    }
}
