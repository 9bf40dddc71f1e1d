package siyu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.out.Format;

/** Words on the command line: where they may stand, what they become, what is said when they are wrong. */
class CliTest {
    /** One command, options in every position and spelling: always the same values. */
    @Test
    void optionsStandAnywhere() {
        String[][] lines = {
            {
                "segment", "run", "f", "g", "h", "-o", "json", "-C", "dir", "--set", "a=1", "--set", "b=2", "-nm",
                "--name", "x"
            },
            {"-o", "json", "-C", "dir", "segment", "run", "f", "g", "h", "--set=a=1", "--set=b=2", "-mn", "--name=x"},
            {
                "-ojson", "segment", "-nC", "dir", "run", "--name", "x", "f", "-m", "g", "--set", "a=1", "h", "--set",
                "b=2"
            },
            {
                "--output=json",
                "-nCdir",
                "segment",
                "run",
                "-m",
                "--name",
                "y",
                "--set",
                "a=1",
                "--set",
                "b=2",
                "--name",
                "x",
                "--",
                "f",
                "g",
                "h"
            }
        };
        for (String[] line : lines) {
            World world = new World(call -> {
                assertThat(call.value(World.FILE)).isEqualTo("f");
                assertThat(call.value(World.MORE)).containsExactly("g", "h");
                assertThat(call.value(World.NAME)).isEqualTo("x");
                assertThat(call.value(World.MEMBERS)).isTrue();
                assertThat(call.value(Common.OUTPUT)).isEqualTo(Format.JSON);
                assertThat(call.value(Common.WORKSPACE)).isEqualTo("dir");
                assertThat(call.value(Common.SET)).containsExactly("a=1", "b=2");
                assertThat(call.value(Common.DRY_RUN)).isTrue();
                assertThat(call.value(Common.YES)).isFalse();
                assertThat(call.get(Common.AS_OF)).isNull();
                return Outcome.done();
            });
            assertThat(world.run(line)).as("%s: %s", List.of(line), world.err()).isZero();
        }
    }

    @Test
    void valuesAreTyped() {
        World world = new World(call -> {
            assertThat(call.value(Common.AS_OF)).isEqualTo(LocalDate.of(2026, 1, 31));
            assertThat(call.value(Common.NOW)).isEqualTo(Instant.parse("2026-01-31T01:00:00Z"));
            assertThat(call.value(Common.LIMIT)).isEqualTo(7);
            assertThat(call.value(Common.LOCK_TIMEOUT).toMillis()).isEqualTo(1500);
            assertThat(call.value(Common.COLUMNS)).containsExactly("a", "b", "c");
            assertThat(call.value(Common.REASON)).isEqualTo("@x");
            return Outcome.done();
        });
        String[] line = ("list --as-of 2026-01-31 --now 2026-01-31T09:00:00+08:00 --limit 7 --lock-timeout 1.5"
                        + " --columns a,b --columns=c --reason @x")
                .split(" ");
        assertThat(world.run(line)).as(world.err()).isZero();
    }

    /** Minus alone is standard input, not an option. */
    @Test
    void minusIsAParameter() {
        World world = new World(call -> {
            assertThat(call.value(World.FILE)).isEqualTo("-");
            return Outcome.done();
        });
        assertThat(world.run("segment", "run", "-")).as(world.err()).isZero();
    }

    @Test
    void wrongLinesAreExplained() {
        String[][] rows = {
            {"lsit", "E0002", "did you mean 'list'?"},
            {"flow x", "E0002", "did you mean 'siyu segment flow'?"},
            {"--name x segment run", "E0002", "option '--name' belongs behind the command"},
            {"segment", "E0004", "one of run, flow"},
            {"segment rnu x", "E0002", "'siyu segment' has no command 'rnu'"},
            {"segment run", "E0004", "needs parameter FILE"},
            {"list --nmae x", "E0003", "'siyu list' has no option '--nmae'"},
            {"segment run x --nmae=x", "E0003", "did you mean '--name'?"},
            {"segment run x -Z", "E0003", "no option '-Z'"},
            {"segment run x --name", "E0004", "option '--name' needs a value NAME"},
            {"segment run x --name --members", "E0004", "option '--name' needs a value NAME"},
            {"list x", "E0005", "parameter 'x' is one too many"},
            {"list --limit many", "E0006", "'many' for --limit is not a whole number from 0 on"},
            {"list --as-of 2026-02-30", "E0006", "is not a date such as 2026-01-31"},
            {"list --now 2026-02-01", "E0006", "is not a time with an offset"},
            {"list --lock-timeout -1", "E0006", "is not a number of seconds"},
            {"list --color sometimes", "E0006", "is none of auto, always, never"},
            {"list -o jsom", "E0006", "did you mean 'json'?"},
            {"list --columns id,zzzzzz", "E0007", "it has id, sum, note"},
            {"list --columns nots", "E0007", "did you mean 'note'?"},
            {"list --unmask", "E0008", "--unmask needs --reason"},
            {"help nothing-such", "E0010", "help topics"},
            {"help exit-code", "E0010", "did you mean 'exit-codes'?"},
        };
        for (String[] row : rows) {
            World world = World.table();
            int code = world.run(row[0].split(" "));
            assertThat(code).as(row[0]).isEqualTo(Exit.USAGE.code());
            assertThat(world.err()).as(row[0]).contains("error[" + row[1] + "]").contains(row[2]);
            assertThat(world.out()).as(row[0]).isEmpty();
        }
    }

    @Test
    void allProblemsOfALineAtOnce() {
        World world = World.table();
        world.run("segment", "run", "x", "--limit", "a", "--as-of", "b", "--foo", "-o", "c");
        assertThat(world.err()).contains("'a' for --limit", "'b' for --as-of", "'--foo'", "'c' for --output");
        assertThat(world.err()).endsWith("Usage: siyu segment run [OPTIONS] FILE [MORE...]\n");
    }

    @Test
    void helpIsThereEverywhereAndFits() {
        String[][] lines = {
            {},
            {"--help"},
            {"-h"},
            {"help"},
            {"segment", "--help"},
            {"help", "segment"},
            {"segment", "run", "--help"},
            {"-h", "segment", "run"},
            {"help", "segment", "run"},
            {"segment", "run", "--foo", "-h"},
            {"help", "topics"},
            {"help", "exit-codes"},
            {"help", "environment"},
            {"help", "output"},
            {"help", "errors"},
            {"help", "E0003"}
        };
        for (String[] line : lines) {
            World world = World.table();
            assertThat(world.run(line)).as(world.err()).isZero();
            assertThat(world.err()).isEmpty();
            assertThat(world.out()).isNotEmpty().endsWith("\n").doesNotContain("@codes");
            for (String shown : world.out().split("\n")) {
                assertThat(siyu.out.Width.of(shown))
                        .as("%s: %s", List.of(line), shown)
                        .isLessThanOrEqualTo(80);
                assertThat(shown).isEqualTo(shown.stripTrailing());
            }
        }
    }

    @Test
    void helpOfAVerb() {
        World world = World.table();
        world.run("segment", "run", "--help");
        assertThat(world.out()).startsWith("""
                Do segment run

                Usage: siyu segment run [OPTIONS] FILE [MORE...]

                A paragraph that is long enough to be broken, because a help page keeps to 80
                columns: 中文也一样。

                Parameters:
                  FILE                      What to read
                  MORE                      Further ones
                      --name NAME           A name
                  -m, --members             Show members

                Common options:
                """).endsWith("""

                Examples:
                  # does it for x
                  siyu segment run x

                JSON:
                  siyu.test/1

                Exit codes:
                  0    done, also when there were no rows
                  1    unexpected failure
                  2    the command line is wrong
                  3    the program or the input has errors
                  4    refused by a rule
                  5    the data file is busy, missing, damaged or newer
                """);
    }

    @Test
    void version() {
        World world = World.table();
        assertThat(world.run("--version")).isZero();
        assertThat(world.out()).isEqualTo("siyu 1.2.3\n");
    }

    @Test
    void answersAndNotes() {
        World world = new World(call -> Outcome.of(World.TABLE).note("2 rows").exit(Exit.FOUND));
        assertThat(world.run("list")).isEqualTo(10);
        assertThat(world.out()).isEqualTo("""
                ID    SUM
                汉   1.50
                b   22.00
                """);
        assertThat(world.err()).isEqualTo("2 rows\n");

        World quiet = new World(call -> Outcome.of(World.TABLE).note("2 rows"));
        assertThat(quiet.run("list", "-q", "-o", "csv", "--columns", "note,id", "--limit", "1"))
                .isZero();
        assertThat(quiet.out()).isEqualTo("note,id\nx,汉\n");
        assertThat(quiet.err()).isEmpty();
    }

    @Test
    void problemsBesideAnAnswer() {
        Problem problem = Problem.of(CliCode.BAD_VALUE, "segment 'x' overflows");
        World world = new World(call -> Outcome.of(World.TABLE).note("1 of 2").problems(List.of(problem), Exit.PARTLY));
        assertThat(world.run("list", "-o", "jsonl", "--limit", "1")).isEqualTo(7);
        assertThat(world.out()).isEqualTo("{\"id\": \"汉\", \"sum\": 1.50, \"note\": \"x\"}\n");
        assertThat(world.err()).isEqualTo("""
                {"error": {"code": "E0006", "message": "segment 'x' overflows", "exit": 7, "problems": \
                [{"code": "E0006", "title": "value not of its form", "message": "segment 'x' overflows", "file": null, \
                "line": null, "column": null, "hint": null}], "notes": ["1 of 2"]}}
                """);
    }

    /** What the work says while it is being rolled back is of no interest. */
    @Test
    void interruptedWorkIsQuiet() {
        World[] world = new World[1];
        world[0] = new World(call -> {
            call.io().interruption().fire();
            throw new IllegalStateException("connection closed");
        });
        assertThat(world[0].run("list")).isEqualTo(130);
        assertThat(world[0].err()).isEmpty();
    }

    @Test
    void notesAreScrubbed() {
        World world = new World(call -> Outcome.done("read a\u001b[2J.csv\n2 rows"));
        world.run("list");
        assertThat(world.err()).isEqualTo("read a␛[2J.csv\n  2 rows\n");
    }

    @Test
    void interruptionsRunLastFirstAndOnce() {
        Interruption interruption = new Interruption();
        StringBuilder ran = new StringBuilder();
        interruption.guard(() -> ran.append("a"));
        Interruption.Guard done = interruption.guard(() -> ran.append("b"));
        interruption.guard(() -> {
            ran.append("c");
            throw new IllegalStateException();
        });
        done.close();
        assertThat(interruption.fired()).isFalse();
        interruption.fire();
        interruption.fire();
        assertThat(ran).hasToString("ca");
        assertThat(interruption.fired()).isTrue();
    }
}
