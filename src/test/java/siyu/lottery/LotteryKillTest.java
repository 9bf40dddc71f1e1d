package siyu.lottery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import siyu.store.Store;

/** A killed process leaves whole batches of draws: none that it acknowledged is lost, none is there twice when it is given again. */
class LotteryKillTest {
    private static final int KILLS = 10;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void batchesAreThereWholeAndOnce() throws Exception {
        Path file = folder.resolve("lottery");
        LotteryKillWork.create(file);
        SplittableRandom random = new SplittableRandom(4);
        long acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged = Math.max(acknowledged, kill(file, 1 + random.nextInt(6), random.nextInt(20)));
            try (Store store = Store.open(file, LotteryKillWork.PATIENCE)) {
                LotteryStore lotteries = new LotteryStore(store);
                State state = Objects.requireNonNull(lotteries.state("spring"));
                long batches = state.draws() / LotteryKillWork.DRAWS;
                assertThat(state.draws() % LotteryKillWork.DRAWS)
                        .as("kill %d", kill)
                        .isZero();
                // One more may be there: committed, but killed before its word got out.
                assertThat(batches).as("kill %d", kill).isBetween(acknowledged, acknowledged + 1);
                for (int i = 1; i <= batches; i++) {
                    Batch batch = Objects.requireNonNull(lotteries.batch("key" + i));
                    assertThat(batch.first()).isEqualTo((i - 1L) * LotteryKillWork.DRAWS + 1);
                    assertThat(batch.draws()).isEqualTo(LotteryKillWork.DRAWS);
                }
                acknowledged = batches;
                assertThat(verify(lotteries, state).findings()).isEmpty();
            }
        }
        assertThat(acknowledged).isGreaterThanOrEqualTo(KILLS);
    }

    private static Verification verify(LotteryStore lotteries, State state) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        ByteArrayOutputStream draws = new ByteArrayOutputStream();
        draws.writeBytes(DrawFile.CSV.header());
        lotteries.draws(state.committed(), 1, (number, customer, at, prize, head) -> {
            String name = state.committed().rules().prizes().get(prize).name();
            draws.writeBytes(DrawFile.CSV.row(new Drawn(number, at, "C" + customer, name, head)));
            return true;
        });
        Revealed revealed = new Revealed(state.last(), state.draws(), state.head());
        files.put(Verification.RULES, state.committed().text().getBytes(StandardCharsets.UTF_8));
        files.put(Verification.COMMITMENT, state.committed().file().getBytes(StandardCharsets.UTF_8));
        files.put(DrawFile.CSV.file(), draws.toByteArray());
        files.put(Verification.REVEAL, revealed.file(state.committed()).getBytes(StandardCharsets.UTF_8));
        return Verification.of(files, null, null, 0);
    }

    /** Lets a process go on for some acknowledgements and a while, kills it, and returns the last batch that it acknowledged. */
    private static long kill(Path file, int acknowledgements, int millis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LotteryKillWork.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long last = 0;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("begin");
            for (int i = 0; i < acknowledgements; i++) {
                last = acknowledged(lines.readLine());
            }
            process.waitFor(millis, TimeUnit.MILLISECONDS);
            // The handle kills without closing the stream, so that what was said before can still be read.
            process.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = acknowledged(line);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return last;
    }

    private static long acknowledged(String line) {
        assertThat(line).startsWith("ack ");
        return Long.parseLong(line.substring(4));
    }
}
