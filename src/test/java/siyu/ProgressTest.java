package siyu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import siyu.cli.Io;

/**
 * What goes through all customers or all entries says how far it is, to a person and to nobody else, and comes to the end of what
 * there is. The clock of these runs goes ten seconds on whenever it is looked at, so that nothing that is told is too early to be
 * drawn.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgressTest {
    private static final int CUSTOMERS = 20_000;
    private static final String ERASE = "\r\u001b[2K";
    private static final Io.Terminal SCREEN = new Io.Terminal(false, false, true, 200, 0);
    private static final Pattern LINE =
            Pattern.compile("([a-z ]+)  \\[#*-*]  (\\d+)%  ([\\d,]+) of ([\\d,]+)  [\\d,]+/s(  \\d+:[0-5]\\d left)?");

    private static final String READS_CUSTOMERS = "going through customers";
    private static final String READS_LEDGER = "going through the ledger";
    private static final String VERIFIES = "verifying entries";

    /** What each command shows, in order. */
    private static final Map<String, List<String>> LINES = Map.ofEntries(
            Map.entry("task leaderboard earners --period 2026-02", List.of(READS_LEDGER)),
            Map.entry("task close earners --period 2026-02 -n", List.of(READS_LEDGER)),
            Map.entry("task close earners --period 2026-02 --explain c7", List.of(READS_LEDGER)),
            Map.entry("task leaderboard shoppers --period 2026-02", List.of(READS_CUSTOMERS)),
            Map.entry("task close shoppers --period 2026-02 --explain c7", List.of(READS_CUSTOMERS)),
            Map.entry("segment run buyers", List.of(READS_CUSTOMERS)),
            Map.entry("points expire -n", List.of(READS_LEDGER)),
            Map.entry("points forecast", List.of(READS_LEDGER)),
            Map.entry("points close --through 2026-02-10 -n", List.of(READS_CUSTOMERS, READS_LEDGER)),
            Map.entry("points verify", List.of(VERIFIES)));

    private Path directory = Path.of("");

    /** One that is later whenever it is looked at. */
    private static final class Ticking extends Clock {
        private final AtomicLong seconds = new AtomicLong();

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
            return Instant.ofEpochSecond(seconds.addAndGet(10));
        }
    }

    @BeforeAll
    void fill(@TempDir Path temporary) throws IOException {
        directory = temporary.toRealPath();
        Files.writeString(directory.resolve("siyu.yaml"), """
                program: tiny
                timezone: UTC
                currency: CNY
                data: tiny
                events:
                  purchase: {}
                points:
                  earn:
                    - {name: spend, on: purchase, points: 1}
                leaderboards:
                  earners: {of: points, per: month}
                  shoppers: {of: count, on: purchase, per: month}
                segmentations:
                  buyers: {segments: {some: count(purchase) > 0}, otherwise: none}
                """);
        List<String> customers = new ArrayList<>(List.of("id"));
        List<String> events = new ArrayList<>(List.of("id,customer,kind,at"));
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add("c" + i);
            events.add("e" + i + ",c" + i + ",purchase,2026-02-01T10:00:00");
        }
        Files.write(directory.resolve("customers.csv"), customers);
        Files.write(directory.resolve("events.csv"), events);
        for (String line :
                List.of("init .", "import customers customers.csv", "import events events.csv", "points earn")) {
            Said said = run(line + " --yes", Io.Terminal.NONE, Map.of());
            assertThat(said.exit()).as("%s: %s", line, said.err()).isZero();
        }
    }

    private Said run(String line, Io.Terminal terminal, Map<String, String> environment) {
        String[] words = (line + (line.startsWith("init") ? "" : " --now 2026-03-01T00:00:00Z")).split(" ");
        return new Said.Scene(directory, new Ticking(), terminal, environment).run(words);
    }

    /** How much was done whenever a line was drawn, by what it said; asserts that each is well drawn and the last is erased. */
    private static Map<String, NavigableSet<Long>> drawn(String line, String err) {
        List<String> pieces = List.of(err.split(Pattern.quote(ERASE), -1));
        assertThat(pieces.get(0)).as(line).isEmpty();
        assertThat(pieces.get(pieces.size() - 1))
                .as("%s: erased at the end", line)
                .isEmpty();
        Map<String, NavigableSet<Long>> drawn = new LinkedHashMap<>();
        for (String piece : pieces.subList(1, pieces.size())) {
            if (piece.isEmpty()) {
                continue;
            }
            Matcher parts = LINE.matcher(piece);
            assertThat(parts.matches()).as("%s: '%s'", line, piece).isTrue();
            long done = Long.parseLong(parts.group(3).replace(",", ""));
            assertThat(parts.group(4)).as(line).isEqualTo("20,000");
            assertThat(parts.group(2)).as(piece).isEqualTo(Long.toString(done * 100 / CUSTOMERS));
            assertThat(parts.group(5) == null).as("%s: what is left", piece).isEqualTo(done == CUSTOMERS);
            drawn.computeIfAbsent(parts.group(1), none -> new TreeSet<>()).add(done);
        }
        return drawn;
    }

    @Test
    void comesToTheEnd() {
        for (Map.Entry<String, List<String>> each : LINES.entrySet()) {
            String line = each.getKey();
            Said piped = run(line, Io.Terminal.NONE, Map.of());
            assertThat(piped.exit()).as("%s: %s", line, piped.err()).isZero();
            assertThat(piped.err()).as(line).isEmpty();
            Said seen = run(line, SCREEN, Map.of());
            assertThat(seen.exit()).as(line).isZero();
            assertThat(seen.out()).as(line).isEqualTo(piped.out());
            Map<String, NavigableSet<Long>> drawn = drawn(line, seen.err());
            assertThat(List.copyOf(drawn.keySet())).as(line).isEqualTo(each.getValue());
            drawn.forEach((what, counts) -> {
                // The last range is not full, and any may be done first; each customer has one entry.
                assertThat(counts).as("%s: %s", line, what).hasSizeGreaterThan(2);
                assertThat(counts.last()).as("%s: %s", line, what).isEqualTo(CUSTOMERS);
            });
        }
    }

    @Test
    void nobodyElseIsTold() {
        for (String line : LINES.keySet()) {
            Said quiet = run(line + " -q", SCREEN, Map.of());
            Said dumb = run(line, SCREEN, Map.of("TERM", "dumb"));
            Said file = run(line + " --no-pager", new Io.Terminal(true, true, false, 200, 0), Map.of());
            for (Said said : List.of(quiet, dumb, file)) {
                assertThat(said.exit()).as(line).isZero();
                assertThat(said.err()).as(line).isEmpty();
                assertThat(said.out()).as(line).isNotEmpty().doesNotContain(ERASE);
            }
        }
    }
}
