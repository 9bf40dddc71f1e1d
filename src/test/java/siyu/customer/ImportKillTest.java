package siyu.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import siyu.fact.Vocabulary;
import siyu.store.DataFile;
import siyu.store.Store;

/**
 * An import that is killed leaves a file that is sound and holds all of it or nothing; done again, all of it, as if nothing had
 * happened. Most kills hit while blocks go into the file ahead of the change, and some hit a file that was left so before.
 */
class ImportKillTest {
    private static final Vocabulary VOCABULARY = RandomFacts.VOCABULARY;
    private static final int LANES = 4;
    private static final int KILLS = 5;

    @TempDir
    Path folder;

    private List<String> before = List.of();
    private List<String> after = List.of();

    /** What the kills of one lane found. */
    private record Found(int kills, int leftOver) {}

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void aKilledImportIsThereOrNotAndCanBeRepeated() throws Exception {
        Path start = folder.resolve("start");
        Store.create(start, "test", java.time.Instant.EPOCH);
        try (Store store = Store.open(start, ImportKillWork.PATIENCE)) {
            ImportCustomers.run(
                    store,
                    VOCABULARY,
                    ImportKillWork.customers(),
                    Facts.Settings.of(folder),
                    () -> StoredPopulationTest.run(1));
            before = dump(store);
        }
        Path whole = copy(start, "whole");
        try (Store store = Store.open(whole, ImportKillWork.PATIENCE)) {
            ImportKillWork.importEvents(store, ImportKillWork.events(), whole);
            after = dump(store);
        }
        assertThat(after).hasSizeGreaterThan(before.size() + 10_000);
        ExecutorService threads = Executors.newFixedThreadPool(LANES);
        try {
            List<Future<Found>> lanes = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                int number = lane;
                lanes.add(threads.submit(() -> lane(start, number)));
            }
            int kills = 0;
            int leftOver = 0;
            for (Future<Found> lane : lanes) {
                kills += lane.get().kills();
                leftOver += lane.get().leftOver();
            }
            // Otherwise the kills missed what they were for.
            assertThat(leftOver).isPositive();
            assertThat(kills).isEqualTo(LANES * KILLS);
        } finally {
            threads.shutdownNow();
        }
    }

    private Found lane(Path start, int lane) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(lane);
        int leftOver = 0;
        Path file = copy(start, "lane" + lane);
        for (int kill = 0; kill < KILLS; kill++) {
            kill(file, random.nextInt(12_000_000));
            String words = "lane " + lane + " kill " + kill;
            boolean done;
            try (Store store = Store.open(file, ImportKillWork.PATIENCE)) {
                assertThat(DataFile.check(store, CustomerBlocks.TABLES).problems())
                        .as(words)
                        .isEmpty();
                leftOver += KeptFacts.of(store, VOCABULARY).leftOver() ? 1 : 0;
                List<String> found = dump(store);
                done = found.size() > before.size();
                assertThat(found.equals(done ? after : before)).as(words).isTrue();
            }
            if (done) {
                file = copy(start, "lane" + lane + "-" + kill);
            }
        }
        try (Store store = Store.open(file, ImportKillWork.PATIENCE)) {
            ImportKillWork.importEvents(store, ImportKillWork.events(), file);
            assertThat(dump(store).equals(after)).as("lane %d", lane).isTrue();
            assertThat(KeptFacts.of(store, VOCABULARY).leftOver()).isFalse();
            assertThat(DataFile.check(store, CustomerBlocks.TABLES).problems()).isEmpty();
        }
        return new Found(KILLS, leftOver);
    }

    /** Lets a process begin the import, and kills it when the file has grown by so many bytes, unless it is done before. */
    private static void kill(Path file, int bytes) throws IOException, InterruptedException {
        Path data = file.resolveSibling(file.getFileName() + ".mv.db");
        long size = Files.size(data) + bytes;
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportKillWork.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("begin");
            while (Files.size(data) < size && !process.waitFor(1, TimeUnit.MILLISECONDS)) {
                Thread.onSpinWait();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Path copy(Path file, String name) throws IOException {
        Path copy = folder.resolve(name);
        Files.copy(
                file.resolveSibling(file.getFileName() + ".mv.db"),
                copy.resolveSibling(name + ".mv.db"),
                StandardCopyOption.REPLACE_EXISTING);
        return copy;
    }

    private static List<String> dump(Store store) {
        return Dump.of(
                new StoredPopulation(store, VOCABULARY),
                VOCABULARY,
                StoredPopulationTest.asOf(9),
                new TreeSet<>(),
                new TreeSet<>(List.of("id", "at", "category")));
    }
}
