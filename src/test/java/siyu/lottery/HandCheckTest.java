package siyu.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code siyu help lottery} tells people to type gives what was published. */
class HandCheckTest {
    private static final Path TOPIC = Path.of("src/main/resources/siyu/help/lottery.txt");
    private static final long AT = 1_772_323_200_123_456L;

    @TempDir
    Path folder;

    @Test
    void theRecipeOfTheHelpPageWorks() throws IOException, InterruptedException {
        assumeTrue(run("command -v openssl && command -v sha256sum").size() == 2, "openssl or sha256sum is not here");
        for (boolean hashed : new boolean[] {true, false}) {
            check(hashed);
        }
    }

    private void check(boolean hashed) throws IOException, InterruptedException {
        List<Prize> prizes = List.of(
                new Prize("cup", 300, 1, 0, 0),
                new Prize("coupon", 100, 50, 0, 0),
                new Prize("thanks", 600, Prize.UNLIMITED, 0, 0));
        State state = RandomLottery.fresh(RandomLottery.with(prizes, hashed), new SplittableRandom(11), AT);
        List<DrawPlan.Turn> turns =
                List.of(new DrawPlan.Turn(0, "C1", 1), new DrawPlan.Turn(1, "周 2", 1), new DrawPlan.Turn(2, "C3", 1));
        DrawPlan plan = DrawPlan.of(state, new Batch("spring", "", "", 1, 0, 0), turns, AT + 1);
        // The page takes the second draw and a wheel of 1000, so nothing may be out of stock before.
        assertThat(plan.drawn().get(0).prize()).isNotEqualTo("cup");
        ByteArrayOutputStream draws = new ByteArrayOutputStream();
        draws.writeBytes(DrawFile.CSV.header());
        plan.drawn().forEach(drawn -> draws.writeBytes(DrawFile.CSV.row(drawn)));
        Revealed revealed = new Revealed(AT + 2, 3, plan.head());
        Files.writeString(folder.resolve(Verification.RULES), state.committed().text());
        Files.writeString(
                folder.resolve(Verification.COMMITMENT), state.committed().file());
        Files.write(folder.resolve(DrawFile.CSV.file()), draws.toByteArray());
        Files.writeString(folder.resolve(Verification.REVEAL), revealed.file(state.committed()));

        List<String> said = run(recipe());
        Drawn second = plan.drawn().get(1);
        assertThat(said).hasSize(3);
        assertThat(said.get(0)).startsWith(state.committed().commitment());
        assertThat(said.get(2)).startsWith(second.head());
        long place = Long.parseLong(said.get(1));
        Wheel wheel = new Wheel(prizes);
        assertThat(prizes.get(wheel.prize(place)).name()).isEqualTo(second.prize());
    }

    /** The lines of the page that are to be typed. */
    private static String recipe() throws IOException {
        return Files.readAllLines(TOPIC).stream()
                .filter(line -> line.startsWith("  "))
                .collect(Collectors.joining("\n"));
    }

    private List<String> run(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return new ArrayList<>(text.lines().toList());
    }
}
