package siyu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.out.Heading;
import siyu.out.Table;

/** What happens only, or never, on a terminal: questions, progress, pages. */
class InteractionTest {
    private static final Io.Terminal SCREEN = new Io.Terminal(true, true, true, 60, 10);

    /** A clock that is set by hand. */
    private static final class SetClock extends Clock {
        private long millis;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }
    }

    private static World asking() {
        return new World(call -> {
            Confirm.ask(call, "delete 汉?");
            return Outcome.done("deleted");
        });
    }

    @Test
    void asksOnTerminalOnly() {
        Object[][] rows = {
            {SCREEN, "y\n", "list", 0, "delete 汉? [y/N] deleted\n"},
            {SCREEN, " YES \r\n", "list", 0, "delete 汉? [y/N] deleted\n"},
            {SCREEN, "是\n", "list", 0, "delete 汉? [y/N] deleted\n"},
            {SCREEN, "n\n", "list", 4, "error[E0009]: not confirmed, so nothing was changed\n"},
            {SCREEN, "", "list", 4, "error[E0009]"},
            {SCREEN, "", "list --yes", 0, "deleted\n"},
            {SCREEN, "", "list -n", 0, "deleted\n"},
            {Io.Terminal.NONE, "y\n", "list", 4, "hint: --yes does it, --dry-run shows what it would do\n"},
            {Io.Terminal.NONE, "", "list -y", 0, "deleted\n"},
            {new Io.Terminal(false, true, true, 80, 24), "y\n", "list", 4, "there is no terminal to ask at: delete 汉?"},
        };
        for (Object[] row : rows) {
            World world = asking();
            world.environment.put("NO_COLOR", "1");
            world.terminal = (Io.Terminal) row[0];
            world.input = (String) row[1];
            assertThat(world.run(((String) row[2]).split(" ")))
                    .as(List.of(row).toString())
                    .isEqualTo(row[3]);
            assertThat(world.err()).as(List.of(row).toString()).contains((String) row[4]);
        }
    }

    private static World working(SetClock clock) {
        World world = new World(call -> {
            try (Progress progress = Progress.of(call, "importing", Progress.Unit.BYTES)) {
                for (int i = 0; i <= 1000; i++) {
                    clock.millis = 2L * i;
                    progress.at(i * 100_000L, 100_000_000);
                }
            }
            return Outcome.done();
        });
        world.clock = clock;
        return world;
    }

    @Test
    void progressIsDrawnAtMostTenTimesASecondAndErased() {
        World world = working(new SetClock());
        world.terminal = SCREEN;
        world.run("list");
        String[] drawn = world.err().split("\r\u001b\\[2K", -1);
        // Two seconds, the first third of one without a line; and an empty one at the end.
        assertThat(drawn).hasSizeBetween(15, 20);
        assertThat(drawn[0]).isEmpty();
        assertThat(drawn[drawn.length - 1]).isEmpty();
        assertThat(drawn[1]).isEqualTo("importing  [###-----------------]  15%  15 MB of 100 MB  50");
        for (String line : drawn) {
            assertThat(line).hasSizeLessThan(60);
        }
        World wide = working(new SetClock());
        wide.terminal = new Io.Terminal(true, true, true, 100, 10);
        wide.run("list");
        assertThat(wide.err()).contains("[###-----------------]  15%  15 MB of 100 MB  50 MB/s  0:01 left\r");
    }

    @Test
    void noProgressOtherwise() {
        World pipe = working(new SetClock());
        pipe.run("list");
        World quiet = working(new SetClock());
        quiet.terminal = SCREEN;
        quiet.run("list", "-q");
        World dumb = working(new SetClock());
        dumb.terminal = SCREEN;
        dumb.environment.put("TERM", "dumb");
        dumb.run("list");
        assertThat(pipe.err() + quiet.err() + dumb.err()).isEmpty();
    }

    private static World rows(int count, Path directory, Io.Terminal terminal) {
        World world = new World(call -> Outcome.of(Table.of(
                "siyu.test/1", ZoneOffset.UTC, List.of(Heading.of("n", Heading.Kind.INTEGER)), sink -> {
                    for (long i = 0; i < count; i++) {
                        if (!sink.row(new Object[] {i})) {
                            return;
                        }
                    }
                })));
        world.directory = directory;
        world.terminal = terminal;
        world.environment.put("PAGER", "cat > paged.txt");
        return world;
    }

    @Test
    void longTablesOnTerminalArePaged(@TempDir Path directory) throws IOException {
        Path paged = directory.resolve("paged.txt");
        World world = rows(500, directory, SCREEN);
        assertThat(world.run("list")).as(world.err()).isZero();
        assertThat(world.out()).isEmpty();
        assertThat(Files.readString(paged)).contains("N").contains("499").hasLineCount(501);
        Files.delete(paged);

        World preferred = rows(500, directory, SCREEN);
        preferred.environment.put("SIYU_PAGER", "head -1 > paged.txt");
        assertThat(preferred.run("list")).as("left early: %s", preferred.err()).isZero();
        assertThat(preferred.err()).isEmpty();
        assertThat(Files.readString(paged)).hasLineCount(1);
        Files.delete(paged);

        Object[][] straight = {
            {5, SCREEN, "list", "PAGER", "cat > paged.txt"},
            {500, Io.Terminal.NONE, "list", "PAGER", "cat > paged.txt"},
            {500, SCREEN, "list --no-pager", "PAGER", "cat > paged.txt"},
            {500, SCREEN, "list -o csv", "PAGER", "cat > paged.txt"},
            {500, SCREEN, "list", "TERM", "dumb"},
            {500, SCREEN, "list", "SIYU_PAGER", ""},
            {500, new Io.Terminal(true, true, true, 80, 0), "list", "PAGER", "cat > paged.txt"},
        };
        for (Object[] row : straight) {
            World plain = rows((int) row[0], directory, (Io.Terminal) row[1]);
            plain.environment.put((String) row[3], (String) row[4]);
            assertThat(plain.run(((String) row[2]).split(" "))).isZero();
            assertThat(plain.out().split("\n")).as(List.of(row).toString()).hasSize((int) row[0] + 1);
            assertThat(paged).doesNotExist();
        }
    }

    /** A pager that wants only the beginning ends the rows too. */
    @Test
    void leavingThePagerEndsTheRows(@TempDir Path directory) {
        World world = rows(Integer.MAX_VALUE, directory, SCREEN);
        world.environment.put("PAGER", "head -3 > paged.txt");
        assertThat(world.run("list")).as(world.err()).isZero();
        assertThat(world.err()).isEmpty();
    }
}
