package siyu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.Beside;
import siyu.store.Store;

/** The data file is opened while the program is read; nobody can tell, whatever comes of either. */
class AheadTest {
    @TempDir
    Path temporary;

    private static final String[] QUESTION = {"segment", "history", "c1"};

    private static String[] question(String... more) {
        List<String> words = new ArrayList<>(List.of(QUESTION));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    /** Whether another process finds the data file free, without waiting. */
    private static void free(Desk desk) throws IOException, InterruptedException {
        Said said = desk.process(Desk.child("-Xmx100m", question("--lock-timeout", "0")));
        assertThat(said.exit()).as(said.all()).isZero();
    }

    @Test
    void aBrokenProgramIsToldAndLeavesTheFileFree() throws IOException, InterruptedException {
        Desk desk = new Desk(temporary.toRealPath());
        Said said = desk.run(question("--set", "segmentations.ring.segments.inner=vpi"));
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err()).contains("did you mean 'vip'").doesNotContain("data file");
        free(desk);
    }

    @Test
    void anotherFileThanTheProgramNamesIsTheOneThatCounts() throws IOException, InterruptedException {
        Desk desk = new Desk(temporary.toRealPath());
        String stays = desk.done(QUESTION).out();
        assertThat(stays).contains("ring");
        Files.copy(desk.directory.resolve("tiny.mv.db"), desk.directory.resolve("other.mv.db"));
        desk.done("segment", "pin", "c1", "ring.inner", "out", "--data", "other", "--reason", "to tell them apart");
        desk.done("segment", "run", "--apply", "--data", "other");
        String others = desk.done(question("--data", "other")).out();
        assertThat(others).isNotEqualTo(stays);
        assertThat(desk.done(question("--set", "data=other")).out()).isEqualTo(others);
        assertThat(desk.done(QUESTION).out()).isEqualTo(stays);
        Said said = desk.run(question("--set", "data=nowhere"));
        assertThat(said.err()).startsWith("error[E0501]").contains("nowhere.mv.db");
        free(desk);
    }

    @Test
    void aBusyFileIsWaitedForAsLongAsWasSaid() throws IOException, InterruptedException {
        Desk desk = new Desk(temporary.toRealPath());
        Store held = Store.open(desk.directory.resolve("tiny"), Duration.ZERO);
        Said said = desk.process(Desk.child("-Xmx100m", question("--lock-timeout", "0")));
        assertThat(said.exit()).as(said.all()).isEqualTo(5);
        assertThat(said.err()).contains("tiny.mv.db' is in use by process ");
        Thread waits = Beside.start("holder", () -> {
            try {
                Thread.sleep(3000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            held.close();
        });
        said = desk.process(Desk.child("-Xmx100m", question("--lock-timeout", "60")));
        assertThat(said.exit()).as(said.all()).isZero();
        Beside.await(waits, null);
    }
}
