package siyu.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import siyu.Said;

/**
 * Postings, and moves between levels, uses of benefits and tasks, that are killed at any moment and done again: what was
 * acknowledged is there, nothing is there twice, and in the end the ledger has the very head, and levels, benefits and tasks the
 * very rows, that they have when nobody kills.
 */
class PointsKillTest {
    private static final Pattern HEAD = Pattern.compile("head: ([0-9a-f]{64})");
    private static final int LANES = 2;

    /** What runs over everybody, each in one transaction: killed soon after the step before it was done. */
    private static final List<String> AIMED =
            List.of("level run", "benefit grant", "level review", "task run", "benefit use", "points close");

    /** Everything that a step may have stored, without who did it when. */
    private static final List<String> STATE = List.of(
            "SELECT 'import', COUNT(*) FROM run WHERE command = 'import events'",
            "SELECT 'posting', number, head_after FROM points_posting ORDER BY number",
            "SELECT 'change', number, review, as_of_day, move_count FROM level_change ORDER BY number",
            "SELECT 'move', id, RAWTOHEX(customers), RAWTOHEX(numbers), RAWTOHEX(kinds), RAWTOHEX(levels_from),"
                    + " RAWTOHEX(levels_to), RAWTOHEX(days), RAWTOHEX(growth), RAWTOHEX(needed), RAWTOHEX(deadlines)"
                    + " FROM level_block ORDER BY id",
            "SELECT 'level', number, name FROM level_name ORDER BY number",
            "SELECT 'use', number, benefit, customer, level, unit_name, units, points, used_at, idempotency_key"
                    + " FROM benefit_use ORDER BY number",
            "SELECT 'done', task, period, customer, done_day, reward FROM task_done ORDER BY task, period, customer",
            "SELECT 'badge', badge, customer, award_day FROM badge_award ORDER BY badge, customer");

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 600, unit = TimeUnit.SECONDS)
    void killedPostingsAreThereOrNotAndNeverTwice() throws IOException, InterruptedException {
        Shop filled = PointsKillWork.fill(Files.createDirectory(folder.resolve("filled")));
        List<String> steps = PointsKillWork.steps();
        Shop whole = copy(filled, "whole");
        List<List<String>> states = new ArrayList<>(List.of(state(whole)));
        for (int step = 0; step < steps.size(); step++) {
            PointsKillWork.step(whole, steps, step);
            states.add(state(whole));
        }
        for (String word : List.of("change", "move", "use", "done", "badge")) {
            assertThat(states.get(steps.size())).anyMatch(row -> row.startsWith(word));
        }
        int imported = steps.indexOf("import events late.csv");
        assertThat(states.get(imported + 1)).isNotEqualTo(states.get(imported));
        String head = head(whole);
        int kills = 0;
        int ahead = 0;
        Set<String> hit = new TreeSet<>();
        for (int lane = 0; lane < LANES; lane++) {
            SplittableRandom random = new SplittableRandom(lane);
            Shop shop = copy(filled, "lane" + lane);
            int done = 0;
            // The first kill, and one more, hit the large postings, which go into the file in stages.
            while (done < steps.size()) {
                int aimed = kills % 2 == 1 ? aimed(steps, done, hit) : -1;
                int victim = kills % 4 == 0
                        ? Math.max(done, kills % 8 == 0 ? 0 : steps.indexOf("points expire --yes"))
                        : aimed >= 0 ? aimed : done + random.nextInt(8);
                int before = done;
                done = kill(shop, done, victim, random.nextInt(aimed >= 0 ? 150 : 1_500));
                if (done < steps.size()) {
                    String step = steps.get(done);
                    AIMED.stream().filter(step::startsWith).forEach(hit::add);
                }
                kills += done < steps.size() ? 1 : 0;
                ahead += leftOver(shop) ? 1 : 0;
                String words = "lane " + lane + " killed after step " + (done - 1) + ", begun at " + before;
                Said verified = shop.run("points", "verify");
                assertThat(verified.exit())
                        .as(words + verified.out() + verified.err())
                        .isZero();
                acknowledged(shop, steps, done, words);
                // The step after the last that was acknowledged may be there whole, or not at all.
                List<String> state = state(shop);
                if (done == steps.size() || !state.equals(states.get(done + 1))) {
                    assertThat(state)
                            .as(words + ": what was acknowledged is there, once")
                            .containsExactlyElementsOf(states.get(done));
                } else if (steps.get(done).startsWith("import ")) {
                    // Done again it stores nothing, but is a run of its own, up to which the next posting has
                    // considered events.
                    done++;
                }
            }
            assertThat(head(shop)).as("lane %d", lane).isEqualTo(head);
        }
        System.out.println(
                "kills: " + kills + ", of which left entries ahead of a posting: " + ahead + "; within " + hit);
        assertThat(kills).isGreaterThanOrEqualTo(2 * LANES);
    }

    /** The next step that is aimed at and was not hit yet, -1 for none. */
    private static int aimed(List<String> steps, int done, Set<String> hit) {
        for (int step = done; step < steps.size(); step++) {
            String command = steps.get(step);
            if (AIMED.stream().anyMatch(word -> command.startsWith(word) && !hit.contains(word))) {
                return step;
            }
        }
        return -1;
    }

    private static List<String> state(Shop shop) {
        try (siyu.store.Store store =
                siyu.store.Store.open(shop.directory.resolve("shop"), java.time.Duration.ofSeconds(20))) {
            return store.read(connection -> {
                List<String> rows = new ArrayList<>();
                for (String sql : STATE) {
                    try (PreparedStatement select = connection.prepareStatement(sql);
                            ResultSet found = select.executeQuery()) {
                        while (found.next()) {
                            StringBuilder row = new StringBuilder();
                            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                                row.append(found.getString(i)).append(' ');
                            }
                            rows.add(row.toString());
                        }
                    }
                }
                return rows;
            });
        }
    }

    /** Every step with a key that was acknowledged is there: asked again it answers with its first result. */
    private static void acknowledged(Shop shop, List<String> steps, int done, String words) {
        for (int step = 0; step < done; step++) {
            if (steps.get(step).contains(" --key ")) {
                Said again = shop.run((steps.get(step) + " -n -o csv --columns replay").split(" "));
                assertThat(again.rows())
                        .as("%s: %s %s", words, steps.get(step), again.err())
                        .isNotEmpty()
                        .containsOnly(List.of("true"));
            }
        }
    }

    private Shop copy(Shop shop, String name) throws IOException {
        Shop copy = new Shop(shop, Files.createDirectory(folder.resolve(name)));
        Files.copy(shop.directory.resolve("late.csv"), copy.directory.resolve("late.csv"));
        return copy;
    }

    private static String head(Shop shop) {
        Matcher matcher = HEAD.matcher(shop.done("points", "verify").out());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static boolean leftOver(Shop shop) {
        try (siyu.store.Store store =
                siyu.store.Store.open(shop.directory.resolve("shop"), java.time.Duration.ofSeconds(20))) {
            return new PointsStore(store).ledger().leftOver();
        }
    }

    /** Lets a process do the steps from one on, kills it some time after it began another, and returns how many are acknowledged. */
    private static int kill(Shop shop, int from, int victim, int millis) throws IOException, InterruptedException {
        Path said = shop.directory.resolve("said");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PointsKillWork.class.getName(),
                        shop.directory.toString(),
                        Integer.toString(from))
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            // It says one line when it begins, and one for each step that is done.
            while (from + lines(said) - 1 < victim && !process.waitFor(1, TimeUnit.MILLISECONDS)) {
                Thread.onSpinWait();
            }
            process.waitFor(millis, TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
        return from + Math.max(0, lines(said) - 1);
    }

    /** Whole lines of a file that is being written. */
    private static int lines(Path file) throws IOException {
        return (int) Files.readString(file).chars().filter(c -> c == '\n').count();
    }
}
