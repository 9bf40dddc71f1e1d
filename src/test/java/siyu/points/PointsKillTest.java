package siyu.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Postings that are killed at any moment and done again: what was acknowledged is there, nothing is there twice, and in the end the
 * ledger has the very head that it has when nobody kills.
 */
class PointsKillTest {
    private static final Pattern HEAD = Pattern.compile("head: ([0-9a-f]{64})");
    private static final int LANES = 2;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 600, unit = TimeUnit.SECONDS)
    void killedPostingsAreThereOrNotAndNeverTwice() throws IOException, InterruptedException {
        Shop filled = PointsKillWork.fill(Files.createDirectory(folder.resolve("filled")));
        List<String> steps = PointsKillWork.steps();
        Shop whole = copy(filled, "whole");
        for (int step = 0; step < steps.size(); step++) {
            PointsKillWork.step(whole, steps, step);
        }
        String head = head(whole);
        int kills = 0;
        int ahead = 0;
        for (int lane = 0; lane < LANES; lane++) {
            SplittableRandom random = new SplittableRandom(lane);
            Shop shop = copy(filled, "lane" + lane);
            int done = 0;
            // The first kill, and one more, hit the large postings, which go into the file in stages.
            while (done < steps.size()) {
                int victim = kills % 4 == 0
                        ? Math.max(done, kills % 8 == 0 ? 0 : steps.indexOf("points expire --yes"))
                        : done + random.nextInt(8);
                int before = done;
                done = kill(shop, done, victim, random.nextInt(1_500));
                kills += done < steps.size() ? 1 : 0;
                ahead += leftOver(shop) ? 1 : 0;
                String words = "lane " + lane + " killed after step " + (done - 1) + ", begun at " + before;
                Shop.Said verified = shop.run("points", "verify");
                assertThat(verified.exit())
                        .as(words + verified.out() + verified.err())
                        .isZero();
                acknowledged(shop, steps, done, words);
            }
            assertThat(head(shop)).as("lane %d", lane).isEqualTo(head);
        }
        System.out.println("kills: " + kills + ", of which left entries ahead of a posting: " + ahead);
        assertThat(kills).isGreaterThanOrEqualTo(2 * LANES);
    }

    /** Every step with a key that was acknowledged is there: asked again it answers with its first result. */
    private static void acknowledged(Shop shop, List<String> steps, int done, String words) {
        for (int step = 0; step < done; step++) {
            if (steps.get(step).contains(" --key ")) {
                Shop.Said again = shop.run((steps.get(step) + " -n -o csv --columns replay").split(" "));
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
