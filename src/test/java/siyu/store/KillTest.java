package siyu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed right after it acknowledged a change has lost nothing: 200 kills over four files, each file going on
 * after each kill. Most reopenings after a kill are the next child's own, which goes on without a clean closing in between.
 */
class KillTest {
    private static final int LANES = 4;
    private static final int KILLS = 50;
    private static final int WEAK_KILLS = 10;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 600, unit = TimeUnit.SECONDS)
    void nothingAcknowledgedIsLostInTwoHundredKills() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(LANES);
        try {
            List<Future<Lane>> lanes = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                long seed = 20261122L + lane;
                Path file = folder.resolve("lane " + lane);
                lanes.add(threads.submit(() -> new Lane(file, seed, "durable").kill(KILLS)));
            }
            int kills = 0;
            long acknowledged = 0;
            for (Future<Lane> lane : lanes) {
                Lane done = lane.get();
                assertThat(done.losses).as("seed %d", done.seed).isEmpty();
                kills += done.kills;
                acknowledged += done.acknowledged;
            }
            assertThat(kills).isEqualTo(LANES * KILLS);
            assertThat(acknowledged).isGreaterThan(LANES * KILLS);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The test above is worth nothing unless it can fail: with the database's defaults nearly every kill loses a change. */
    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void theSameKillsFindTheLossesOfTheDatabasesDefaults() throws Exception {
        Lane lane = new Lane(folder.resolve("weak"), 1, "weak").kill(WEAK_KILLS);
        assertThat(lane.kills).isEqualTo(WEAK_KILLS);
        assertThat(lane.losses).isNotEmpty();
    }

    /** One file and the children that write to it one after the other. */
    private static final class Lane {
        private final Path file;
        private final long seed;
        private final String mode;
        private final SplittableRandom random;
        private final List<String> losses = new ArrayList<>();
        private int kills;
        private long acknowledged;

        Lane(Path file, long seed, String mode) {
            this.file = file;
            this.seed = seed;
            this.mode = mode;
            this.random = new SplittableRandom(seed);
        }

        Lane kill(int times) throws IOException, SQLException {
            KillWork.create(file);
            while (kills < times) {
                killOnce();
                if (mode.equals("durable") && kills % 10 == 0) {
                    try (Store store = Store.open(file, KillWork.PATIENCE, KillWork.opener())) {
                        expect(store.read(connection -> KillWork.check(connection, seed)));
                    }
                }
            }
            return this;
        }

        /** Lets a child start, go on for some acknowledgements, and kills it. */
        private void killOnce() throws IOException {
            try (Child child = new Child(file, seed, mode, 0)) {
                expect(number(child.line(), "has "));
                int target = 1 + random.nextInt(6);
                for (String line = child.line(); !line.isEmpty(); line = child.line()) {
                    // What was said before the kill and read after it was acknowledged as well.
                    acknowledged = number(line, "ack ");
                    if (--target == 0) {
                        child.kill();
                        kills++;
                    }
                }
                assertThat(target)
                        .as("seed %d: the child ended by itself", seed)
                        .isLessThanOrEqualTo(0);
            }
        }

        /** One more than acknowledged may be there: committed, but killed before its word got out. */
        private void expect(long found) {
            if (found < acknowledged || found > acknowledged + 1) {
                losses.add("kill " + kills + ": acknowledged " + acknowledged + ", found " + found);
            }
            acknowledged = found;
        }

        private long number(String line, String word) {
            assertThat(line).as("seed %d", seed).startsWith(word);
            return Long.parseLong(line.substring(word.length()));
        }
    }
}
